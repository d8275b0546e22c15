"""Cloze deletions in Anki's own notation, and without a number: ``{{c::text}}``."""

import re

from deckgen.model.document import Cloze, Heading, Paragraph
from deckgen.parse import deletions, markers, tags
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading


def read(context: Context, at: int) -> Reading | None:
    """The paragraph, list item, heading or table with deletions that begins on this line."""
    page = context.page
    found = deletions_at(page, at)
    if found is None:
        return None
    lines, stop = found
    body, below = tags.without_tags(lines)
    text, behind = tags.apart(page.join(list(body)))
    names = tuple(dict.fromkeys((*behind, *below)))
    closed, opened = deletions.read(text)
    problems = deletions.unclosed(text, page.lines[at:stop])
    made = Cloze(deletions.numbered(text), lines[0].number, names)
    heading = page.heading(at)
    above = (Heading(deletions.uncovered(text), heading[0], lines[0].number),) if heading else ()
    if opened and not any(deletions.hides(text, d) for d in closed):
        # A text of which no deletion is closed is reported and no card; it stays as a text.
        kept = above or (Paragraph(text, lines[0].number),)
        return Reading(kept, stop, problems=problems)
    return Reading((made, *above), stop, problems=problems)


def deletions_at(page: Page, at: int) -> tuple[tuple[Line, ...], int] | None:
    """The lines of such a text, without the marker of its item, and the index behind it."""
    line = page.lines[at]
    if line.verbatim:
        return _table(page, at)
    heading = page.heading(at)
    if heading:
        one = (Line(line.number, heading[1], heading[1]),)
        return (one, at + 1) if deletions.OPENING.search(heading[1]) else None
    return text_at(page, at, deletions.OPENING)


def text_at(page: Page, at: int, sign: re.Pattern[str]) -> tuple[tuple[Line, ...], int] | None:
    """The paragraph or list item that begins on a line, if a sign stands in it."""
    line = page.lines[at]
    below_heading = page.markdown and page.lines[at - 1].text.startswith("#")
    if not (page.gap(at) or below_heading or _item(line.text, sign)):
        return None
    end = at + 1
    while end < len(page.lines) and not _ends(page, end, sign):
        end += 1
    group = list(page.lines[at:end])
    found = _item(line.text, sign)
    if found:
        group[0] = Line(line.number, found.text, found.text)
    opens = any(sign.search(line.text) for line in group)
    return (tuple(group), end) if opens else None


def _ends(page: Page, at: int, sign: re.Pattern[str]) -> bool:
    line = page.lines[at]
    return line.blank or line.verbatim or _item(line.text, sign) is not None


def _item(text: str, sign: re.Pattern[str]) -> markers.Marked | None:
    return markers.bullet(text) or (markers.ordinal(text) if sign.search(text) else None)


def _table(page: Page, at: int) -> tuple[tuple[Line, ...], int] | None:
    """A table with deletions is one text."""
    end = at
    while end < len(page.lines) and page.lines[end].verbatim and page.lines[end].text[0:1] == "|":
        end += 1
    lines = page.lines[at:end]
    opens = any(deletions.OPENING.search(line.text) for line in lines)
    return (lines, end) if opens else None
