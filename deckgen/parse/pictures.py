"""Pictures before a label: ``✅ Answer: B``, ``**💡 Explanation:** …``. They say nothing more.

Before anything else a picture may be what is asked for, and a check marks an option: both stay.
"""

import re
from collections.abc import Iterable

from deckgen.parse import labels, markers
from deckgen.parse.lines import Line

_PICTURES = re.compile(
    r"(?P<lead>(?:[-*+•]\s+)?(?:#{1,6}\s+|>\s?)?(?:\*\*|__)?)"
    r"(?:[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0f\u20e3]?\s{0,4}){1,4}"
    r"(?P<rest>(?:\*\*|__)?[^\W\d_][^:：]{0,40}[:：].*)$"
)


def without(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, those with a label without the pictures before it."""
    return tuple(_plain(line) for line in lines)


def _plain(line: Line) -> Line:
    found = None if line.verbatim else _PICTURES.match(line.text)
    if not found:
        return line
    rest = found["lead"] + found["rest"]
    labelled = (markers.answer, markers.explanation, markers.asked, labels.question, labels.answer)
    if all(read(rest) is None for read in labelled):
        return line
    return line.reworded(rest)
