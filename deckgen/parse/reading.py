"""What a rule of recognition is: lines in, blocks out."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from deckgen.model.diagnostic import Diagnostic
from deckgen.model.document import Block
from deckgen.parse import outline, written_answers
from deckgen.parse.outline import Outline
from deckgen.parse.page import Page
from deckgen.parse.questions import gift, keys, text2qti
from deckgen.parse.questions.keys import KeySection
from deckgen.parse.written_answers import Answered


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a page before the first rule is asked.

    ``keys`` are its answer keys in order, ``keyed`` the numbers of the questions that they answer;
    ``outline`` holds its sections. ``highlights`` says that ``==highlights==`` are deletions,
    ``gift`` and ``text2qti`` that the page is written in a format of that name. ``written`` are
    the sections that answer questions in sentences, by the index of each question and of their
    heading; they are no keys.
    """

    page: Page
    keys: tuple[KeySection, ...]
    keyed: frozenset[int]
    outline: Outline
    highlights: bool = True
    gift: bool = False
    text2qti: bool = False
    written: Mapping[int, Answered] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page, *, highlights: bool = True) -> "Context":
        """Look the page through for answer keys, for sections, and for the signs of a format."""
        written = written_answers.find(page)
        inside = {i for section in written for i in range(section.start, section.stop)}
        starts = {i: section for section in written for i in (section.start, *section.questions)}
        found = tuple(key for key in keys.find(page) if key.start not in inside)
        keyed = frozenset(e.number for key in found for e in key.entries)
        marked = highlights and page.markdown and not page.saved
        formats = gift.is_bank(page), text2qti.is_bank(page)
        return cls(page, found, keyed, outline.of(page), marked, *formats, starts)

    def key_at(self, at: int) -> KeySection | None:
        """The answer key that begins at an index."""
        place = bisect_left(self.keys, at, key=lambda key: key.start)
        found = self.keys[place] if place < len(self.keys) else None
        return found if found and found.start == at else None

    def stop(self, at: int) -> int:
        """The index where the next answer key begins, or the number of lines."""
        place = bisect_right(self.keys, at, key=lambda key: key.start)
        return self.keys[place].start if place < len(self.keys) else len(self.page.lines)


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
