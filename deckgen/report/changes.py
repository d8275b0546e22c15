"""What a build does, or will do: the summary line, the plan, the searches for Anki's browser."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from deckgen.compiler import Compiled
from deckgen.model.change import Change, State
from deckgen.model.lock import LockedNote, shown
from deckgen.model.source import endings

_SHOWN = 76  # characters of a front or a back
_SEARCHED = 40  # notes in one search: Anki's search box takes more, a person does not
_STATES: tuple[State, ...] = ("new", "edited", "revived", "unchanged")


def built(compiled: Compiled, output: Path) -> Iterator[str]:
    """The lines after a build: what was passed over, what Anki cannot follow, the summary."""
    if compiled.passed_over:
        kinds = ", ".join(f"{n} {ending}" for ending, n in compiled.passed_over)
        yield f"not read: {kinds} (deckgen reads {endings()})"
    yield from _beyond_import(compiled)
    yield f"{summary(compiled)} in {output}"


def plan(compiled: Compiled) -> Iterator[str]:
    """The plan: each note that the next build and import add, change or leave behind."""
    for state, title in (("new", "New"), ("edited", "Edited"), ("revived", "Back again")):
        changes = [c for c in compiled.sealed.changes if c.state == state]
        if changes:
            yield f"{title} ({len(changes)})"
            for change in changes:
                yield from _change(compiled, change)
    ambiguous = [c for c in compiled.sealed.changes if c.rival]
    if ambiguous:
        yield f"Ambiguous ({len(ambiguous)}): equally like two notes, so taken for a new one"
        for change in ambiguous:
            yield f"  {_short(change.now.front)}  [like: {_short(change.rival)}]"
    if compiled.sealed.updated_types:
        yield f"Note types with new templates: {', '.join(compiled.sealed.updated_types)}"
    yield from _beyond_import(compiled)
    yield summary(compiled)


def summary(compiled: Compiled) -> str:
    """How many notes, and what became of them."""
    sealed = compiled.sealed
    states = Counter(change.state for change in sealed.changes)
    parts = [f"{states[state]} {state}" for state in _STATES if states[state]]
    parts += [f"{len(sealed.retired)} retired"] if sealed.retired else []
    parts += [f"{len(sealed.refused)} refused"] if sealed.refused else []
    errors = sum(d.severity == "error" for d in compiled.diagnostics)
    parts += [f"{_count(errors, 'problem')}"] if errors else []
    return f"{sealed.deck.name}: {_count(len(sealed.changes), 'note')} ({', '.join(parts)})"


def ids(changed: dict[str, int], passed_over: dict[str, int], *, removed: bool) -> Iterator[str]:
    """How many ids were written into, or taken out of, which files, and which got none."""
    for path, cards in passed_over.items():
        yield f"{path}: {_count(cards, 'card')} without an id; it is no text to write one into"
    if not changed:
        yield "nothing to remove" if removed else "every card has its id"
        return
    total = sum(changed.values())
    what = "taken out of" if removed else "written into"
    yield f"{_count(total, 'id')} {what} {_count(len(changed), 'file')}: {', '.join(changed)}"


def drafted(count: int, path: Path) -> Iterator[str]:
    """How many notes were drafted, and what happens to their page."""
    yield f"{_count(count, 'note')} written into {path}"
    yield "It is built in the place of its sources now; delete it, and they are built again."


def previewed(count: int, path: Path) -> str:
    """How many notes there are to look at, and where."""
    return f"{_count(count, 'note')} to look at in {path}"


def refused(lines: Sequence[str], path: Path, *, undo: bool) -> Iterator[str]:
    """Which lines were written into the file of refused notes, or taken out of it."""
    if not lines:
        yield "these notes are refused already"
        return
    yield from (f"  {line}" for line in lines)
    yield f"{_count(len(lines), 'note')} {'taken out of' if undo else 'written into'} {path}"


def search(guids: list[str]) -> str:
    """A search for Anki's browser that finds exactly these notes, by their field ID."""
    return " OR ".join(f"ID:{guid}" for guid in guids)


def _change(compiled: Compiled, change: Change) -> Iterator[str]:
    place = f"{compiled.root.joinpath(change.now.path).as_posix()}:{change.line}"
    if change.was is None or change.state == "revived":
        yield f"  {_short(change.now.front)}  [{place}]"
        return
    front, back = change.was.front != change.now.front, change.was.back != change.now.back
    yield f"  {_short(change.now.front)}  [{place}]"
    if front:
        yield from _difference("question", change.was.front, change.now.front)
    if back:
        yield from _difference("answer", change.was.back, change.now.back)
    if not front and not back:
        yield "    only explanation, context, tags or markup"


def _difference(side: str, old: str, new: str) -> Iterator[str]:
    """Two versions of one side, from a little before the place where they part."""
    old, new = shown(old), shown(new)
    same = (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    start = next(same, min(len(old), len(new)))
    start = max(0, start - _SHOWN // 3) if len(max(old, new, key=len)) > _SHOWN else 0
    lead = "…" if start else ""
    yield f"    {side}"
    yield f"      - {lead}{_short(old[start:])}"
    yield f"      + {lead}{_short(new[start:])}"


def _beyond_import(compiled: Compiled) -> Iterator[str]:
    """What an import cannot do, with a search that finds the notes in Anki."""
    retired = compiled.sealed.retired
    if retired:
        gone = "gone from the sources"
        gone += " or refused" if any(note.refused for note in retired) else ""
        yield f"Retired ({len(retired)}): {gone}, still in Anki; to find them there:"
        yield from _found(list(retired))
    moved = [c.now for c in compiled.sealed.changes if c.moved]
    if moved:
        yield f"Another deck ({len(moved)}): an import leaves cards where they are; to move them:"
        yield from _found(moved)


def _found(notes: list[LockedNote]) -> Iterator[str]:
    for note in notes[:5]:
        yield f"  {_short(note.front)}  [{note.deck}]"
    if len(notes) > 5:
        yield f"  … and {len(notes) - 5} more"
    for start in range(0, len(notes), _SEARCHED):
        yield f"  search: {search([n.guid for n in notes[start : start + _SEARCHED]])}"


def _short(text: str) -> str:
    text = shown(text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
