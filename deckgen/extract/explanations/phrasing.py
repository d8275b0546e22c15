"""One way in which explanations speak of an option, as a line of a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.extract.explanations.shapes import Shape


def pattern(text: str) -> re.Pattern[str]:
    """A pattern of a table, whatever the case of a text."""
    return re.compile(text, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A pattern whose groups ``a`` and ``b`` are options; ``shape`` is empty where words decide.

    ``examples`` pair a sentence with the options it names; ``others`` look alike and name none.
    """

    name: str
    shape: Shape | None
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, tuple[str, ...]], ...]
    others: tuple[str, ...] = ()

    def options(self, text: str) -> tuple[str, ...]:
        """What the pattern finds in a text without its full stop."""
        found = self.pattern.match(text)
        if not found:
            return ()
        return tuple(part.strip() for part in found.groupdict().values() if part)


def first(table: Sequence[Phrasing], text: str) -> tuple[Phrasing, tuple[str, ...]] | None:
    """The first line of a table that finds something, and what it finds."""
    for phrasing in table:
        if options := phrasing.options(text):
            return phrasing, options
    return None
