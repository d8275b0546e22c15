"""What stands in the sources twice: notes, questions with other answers, ids."""

import re
from dataclasses import replace

from deckgen.identify import duplicates
from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.note import EXTRACTED_TAG

# "Which of these is true?" is another question with other options.
_NEEDS_OPTIONS = re.compile(
    r"\b(?:following|of these|statements?|which one|options?|select|choose|true or false)\b",
    re.IGNORECASE,
)


def told(notes: list[RenderedNote]) -> tuple[list[RenderedNote], list[Diagnostic]]:
    """The notes, each once and under an id of its own, and what was found twice."""
    notes, same = _without_duplicates(notes)
    again = _asked_again(notes)
    notes, misnamed = _named_once(notes)
    return notes, [*same, *again, *misnamed]


def _without_duplicates(
    notes: list[RenderedNote],
) -> tuple[list[RenderedNote], list[Diagnostic]]:
    repeated = duplicates(notes)
    later = {i for i, _ in repeated}
    problems = [
        Diagnostic(
            "duplicate-note",
            Severity.WARNING,
            f"left out: the same note stands in {_place(notes[first])}",
            notes[i].path,
            notes[i].line,
            1,
            "delete one of the two",
            unit=notes[i].unit,
        )
        for i, first in repeated
    ]
    return [note for i, note in enumerate(notes) if i not in later], problems


def _place(note: RenderedNote) -> str:
    return f"{note.path}, {note.unit} {note.line}"


def _asked_again(notes: list[RenderedNote]) -> list[Diagnostic]:
    """Questions that a deck asks twice, with another answer or other options."""
    first: dict[tuple[str, str], RenderedNote] = {}
    problems: list[Diagnostic] = []
    for note in notes:
        if note.kind == "cloze" or EXTRACTED_TAG in note.tags:
            continue
        asked = first.setdefault((note.deck, note.front.casefold()), note)
        if asked is note or (_NEEDS_OPTIONS.search(note.front) and not _share(asked, note)):
            continue
        if asked.path == note.path and asked.kind == note.kind == "concept":
            continue  # a term that a file defines twice is told as a duplicate-term
        problems.append(
            Diagnostic(
                "duplicate-question",
                Severity.WARNING,
                f"asked with another answer or other options in {_place(asked)}",
                note.path,
                note.line,
                1,
                "delete one of the two, or say in the question what sets them apart",
            )
        )
    return problems


def _share(one: RenderedNote, other: RenderedNote) -> bool:
    """Whether two questions have an option in common."""
    return bool(set(one.back.split(" | ")) & set(other.back.split(" | ")))


def _named_once(notes: list[RenderedNote]) -> tuple[list[RenderedNote], list[Diagnostic]]:
    """An id names one note: a second one goes on without it."""
    first: dict[str, RenderedNote] = {}
    problems: list[Diagnostic] = []
    kept: list[RenderedNote] = []
    for note in notes:
        owner = first.setdefault(note.id, note) if note.id else note
        if owner is not note:
            problems.append(
                Diagnostic(
                    "duplicate-id",
                    Severity.ERROR,
                    f"the id “{note.id}” belongs to the note in {_place(owner)}",
                    note.path,
                    note.line,
                    1,
                    "delete this one, and run deckgen ids to get another",
                    near="<!--",
                )
            )
            note = replace(note, id="")
        kept.append(note)
    return kept, problems
