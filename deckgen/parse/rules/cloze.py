"""Cloze deletions in Anki's own notation."""

import re

from deckgen.model.document import Cloze
from deckgen.parse import markers, tags
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_CLOZE = re.compile(r"\{\{c\d{1,3}::")


def read(context: Context, at: int) -> Reading | None:
    """The paragraph or list item with deletions that begins on this line."""
    found = deletions_at(context.page, at)
    return Reading((found[0],), found[1]) if found else None


def deletions_at(page: Page, at: int) -> tuple[Cloze, int] | None:
    """The same for other rules: the note, and the index behind it."""
    line = page.lines[at]
    if line.verbatim or (not page.gap(at) and not markers.bullet(line.text)):
        return None
    end = at + 1
    while (
        end < len(page.lines) and page.lines[end].text and not markers.bullet(page.lines[end].text)
    ):
        end += 1
    group = list(page.lines[at:end])
    found = markers.bullet(line.text)
    if found:
        group[0] = Line(line.number, found.text, found.text)
    kept, below = tags.without_tags(group)
    text, behind = tags.apart(page.join(list(kept)))
    names = tuple(dict.fromkeys((*behind, *below)))
    return (Cloze(text, line.number, names), end) if _CLOZE.search(text) else None
