"""The lock on the disk: one JSON object a line, sorted by GUID, so that git can merge it."""

import json
from pathlib import Path
from typing import Any

from deckgen.model.diagnostic import EnvironmentProblem
from deckgen.model.lock import Lock, LockedNote, LockedType

NAME = "deckgen.lock"
VERSION = 1
_ENCODED = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
_HEAD = "# Written by deckgen. It keeps who each note is in Anki: commit it with the sources."
_END_OF_TIME = 1 << 40
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def read(path: Path) -> Lock:
    """The lock of a folder; an empty one where there is none.

    A lock that git left in conflict is read as the union of both sides. Raises EnvironmentProblem
    for a lock that is damaged or was written by a newer deckgen.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Lock()
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentProblem(f"{path}: the lock cannot be read: {error}", _RESTORE) from error
    return parse(text, str(path))


_RESTORE = "restore it from version control, or delete it: unchanged notes get the same GUIDs again"


# Whatever json and the conversions raise; deep nesting exhausts the stack.
_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)


def parse(text: str, shown: str) -> Lock:
    """The lock in a text; ``shown`` names it in messages."""
    notes: dict[str, LockedNote] = {}
    types: dict[str, LockedType] = {}
    versioned = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith(("#", *_CONFLICT)):
            continue
        try:
            entry = json.loads(line)
            if "lock" in entry:
                versioned = True
                _check_version(entry["lock"], shown)
            elif "type" in entry:
                kept = LockedType(
                    str(entry["type"]), str(entry["fingerprint"]), _time(entry["mod"])
                )
                types[kept.kind] = max(kept, types.get(kept.kind, kept), key=lambda t: t.mod)
            else:
                note = _note(entry)
                notes[note.guid] = _newer(note, notes.get(note.guid))
        except _DAMAGE as error:
            raise EnvironmentProblem(
                f"{shown}:{number}: this line of the lock is damaged", _RESTORE
            ) from error
    if not versioned and (notes or types):
        raise EnvironmentProblem(f"{shown}:1: this lock has lost its first lines", _RESTORE)
    return Lock(
        tuple(notes[guid] for guid in sorted(notes)), tuple(types[kind] for kind in sorted(types))
    )


def dump(lock: Lock) -> str:
    """The text of a lock; the same lock gives the same text."""
    lines = [_HEAD, _line({"lock": VERSION})]
    lines += [
        _line({"type": t.kind, "fingerprint": t.fingerprint, "mod": t.mod}) for t in lock.types
    ]
    lines += [_line(_entry(note)) for note in lock.notes]
    return "\n".join(lines) + "\n"


def _check_version(version: object, shown: str) -> None:
    if version != VERSION:
        raise EnvironmentProblem(
            f"{shown}: this lock was written by a newer deckgen (lock version {version})",
            "update deckgen: pip install --upgrade deckgen",
        )


def _time(value: object) -> int:
    """Unix seconds; raises ValueError or OverflowError for what is no time."""
    seconds = int(value)  # type: ignore[call-overload]
    if not 0 <= seconds < _END_OF_TIME:
        raise ValueError(seconds)
    return int(seconds)


def _note(entry: dict[str, Any]) -> LockedNote:
    return LockedNote(
        guid=str(entry["guid"]),
        kind=str(entry["kind"]),
        path=str(entry["path"]),
        heading=str(entry.get("heading", "")),
        deck=str(entry["deck"]),
        front=str(entry["front"]),
        back=str(entry["back"]),
        fingerprint=str(entry["fingerprint"]),
        mod=_time(entry["mod"]),
        retired=_time(entry.get("retired", 0)),
        deletions=tuple((int(n), str(t)) for n, t in entry.get("deletions", ())),
        id=str(entry.get("id", "")),
        refused=str(entry.get("refused", "")),
    )


def _newer(one: LockedNote, other: LockedNote | None) -> LockedNote:
    """Of two lines about one note, the later state; a living note before a retired one."""
    if other is None:
        return one
    return max(one, other, key=lambda n: (n.mod, not n.retired, n.fingerprint, n.path))


def _entry(note: LockedNote) -> dict[str, Any]:
    entry: dict[str, Any] = {"guid": note.guid}
    entry |= {"id": note.id} if note.id else {}
    entry |= {"kind": note.kind, "path": note.path}
    entry |= {"heading": note.heading} if note.heading else {}
    entry |= {"deck": note.deck, "front": note.front, "back": note.back}
    entry |= {"deletions": [list(d) for d in note.deletions]} if note.deletions else {}
    entry |= {"fingerprint": note.fingerprint, "mod": note.mod}
    entry |= {"refused": note.refused} if note.refused else {}
    return entry | ({"retired": note.retired} if note.retired else {})


def _line(entry: dict[str, Any]) -> str:
    return _ENCODED(entry)
