"""What a check tells a person: a few problems of each kind, and how many there are."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.checking import Checked
from deckgen.fixing import Mended
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.report.diagnostics import counted
from deckgen.report.excerpts import harmless

_SHOWN = 10  # remarks of one rule: who has seen ten of them knows them all


@dataclass(frozen=True, slots=True)
class Told:
    """The problems to show, and the lines below them."""

    problems: tuple[Diagnostic, ...]
    summary: tuple[str, ...]


def told(checked: Checked, *, notes: bool, all_of_them: bool) -> Told:
    """What is wrong, by file and line.

    Of each rule of the editor the first few are shown, unless ``all_of_them``; its notes on style
    only if asked for. What is not shown is counted.
    """
    left_out: Counter[str] = Counter()
    hidden = 0
    times: Counter[str] = Counter()
    remarks = set(map(id, checked.remarks))
    shown: list[Diagnostic] = []
    for problem in checked.problems:
        if id(problem) not in remarks:
            shown.append(problem)
        elif problem.severity is Severity.NOTE and not notes:
            hidden += 1
        elif times[problem.code] >= _SHOWN and not all_of_them:
            left_out[problem.code] += 1
        else:
            times[problem.code] += 1
            shown.append(problem)
    return Told(tuple(shown), (*_more(left_out), _summary(checked, hidden)))


def mended(done: Mended) -> Iterator[str]:
    """What was mended, line by line, and how much of it."""
    yield from map(harmless, done.diff)
    places = "1 place" if done.places == 1 else f"{done.places} places"
    files = "1 file" if done.files == 1 else f"{done.files} files"
    yield f"mended {places} in {files}" if done.places else "nothing to mend"


def _more(left_out: Counter[str]) -> Iterator[str]:
    for code, count in sorted(left_out.items()):
        yield f"… and {count} more [{code}]; --select {code} shows all"


def _summary(checked: Checked, hidden: int) -> str:
    """How many notes there are, and how many problems of each severity."""
    sealed = checked.sealed
    count = len(sealed.changes)
    notes = f"{count} note" if count == 1 else f"{count} notes"
    notes += f", {len(sealed.refused)} refused" if sealed.refused else ""
    problems = list(checked.problems)
    if hidden:
        problems = [p for p in problems if p.severity is not Severity.NOTE]
        problems += [d for d in checked.compiled.diagnostics if d.severity is Severity.NOTE]
    said = f"{sealed.deck.name}: {notes}; {counted(problems)}"
    style = f"{hidden} note" if hidden == 1 else f"{hidden} notes"
    return f"{said}; {style} on style (--notes)" if hidden else said
