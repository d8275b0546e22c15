"""What became of the running text of a page, sentence by sentence."""

from dataclasses import dataclass
from typing import Literal

Fate = Literal["card", "context", "chatter", "left out"]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and its fate; ``line`` is where its paragraph starts.

    ``why`` tells in a few words why it is chatter or was left out; ``fronts`` are those of the
    notes that were made of it, clozes with their deletions.
    """

    text: str
    line: int
    fate: Fate
    why: str = ""
    fronts: tuple[str, ...] = ()
