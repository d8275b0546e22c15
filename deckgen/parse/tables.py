"""Tables of Markdown as cells."""

import re
from dataclasses import dataclass
from itertools import pairwise

from deckgen.parse.lines import Line
from deckgen.parse.page import Page

_RULE = re.compile(r"\|?\s{0,9}:?-+:?\s{0,9}(?:\|\s{0,9}:?-+:?\s{0,9}){0,40}\|?")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line, each with the column of the line where it begins, from 1."""

    line: int
    cells: tuple[str, ...]
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of as many columns as its head has; ``stop`` is the index behind it."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    stop: int


def at(page: Page, start: int) -> Table | None:
    """The table that begins on a line, or None."""
    lines = page.lines
    if start + 1 >= len(lines) or not _is_row(lines[start]) or "|" not in lines[start + 1].text:
        return None
    if not page.markdown or not _RULE.fullmatch(lines[start + 1].text):
        return None
    stop = start + 2
    while stop < len(lines) and _is_row(lines[stop]):
        stop += 1
    head = _row(lines[start]).cells
    rows = tuple(_row(line) for line in lines[start + 2 : stop])
    return Table(head, rows, stop)


def _is_row(line: Line) -> bool:
    """A line with bars: behind a bar at its beginning, or, outside of code, anywhere."""
    return line.text.startswith("|") if line.verbatim else " | " in f"{line.text} "


def _row(line: Line) -> Row:
    text = line.raw
    bars = [m.start() for m in _BAR.finditer(text)]
    if not line.text.startswith("|"):
        bars.insert(0, line.indent - 1)
    if not text.rstrip().endswith("|") or (bars and text.rstrip().endswith("\\|")):
        bars.append(len(text))
    cells: list[str] = []
    columns: list[int] = []
    for begin, end in pairwise(bars):
        cell = text[begin + 1 : end]
        cells.append(cell.strip().replace("\\|", "|"))
        columns.append(begin + 2 + len(cell) - len(cell.lstrip()))
    return Row(line.number, tuple(cells), tuple(columns))
