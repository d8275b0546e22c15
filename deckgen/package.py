"""Deck -> the bytes of an .apkg. The only home of ``genanki``.

genanki builds rows, models and decks; what is changed here is what it cannot say: the time of each
note and note type, integer ids on fields and templates, and an archive without wall-clock times.
"""

import io
import itertools
import json
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from deckgen.model.deck import Deck, SealedNote, SealedType

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest time a zip archive knows
_INSERT_NOTE = f"INSERT INTO notes VALUES ({','.join('?' * 11)})"
_INSERT_CARD = f"INSERT INTO cards VALUES ({','.join('?' * 18)})"


class _NoteType(genanki.Model):  # type: ignore[misc]
    """A model with its own time instead of that of the build."""

    def __init__(self, sealed: SealedType) -> None:
        kind = sealed.note_type
        super().__init__(
            kind.id,
            kind.name,
            fields=[{"name": f.name, "id": f.id} for f in kind.fields],
            templates=[
                {"name": t.name, "id": t.id, "qfmt": t.front, "afmt": t.back}
                for t in kind.templates
            ],
            css=kind.css,
            model_type=genanki.Model.CLOZE if kind.cloze else genanki.Model.FRONT_BACK,
        )
        self.mod = sealed.mod

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        return dict(super().to_json(self.mod, deck_id))


class _Deck(genanki.Deck):  # type: ignore[misc]
    """A deck that writes its own rows: genanki makes an object of each note and of each card.

    The rows are those that genanki would write, in its order, but each note has its own time, and
    its fields are not looked through once more: they come from the sanitiser, and genanki's looks
    for tags and for deletions take quadratic time on "<" and on open braces.
    """

    def __init__(self, name: str) -> None:
        super().__init__(_deck_id(name), name)
        self.rows: list[tuple[SealedNote, _NoteType, int]] = []

    def add(self, note: SealedNote, model: _NoteType, due: int) -> None:
        self.add_model(model)
        self.rows.append((note, model, due))

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, timestamp, id_gen)
        for note, model, due in self.rows:
            id_, mod = next(id_gen), int(note.mod)
            said = (f" {' '.join(note.tags)} ", "\x1f".join(note.row), note.row[0])
            known = (id_, note.guid, model.model_id, mod, -1)
            cursor.execute(_INSERT_NOTE, (*known, *said, 0, 0, ""))
            for ordinal in _ordinals(note, model):
                place = (next(id_gen), id_, self.deck_id, ordinal, mod, -1, 0, 0, due)
                cursor.execute(_INSERT_CARD, (*place, 0, 0, 0, 0, 0, 0, 0, 0, ""))


def _ordinals(note: SealedNote, model: _NoteType) -> list[int]:
    """The cards of a note: one for each deletion number, or for each template with a question."""
    if model.model_type == genanki.Model.CLOZE:
        return [number - 1 for number in note.numbers]
    return [
        ordinal
        for ordinal, how, fields in model._req
        if (any if how == "any" else all)(note.row[field] for field in fields)
    ]


def package(deck: Deck) -> bytes:
    """The package of a deck without media; the same deck gives the same bytes."""
    buffer = io.BytesIO()
    write(deck, (), buffer)
    return buffer.getvalue()


def write(deck: Deck, media: Sequence[tuple[str, Iterable[bytes]]], file: IO[bytes]) -> None:
    """Write the package of a deck into a file; the same deck and media give the same bytes.

    ``media`` are names with their contents piece by piece: no file is ever held as a whole.
    """
    names = {str(number): name for number, (name, _) in enumerate(media)}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(_entry("collection.anki2"), _collection(deck))
        archive.writestr(_entry("media"), json.dumps(names, sort_keys=True).encode())
        for number, (_, content) in enumerate(media):
            # Pictures and sounds are compressed already.
            entry = _entry(str(number), zipfile.ZIP_STORED)
            with archive.open(entry, "w", force_zip64=False) as member:
                for chunk in content:
                    member.write(chunk)


def _entry(name: str, compression: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = compression
    entry.external_attr = 0o644 << 16
    return entry


def _collection(deck: Deck) -> bytes:
    """The database of Anki."""
    with sqlite3.connect(":memory:") as db:
        cursor = db.cursor()
        cursor.executescript(APKG_SCHEMA)
        cursor.executescript(APKG_COL)
        ids = itertools.count(deck.time * 1000)
        for part in _decks(deck):
            part.write_to_db(cursor, deck.time, ids)
        cursor.execute(
            "UPDATE col SET crt = ?, mod = ?, scm = ?",
            (deck.time, deck.time * 1000, deck.time * 1000),
        )
        db.commit()
        collection = db.serialize()
    db.close()
    return collection


def _decks(deck: Deck) -> list[_Deck]:
    """One genanki deck for each deck name, in order of appearance."""
    models = {t.note_type.kind: _NoteType(t) for t in deck.types}
    parts: dict[str, _Deck] = {}
    for due, note in enumerate(deck.notes, 1):
        part = parts.get(note.deck)
        if part is None:
            part = parts[note.deck] = _Deck(note.deck)
        part.add(note, models[note.kind], due)
    return list(parts.values())


def _deck_id(name: str) -> int:
    """A number that a deck's name gives; Anki matches decks by name and needs only a unique id."""
    return 1_700_000_000_000 + zlib.crc32(name.lower().encode())
