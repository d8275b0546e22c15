"""Menus of a site, one entry a line: told by the controls among them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from deckgen.parse import chrome, markers
from deckgen.parse.lines import Line

_ENTRIES = 4  # that make a menu
_KNOWN = 2  # controls and the like among them
_SHARE = 0.25  # of the entries
_WORDS = 4  # of an entry
_LONGER = 7  # words of an entry of a row that comes again
_AGAIN = 4  # entries of such a row
_ASKS = re.compile(r"[?.:!_…]$|^\d{1,3}[.)]\s|^\S.{60}")
_TOOLS = re.compile(
    r"full ?screen|text (?:zoom|size)|reverse colou?r|lab values|calculator|notes?|tutorial|mark"
    r"|highlight|strike ?through|suspend|end block|settings|timer|pause|exhibit|whiteboard",
    re.IGNORECASE,
)
_REASONS = frozenset({"control", "navigation", "subscription", "share", "count"})


def find(lines: Sequence[Line]) -> dict[int, str]:
    """The lines of menus, by number: short lines in a row, without a sentence or a marker."""
    found: dict[int, str] = {}
    for row in _rows(lines):
        known = sum(_known(line.text) for line in row)
        if len(row) >= _ENTRIES and known >= max(_KNOWN, _SHARE * len(row)):
            found |= {line.number: "menu" for line in row}
    return found | _repeated(lines)


def _known(text: str) -> bool:
    return bool(_TOOLS.fullmatch(text)) or chrome.reason(text) in _REASONS


def _repeated(lines: Sequence[Line]) -> dict[int, str]:
    """Rows of lines that come again elsewhere on the page, below no question."""
    times = Counter(line.text for line in lines if line.text and _is_entry(line, _LONGER))
    found: dict[int, str] = {}
    row: list[Line] = []
    for above, line in pairwise((*lines[:1], *lines, Line(0, "", ""))):
        if times[line.text] > 1 and (row or not _ASKS.search(above.text)):
            row.append(line)
            continue
        if len(row) >= _AGAIN:
            found |= {entry.number: "menu" for entry in row}
        row = []
    return found


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Entries that stand on lines in a row; a line that is none ends it."""
    row: list[Line] = []
    for line in lines:
        if line.text and _is_entry(line):
            row.append(line)
            continue
        yield row
        row = []
    yield row


def _is_entry(line: Line, words: int = _WORDS) -> bool:
    text = line.text
    return (
        not line.verbatim
        and len(text.split()) <= words
        and text[-1] not in ".?!:;,"
        and not text[0].islower()
        and not text[0].isdigit()
        and not any(sign in text for sign in (*markers.CHECKS, *markers.CROSSES))
        and markers.letter(text) is None
        and markers.ordinal(text) is None
        and markers.bullet(text) is None
        and markers.answer(text) is None
        and markers.explanation(text) is None
        and not markers.label(text)[0]
    )
