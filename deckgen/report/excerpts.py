"""One line of a source as a terminal can show it: with its caret, cut around it, harmless."""

import unicodedata

_WIDEST = 72  # cells of an excerpt: with its line number it fits into 80
_LEAD = 24  # cells in front of the caret where a long line is cut
_TAB = 4


def excerpt(line: str, column: int) -> tuple[str, int]:
    """The part of a line around a column (from 1), and in which cell of it the caret stands."""
    here = max(0, min(column - 1, len(line)))
    start = max(0, here - _WIDEST)  # nothing farther away could be shown: lines may be huge
    signs = [_sign(char) for char in line[start : here + _WIDEST + 1]]
    widths = [width for _, width in signs]
    caret = sum(widths[: here - start])
    first = 0
    while (
        caret > _WIDEST - _LEAD
        and first < here - start
        and sum(widths[first : here - start]) > _LEAD
    ):
        first += 1
    room, last = _WIDEST - 2, first
    while last < len(signs) and widths[last] <= room:
        room -= widths[last]
        last += 1
    before = "…" if start or first else ""
    after = "…" if start + last < len(line) else ""
    caret = len(before) + sum(widths[first : here - start])
    return before + "".join(text for text, _ in signs[first:last]) + after, caret


def harmless(text: str) -> str:
    """A text without the control characters that a source could send to a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def clipped(text: str, widest: int) -> str:
    """The beginning of a line in at most so many cells."""
    signs = [_sign(char) for char in text[: widest * 2]]
    whole = len(signs) == len(text) and sum(width for _, width in signs) <= widest
    room = widest if whole else widest - 1
    shown = ""
    for sign, width in signs:
        room -= width
        if room < 0:
            break
        shown += sign
    return shown if whole else shown.rstrip() + "…"


def _sign(char: str) -> tuple[str, int]:
    """What a terminal shows for a character, and in how many cells."""
    if char == "\t":
        return " " * _TAB, _TAB
    kind = unicodedata.category(char)
    if kind == "Cf":  # invisible, or it would turn the direction of the line
        return "", 0
    if kind in ("Mn", "Me"):
        return char, 0
    if not char.isprintable():
        return " ", 1
    return char, 2 if unicodedata.east_asian_width(char) in "WF" else 1
