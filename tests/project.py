"""A project in a folder: sources to write, deckgen to run on them, the package to read back."""

import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckgen import compiler
from deckgen.compiler import Compiled
from deckgen.edges import lockfile
from deckgen.model.lock import Lock, LockedNote

START = 1_700_000_000  # the clock of the first build, in Unix seconds
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Ran:
    """What the real command did."""

    code: int
    stdout: str
    stderr: str


class Project:
    """A folder with ``source/`` in it; ``build`` writes ``deck.apkg`` beside that."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.source = root / "source"
        self.output = root / "deck.apkg"
        self.lock_path = self.source / lockfile.NAME
        self.source.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, text: str) -> None:
        """One source; its path is relative to ``source/``."""
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """An edit of one source; ``old`` must stand in it exactly once."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def read(self, name: str) -> str:
        return (self.source / name).read_text(encoding="utf-8")

    def rename(self, old: str, new: str) -> None:
        """Move a file or a folder."""
        target = self.source / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.source / old).rename(target)

    def delete(self, name: str) -> None:
        (self.source / name).unlink()

    def lose_lock(self) -> None:
        self.lock_path.unlink()

    def plan(self, now: int = START, deck: str = "Deck") -> Compiled:
        """What a build would give; nothing is written."""
        return compiler.compile_deck(self.source, now, deck=deck)

    def build(self, now: int = START, deck: str = "Deck") -> Compiled:
        """Build in this process, at the time ``now``."""
        compiled, _ = compiler.build(self.source, self.output, now, deck=deck)
        return compiled

    def run(self, *arguments: str, timeout: float = 60, **environment: str) -> Ran:
        """The real command in the project's folder, with its real clock."""
        done = subprocess.run(
            [sys.executable, "-m", "deckgen", *arguments],
            cwd=self.root,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def lock(self) -> Lock:
        return lockfile.read(self.lock_path)

    def package(self) -> "Package":
        return Package.read(self.output.read_bytes())

    def files(self) -> set[str]:
        """All files below the project's folder, hidden ones too."""
        found = (p for p in self.root.rglob("*") if p.is_file())
        return {p.relative_to(self.root).as_posix() for p in found}


@dataclass(frozen=True, slots=True)
class PackedNote:
    """A note as it stands in a package; ``dues`` has one number per card, by template."""

    id: int
    guid: str
    type_id: int
    mod: int
    tags: tuple[str, ...]
    fields: dict[str, str]
    deck: str
    dues: tuple[int, ...]
    card_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """The content of an .apkg, by the notes' ids; ``types`` as Anki's JSON has them."""

    notes: tuple[PackedNote, ...]
    types: dict[int, dict[str, Any]]
    members: tuple[zipfile.ZipInfo, ...]

    @classmethod
    def read(cls, content: bytes) -> "Package":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.testzip() is None
            members = tuple(archive.infolist())
            collection = archive.read("collection.anki2")
        with closing(sqlite3.connect(":memory:")) as db:
            db.deserialize(collection)
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            types, decks = (
                json.loads(t) for t in db.execute("SELECT models, decks FROM col").fetchone()
            )
            names = {
                int(id_): [field["name"] for field in type_["flds"]] for id_, type_ in types.items()
            }
            notes = []
            for id_, guid, mid, mod, tags, row in db.execute(
                "SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id"
            ).fetchall():
                cards = db.execute(
                    "SELECT id, did, due FROM cards WHERE nid = ? ORDER BY ord", (id_,)
                ).fetchall()
                notes.append(
                    PackedNote(
                        id_,
                        guid,
                        mid,
                        mod,
                        tuple(tags.split()),
                        dict(zip(names[mid], row.split("\x1f"), strict=True)),
                        decks[str(cards[0][1])]["name"] if cards else "",
                        tuple(due for _, _, due in cards),
                        tuple(card for card, _, _ in cards),
                    )
                )
        return cls(tuple(notes), {int(k): v for k, v in types.items()}, members)

    def guids(self) -> list[str]:
        return [note.guid for note in self.notes]

    def by_guid(self) -> dict[str, PackedNote]:
        return {note.guid: note for note in self.notes}


def pairs(*cards: tuple[str, str]) -> str:
    """Questions and answers as a source has them."""
    return "\n".join(f"Q: {front}\nA: {back}\n" for front, back in cards)


def entry(compiled: Compiled, front: str) -> LockedNote:
    """What a build made of the one living note with this front."""
    (found,) = (change.now for change in compiled.sealed.changes if change.now.front == front)
    return found


def guid(compiled: Compiled, front: str) -> str:
    return entry(compiled, front).guid


def states(compiled: Compiled) -> dict[str, str]:
    """The state of each note by its front."""
    return {change.now.front: change.state for change in compiled.sealed.changes}
