"""Sealed notes -> cards as Anki's reviewer shows them: front, back, and what sounds on them."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deckgen.model.deck import SealedNote
from deckgen.model.notetype import NoteType, Template
from deckgen.preview import clozes, templates

_SOUND = re.compile(r"\[sound:([^\]]+)\]")
_TYPED = re.compile(r"\[\[type:(.+?)\]\]")
_LINE_BREAKS = re.compile(r"(?:\n|<br\s?/?>|</?div>)+", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Card:
    """A card of a note.

    ``name`` is that of its template, or of its deletion. In the texts, ``[anki:play:q:0]`` is a
    button for the first of ``sounds``, ``[anki:play:a:0]`` one for the first of ``back_sounds``;
    ``[[type:…]]`` is where the learner types ``typed``, which is empty where nothing is typed.
    """

    name: str
    front: str
    back: str
    sounds: tuple[str, ...] = ()
    back_sounds: tuple[str, ...] = ()
    typed: str = ""


def cards(note: SealedNote, kind: NoteType) -> Iterator[Card]:
    """The cards of a note, in the order of Anki's numbers."""
    names = (field.name for field in kind.fields)
    fields = dict(zip(names, note.row, strict=True)) | {"Deck": note.deck}
    for template, number, name in _numbered(note, kind):
        if kind.cloze or templates.is_card(template.front, fields):
            yield _card(template, fields, number, name)


def _numbered(note: SealedNote, kind: NoteType) -> Iterator[tuple[Template, int, str]]:
    if kind.cloze:
        for number in note.numbers:
            yield kind.templates[0], number, f"c{number}"
        return
    for template in kind.templates:
        yield template, 1, template.name


def _card(template: Template, fields: Mapping[str, str], number: int, name: str) -> Card:
    front, sounds = _playable(templates.rendered(template.front, fields, number), "q")
    back = templates.rendered(template.back, fields, number, front=front)
    back, back_sounds = _playable(back, "a")
    return Card(name, front, back, sounds, back_sounds, _expected(front, fields, number))


def _playable(text: str, side: str) -> tuple[str, tuple[str, ...]]:
    """A text with its sounds as Anki's places to play them, and their names."""
    names = tuple(html.unescape(name) for name in _SOUND.findall(text))
    places = iter(range(len(names)))
    return _SOUND.sub(lambda _: f"[anki:play:{side}:{next(places)}]", text), names


def _expected(front: str, fields: Mapping[str, str], number: int) -> str:
    """What Anki compares with what the learner types, as plain text."""
    found = _TYPED.search(front)
    if not found:
        return ""
    name = found[1].removeprefix("cloze:")
    text = clozes.typed(fields[name], number) if name != found[1] else fields[name]
    return html.unescape(_TAG.sub("", _LINE_BREAKS.sub(" ", text))).replace("\xa0", " ").strip()
