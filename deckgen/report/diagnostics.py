"""Problems -> text with a caret."""

from pathlib import Path

from deckgen.model.diagnostic import Diagnostic, EnvironmentProblem

_WIDEST = 100  # characters of an excerpt


def diagnostic(problem: Diagnostic, root: Path) -> str:
    """One problem: place, message, the line with a caret, a hint."""
    place = (root / problem.path).as_posix()
    if problem.line and problem.unit == "line":
        place += f":{problem.line}:{max(problem.column, 1)}"
    elif problem.line:
        place += f", {problem.unit} {problem.line}"
    lines = [f"{place}: {problem.severity}: {problem.message} [{problem.code}]"]
    if problem.excerpt and problem.line:
        number = str(problem.line)
        excerpt = (
            problem.excerpt
            if len(problem.excerpt) <= _WIDEST
            else problem.excerpt[: _WIDEST - 1] + "…"
        )
        lines.append(f"  {number} | {excerpt}")
        caret = min(max(problem.caret or problem.column, 1), _WIDEST)
        lines.append(f"  {' ' * len(number)} | {' ' * (caret - 1)}^")
    if problem.hint:
        lines.append(f"  hint: {problem.hint}")
    return "\n".join(_harmless(line) for line in lines)


def _harmless(line: str) -> str:
    """A line without the control characters that a source could send to a terminal."""
    return "".join(c if c.isprintable() else " " for c in line)


def environment(problem: EnvironmentProblem) -> str:
    """What the world does not let us do, and what to do about it."""
    return f"deckgen: {problem.message}" + (f"\n  hint: {problem.hint}" if problem.hint else "")
