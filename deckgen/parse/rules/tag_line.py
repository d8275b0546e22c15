"""Lines of nothing but ``#tags``, between the cards of a page."""

from deckgen.model.document import Tags
from deckgen.parse import tags
from deckgen.parse.reading import Context, Reading


def read(context: Context, at: int) -> Reading | None:
    """The tags of one line."""
    line = context.page.lines[at]
    names = tags.of_line(line)
    return Reading((Tags(names, line.number),), at + 1) if names else None
