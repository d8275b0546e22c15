"""What the rules for decks look at: all notes with their places, and the pages they are from."""

from dataclasses import dataclass

from deckgen.model.diagnostic import Diagnostic
from deckgen.model.document import Document
from deckgen.model.note import Note
from deckgen.model.source import Source


@dataclass(frozen=True, slots=True)
class Page:
    """One source: what was read of it, its notes, and what is wrong with it.

    The lines of its notes and problems count in the text of the source.
    """

    source: Source
    document: Document
    notes: tuple[Note, ...]
    problems: tuple[Diagnostic, ...] = ()

    @property
    def path(self) -> str:
        """The path of the source."""
        return self.source.path

    def place(self, line: int) -> str:
        """A line of the text, as the author of the file knows it: ``coast.txt, line 3``."""
        places = self.source.places
        number = places[line - 1][0] if 0 < line <= len(places) else line
        return f"{self.path}, {self.source.unit} {number}"


@dataclass(frozen=True, slots=True)
class Collection:
    """All sources of a build, in their order, and the names of their decks."""

    pages: tuple[Page, ...]
    decks: tuple[str, ...] = ()
