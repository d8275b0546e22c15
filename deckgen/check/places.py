"""Where in its source a fault is: line and column, for the caret."""

from collections.abc import Sequence

from deckgen.model.note import ClozeNote, ConceptNote, Note

_FAR = 60  # lines below the first one of a note in which its words are looked for
_FIRST_WORDS = 6  # by which a sentence is found


def found(note: Note, near: str, lines: Sequence[str]) -> tuple[int, int]:
    """Line and column from 1 of the words of a fault.

    Without such words, or where markup hides them, of the sentence that the note was found in, or
    of its first line.
    """
    line = note.origin.line
    if not 0 < line <= len(lines):
        return line, 0
    below = lines[line - 1 : line - 1 + _FAR]
    evidence = note.evidence if isinstance(note, ConceptNote | ClozeNote) else ""
    for words in (near, evidence):
        for start in _beginnings(words):
            for i, text in enumerate(below):
                column = text.find(start)
                if column >= 0:
                    return line + i, column + 1
    first = lines[line - 1]
    return line, len(first) - len(first.lstrip()) + 1


def _beginnings(text: str) -> list[str]:
    """The first line of a text, and fewer and fewer of its first words."""
    words = text.split("\n")[0].split()
    if not words:
        return []
    most = min(_FIRST_WORDS, len(words))
    return [
        text.split("\n")[0].strip(),
        *(" ".join(words[:n]) for n in range(most, min(2, most) - 1, -1)),
    ]
