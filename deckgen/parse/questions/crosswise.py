"""Options in columns that are read downwards: ``a. dry    c. wet`` above ``b. cold    d. high``."""

import re
from collections.abc import Iterable

from deckgen.parse.lines import Line

_TWO = re.compile(
    r"(?P<first>\(?(?P<a>[A-Ha-h])[.)] {0,8}\S.{0,200}?) {3,80}"
    r"(?P<second>\(?(?P<b>[A-Ha-h])[.)] {0,8}\S.{0,200})"
)
_ONE = re.compile(r"(?P<first>\(?(?P<a>[A-Ha-h])[.)] {0,8}\S.{0,200})")
_MOST_ROWS = 4


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of a page, such options in the order of their letters; each line keeps its place.

    Options that are read across stay as they are.
    """
    out = list(lines)
    at = 0
    while at < len(out):
        rows = _rows(out, at)
        if rows:
            _write(out, at, rows)
        at += max(len(rows), 1)
    return tuple(out)


def _rows(lines: list[Line], at: int) -> list[re.Match[str]]:
    """The rows of one question; none unless their letters run downwards."""
    rows: list[re.Match[str]] = []
    for line in lines[at : at + _MOST_ROWS]:
        if line.verbatim:
            break
        found = _TWO.fullmatch(line.text) or (_ONE.fullmatch(line.text) if rows else None)
        if not found:
            break
        rows.append(found)
        if found.re is _ONE:
            break
    labels = [row["a"].lower() for row in rows]
    labels += [row["b"].lower() for row in rows if row.re is _TWO]
    expected = [chr(ord("a") + i) for i in range(len(labels))]
    return rows if len(rows) > 1 and labels == expected else []


def _write(lines: list[Line], at: int, rows: list[re.Match[str]]) -> None:
    options = [row["first"] for row in rows]
    options += [row["second"] for row in rows if row.re is _TWO]
    start = 0
    for i, row in enumerate(rows):
        stop = start + (2 if row.re is _TWO else 1)
        line = lines[at + i]
        text = "   ".join(options[start:stop])
        lines[at + i] = line.reworded(text)
        start = stop
