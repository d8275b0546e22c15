"""Running text: what no other rule takes."""

from deckgen.model.document import Paragraph
from deckgen.parse import chrome, tags
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import listing


def read(context: Context, at: int) -> Reading:
    """Lines that belong together: to the next blank line, item, heading or code."""
    page = context.page
    end = at + 1
    while end < len(page.lines):
        line = page.lines[end]
        if line.blank or line.verbatim or listing.item(line) or page.heading(end):
            break
        if chrome.reason(line.text):
            break
        if not page.markdown and not page.continues(page.lines[end - 1], line):
            break
        end += 1
    number = page.lines[at].number
    if not page.markdown:
        return Reading((Paragraph(page.join(list(page.lines[at:end])), number),), end)
    kept, below = tags.without_tags(page.lines[at:end])
    text, behind = tags.apart(page.join(list(kept)))
    names = tuple(dict.fromkeys((*behind, *below)))
    return Reading((Paragraph(text, number, names),), end)
