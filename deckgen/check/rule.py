"""What a rule is: a code, how bad it is, what it catches, and the one function that finds it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from deckgen.model.diagnostic import Severity

Group = Literal["items", "cards", "deck"]
Seen = TypeVar("Seen", contravariant=True)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one card, and what to do. ``near`` are the words that it is about."""

    message: str
    hint: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A fault of a whole file or deck, at a line of a file; line 0 stands for the file."""

    fault: Fault
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Rule(Generic[Seen]):
    """A rule that looks at one thing. ``catches`` says in one line what it reports."""

    code: str
    severity: Severity
    catches: str
    find: Callable[[Seen], Fault | None]


@dataclass(frozen=True, slots=True)
class WideRule(Generic[Seen]):
    """A rule that looks at many cards at once, and says where each of its faults is."""

    code: str
    severity: Severity
    catches: str
    find: Callable[[Seen], Iterable[Placed]]
