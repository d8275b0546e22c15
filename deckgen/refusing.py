"""``deckgen refuse``: lines of ``deckgen.refused``, written in and taken out again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deckgen.compiler import compile_deck, inputs_of
from deckgen.edges import files, refusedfile
from deckgen.edges.project import open_project, root_of
from deckgen.identify import faces
from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.model.lock import LockedNote, shown
from deckgen.model.refusal import Refusal
from deckgen.model.source import Inputs

_LISTED = 8  # candidates in a message
_FRONT = 120  # characters of a front, for the reader


@dataclass(frozen=True, slots=True)
class Refused:
    """The lines that were written, or taken out, and the file that holds them."""

    lines: tuple[str, ...]
    path: Path


def refuse(names: Sequence[str], source: Path | Inputs, now: int) -> Refused:
    """Refuse notes by GUID, by front, or by the beginning of a front; all of them, or none.

    Raises EnvironmentProblem like ``compile_deck``, and for a name that fits no note, or several.
    """
    inputs = inputs_of(source)
    root = root_of(inputs)
    with files.alone(root):
        sealed = compile_deck(inputs, now).sealed
        notes = [*(change.now for change in sealed.changes), *sealed.refused]
        lines = tuple(_line(_meant(name, notes)) for name in names)
        known = {refusal.text for refusal in open_project(inputs).refusals}
        there = {note.guid for note in sealed.refused}
        new = [ln for ln in lines if ln not in known and ln.split(maxsplit=1)[0] not in there]
        if new:
            files.write_all({root / refusedfile.NAME: refusedfile.with_lines(root, new)})
    return Refused(tuple(new), root / refusedfile.NAME)


def take_back(names: Sequence[str], source: Path | Inputs) -> Refused:
    """Take lines out again, told by the same names; raises EnvironmentProblem like ``refuse``."""
    inputs = inputs_of(source)
    root = root_of(inputs)
    with files.alone(root):
        project = open_project(inputs)
        known = {entry.guid: entry for entry in project.lock.notes}
        known |= {entry.refused: entry for entry in project.lock.notes if entry.refused}
        found: dict[int, str] = {}
        for name in names:
            refusal = _taken_back(name, project.refusals, known)
            found[refusal.line] = refusal.text
        if found:
            files.write_all({root / refusedfile.NAME: refusedfile.without_lines(root, set(found))})
    return Refused(tuple(found.values()), root / refusedfile.NAME)


def _meant(name: str, notes: Sequence[LockedNote]) -> LockedNote:
    """The one note that a name fits."""
    called = [note for note in notes if name in (note.guid, note.id)]
    asked = faces.words(name)
    same = [note for note in notes if asked and faces.words(note.front) == asked]
    begun = [note for note in notes if asked and faces.words(note.front).startswith(asked)]
    for found in (called, same, begun):
        if len(found) == 1:
            return found[0]
    raise _unclear(name, [_line(note) for note in same or begun], "note")


def _unclear(name: str, found: Sequence[str], what: str) -> EnvironmentProblem:
    if not found:
        return EnvironmentProblem(
            f"no {what} is called “{name}”, or begins so", "deckgen plan shows what a deck asks"
        )
    more = len(found) - _LISTED
    listed = [*found[:_LISTED], *([f"… and {more} more"] if more > 0 else [])]
    return EnvironmentProblem(
        f"“{name}” fits {len(found)} notes; give the GUID of one:\n    " + "\n    ".join(listed)
    )


def _line(note: LockedNote) -> str:
    """The line that refuses a note."""
    front = " ".join(shown(note.front).split())
    return f"{note.guid} {front if len(front) <= _FRONT else front[: _FRONT - 1].rstrip() + '…'}"


def _taken_back(name: str, refusals: Sequence[Refusal], known: Mapping[str, LockedNote]) -> Refusal:
    """The one line that a name fits; ``known`` are the notes by GUID and by line."""
    asked = faces.words(name)
    called: list[Refusal] = []
    same: list[Refusal] = []
    begun: list[Refusal] = []
    for refusal in refusals:
        entry = known.get(refusal.text) or known.get(refusal.word)
        fronts = {faces.words(refusal.text), faces.words(refusal.text.partition(" ")[2])}
        fronts |= {faces.words(entry.front)} if entry else set()
        called += [refusal] if name in _names(refusal, entry) else []
        same += [refusal] if asked and asked in fronts else []
        begun += [refusal] if asked and any(f.startswith(asked) for f in fronts) else []
    for found in (called, same, begun):
        if len(found) == 1:
            return found[0]
    raise _unclear(name, [refusal.text for refusal in same or begun], "refused note")


def _names(refusal: Refusal, entry: LockedNote | None) -> tuple[str, ...]:
    return (refusal.word, entry.guid, entry.id) if entry else (refusal.word,)
