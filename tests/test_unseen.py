"""Comments, definitions and names of blocks: what is hidden, what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.source import Source
from deckgen.parse import parse
from deckgen.parse.lines import split
from deckgen.parse.unseen import hide


def shown(text: str) -> str:
    return "\n".join(line.raw for line in hide(split(text, markdown=True), 0)[0])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a %% b %% c", "a  c"),
        ("a <!-- b --> c", "a  c"),
        ("%% a\nb\nc %% d", "\n\nd"),
        ("a <!-- b\nc\n--> d", "a\n\nd"),
        ("%%\na\n%%\nb", "\n\n\nb"),
        ("a <!-- b --> c <!-- d\n--> e", "a  c\ne"),
        ("The moon. ^the-moon", "The moon."),
        ("[a]: https://example.org 'A'\nb", "\nb"),
        ("[^1]: a\n  b\n\n  c\nd", "\n\n\n\nd"),
    ],
)
def test_hidden(text: str, left: str) -> None:
    assert shown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "`%% a %%` and ``<!-- b -->``", "100%% sure", "a %% b\nc %% d", "<!-- never closed",
        "%%\nnever closed", "```\n%% a %%\n<!-- b -->\n[a]: http://b.c\n```", "x ^2", "E = mc ^2",
        "[a]: B", "[1]: The first.", "[x] done", "[^1] a", "Q: <!-- to be written -->",
    ],
)  # fmt: skip
def test_not_hidden(text: str) -> None:
    assert shown(text) == text


def test_definitions_by_their_labels() -> None:
    lines = split("[A b]: c.md\n[^x]: d\n  e\n[a b]: f.md", markdown=True)
    assert dict(hide(lines, 0)[1]) == {"a b": "[A b]: c.md", "^x": "[^x]: d\n  e"}


PIECES = ["%%", "<!--", "-->", "`", "```", "[a]: b.c", "[^a]: b", "  c", "", "d", "Q: e", "A: f"]


@given(st.lists(st.sampled_from(PIECES)), st.sampled_from(["\n", " "]))
def test_every_line_keeps_its_place_and_is_accounted_for(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    before = split(text, markdown=True)
    after, _ = hide(before, 0)
    assert [line.number for line in after] == [line.number for line in before]
    assert all(new.text or new.hidden for old, new in zip(before, after, strict=True) if old.text)
    document, _ = parse(Source("a.md", text, "markdown"))
    assert [part.line for part in document.parts] == [ln.number for ln in before if ln.text]


@pytest.mark.parametrize(
    "sign", ["<!-- ", "%% ", "%%\n", "<!--\n", "`", "[^1]: \n", "a ^", "[a]: "]
)
def test_many_openings_are_read_in_time(sign: str) -> None:
    hide(split(sign * 50_000, markdown=True), 0)
