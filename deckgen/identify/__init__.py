"""Rendered notes + lock -> who each note is. Nothing here reads the clock or the disk.

The steps, first match wins, one old note for one new note (see ``steps``):

 1. unchanged where it was, 2. unchanged elsewhere, 3. the same question with another answer,
 4. an edited question, in its file and then in others, 5. a retired note that is back, 6. new.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from deckgen.identify import faces, mint, steps
from deckgen.model.deck import RenderedNote
from deckgen.model.lock import LockedNote

How = Literal["same", "moved", "answer", "edited", "revived", "new"]


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
    new = [faces.of_note(note) for note in notes]
    living = [entry for entry in locked if not entry.retired]
    retired = [entry for entry in locked if entry.retired]
    matched: dict[int, tuple[LockedNote, How]] = {}
    rivals: dict[int, str] = {}

    old = [faces.of_locked(entry) for entry in living]
    pairs = steps.match(new, old)
    for pair in pairs.found:
        matched[pair.new] = (living[pair.old], pair.how)
    rivals.update(pairs.ambiguous)

    open_ = [i for i in range(len(new)) if i not in matched]
    back = steps.match_exactly([new[i] for i in open_], [faces.of_locked(e) for e in retired])
    for i, o in back:
        matched[open_[i]] = (retired[o], "revived")

    used = set(taken) | {entry.guid for entry in locked}
    identities: list[Identity] = []
    for i, face in enumerate(new):
        if i in matched:
            entry, how = matched[i]
            identities.append(Identity(entry.guid, entry, how, rivals.get(i, "")))
        else:
            guid = mint.guid(face, used)
            used.add(guid)
            identities.append(Identity(guid, None, "new", rivals.get(i, "")))
    return tuple(identities)


def duplicates(notes: Sequence[RenderedNote]) -> tuple[tuple[int, int], ...]:
    """Indices of notes whose front and back stand in another note before them: (later, first)."""
    first: dict[tuple[str, str, str], int] = {}
    found: list[tuple[int, int]] = []
    counted = Counter((n.kind, n.front, n.back) for n in notes)
    for i, note in enumerate(notes):
        key = (note.kind, note.front, note.back)
        if counted[key] > 1 and first.setdefault(key, i) != i:
            found.append((i, first[key]))
    return tuple(found)
