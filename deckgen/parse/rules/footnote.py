"""Footnotes at the foot of a printed page: ``¹ Some ions pass as well.``"""

import re

from deckgen.model.document import Aside
from deckgen.parse.reading import Context, Reading

_FOOTNOTE = re.compile(r"(?:[¹²³⁰⁴-⁹]{1,3}|[†‡§]{1,2})\s?[^\W\d_]")
_LONGEST = 8  # lines


def read(context: Context, at: int) -> Reading | None:
    """One footnote with the lines on which it goes on."""
    page = context.page
    line = page.lines[at]
    if page.markdown or not _FOOTNOTE.match(line.text):
        return None
    end = at + 1
    while (
        end < min(len(page.lines), at + _LONGEST)
        and page.lines[end].text
        and not _FOOTNOTE.match(page.lines[end].text)
        and not page.chrome(end)
        and page.continues(page.lines[end - 1], page.lines[end])
    ):
        end += 1
    return Reading((Aside(page.join(list(page.lines[at:end])), "footnote", line.number),), end)
