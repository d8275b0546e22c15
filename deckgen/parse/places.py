"""Where in its line a problem is: the column and the line itself, for the caret."""

from collections.abc import Sequence
from dataclasses import replace

from deckgen.model.diagnostic import Diagnostic

_FAR = 40  # lines below the place in which the words of a problem are looked for


def pointed(problem: Diagnostic, lines: Sequence[str]) -> Diagnostic:
    """A problem with its line as it stands, its caret at the words that it is about.

    ``lines`` are those of the file as an editor counts them. Without such words, or where they are
    not found, the caret stands where the text of the line begins.
    """
    if not 0 < problem.line <= len(lines):
        return problem
    first = problem.line - 1
    for at in range(first, min(first + _FAR, len(lines))) if problem.near else ():
        column = lines[at].find(problem.near)
        if column >= 0:
            return replace(problem, line=at + 1, column=column + 1, excerpt=lines[at])
    line = lines[first]
    indent = len(line) - len(line.lstrip())
    column = problem.column if problem.column > 1 else indent + 1
    return replace(problem, column=column, excerpt=line)
