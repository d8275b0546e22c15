"""A deck and its sources as the page carries them: plain values, to be written as JSON."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deckgen.compiler import Compiled
from deckgen.model.change import Change
from deckgen.model.deck import SealedNote
from deckgen.model.diagnostic import Diagnostic
from deckgen.model.explained import Explained
from deckgen.model.note import EXTRACTED_TAG
from deckgen.model.notetype import NoteType
from deckgen.preview import clozes
from deckgen.preview.cards import Card, cards
from deckgen.preview.sources import Fate, View, troubled, view
from deckgen.render.html import words
from deckgen.traced import Traced, traced

KINDS = ("Question", "Q/A", "Definition", "Cloze")
EXTRACTED = "Extracted"
_FRONT = "\x01"  # in a back, where all of the front stands; no text has such signs


@dataclass(frozen=True, slots=True)
class Looked:
    """What the page shows, and what its summary counts."""

    deck: str
    notes: tuple[dict[str, Any], ...]
    cards: tuple[dict[str, Any], ...]
    views: tuple[View, ...]
    problems: tuple[Diagnostic, ...]
    kinds: Mapping[str, int]
    decks: Mapping[str, int]
    lengths: tuple[int, ...]

    @property
    def coverage(self) -> list[tuple[str, Mapping[Fate, int]]]:
        """How many words of each source met which fate."""
        return [(view.path, view.words()) for view in self.views]


def looked(compiled: Compiled, read: Iterable[Explained], scripts: Sequence[str]) -> Looked:
    """A compilation with the sources that were read for it. ``scripts`` are those of the cards."""
    sources = list(traced(compiled, read))
    views = _views(compiled, sources)
    deck = compiled.sealed.deck
    types = {sealed.note_type.kind: sealed.note_type for sealed in deck.types}
    notes = _notes(compiled, types, _texts(notes for _, notes in sources), views)
    made = [(at, c) for at, n in enumerate(deck.notes) for c in cards(n, types[n.kind])]
    kinds = Counter(note["kind"] for note in notes)
    extracted = sum(note["extracted"] for note in notes)
    return Looked(
        deck=deck.name,
        notes=notes,
        cards=tuple(_card(card, at, scripts) for at, card in made),
        views=views,
        problems=compiled.diagnostics,
        kinds={kind: kinds[kind] for kind in KINDS if kinds[kind]}
        | ({EXTRACTED: extracted} if extracted else {}),
        decks=dict(Counter(note["deck"] for note in notes).most_common()),
        lengths=tuple(
            _length(deck.notes[at], card, types[deck.notes[at].kind]) for at, card in made
        ),
    )


def _views(
    compiled: Compiled, sources: Iterable[tuple[Explained, tuple[Traced, ...]]]
) -> tuple[View, ...]:
    """Each source with the problems that name its path."""
    by_path: dict[str, list[Diagnostic]] = {}
    for problem in compiled.diagnostics:
        by_path.setdefault(problem.path, []).append(problem)
    return tuple(view(found, notes, by_path.get(found.source.path, ())) for found, notes in sources)


def _notes(
    compiled: Compiled,
    types: Mapping[str, NoteType],
    texts: Mapping[int, str],
    views: Sequence[View],
) -> tuple[dict[str, Any], ...]:
    """The notes of the deck, with what a search looks through, and their places in the sources."""
    sealed = compiled.sealed
    numbered = {problem: n for n, problem in enumerate(compiled.diagnostics)}
    places, of_note = _places(views), troubled(views)
    notes: list[dict[str, Any]] = []
    for at, (note, change) in enumerate(zip(sealed.deck.notes, sealed.changes, strict=True)):
        source, mark = places.get(at, (-1, -1))
        notes.append(
            _note(note, change, types[note.kind])
            | {"text": texts.get(at, change.now.front), "source": source, "mark": mark}
            | {"problems": [numbered[problem] for problem in of_note.get(at, ())]}
        )
    return tuple(notes)


def _texts(sources: Iterable[Sequence[Traced]]) -> dict[int, str]:
    """What a search looks through, by the position of a note."""
    return {
        one.at: f"{one.rendered.front}\n{one.rendered.back}"
        for notes in sources
        for one in notes
        if one.at is not None
    }


def _places(views: Sequence[View]) -> dict[int, tuple[int, int]]:
    """The source of each note, and in it the mark that the note was made of."""
    found: dict[int, tuple[int, int]] = {}
    for source, each in enumerate(views):
        for number, mark in enumerate(each.marks):
            for at in mark.notes:
                found.setdefault(at, (source, number))
    return found


def _note(note: SealedNote, change: Change, kind: NoteType) -> dict[str, Any]:
    return {
        "kind": _kind(note, kind),
        "extracted": EXTRACTED_TAG in note.tags,
        "deck": note.deck,
        "tags": [tag for tag in note.tags if tag != EXTRACTED_TAG],
        "state": change.state,
        "path": change.now.path,
        "line": change.line,
    }


def _kind(note: SealedNote, kind: NoteType) -> str:
    if note.kind == "question":
        return KINDS[0] if note.row[kind.index("Choices")] else KINDS[1]
    return KINDS[3] if note.kind == "cloze" else KINDS[2]


def _card(card: Card, note: int, scripts: Sequence[str]) -> dict[str, Any]:
    back = card.back.replace(card.front, _FRONT, 1) if card.front else card.back
    return {
        "note": note,
        "name": card.name,
        "front": _without(card.front, scripts),
        "back": _without(back, scripts),
        "sounds": [*card.sounds],
        "backSounds": [*card.back_sounds],
        "typed": card.typed,
    }


def _without(side: str, scripts: Sequence[str]) -> str:
    """A side with the numbers of its scripts in their place: thousands of cards share them."""
    for number, script in enumerate(scripts):
        side = side.replace(f"<script>{script}</script>", f"\x02{number}\x02")
    return side


def _length(note: SealedNote, card: Card, kind: NoteType) -> int:
    """How many words the answer of a card has."""
    if kind.cloze:
        text = note.row[kind.index("Text")]
        return len(words(clozes.typed(text, int(card.name.removeprefix("c")))).split())
    field = {"Question": "Answer", "Forward": "Back", "Reverse": "Reverse Back"}[card.name]
    return len(words(note.row[kind.index(field)]).split())
