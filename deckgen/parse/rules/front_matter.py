"""Front matter at the top of a Markdown file; what it says is read in parse/matter.py."""

from deckgen.model.document import Chrome
from deckgen.parse import matter
from deckgen.parse.reading import Context, Reading


def read(context: Context, at: int) -> Reading | None:
    """The lines from the first ``---`` to the next."""
    page = context.page
    stop = matter.stop(page.lines) if page.markdown and at == 0 else 0
    if not stop:
        return None
    inside = page.lines[:stop]
    return Reading(
        tuple(Chrome(line.text, "front matter", line.number) for line in inside if line.text), stop
    )
