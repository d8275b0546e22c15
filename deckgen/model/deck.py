"""What is written into a package: sealed notes with their GUIDs and times."""

from dataclasses import dataclass

from deckgen.model.media import Media
from deckgen.model.notetype import NoteType
from deckgen.model.source import Unit


@dataclass(frozen=True, slots=True)
class RenderedNote:
    """A note as HTML fields. ``row`` has no ID and no time yet.

    ``front`` and ``back`` are its plain texts, by which it is told again; ``id`` is what the author
    calls it, or empty. ``media`` are the files that its fields show.
    """

    kind: str
    row: tuple[str, ...]
    tags: tuple[str, ...]
    deck: str
    path: str
    line: int
    heading: str
    front: str
    back: str
    id: str = ""
    media: tuple[Media, ...] = ()
    unit: Unit = "line"


@dataclass(frozen=True, slots=True)
class SealedNote:
    """A note as Anki will see it.

    ``mod`` is when its content last changed, in Unix seconds; ``numbers`` are the deletion numbers
    of a cloze note, each of which gives a card.
    """

    guid: str
    kind: str
    row: tuple[str, ...]
    tags: tuple[str, ...]
    deck: str
    mod: int
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedType:
    """A note type and when its templates or its CSS last changed, in Unix seconds."""

    note_type: NoteType
    mod: int


@dataclass(frozen=True, slots=True)
class Deck:
    """All that goes into one package, notes in the order in which they will be learned."""

    name: str
    notes: tuple[SealedNote, ...]
    types: tuple[SealedType, ...]

    @property
    def time(self) -> int:
        """The newest time of anything within: the same for the same sources and lock."""
        return max([note.mod for note in self.notes] + [kind.mod for kind in self.types])
