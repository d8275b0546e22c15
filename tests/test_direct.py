"""The direct path and the pruned converters give what Python-Markdown gives, letter for letter."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckgen.edges.config import DEFAULT
from deckgen.model.note import ClozeNote, ConceptNote, Note, QuestionNote
from deckgen.model.source import Source
from deckgen.render import html
from deckgen.render.converter import converted, whole
from deckgen.render.direct import direct
from deckgen.render.html import PRIVATE, parsed, text_html
from deckgen.yielding import understood

FILES = sorted((Path(__file__).parent / "cases").iterdir())
CASES = [f for f in FILES if f.suffix in (".md", ".txt") and ".expected" not in f.name]
ALONE = re.compile(r"<p>((?:(?!</?p>)[^\0])*)</p>")
WORDS = ["word ", "a", "The cell ", "x. ", "é", "漢字", "5", "1984", "C#", "AT&T ", "e\u0301", "👍"]
PLAIN = [
    *WORDS,
    " **bold** ",
    "*em* ",
    "`code` ",
    " `a[0]` ",
    "`a && b`",
    "`<b>`",
    "`std::x`",
    "\n",
]
PLAIN += [
    "\n\n",
    "\n- ",
    "\n1. ",
    "\n2. ",
    ", ",
    ": ",
    " (",
    ") ",
    "?",
    "'",
    '"',
    " & ",
    " < ",
    " - ",
]
SIGNS = [
    *"*_`[](){}<>!&$\\|~=^#:;+-@/%'\"",
    "**",
    "``",
    "~~",
    "==",
    "::",
    "{{c1::",
    "}}",
    "  ",
    "\t",
]
SIGNS += [
    "* ",
    "10. ",
    "1)",
    "# ",
    "> ",
    "---",
    "===",
    "&amp;",
    "&copy",
    "<b>",
    "</p>",
    "<!--",
    "```",
]
SIGNS += [
    "[sound:x]",
    "`[sound:x]`",
    "[^1]",
    "[a](http://b.c)",
    "<http://x.y>",
    "a@b.c",
    "$x$",
    "|-",
]
SIGNS += list("\u00a0\u00ad\u200b\u2028\u3000\ufeff\x02\x03\x85\ue001\uffff\U000f0000")
simple = st.lists(st.sampled_from(PLAIN), max_size=20).map("".join).map(str.strip)
mixed = st.lists(st.sampled_from(PLAIN) | st.sampled_from(SIGNS), max_size=25).map("".join)
anything = st.text(max_size=40)


def agree(text: str) -> None:
    """Both ways give the same for a text in which formulas are put away, or are none."""
    shown, long = direct(text), parsed(text)
    alone = ALONE.fullmatch(long)
    assert shown is None or shown == (alone[1] if alone else long)


@given(simple | mixed | anything)
@example("a **b** and *c*: `d`\nsecond line\n\n- **x**: one\n- two")
@example("1. one\n2. two")
@example("a\n=")
@example("1984. A year")
@example("\ufeffword")
@example("`a[^1]` and $5")
@example("[a b](https://example.org/a_b_c) and (see [c](http://d.e))")
@example("a \U000f0000 b **\U000f0001** `\U000f0002`\n\n\U000f0003\n\nc")
def test_the_direct_path_gives_what_the_parser_gives(text: str) -> None:
    agree(text)


@given(simple | mixed | anything)
def test_a_field_is_the_same_without_the_direct_path(text: str) -> None:
    shown = text_html(text, "markdown")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(html, "direct", lambda text: None)
        assert shown == text_html(text, "markdown")


@given(simple | mixed | anything)
def test_a_converter_without_what_cannot_fire_gives_what_the_whole_one_gives(text: str) -> None:
    assert converted(text) == whole().convert(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_both_ways_agree_on_the_fields_of_a_case(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = case.read_text(encoding="utf-8")
    notes = understood(Source(case.name, text, "markdown"), DEFAULT).notes
    fields = {field for note in notes for field in _fields(note)}
    for field in fields | set(text.split("\n")) | set(text.split("\n\n")):
        agree(PRIVATE.sub("", field))
    shown = [text_html(field, "markdown") for field in sorted(fields)]
    monkeypatch.setattr(html, "direct", lambda text: None)
    assert shown == [text_html(field, "markdown") for field in sorted(fields)]


def test_the_direct_path_answers_what_is_common() -> None:
    for text in (
        "What is a tide?",
        "The **moon** pulls at the *sea* (see `tide()`): twice a day.",
        "There are two:\n\n- **spring** tides\n- neap tides",
        "1. ebb\n2. flow",
        "One line\nand another\n\nand a paragraph.",
        "`a < b && c[0]` costs $5",
        "See [the tables](https://example.org/tides.html), or not.",
    ):
        assert direct(text) is not None, text


def _fields(note: Note) -> Iterator[str]:
    if isinstance(note, QuestionNote):
        yield from (note.stem, note.answer, *note.explanation)
        yield from (text for choice in note.choices for text in (choice.text, choice.rationale))
    elif isinstance(note, ConceptNote):
        yield from (note.front, note.back, note.evidence, note.extra)
    elif isinstance(note, ClozeNote):
        yield from (note.text, note.evidence)
