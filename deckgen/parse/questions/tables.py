"""Markdown tables that hold options, or an answer key."""

import re

from deckgen.parse import markers
from deckgen.parse.lines import Line
from deckgen.parse.markers import Marked

_RULE = re.compile(r"[\s|:=-]+")
_SIGN = re.compile(r"\(?\[?([A-Za-z]|\d{1,2})[.):\]]{0,2}")
_PARTED = re.compile(r"(?<!\\)\|")


def cells(text: str) -> tuple[str, ...]:
    """The cells of a row; none for the line below a head, or for a line that is no row."""
    if not text.startswith("|") or _RULE.fullmatch(text):
        return ()
    return tuple(cell.strip() for cell in _PARTED.split(text.strip().strip("|")))


def split_options(stem: list[Line]) -> tuple[list[Line], list[Marked]]:
    """A stem that ends in a table of options (A, B, C in the first column) -> both apart."""
    start = len(stem)
    while start and stem[start - 1].verbatim and stem[start - 1].text.startswith("|"):
        start -= 1
    rows = [row for line in stem[start:] if (row := cells(line.text))]
    found = [option for row in rows if (option := _of_row(row))]
    labels = [option.label for option in found]
    expected = [chr(ord("A") + i) for i in range(len(found))]
    if len(found) < 2 or len(rows) - len(found) > 1 or labels != expected:
        return stem, []
    return stem[:start], found


def option(text: str) -> Marked | None:
    """A row as an option, if it begins with a letter."""
    row = cells(text)
    return _of_row(row) if row else None


def _of_row(row: tuple[str, ...]) -> Marked | None:
    plain = markers.unlettered(row[0])
    sign = _SIGN.fullmatch(plain.text)
    text = " – ".join(cell for cell in row[1:] if cell and cell not in markers.CHECKS)
    if not sign or not sign[1].isalpha() or not text:
        return None
    said = markers.unlettered(text)
    ticked = any(cell and cell in markers.CHECKS for cell in row[1:])
    return Marked("table", sign[1].upper(), said.text, plain.marked or said.marked or ticked)
