"""What the two sides of a flashcard are on a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from deckgen.convert.web.dom import Element


@dataclass(frozen=True, slots=True)
class Card:
    """The two sides of a card."""

    front: Element
    back: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards by the id of the element that each is written for, and what else shows them."""

    told: Mapping[int, Card] = field(default_factory=dict)
    repeated: frozenset[int] = frozenset()
    backs: frozenset[int] = frozenset()  # that stand beside their fronts, written with them
