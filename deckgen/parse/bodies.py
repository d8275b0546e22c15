"""The lines of an answer or a definition as a text of their own."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from deckgen.parse import markers
from deckgen.parse.lines import Line
from deckgen.parse.page import Page


def text(page: Page, first: str, below: Sequence[Line]) -> str:
    """What stands behind a marker or a label, and the lines below it without what indents them."""
    lines = dedented(below)
    if first:
        number = below[0].number - 1 if below else 0
        lines = [Line(number, first, first), *lines]
    if page.markdown:
        return page.written(parted(lines))
    starts = [i for i, line in enumerate(lines) if i == 0 or markers.bullet(line.text)]
    groups = [lines[i:j] for i, j in pairwise([*starts, len(lines)])]
    return "\n".join(written for group in groups if (written := page.written(group)))


def dedented(lines: Sequence[Line]) -> list[Line]:
    """Lines without the indentation that all of them share."""
    shared = min((line.indent for line in lines if line.text), default=0)
    return [replace(line, raw=line.raw[shared:]) for line in lines]


def parted(lines: Sequence[Line]) -> list[Line]:
    """Lines with a blank one before a list or a table that a text runs into: Markdown needs it."""
    out: list[Line] = []
    for line in lines:
        above = out[-1] if out else None
        if above and not above.blank and _begins(above, line):
            out.append(Line(line.number, "", ""))
        out.append(line)
    return out


def _begins(above: Line, line: Line) -> bool:
    if line.verbatim or above.verbatim:
        return line.verbatim and not above.verbatim
    listed = _is_item(line.text) and line.indent <= above.indent + 1
    return listed and not _is_item(above.text) and above.indent <= line.indent


def _is_item(text: str) -> bool:
    return bool(text) and (
        (text[0] in "-*+" and text[1:2] == " ") or (markers.ordinal(text) is not None)
    )
