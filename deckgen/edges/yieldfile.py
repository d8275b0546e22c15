"""What a file yielded, as text: JSON, for it may come from a cache that anyone could have written.

The same value gives the same text, and comes back from it as it was.
"""

import json
from itertools import starmap
from typing import Any

from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.yielded import Reference, Yielded


def dump(found: Yielded) -> bytes:
    """The text of what a file yielded. Its notes have no media yet."""
    whole = [
        found.path,
        [_note(note) for note in found.notes],
        [_problem(problem) for problem in found.diagnostics],
        [[at.target, _problem(at.problem)] for at in found.references],
        [_problem(problem) for problem in found.lost],
        found.replaces,
        found.read,
    ]
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def parse(text: bytes) -> Yielded:
    """What a file yielded; raises ValueError or TypeError for another text."""
    path, notes, diagnostics, references, lost, replaces, read = json.loads(text)
    return Yielded(
        path,
        tuple(map(_as_note, notes)),
        _as_problems(diagnostics),
        tuple(Reference(target, *_as_problems([problem])) for target, problem in references),
        _as_problems(lost),
        None if replaces is None else tuple(replaces),
        read,
    )


def _note(note: RenderedNote) -> list[Any]:
    return [
        note.kind,
        note.row,
        note.tags,
        note.deck,
        note.path,
        note.line,
        note.heading,
        note.front,
        note.back,
        note.id,
        note.unit,
    ]


def _as_note(values: list[Any]) -> RenderedNote:
    kind, row, tags, deck, path, line, heading, front, back, id_, unit = values
    return RenderedNote(
        kind, tuple(row), tuple(tags), deck, path, line, heading, front, back, id_, (), unit
    )


def _problem(problem: Diagnostic) -> list[Any]:
    return [
        problem.code,
        problem.severity,
        problem.message,
        problem.path,
        problem.line,
        problem.column,
        problem.hint,
        problem.excerpt,
        problem.unit,
        problem.caret,
        problem.near,
    ]


def _as_problems(rows: list[list[Any]]) -> tuple[Diagnostic, ...]:
    values = ((code, Severity(severity), *others) for code, severity, *others in rows)
    return tuple(starmap(Diagnostic, values))
