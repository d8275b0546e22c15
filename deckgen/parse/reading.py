"""What a rule of recognition is: lines in, blocks out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from deckgen.model.diagnostic import Diagnostic
from deckgen.model.document import Block
from deckgen.parse import outline
from deckgen.parse.outline import Outline
from deckgen.parse.page import Page
from deckgen.parse.questions import keys
from deckgen.parse.questions.keys import KeySection

_FRONT_MATTER = 200  # lines at most
_OFF = re.compile(r"highlights?\s?:\s{0,9}[\"']?(?:off|false|no)[\"']?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a page before the first rule is asked.

    ``keys`` are its answer keys in order, ``keyed`` the numbers of the questions that they answer;
    ``outline`` holds its sections. ``highlights`` says that ``==highlights==`` are deletions.
    """

    page: Page
    keys: tuple[KeySection, ...]
    keyed: frozenset[int]
    outline: Outline
    highlights: bool

    @classmethod
    def of(cls, page: Page) -> "Context":
        """Look the page through for answer keys and sections."""
        found = keys.find(page)
        numbers = frozenset(e.number for key in found for e in key.entries)
        return cls(page, found, numbers, outline.of(page), _asks_highlights(page))

    def key_at(self, at: int) -> KeySection | None:
        """The answer key that begins at an index."""
        place = bisect_left(self.keys, at, key=lambda key: key.start)
        found = self.keys[place] if place < len(self.keys) else None
        return found if found and found.start == at else None

    def stop(self, at: int) -> int:
        """The index where the next answer key begins, or the number of lines."""
        place = bisect_right(self.keys, at, key=lambda key: key.start)
        return self.keys[place].start if place < len(self.keys) else len(self.page.lines)


def _asks_highlights(page: Page) -> bool:
    """Highlights are deletions in Markdown, unless the front matter says ``highlights: off``."""
    if not page.markdown or page.lines[0].text != "---":
        return page.markdown
    for line in page.lines[1:_FRONT_MATTER]:
        if line.text in ("---", "..."):
            break
        if _OFF.fullmatch(line.text):
            return False
    return True


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule took: the lines up to index ``stop`` (excluded), as blocks.

    ``roles`` names the part that single lines play, by index ("stem", "option"); a line without an
    entry plays the part that the rule itself is called after. The path of ``problems`` is filled
    in by ``parse``.
    """

    blocks: tuple[Block, ...]
    stop: int
    roles: tuple[tuple[int, str], ...] = ()
    problems: tuple[Diagnostic, ...] = ()


Recognise = Callable[[Context, int], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of recognition: asked at a line with text, it reads from there or declines (None)."""

    name: str
    read: Recognise
