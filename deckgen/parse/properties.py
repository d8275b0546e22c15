"""Properties of a page or of a block: ``key:: value`` on a line of its own, in Logseq and Dataview.

The same line may be a card (``osmosis:: diffusion of water``). Names that programs give tell, and
the company they keep: at the top of a page, or below an item, all lines of a row are of one kind.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from deckgen.parse import markers, terms
from deckgen.parse.lines import Line

_LINE = re.compile(
    r"(?:[-*+]\s+)?(?P<mark>\*{0,2})(?P<key>[\w.-]{1,40})(?P=mark)::(?P=mark)(?:\s+(?P<value>\S.{0,2000}))?"
)
_INLINE = re.compile(r"[\[(](?P<key>[\w-]{1,40})::\s?[^\[\]()\n]{0,100}[\])]")
_PROGRAMS = re.compile(
    r"id|collapsed|card-[\w-]{1,40}|logseq\.[\w.-]{1,40}|query-[\w-]{1,40}|hl-[\w-]{1,20}|ls-type"
    r"|heading|background-color|template(?:-[\w-]{1,30})?|icon|exclude-from-graph-view|cssclass(?:es)?",
    re.IGNORECASE,
)
_KNOWN = frozenset(
    """
    tags tag alias aliases type status due created updated modified date source author authors
    rating id deck up down related parent child children next prev previous link links url topic
    topics class title priority progress completion start end scheduled public course lecturer
    professor semester week lecture subject file file-path book chapter pages page year
    """.split()
)
_FEW = 3  # words of a value


def is_property(text: str) -> bool:
    """Whether a line by itself is a property: by the name of a program, or name and value."""
    found = _LINE.fullmatch(text)
    if not found:
        return False
    key, value = found["key"].lower(), found["value"] or ""
    if _PROGRAMS.fullmatch(key):
        return True
    return key in _KNOWN and (_is_value(value) or len(value.split()) <= _FEW)


def is_inline(text: str) -> bool:
    """Whether a text holds a property in brackets: ``[due:: 2024-05-02]``."""
    return bool(_INLINE.search(text))


def hidden(lines: Sequence[Line], start: int) -> tuple[Line, ...]:
    """The lines from ``start`` on, those that are properties empty and marked as such."""
    out = list(lines)
    at = start
    top = True
    while at < len(lines):
        row = list(takewhile(_may_be, lines[at:]))
        if not row:
            top = top and (lines[at].blank or lines[at].text.startswith("# "))
            at += 1
            continue
        below = bool(at > start and markers.bullet(lines[at - 1].text))
        together = (top or below) and any(is_property(line.text) for line in row)
        for i, line in enumerate(row, at):
            if together or is_property(line.text):
                out[i] = replace(line, text="", raw="", hidden="property")
        at += len(row)
        top = False
    return tuple(out)


def _may_be(line: Line) -> bool:
    return "::" in line.text and not line.verbatim and _LINE.fullmatch(line.text) is not None


def _is_value(value: str) -> bool:
    """A link, a date, a list of tags, a number: what describes a page and explains nothing."""
    return terms.is_data(value) or value.startswith(("[[", "#", "http", '"[['))
