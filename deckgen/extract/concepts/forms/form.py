"""What a rule of form makes of a statement, and what such a rule is."""

from collections.abc import Callable
from dataclasses import dataclass

from deckgen.extract.language.clauses import Clause


@dataclass(frozen=True, slots=True)
class Form:
    """A card to be: question and answer, or a text with deletions.

    ``weight`` ranks it: 3 for what every expert would keep, 1 for a bare statement. ``rule`` names
    the rule that made it.
    """

    weight: float
    front: str = ""
    back: str = ""
    cloze: str = ""
    rule: str = ""


Recast = Callable[[str, Clause | None], Form | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form to ask a statement in: ``recast`` gives None where the statement has another form.

    ``catches`` says what it is for. Each of ``examples`` is a statement with the card it gives
    (front and back, or the cloze), each of ``others`` one that this rule must leave alone; both
    are run as tests. ``defines`` says that its cards tell what something is. One of ``needs``
    stands in every statement that the rule can recast: it is not tried on others.
    """

    name: str
    catches: str
    recast: Recast
    examples: tuple[tuple[str, str], ...]
    others: tuple[str, ...] = ()
    defines: bool = False
    needs: tuple[str, ...] = ("",)
