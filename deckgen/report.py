"""Diagnostics and changes -> text for a terminal. The one place that words and aligns them."""

from collections import Counter
from pathlib import Path

from deckgen.compiler import Compiled
from deckgen.model.diagnostic import Diagnostic, EnvironmentProblem

_WIDEST = 100  # characters of an excerpt


def diagnostic(problem: Diagnostic, root: Path) -> str:
    """One problem: place, message, the line with a caret, a hint."""
    place = (root / problem.path).as_posix()
    if problem.line:
        place += f":{problem.line}:{max(problem.column, 1)}"
    lines = [f"{place}: {problem.severity}: {problem.message} [{problem.code}]"]
    if problem.excerpt and problem.line:
        number = str(problem.line)
        excerpt = (
            problem.excerpt
            if len(problem.excerpt) <= _WIDEST
            else problem.excerpt[: _WIDEST - 1] + "…"
        )
        lines.append(f"  {number} | {excerpt}")
        lines.append(f"  {' ' * len(number)} | {' ' * (max(problem.column, 1) - 1)}^")
    if problem.hint:
        lines.append(f"  hint: {problem.hint}")
    return "\n".join(lines)


def environment(problem: EnvironmentProblem) -> str:
    """What the world does not let us do, and what to do about it."""
    return f"deckgen: {problem.message}" + (f"\n  hint: {problem.hint}" if problem.hint else "")


def summary(compiled: Compiled, output: Path) -> str:
    """One line: how many notes, what changed, where they went."""
    sealed = compiled.sealed
    states = Counter(change.state for change in sealed.changes)
    parts = [f"{states[s]} {s}" for s in ("new", "edited", "revived", "unchanged") if states[s]]
    parts += [f"{len(sealed.retired)} retired"] if sealed.retired else []
    errors = sum(d.severity == "error" for d in compiled.diagnostics)
    parts += [f"{errors} skipped"] if errors else []
    notes = _count(len(sealed.changes), "note")
    return f"{sealed.deck.name}: {notes} ({', '.join(parts)}) in {output}"


def passed_over(compiled: Compiled) -> str:
    """Files of kinds that deckgen does not read, or nothing."""
    if not compiled.passed_over:
        return ""
    kinds = ", ".join(f"{n} {ending}" for ending, n in compiled.passed_over)
    return f"not read: {kinds} (deckgen reads .md and .txt)"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
