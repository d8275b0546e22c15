"""Captions of figures, tables and boxes: ``Figure 3.1 The sodium pump``."""

import re

from deckgen.model.document import Aside
from deckgen.parse import markers
from deckgen.parse.reading import Context, Reading

_NAMES = """
    Figure Fig Table Box Plate Map Chart Diagram Graph Exhibit Scheme Photo Photograph Illustration
    Abbildung Abb Tabelle Tab Figura Tabla Tableau Listing
""".split()
_CAPTION = re.compile(
    rf"(?P<what>{'|'.join(f'{name}|{name.upper()}' for name in _NAMES)})\.?\s{{1,3}}"
    r"(?:[A-Z][.-]?)?\d{1,3}(?:[.–-]\d{1,3}){0,2}[a-z]?"
    r"(?:\s?[.:|]\s|\s[–—-]\s|\s{1,4}(?=[\"“‘(]?[A-Z\d])|[.:]?$)"
)
_TABULAR = frozenset({"table", "tabelle", "tab", "tabla", "tableau"})
_CELLS = re.compile(r"\S {2,}\S")
_LONGEST = 12  # lines of a caption
_MOST_ROWS = 60


def read(context: Context, at: int) -> Reading | None:
    """A caption, as far as its sentences go; with that of a table its rows, if spaces part them."""
    page = context.page
    line = page.lines[at]
    found = None if line.verbatim else _CAPTION.match(markers.bare(line.text))
    if not found or line.text.rstrip("*_").endswith("?"):
        return None
    if not page.gap(at) and page.continues(page.lines[at - 1], line):
        return None
    end = at + 1
    while end < min(len(page.lines), at + _LONGEST):
        below = page.lines[end]
        goes_on = page.markdown or page.continues(page.lines[end - 1], below)
        if below.blank or below.verbatim or _CELLS.search(below.text) or not goes_on:
            break
        end += 1
    caption = Aside(page.join(list(page.lines[at:end])), "caption", line.number)
    rows = _rows(context, end) if found["what"].lower() in _TABULAR else end
    if rows == end:
        return Reading((caption,), end)
    first = page.next(end)
    table = "\n".join(row.raw for row in page.lines[first:rows])
    roles = tuple((i, "table") for i in range(first, rows))
    return Reading((caption, Aside(table, "table", page.lines[first].number)), rows, roles)


def _rows(context: Context, at: int) -> int:
    """The index behind the rows of a table that spaces draw; ``at`` where there are none."""
    page = context.page
    first = here = page.next(at)
    if page.markdown or first > at + 1:
        return at
    while here < min(len(page.lines), first + _MOST_ROWS) and _CELLS.search(page.lines[here].text):
        here += 1
    return here if here - first > 1 else at
