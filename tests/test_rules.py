"""The rules of the editor: what each catches and what it leaves alone, as text files.

``tests/rules/CODE.bad.md`` has examples that the rule CODE catches and no other does;
``CODE.good.md`` has examples that look alike, and that no rule says anything of. A line
``<!-- next -->`` parts examples; a line ``<!-- file: b.md -->`` begins a second file of one.
"""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.check import Choice, Collection, Page, of_collection, of_page, table
from deckgen.edges.config import DEFAULT
from deckgen.model.diagnostic import Diagnostic
from deckgen.model.source import Markup, Source
from deckgen.parse.lines import physical
from deckgen.yielding import rendered_as, understood
from tests.texts import texts

RULES = Path(__file__).parent / "rules"
CODES = sorted(table.SEVERITIES)
FEWEST = 3


def examples(name: str) -> list[str]:
    text = (RULES / f"{name}.md").read_text(encoding="utf-8")
    return re.split(r"^<!-- next -->\n", text, flags=re.MULTILINE)


def remarks(example: str, markup: Markup = "markdown") -> list[Diagnostic]:
    """What the editor says of an example of one file or several."""
    first, *others = re.split(r"^<!-- file: (\S+) -->\n", example, flags=re.MULTILINE)
    files = {"a.md": first} if first else {}
    files |= dict(zip(others[::2], others[1::2], strict=True))
    pages: list[Page] = []
    decks: list[str] = []
    for path, text in files.items():
        one = understood(Source(path, text, markup), DEFAULT)
        decks += [note.deck for note in rendered_as(one, "Deck")]
        pages.append(Page(one.source, one.document, one.notes, one.diagnostics))
    lines = [physical(page.source.text) for page in pages]
    choice = Choice()
    said = [r for page, text in zip(pages, lines, strict=True) for r in of_page(page, text, choice)]
    whole = Collection(tuple(pages), tuple(dict.fromkeys(decks)))
    said += of_collection(whole, lines, choice)
    return [remark.diagnostic for remark in said]


def test_every_rule_has_its_examples_and_every_example_its_rule() -> None:
    names = {file.name.split(".")[0] for file in RULES.iterdir()}
    assert names == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_catches_what_is_bad_and_no_other_does(code: str) -> None:
    bad = examples(f"{code}.bad")
    assert len(bad) >= FEWEST
    for example in bad:
        found = remarks(example)
        assert {d.code for d in found} == {code}, example
        assert all(d.severity is table.SEVERITIES[code] for d in found)
        assert all(d.hint for d in found)


@pytest.mark.parametrize("code", CODES)
def test_a_rule_is_silent_on_what_is_good_and_so_is_every_other(code: str) -> None:
    good = examples(f"{code}.good")
    assert len(good) >= FEWEST
    for example in good:
        assert [(d.code, d.message) for d in remarks(example)] == [], example


@given(texts(), st.sampled_from(["markdown", "plain"]))
def test_the_editor_reads_any_text_and_points_into_it(text: str, markup: Markup) -> None:
    lines = physical(text)
    for found in remarks(text, markup):
        assert 0 <= found.line <= len(lines)
        if found.line:
            assert 1 <= found.column <= len(found.excerpt) + 1
            assert found.excerpt == lines[found.line - 1]


@pytest.mark.parametrize(
    "piece",
    ["a ", "which ", "not ", "{{c1::", "1-", "(", "[", "<!-- ", "`", "*", "A and ", "$", "?"],
)
def test_a_long_line_is_read_in_time(piece: str) -> None:
    line = piece * 100_000
    item = f"1. {line}\n\nA) {line}\nB) b\nC) c\n\nAnswer: A\n"
    text = f"Q: {line}\nA: {line}\n\n{item}\n{{{{c1::{line}}}}}\n"
    for markup in ("markdown", "plain"):
        one = understood(Source("a.md", text, markup), DEFAULT)
        page = Page(one.source, one.document, one.notes)
        begun = time.process_time()
        of_page(page, physical(text), Choice())
        of_collection(Collection((page,)), [physical(text)], Choice())
        assert time.process_time() - begun < 2
