"""Rendered notes + identities + lock -> the deck to write, the lock to keep, what changed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count

from deckgen.identify import Identity, faces
from deckgen.model.change import Change, State
from deckgen.model.deck import Deck, RenderedNote, SealedNote, SealedType
from deckgen.model.lock import Lock, LockedNote, LockedType, cut
from deckgen.model.note import EXTRACTED_TAG
from deckgen.model.notetype import AS_THEY_ARE, Looks, NoteType
from deckgen.notetypes import note_types, restyled

_VOLATILE = ("Source", "ID")  # fields that say where and who, not what: they make no edit
_DELETION_KEPT = 80  # characters of a deletion in the lock
_LIKE = 0.5  # of the words: two deletions that share so many are one deletion, edited


@dataclass(frozen=True, slots=True)
class Sealed:
    """A deck, the lock that belongs to it, and the difference to the build before.

    ``retired`` are the notes that leave the deck, those that are ``refused`` since now among them.
    """

    deck: Deck
    lock: Lock
    changes: tuple[Change, ...]
    retired: tuple[LockedNote, ...]
    updated_types: tuple[str, ...]
    refused: tuple[LockedNote, ...] = ()


def seal(
    name: str,
    notes: Sequence[RenderedNote],
    identities: Sequence[Identity],
    lock: Lock,
    scope: Sequence[LockedNote],
    now: int,
    refused: Sequence[str] = (),
    looks: Looks = AS_THEY_ARE,
) -> Sealed:
    """Give every note its GUID and its time.

    ``refused`` is the line that refuses each note, or empty; such a note stays in the lock only.
    ``scope`` are the locked notes of the sources that were built: those among them that no note
    is any more are retired. ``now`` is in Unix seconds. A time rises only where the content
    changed, and then always, even under a clock that was set back.
    """
    sealed: list[SealedNote] = []
    changes: list[Change] = []
    kept_out: list[LockedNote] = []
    leaving: list[LockedNote] = []
    lines = refused or [""] * len(notes)
    for note, identity, line in zip(notes, identities, lines, strict=True):
        row, deletions = _numbered(note, identity.was)
        face = faces.of_note(note)
        fingerprint = _fingerprint(note, row)
        state, mod = _state(identity, fingerprint, now)
        kept = LockedNote(
            guid=identity.guid,
            kind=note.kind,
            path=note.path,
            heading=note.heading,
            deck=note.deck,
            front=face.front,
            back=face.back,
            fingerprint=fingerprint,
            mod=mod,
            deletions=deletions,
            id=note.id if note.id != identity.guid else "",
        )
        if line:
            kept_out.append(_refused(kept, identity.was, line))
            leaving += [kept_out[-1]] if _was_in_deck(identity.was) else []
            continue
        moved = identity.was is not None and identity.was.deck != note.deck
        writable = not note.id and EXTRACTED_TAG not in note.tags
        changes.append(
            Change(state, kept, identity.was, moved, note.line, identity.rival, writable)
        )
        sealed.append(
            SealedNote(
                identity.guid,
                note.kind,
                _with_id(note.kind, row, identity.guid),
                note.tags,
                note.deck,
                mod,
                _numbers(note.kind, row),
            )
        )
    present = {identity.guid for identity in identities}
    retired = tuple(
        replace(e, retired=now) for e in scope if not e.retired and e.guid not in present
    )
    types, locked_types, updated = _types(lock, {n.kind for n in sealed}, now, looks)
    left = {e.guid for e in retired}
    others = [e for e in lock.notes if e.guid not in present and e.guid not in left]
    entries = [c.now for c in changes] + kept_out + list(retired) + others
    return Sealed(
        deck=Deck(name, tuple(sealed), types),
        lock=Lock(tuple(sorted(entries, key=lambda e: e.guid)), locked_types),
        changes=tuple(changes),
        retired=(*leaving, *(e for e in retired if not e.refused)),
        updated_types=updated,
        refused=tuple(kept_out),
    )


def _was_in_deck(was: LockedNote | None) -> bool:
    return was is not None and not was.retired and not was.refused


def _refused(kept: LockedNote, was: LockedNote | None, line: str) -> LockedNote:
    """A refused note for the lock: it is followed, but its last card stays what Anki has."""
    if was is None:
        return replace(kept, refused=line)
    return replace(kept, refused=line, fingerprint=was.fingerprint, mod=was.mod, deck=was.deck)


def _numbers(kind: str, row: tuple[str, ...]) -> tuple[int, ...]:
    """The deletion numbers of a cloze note, each once."""
    if kind != "cloze":
        return ()
    from deckgen.render import clozes

    text = row[_place("cloze", "Text")]
    return tuple(sorted({number for number, _ in clozes.deletions(text) if number > 0}))


def _state(identity: Identity, fingerprint: str, now: int) -> tuple[State, int]:
    was = identity.was
    if was is None:
        return "new", now
    # A note that comes back as it was is left alone: Anki has kept it, with the learner's edits.
    mod = was.mod if was.fingerprint == fingerprint else max(now, was.mod + 1)
    if was.retired or was.refused:
        return "revived", mod
    return ("unchanged" if mod == was.mod else "edited"), mod


def _fingerprint(note: RenderedNote, row: tuple[str, ...]) -> str:
    left_out = [_place(note.kind, name) for name in _VOLATILE]
    said = [value for at, value in enumerate(row) if at not in left_out]
    return _digest(note.kind, *said, *note.tags)


@cache
def _place(kind: str, field: str) -> int:
    """Where in a row a field stands."""
    return note_types()[kind].index(field)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _with_id(kind: str, row: tuple[str, ...], guid: str) -> tuple[str, ...]:
    at = _place(kind, "ID")
    return (*row[:at], guid, *row[at + 1 :])


def _numbered(
    note: RenderedNote, was: LockedNote | None
) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """The row with the deletion numbers that its cards already have, and all numbers ever used.

    A card belongs to a number: a deletion that goes leaves its number unused, and a new one gets
    the next. The author's own numbers count only for deletions that are new.
    """
    if note.kind != "cloze":
        return note.row, ()
    from deckgen.render import clozes
    from deckgen.render.html import words

    at = _place("cloze", "Text")
    text = note.row[at]
    wanted: dict[int, list[str]] = {}
    for number, shown in clozes.deletions(text):
        wanted.setdefault(number, []).append(words(shown))
    used = dict(was.deletions) if was else {}
    numbers = _assign({n: " / ".join(texts) for n, texts in wanted.items()}, used)
    kept = used | {
        numbers[n]: cut(" / ".join(texts), _DELETION_KEPT) for n, texts in wanted.items()
    }
    row = (*note.row[:at], clozes.renumbered(text, numbers), *note.row[at + 1 :])
    return row, tuple(sorted(kept.items()))


def _assign(wanted: dict[int, str], used: dict[int, str]) -> dict[int, int]:
    """Source number -> card number: the same text, then a like text, then the same number, free."""
    numbers: dict[int, int] = {}
    free = dict(used)
    texts = {n: cut(text, _DELETION_KEPT) for n, text in wanted.items()}
    for number, text in texts.items():
        hit = (
            number
            if free.get(number) == text
            else next((n for n, t in free.items() if t == text), None)
        )
        if hit is not None:
            numbers[number] = hit
            del free[hit]
    for number, text in texts.items():
        if number not in numbers and free:
            best = max(free, key=lambda n: (_likeness(text, free[n]), n == number))
            if _likeness(text, free[best]) >= _LIKE:
                numbers[number] = best
                del free[best]
    taken = set(used) | set(numbers.values())
    for number in wanted:
        if number not in numbers:
            own = number if number not in taken else next(n for n in count(1) if n not in taken)
            numbers[number] = own
            taken.add(own)
    return numbers


def _likeness(one: str, other: str) -> float:
    a, b = set(faces.words(one).split()), set(faces.words(other).split())
    return len(a & b) / len(a | b) if a | b else 0.0


def _types(
    lock: Lock, kinds: set[str], now: int, looks: Looks
) -> tuple[tuple[SealedType, ...], tuple[LockedType, ...], tuple[str, ...]]:
    known = {t.kind: t for t in lock.types}
    types = {k: restyled(note_types()[k], looks.theme, looks.css) for k in sorted(kinds)}
    updated: list[str] = []
    for kind, note_type in types.items():
        fingerprint = _type_fingerprint(note_type)
        before = known.get(kind)
        if before is None or before.fingerprint != fingerprint:
            mod = max(now, before.mod + 1) if before else now
            known[kind] = LockedType(kind, fingerprint, mod)
            updated += [kind] if before else []
    sealed = tuple(SealedType(note_type, known[k].mod) for k, note_type in types.items())
    return sealed, tuple(known[k] for k in sorted(known)), tuple(updated)


def _type_fingerprint(note_type: NoteType) -> str:
    looks = [part for t in note_type.templates for part in (t.front, t.back)]
    return _digest(note_type.css, *looks, *(f.name for f in note_type.fields))
