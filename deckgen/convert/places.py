"""Notes and problems of a converted text -> where they stand in the file that the author knows."""

from dataclasses import replace

from deckgen.model.diagnostic import Diagnostic
from deckgen.model.note import Note
from deckgen.model.source import Source


def placed(note: Note, source: Source) -> Note:
    """A note with the place of its first line in the original file."""
    if not source.places:
        return note
    line, _ = source.places[note.origin.line - 1]
    return replace(note, origin=replace(note.origin, line=line, unit=source.unit))


def shown(problem: Diagnostic, source: Source, lines: list[str]) -> Diagnostic:
    """A problem with the line that it is about; ``lines`` are those of the source.

    Of a converted text the line is shown as it was read, for the original is markup, or binary.
    """
    if not 0 < problem.line <= len(lines):
        return problem
    excerpt = lines[problem.line - 1].strip()
    if not source.places:
        return replace(problem, excerpt=excerpt)
    line, column = source.places[problem.line - 1]
    return replace(
        problem,
        line=line,
        column=column,
        unit=source.unit,
        excerpt=excerpt,
        caret=min(max(problem.column, 1), len(excerpt) or 1),
    )
