"""Lines of the site around the text."""

from deckgen.model.document import Chrome
from deckgen.parse.reading import Context, Reading


def read(context: Context, at: int) -> Reading | None:
    """One line that the table of parse/chrome.py knows, or a running head."""
    why = context.page.chrome(at)
    line = context.page.lines[at]
    return Reading((Chrome(line.text, why, line.number),), at + 1) if why else None
