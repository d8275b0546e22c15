"""Columns that spaces draw: running text side by side, as it is copied from a page; tables."""

import re
from collections.abc import Sequence
from itertools import pairwise

from deckgen.model.document import Aside, Paragraph
from deckgen.parse import wrapping
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_GUTTER = re.compile(r"\S {3,}(?=\S)")
_LEAST_LINES = 4  # with text on both sides
_LEAST_WORDS = 3  # on either side of the gutter, on average
_LEAST_ROWS = 3  # of a table
_MOST = 400  # lines
_SMALL = 0.4  # of the lines: so many begin in the middle of a sentence


def read(context: Context, at: int) -> Reading | None:
    """The left column, then the right one, each as paragraphs; or the rows of a table."""
    page = context.page
    gutters = _gutters(page.lines[at])
    if page.markdown or len(gutters) != 1 or page.lines[at].verbatim:
        return None
    gutter = gutters[0]
    end = at
    while end < min(len(page.lines), at + _MOST) and _fits(page.lines[end], gutter):
        end += 1
    while end > at and page.lines[end - 1].blank:
        end -= 1
    inside = page.lines[at:end]
    left = [_side(line, line.raw[:gutter]) for line in inside]
    right = [_side(line, line.raw[gutter:]) for line in inside]
    if not _is_prose(left, right):
        return _table(page, at, gutter)
    groups = [*_groups(left), *_groups(right)]
    return Reading(tuple(Paragraph(_joined(page, group), group[0].number) for group in groups), end)


def _table(page: Page, at: int, gutter: int) -> Reading | None:
    """Rows whose second cell begins in the same place."""
    end = at
    while end < min(len(page.lines), at + _MOST) and gutter in _gutters(page.lines[end]):
        end += 1
    if end - at < _LEAST_ROWS:
        return None
    text = "\n".join(line.raw for line in page.lines[at:end])
    roles = tuple((i, "table") for i in range(at, end))
    return Reading((Aside(text, "table", page.lines[at].number),), end, roles)


def _gutters(line: Line) -> list[int]:
    """Where text begins behind a wide gap."""
    return [m.end() for m in _GUTTER.finditer(line.raw[:200])]


def _fits(line: Line, gutter: int) -> bool:
    """Whether a line has nothing in the gutter."""
    return not line.verbatim and not line.raw[gutter - 2 : gutter].strip()


def _side(line: Line, raw: str) -> Line:
    return Line(line.number, raw.strip(), raw.rstrip())


def _is_prose(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Sentences that run from line to line on both sides; a table has cells."""
    both = sum(bool(a.text and b.text) for a, b in zip(left, right, strict=True))
    if both < _LEAST_LINES:
        return False
    for side in (left, right):
        texts = [line.text for line in side if line.text]
        words = sum(len(text.split()) for text in texts)
        small = sum(text[0].islower() for text in texts)
        if words < _LEAST_WORDS * len(texts) or small < _SMALL * len(texts):
            return False
    return True


def _groups(side: Sequence[Line]) -> list[list[Line]]:
    """The paragraphs of one column: blank lines part them."""
    groups: list[list[Line]] = [[]]
    for line in side:
        if line.text:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _joined(page: Page, group: Sequence[Line]) -> str:
    text = group[0].text
    for before, line in pairwise(group):
        text = wrapping.glued(text, before, line, page.words, " ") + line.text
    return text
