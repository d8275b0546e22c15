"""Seeded pages for the editor: half of their notes are items, half are cards of one family."""

import random

from deckgen.check import Choice, Collection, Page, of_collection, of_page
from deckgen.model.document import Document
from deckgen.model.note import Choice as Option
from deckgen.model.note import ConceptNote, Note, Origin, QuestionNote
from deckgen.model.source import Source

_NOTES = 100  # of a page


def pages(size: int, seed: int = 1) -> list[tuple[Page, list[str]]]:
    """So many notes in pages, each page with its lines."""
    rng = random.Random(seed)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    words = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(5_000)]
    made = []
    for first in range(0, size, _NOTES):
        path = f"{first}.md"
        notes = tuple(_note(rng, words, path, i + 1) for i in range(_NOTES))
        lines = [note.front if isinstance(note, ConceptNote) else note.stem for note in notes]
        source = Source(path, "\n".join(lines), "markdown")
        made.append((Page(source, Document(path, "markdown", "", ()), notes), lines))
    return made


def read(made: list[tuple[Page, list[str]]]) -> int:
    """Everything that the editor does with some pages; how much it says."""
    said = sum(len(of_page(page, lines, Choice())) for page, lines in made)
    whole = Collection(tuple(page for page, _ in made))
    return said + len(of_collection(whole, [lines for _, lines in made], Choice()))


def _note(rng: random.Random, words: list[str], path: str, line: int) -> Note:
    origin = Origin(path, line, (), "markdown")
    text = " ".join(rng.choices(words, k=12))
    if line % 2:
        front = f"What is the capital of {' '.join(rng.choices(words, k=2))}?"
        return ConceptNote(front, text, origin)
    options = [Option(" ".join(rng.choices(words, k=5)), i == 0) for i in range(4)]
    return QuestionNote(f"Which of these is {text}?", tuple(options), options[0].text, (), origin)
