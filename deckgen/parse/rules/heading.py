"""Headings: marked by Markdown, or told by their shape and by what follows."""

import re

from deckgen.model.document import Heading
from deckgen.parse import tags
from deckgen.parse.reading import Context, Reading

_SETEXT = re.compile(r"=+|-{2,}")


def read(context: Context, at: int) -> Reading | None:
    """One heading, with the line that underlines it."""
    page = context.page
    heading = page.heading(at)
    if not heading:
        return None
    line = page.lines[at]
    below = page.lines[at + 1].text if at + 1 < len(page.lines) else ""
    underlined = page.markdown and not line.text.startswith("#") and _SETEXT.fullmatch(below)
    level, text = heading
    text, names = tags.apart(text, anywhere=True) if page.markdown else (text, ())
    return Reading((Heading(text, level, line.number, names),), at + 2 if underlined else at + 1)
