"""What a build does to one note, against the build before."""

from dataclasses import dataclass
from typing import Literal

from deckgen.model.lock import LockedNote

State = Literal["new", "edited", "revived", "unchanged"]


@dataclass(frozen=True, slots=True)
class Change:
    """What this build does to one note: ``was`` is None for a new one.

    ``moved`` says that its deck changed, which an import cannot follow; ``writable`` that an id
    can be written at its line: it has none yet, and its author wrote it as a card.
    """

    state: State
    now: LockedNote
    was: LockedNote | None
    moved: bool
    line: int
    rival: str = ""
    writable: bool = True
