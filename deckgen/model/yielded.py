"""What one file gives to a deck before anyone looks for its pictures and sounds."""

from dataclasses import dataclass

from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Reference:
    """A picture or a sound that a note refers to; ``problem`` is where it says so, and no more."""

    target: str
    problem: Diagnostic


@dataclass(frozen=True, slots=True)
class Yielded:
    """The notes of one file and what is wrong with it.

    Nothing here depends on any other file: the same bytes under the same name and the same settings
    yield the same. ``lost`` are the problems that come after those of its ``references``.
    ``replaces`` are the pages in whose place it stands, None for a file that is no draft. ``read``
    says that its text could be read.
    """

    path: str
    notes: tuple[RenderedNote, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    references: tuple[Reference, ...] = ()
    lost: tuple[Diagnostic, ...] = ()
    replaces: tuple[str, ...] | None = None
    read: bool = True
