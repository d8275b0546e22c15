"""Which note of a source became which note of the deck."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckgen.compiler import Compiled
from deckgen.identify import faces
from deckgen.model.deck import RenderedNote
from deckgen.model.explained import Explained
from deckgen.model.note import Note
from deckgen.yielding import rendered_as


@dataclass(frozen=True, slots=True)
class Traced:
    """A note as it was read and as it was rendered; ``at`` is its position in the deck.

    None is the position of a note that is not in the deck: it stands there twice, is refused, or
    cannot be seen.
    """

    note: Note
    rendered: RenderedNote
    at: int | None


def traced(
    compiled: Compiled, read: Iterable[Explained]
) -> Iterator[tuple[Explained, tuple[Traced, ...]]]:
    """Each source that was read for a deck, with its notes."""
    places: dict[tuple[object, ...], int] = {}
    for at, change in enumerate(compiled.sealed.changes):
        note = change.now
        places[note.path, change.line, note.kind, note.front, note.back] = at
    for found in read:
        rendered = rendered_as(found, compiled.sealed.deck.name)
        yield (
            found,
            tuple(
                Traced(note, one, places.pop(_key(one), None))
                for note, one in zip(found.notes, rendered, strict=True)
            ),
        )


def _key(note: RenderedNote) -> tuple[object, ...]:
    face = faces.of_note(note)
    return note.path, note.line, note.kind, face.front, face.back
