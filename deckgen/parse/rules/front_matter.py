"""YAML between ``---`` lines at the top of a Markdown file."""

from deckgen.model.document import Chrome
from deckgen.parse.reading import Context, Reading

_LONGEST = 200  # lines


def read(context: Context, at: int) -> Reading | None:
    """The lines from the first ``---`` to the next."""
    lines = context.page.lines
    if at or not context.page.markdown or lines[0].text != "---":
        return None
    for end, line in enumerate(lines[1:_LONGEST], 1):
        if line.text in ("---", "..."):
            inside = lines[: end + 1]
            return Reading(
                tuple(Chrome(ln.text, "front matter", ln.number) for ln in inside if ln.text),
                end + 1,
            )
    return None
