"""What is neither card nor chrome: headings, paragraphs, lists, code, tables."""

import re

from deckgen.model.document import Block, Heading, Listing, Paragraph, Verbatim
from deckgen.parse import chrome, markers
from deckgen.parse.lines import Line
from deckgen.parse.page import Page

_SETEXT = re.compile(r"=+|-{2,}")


def block(page: Page, at: int) -> tuple[Block, int]:
    """The block that begins on this line, which is not blank, and the index behind it."""
    line = page.lines[at]
    if line.verbatim:
        end = at
        while end < len(page.lines) and page.lines[end].verbatim:
            end += 1
        return Verbatim("\n".join(other.raw for other in page.lines[at:end]), line.number), end
    heading = page.heading(at)
    if heading:
        level, text = heading
        below = page.lines[at + 1].text if at + 1 < len(page.lines) else ""
        setext = page.markdown and not line.text.startswith("#") and _SETEXT.fullmatch(below)
        return Heading(text, level, line.number), at + 2 if setext else at + 1
    if _item(line):
        return _listing(page, at)
    return _paragraph(page, at)


def _item(line: Line) -> markers.Marked | None:
    return markers.bullet(line.text) or markers.ordinal(line.text)


def _listing(page: Page, at: int) -> tuple[Block, int]:
    first = _item(page.lines[at])
    assert first is not None
    ordered = first.style == "ordinal"
    items: list[list[Line]] = []
    here = at
    while here < len(page.lines):
        line = page.lines[here]
        found = _item(line)
        if line.blank:
            # A blank line may part the items, but nothing else may follow it.
            after = page.next(here)
            if (
                after == len(page.lines)
                or not (other := _item(page.lines[after]))
                or (other.style == "ordinal") != ordered
            ):
                break
            here = after
            continue
        if found and (found.style == "ordinal") == ordered:
            items.append([Line(line.number, found.text, found.text)])
        elif (
            found
            or page.heading(here)
            or not (line.indent > 1 or page.continues(page.lines[here - 1], line))
        ):
            break
        else:
            items[-1].append(line)
        here += 1
    texts = tuple(page.join(item) for item in items)
    return Listing(texts, ordered, page.lines[at].number), here


def _paragraph(page: Page, at: int) -> tuple[Block, int]:
    end = at + 1
    while end < len(page.lines):
        line = page.lines[end]
        if line.blank or line.verbatim or _item(line) or page.heading(end):
            break
        if chrome.reason(line.text):
            break
        if not page.markdown and not page.continues(page.lines[end - 1], line):
            break
        end += 1
    return Paragraph(page.join(list(page.lines[at:end])), page.lines[at].number), end
