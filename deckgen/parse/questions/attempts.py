"""A learner's attempt, in columns: what was chosen and what is right stand beside the options.

Learning platforms print ``You Answered   Granite`` and ``Correct Answer   Basalt``, or ``Correct!``
behind the option. The columns say nothing of the question; the right option keeps its mark.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from deckgen.parse.lines import Line

_CHOSEN = re.compile(r"(?:you|i) (?:answered|chose|selected) {2,80}(?P<text>\S.*)", re.IGNORECASE)
_RIGHT = re.compile(r"correct (?:answer|response)s? {2,80}(?P<text>\S.*)", re.IGNORECASE)
_PRAISED = re.compile(r"(?P<text>\S.{0,300}?) {2,80}correct!", re.IGNORECASE)


def without_columns(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of a page, its options without such columns; other pages stay as they are."""
    lines = tuple(lines)
    if not any(_CHOSEN.fullmatch(line.text) for line in lines):
        return lines
    return tuple(map(_option, lines))


def _option(line: Line) -> Line:
    if found := _RIGHT.fullmatch(line.text) or _PRAISED.fullmatch(line.text):
        return replace(line, text=f"✓ {found['text'].strip()}")
    chosen = _CHOSEN.fullmatch(line.text)
    return replace(line, text=chosen["text"]) if chosen else line
