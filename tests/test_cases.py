"""Whole pages and what they become: text in, notes and diagnostics out, to be checked by eye.

A case is ``tests/cases/NAME.txt``, ``NAME.md`` or ``NAME.html`` with ``NAME.expected.txt`` beside
it; a new case needs no Python. The lines in an expected file are those of the page. Our own sources
are cases too: what they become stands in ``tests/cases/source``.
When a change is meant, write the expected files anew and read the difference:

    python -m pytest tests/test_cases.py --update-cases && git diff tests/cases
"""

import difflib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.compiler import compile_source
from deckgen.convert import convert
from deckgen.convert.places import placed
from deckgen.edges import files
from deckgen.edges.media import Library
from deckgen.extract import extract
from deckgen.model.diagnostic import Diagnostic
from deckgen.model.note import ClozeNote, ConceptNote, Note, QuestionNote
from deckgen.model.source import Foreign, Source
from deckgen.parse import parse
from deckgen.parse.lines import physical

TESTS = Path(__file__).parent
CASES = TESTS / "cases"
SAMPLES = TESTS.parent / "source"
EXPECTED = ".expected.txt"
FIRST_WORDS = 12  # of an explanation: enough to see where it begins


def inputs() -> dict[str, Path]:
    """The pages by name, those of ``source/`` with their folders."""
    cases = (f for f in files.find(CASES)[0] if not f.name.endswith(EXPECTED))
    samples = files.find(SAMPLES)[0]
    return {f.name: f for f in cases} | {
        f"source/{f.relative_to(SAMPLES).as_posix()}": f for f in samples
    }


def expected_file(name: str) -> Path:
    return CASES / Path(name).with_suffix(EXPECTED)


@pytest.mark.parametrize("name", sorted(inputs()))
def test_case(name: str, request: pytest.FixtureRequest) -> None:
    file = expected_file(name)
    actual = shown(read(inputs()[name]))
    if request.config.getoption("--update-cases"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(actual, encoding="utf-8", newline="\n")
        return
    expected = file.read_text(encoding="utf-8") if file.exists() else ""
    if actual != expected:
        difference = difflib.unified_diff(
            expected.splitlines(), actual.splitlines(), "expected", "actual", n=5, lineterm=""
        )
        pytest.fail(f"{name}\n" + "\n".join(difference), pytrace=False)


@pytest.mark.parametrize("name", sorted(inputs()))
def test_line_endings_and_spaces_behind_lines_change_nothing(name: str) -> None:
    """What is parsed is the same, and with it all that is made of it."""
    source = read(inputs()[name])
    if source.places:
        pytest.skip("a page is converted; its line endings are a matter of its parser")
    lines, parsed = physical(source.text), parse(source)
    for ending in ("\n", "\r\n", "\r", "  \n" if source.markup == "plain" else "\n"):
        assert parse(replace(source, text=ending.join(lines))) == parsed


@pytest.mark.parametrize("name", sorted(inputs()))
def test_every_note_has_its_place_and_its_answer(name: str) -> None:
    source = read(inputs()[name])
    lines = inputs()[name].read_text(encoding="utf-8").split("\n")
    made = notes(source)
    for found in (*(n.origin.line for n in made), *(d.line for d in problems(source))):
        assert found == 0 or lines[found - 1].strip(), f"line {found} is empty"
    for note in made:
        if isinstance(note, QuestionNote):
            right = "\n".join(c.text for c in note.choices if c.right)
            assert note.answer
            assert note.answer == (right or note.answer)
            assert not note.choices or (right and not all(c.right for c in note.choices))


def test_every_expected_file_has_its_page() -> None:
    known = {expected_file(name) for name in inputs()}
    assert [f for f in CASES.rglob(f"*{EXPECTED}") if f not in known] == []


def read(file: Path) -> Source:
    read, problems = files.read(file, file.name)
    source, more = convert(read) if isinstance(read, Foreign) else (read, ())
    assert isinstance(source, Source), (*problems, *more)
    return source


def notes(source: Source) -> tuple[Note, ...]:
    return tuple(placed(note, source) for note in extract(parse(source)[0]).notes)


def problems(source: Source) -> list[Diagnostic]:
    return compile_source(source, "Deck", Library(CASES).beside(source.path))[1]


def shown(source: Source) -> str:
    """All that became of a page, in the order of the page, diagnostics last."""
    document, _ = parse(source)
    blocks = [f"deck: {document.deck}"] if document.deck else []
    blocks += ["\n".join(_note(note)) for note in notes(source)]
    blocks += [f"{d.severity} {d.code}{_at(d.line)}" for d in problems(source)]
    return "\n\n".join(blocks or ["nothing"]) + "\n"


def _note(note: Note) -> Iterator[str]:
    kind = {QuestionNote: "question", ConceptNote: "concept", ClozeNote: "cloze"}[type(note)]
    found = ", found in prose" if note.origin.extracted else ""
    yield f"{kind}{_at(note.origin.line)}{found}"
    if note.origin.headings:
        yield f"  under: {' › '.join(note.origin.headings)}"
    if note.origin.tags:
        yield f"  tags: {' '.join(note.origin.tags)}"
    if isinstance(note, QuestionNote):
        yield from _question(note)
    elif isinstance(note, ConceptNote):
        yield from _labelled("Q: ", note.front)
        yield from _labelled("A: ", note.back)
        if note.reverse_front:
            yield from _labelled("Q: ", note.reverse_front)
            yield from _labelled("A: ", note.reverse_back)
    else:
        yield from _labelled("", note.text)
    if not isinstance(note, QuestionNote) and note.extra:
        yield from _labelled("extra: ", note.extra)


def _question(note: QuestionNote) -> Iterator[str]:
    yield from _labelled("Q: ", note.stem)
    for choice in note.choices:
        yield from _labelled("[x] " if choice.right else "[ ] ", choice.text)
        if choice.rationale:
            yield from _labelled("    why: ", choice.rationale)
    if not note.choices:
        yield from _labelled("A: ", note.answer)
    for paragraph in note.explanation:
        yield from _labelled("explanation: ", _beginning(paragraph))


def _labelled(label: str, text: str) -> Iterator[str]:
    """Text behind a label; further lines stand below its beginning."""
    for i, line in enumerate(text.split("\n")):
        yield f"  {label if i == 0 else ' ' * len(label)}{line}".rstrip()


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "")


def _at(line: int) -> str:
    return f", line {line}" if line else ""
