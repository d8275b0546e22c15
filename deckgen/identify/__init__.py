"""Rendered notes + lock -> who each note is. Nothing here reads the clock or the disk.

The steps, first match wins, one old note for one new note (see ``steps``):

 0. an id that the author wrote, 1. unchanged where it was, 2. unchanged elsewhere,
 3. the same question with another answer, 4. an edited question, in its file and then in others,
 5. a retired note that is back, 6. new.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from deckgen.identify import faces, mint, steps
from deckgen.model.deck import RenderedNote
from deckgen.model.lock import LockedNote

How = Literal["named", "same", "moved", "answer", "edited", "revived", "new"]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a note is: its GUID, the note it was (None for a new one), and how that was told.

    ``rival`` is the front of an equally good candidate that made the step ambiguous, or empty.
    """

    guid: str
    was: LockedNote | None
    how: How
    rival: str = ""


def identify(
    notes: Sequence[RenderedNote], locked: Sequence[LockedNote], taken: Iterable[str]
) -> tuple[Identity, ...]:
    """The identity of each note, in the order of ``notes``.

    ``locked`` are the notes that the lock remembers for the sources that are built, retired ones
    included; ``taken`` are all GUIDs that the lock knows. GUIDs are unique in the result, and none
    of an unmatched locked note is given away.
    """
    matched = _named(notes, locked)
    named = {entry.guid for entry, _ in matched.values()}
    open_ = [i for i in range(len(notes)) if i not in matched]
    living = [entry for entry in locked if not entry.retired and entry.guid not in named]
    retired = [entry for entry in locked if entry.retired and entry.guid not in named]
    new = [faces.of_note(note) for note in notes]
    pairs = steps.match(
        [new[i] for i in open_],
        [faces.of_locked(entry) for entry in living],
        [faces.of_locked(entry) for entry in retired],
    )
    old = [*living, *retired]
    for pair in pairs.found:
        matched[open_[pair.new]] = (old[pair.old], pair.how)
    rivals = {open_[i]: rival for i, rival in pairs.ambiguous.items()}

    used = set(taken) | {entry.guid for entry in locked}
    identities: list[Identity] = []
    for i, note in enumerate(notes):
        if i in matched:
            entry, how = matched[i]
            identities.append(Identity(entry.guid, entry, how, rivals.get(i, "")))
            continue
        guid = note.id if note.id and note.id not in used else mint.guid(new[i], used)
        used.add(guid)
        identities.append(Identity(guid, None, "new", rivals.get(i, "")))
    return tuple(identities)


def _named(
    notes: Sequence[RenderedNote], locked: Sequence[LockedNote]
) -> dict[int, tuple[LockedNote, How]]:
    """Step 0: notes that their author gave an id, which is a GUID or a name the lock knows."""
    known = {name: entry for entry in locked for name in (entry.id, entry.guid) if name}
    matched: dict[int, tuple[LockedNote, How]] = {}
    taken: set[str] = set()
    for i, note in enumerate(notes):
        entry = known.get(note.id) if note.id else None
        if entry and entry.kind == note.kind and entry.guid not in taken:
            matched[i] = (entry, "revived" if entry.retired else "named")
            taken.add(entry.guid)
    return matched


def duplicates(notes: Sequence[RenderedNote]) -> tuple[tuple[int, int], ...]:
    """Indices of notes whose front and back stand in another note before them: (later, first).

    Two pictures of one name in two folders are two pictures.
    """
    first: dict[tuple[object, ...], int] = {}
    found: list[tuple[int, int]] = []
    keys = [(note.kind, note.front, note.back, note.media) for note in notes]
    counted = Counter(keys)
    for i, key in enumerate(keys):
        if counted[key] > 1 and first.setdefault(key, i) != i:
            found.append((i, first[key]))
    return tuple(found)
