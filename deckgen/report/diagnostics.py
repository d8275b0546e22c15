"""Problems -> text with a caret, and how many there are."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from deckgen.model.diagnostic import Diagnostic, EnvironmentProblem, Severity
from deckgen.report.excerpts import excerpt, harmless

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_COUNTED = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.NOTE: ("note on the text", "notes on the text"),
}


def diagnostic(problem: Diagnostic, root: Path, *, colours: bool = False) -> str:
    """One problem: place, message, the line with a caret, a hint."""
    colour = _COLOURS[problem.severity] if colours else ""
    place = (root / problem.path).as_posix()
    if problem.line and problem.unit == "line":
        place += f":{problem.line}:{max(problem.column, 1)}"
    elif problem.line:
        place += f", {problem.unit} {problem.line}"
    said = harmless(f"{problem.message} [{problem.code}]")
    lines = [f"{harmless(place)}: {_painted(f'{problem.severity}:', colour)} {said}"]
    if problem.excerpt and problem.line:
        number = str(problem.line)
        shown, caret = excerpt(problem.excerpt, problem.caret or problem.column)
        lines.append(f"  {number} | {shown}".rstrip())
        lines.append(f"  {' ' * len(number)} | {' ' * caret}{_painted('^', colour)}")
    if problem.hint:
        lines.append(f"  hint: {harmless(problem.hint)}")
    return "\n".join(lines)


def counted(problems: Iterable[Diagnostic]) -> str:
    """How many problems there are of each severity: ``2 errors, 1 warning``."""
    counts = Counter(problem.severity for problem in problems)
    parts = [f"{counts[s]} {_COUNTED[s][counts[s] > 1]}" for s in Severity if counts[s]]
    return ", ".join(parts) or "no problems"


def environment(problem: EnvironmentProblem) -> str:
    """What the world does not let us do, and what to do about it."""
    return f"deckgen: {problem.message}" + (f"\n  hint: {problem.hint}" if problem.hint else "")


def _painted(text: str, colour: str) -> str:
    return f"\033[1;{colour}m{text}\033[0m" if colour else text
