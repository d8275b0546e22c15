"""Laws of reading that hold for any text: it is total, every line has its part, no word is lost."""

import dataclasses
import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.compiler import compile_source
from deckgen.extract import extract
from deckgen.model.document import Cloze, Definition, Document, Pair, Question
from deckgen.model.source import Markup, Source
from deckgen.parse import parse
from deckgen.parse.lines import clean
from tests.texts import PIECES, content, filled, texts

MARKUPS: tuple[Markup, ...] = ("markdown", "plain")
# Lines of these are no text of the author: what they say is not carried over.
ASIDE = frozenset({"comment", "site", "front matter", "answer key"})
PATIENCE = 5  # seconds for a text of a page or two: generous, since only a hang is to be caught

law = settings(deadline=None, derandomize=True, max_examples=400)
any_text = given(texts() | st.text(max_size=200), st.sampled_from(MARKUPS))


def read(text: str, markup: Markup) -> Document:
    return parse(Source("a.md", text, markup))[0]


def lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def strings(value: object) -> Iterator[str]:
    """All text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inside in value:
            yield from strings(inside)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))


@law
@any_text
def test_every_line_with_text_has_one_part(text: str, markup: Markup) -> None:
    document = read(text, markup)
    known = [part.line for part in document.parts]
    assert known == sorted(set(known))
    bare = [number for number, line in enumerate(lines(text), 1) if line.isascii() and line.strip()]
    hidden = {number for number, line in enumerate(lines(text), 1) if not line.isprintable()}
    ids = {number for number, line in enumerate(lines(text), 1) if "<!--" in line}
    assert {*bare} - {*known} - hidden - ids == set()
    assert {*known} <= {*range(1, len(lines(text)) + 1)}


@law
@any_text
def test_blocks_notes_and_problems_lie_inside_the_text(text: str, markup: Markup) -> None:
    source = Source("a.md", text, markup)
    document, problems = parse(source)
    extracted = extract(document)
    inside = range(1, len(lines(text)) + 1)
    assert all(block.line in inside for block in document.blocks)
    assert all(note.origin.line in inside for note in extracted.notes)
    assert all(sentence.line in inside for sentence in extracted.told)
    assert all(problem.line in inside for problem in (*problems, *extracted.diagnostics))
    with_text = {part.line for part in document.parts}
    assert {block.line for block in document.blocks} <= with_text


@law
@any_text
def test_reading_again_gives_the_same(text: str, markup: Markup) -> None:
    source = Source("a.md", text, markup)
    assert parse(source) == parse(source)
    assert extract(parse(source)[0]) == extract(parse(source)[0])


@law
@any_text
def test_blank_lines_at_the_end_change_nothing(text: str, markup: Markup) -> None:
    document = read(text, markup)
    assert read(text + "\n\n", markup) == document
    assert read(text + "\n \t\n", markup) == document


@law
@any_text
def test_a_text_is_read_in_time(text: str, markup: Markup) -> None:
    start = time.perf_counter()
    compile_source(Source("a.md", text, markup), "Deck")
    assert time.perf_counter() - start < PATIENCE


@settings(deadline=None, derandomize=True, max_examples=1000)
@given(texts(), st.sampled_from(MARKUPS))
def test_no_word_is_lost(text: str, markup: Markup) -> None:
    assert lost(text, markup) == {}


@pytest.mark.parametrize("markup", MARKUPS)
@pytest.mark.parametrize("piece", PIECES)
def test_no_word_of_a_piece_is_lost(piece: str, markup: Markup) -> None:
    assert lost(filled([piece], ["\n"]), markup) == {}


def lost(text: str, markup: Markup) -> dict[int, tuple[str, set[str]]]:
    """The words of the author that no block shows, by line, with what the line was taken for."""
    document, problems = parse(Source("a.md", text, markup))
    shown = content(
        " ".join([*strings(document.blocks), *strings(document.definitions), *strings(problems)])
    )
    found = {}
    for part in document.parts:
        if part.rule not in ASIDE:
            line = clean(lines(text)[part.line - 1]).split("<!-- id:")[0]
            words = content(line) - shown
            if words:
                found[part.line] = (f"{part.rule} · {part.role}", words)
    return found


@settings(deadline=None, derandomize=True, max_examples=40)
@given(st.lists(texts(6), min_size=2, max_size=4))
@example(["Q: What?\nA: That.\n", "Q: What?\nA: This.\n"])
def test_the_order_of_the_files_is_irrelevant(several: list[str]) -> None:
    sources = [Source(f"{n}.md", text, "markdown") for n, text in enumerate(several)]
    forth = {s.path: compile_source(s, "Deck") for s in sources}
    back = {s.path: compile_source(s, "Deck") for s in reversed(sources)}
    assert forth == back


@settings(deadline=None, derandomize=True, max_examples=1000)
@given(texts(), st.sampled_from(MARKUPS))
def test_a_note_holds_the_words_of_its_card(text: str, markup: Markup) -> None:
    assert missing(text, markup) == {}


def missing(text: str, markup: Markup) -> dict[int, set[str]]:
    """The words of cards that neither their notes nor a problem show, by the line of the card."""
    document, problems = parse(Source("a.md", text, markup))
    extracted = extract(document)
    notes = extracted.notes
    reported = {problem.line for problem in (*problems, *extracted.diagnostics)}
    shown = content(" ".join(strings(notes)))
    cards = [b for b in document.blocks if isinstance(b, Question | Pair | Cloze | Definition)]
    made = {note.origin.line for note in notes if not note.origin.extracted}
    words = {b.line: content(" ".join(strings(b))) - shown for b in cards if b.line in made}
    words |= {b.line: {"no note"} for b in cards if b.line not in made | near(reported)}
    return {line: lost for line, lost in words.items() if lost}


def near(numbers: set[int]) -> set[int]:
    """Lines from which a problem may have been moved down to the words that it is about."""
    return {number - i for number in numbers for i in range(40)}
