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


def shown(problem: Diagnostic, source: Source) -> Diagnostic:
    """A problem at its place in the original file.

    Of a converted text the line is shown as it was read, for the original is markup, or binary.
    """
    if not source.places or not 0 < problem.line <= len(source.places):
        return problem
    line, column = source.places[problem.line - 1]
    excerpt = problem.excerpt.strip()
    indent = len(problem.excerpt) - len(problem.excerpt.lstrip())
    caret = min(max(problem.column - indent, 1), len(excerpt) or 1)
    return replace(
        problem, line=line, column=column, unit=source.unit, excerpt=excerpt, caret=caret
    )
