"""A glossary of a textbook: each term on a line, what it means on the lines below it.

Blank lines part the entries. So it counts only under a heading that names a list of terms, and
where several stand in a row; the head or the foot of a page may stand between two of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.model.document import Block, Chrome, Definition
from deckgen.parse import entries, markers, terms
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_LEAST = 3  # entries
_WORDS = 6  # of a term
_LONGEST = 80  # words of what it means
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term at an index, and the index behind its meaning."""

    at: int
    stop: int


def read(context: Context, at: int) -> Reading | None:
    """All entries from this line on."""
    page = context.page
    if page.markdown or not page.gap(at) or not context.outline.in_glossary(at):
        return None
    row = list(_row(page, at))
    if len(row) < _LEAST:
        return None
    blocks: list[Block] = []
    roles: list[tuple[int, str]] = []
    here = at
    for entry in row:
        blocks += [_chrome(page, i) for i in range(here, entry.at) if page.lines[i].text]
        inside = [i for i in range(entry.at + 1, entry.stop) if not page.chrome(i)]
        text = page.join([page.lines[i] for i in inside])
        term = terms.bare(page.lines[entry.at].text)
        blocks.append(Definition(term, text, page.lines[entry.at].number))
        roles += [(entry.at, "term"), *((i, "definition") for i in inside)]
        here = entry.stop
    return Reading(tuple(blocks), row[-1].stop, tuple(roles))


def _row(page: Page, at: int) -> Iterator[_Entry]:
    here = at
    while here < len(page.lines):
        entry = _entry(page, here)
        if entry is None:
            return
        yield entry
        here = page.next(entry.stop)
        while here < len(page.lines) and page.chrome(here):
            here = page.next(here + 1)


def _entry(page: Page, at: int) -> _Entry | None:
    """A short line that is a term, directly above a longer text that is none."""
    first = page.lines[at]
    stop = at
    while stop < len(page.lines) and page.lines[stop].text and not page.chrome(stop):
        if markers.bullet(page.lines[stop].text) or markers.ordinal(page.lines[stop].text):
            return None
        stop += 1
    below = page.lines[at + 1 : stop]
    words = sum(len(line.text.split()) for line in below)
    if not _SHORTEST <= words <= _LONGEST or len(first.text) > len(below[0].text):
        return None
    if len(below) > 1 and all(entries.read(page, i) for i in range(at + 1, stop)):
        return None  # a heading above a list of terms and meanings
    told = below[0].text[0].islower() or page.lines[stop - 1].text[-1] == "."
    return _Entry(at, stop) if told and terms.is_term(first.text, _WORDS) else None


def _chrome(page: Page, at: int) -> Chrome:
    line = page.lines[at]
    return Chrome(line.text, page.chrome(at), line.number)
