"""Answer keys that stand apart from their questions."""

from deckgen.model.document import Chrome
from deckgen.parse.reading import Context, Reading


def read(context: Context, at: int) -> Reading | None:
    """The lines of a key that was found when the page was looked through."""
    section = context.key_at(at)
    if section is None:
        return None
    inside = context.page.lines[at : section.stop]
    return Reading(
        tuple(Chrome(line.text, "answer key", line.number) for line in inside if line.text),
        section.stop,
    )
