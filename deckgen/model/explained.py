"""A source and what became of its lines, for those who want to know."""

from collections.abc import Callable
from dataclasses import dataclass

from deckgen.model.coverage import Told
from deckgen.model.diagnostic import Diagnostic
from deckgen.model.document import Document
from deckgen.model.note import Note
from deckgen.model.source import Source

Tell = Callable[["Explained"], None]


@dataclass(frozen=True, slots=True)
class Explained:
    """One source: what its lines were taken for, which notes they hold, what is wrong with them.

    ``told`` is its running text, sentence by sentence.
    """

    source: Source
    document: Document
    notes: tuple[Note, ...]
    diagnostics: tuple[Diagnostic, ...]
    told: tuple[Told, ...]
