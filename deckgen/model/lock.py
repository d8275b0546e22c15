"""The lock: what Anki must not forget between two builds."""

import hashlib
import re
from dataclasses import dataclass, field

_DIGEST = re.compile(r"…#[0-9a-f]{12}$")


@dataclass(frozen=True, slots=True)
class LockedNote:
    """One note as it was built last.

    ``front`` and ``back`` are plain texts, cut where they are long (a digest stands for the rest,
    so that equal texts stay equal). ``mod`` is when the content last changed, ``retired`` when the
    note left the source, both in Unix seconds, 0 for a living note. ``deletions`` are the texts of
    a cloze note by number, kept when they go, so that a number never changes its meaning. ``id``
    is what the author calls the note, where that is not its GUID. ``refused`` is the line that
    refuses it, or empty; fingerprint and time of a refused note are those of its last card.
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
    refused: str = ""


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


def cut(text: str, length: int) -> str:
    """A text for the lock: equal texts stay equal, different ones different."""
    if len(text) <= length:
        return text
    return f"{text[:length]}…#{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def without_digest(text: str) -> str:
    """What a cut text has kept of the words."""
    return _DIGEST.sub("", text) if "…#" in text else text


def shown(text: str) -> str:
    """A text from the lock, for a person to read."""
    return _DIGEST.sub("…", text)
