"""The lock: what Anki must not forget between two builds."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LockedNote:
    """One note as it was built last.

    ``front`` and ``back`` are plain texts, cut where they are long (a digest stands for the rest,
    so that equal texts stay equal). ``mod`` is when the content last changed, ``retired`` when the
    note left the source, both in Unix seconds, 0 for a living note. ``deletions`` are the texts of
    a cloze note by number, kept when they go, so that a number never changes its meaning. ``id``
    is what the author calls the note, where that is not its GUID.
    """

    guid: str
    kind: str
    path: str
    heading: str
    deck: str
    front: str
    back: str
    fingerprint: str
    mod: int
    retired: int = 0
    deletions: tuple[tuple[int, str], ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class LockedType:
    """A note type as it was built last."""

    kind: str
    fingerprint: str
    mod: int


@dataclass(frozen=True, slots=True)
class Lock:
    """All that is remembered; an empty lock is a first build."""

    notes: tuple[LockedNote, ...] = ()
    types: tuple[LockedType, ...] = field(default=())
