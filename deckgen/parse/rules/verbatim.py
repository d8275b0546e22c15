"""Code fences and tables, kept as they stand."""

from deckgen.model.document import Verbatim
from deckgen.parse.reading import Context, Reading


def read(context: Context, at: int) -> Reading | None:
    """Verbatim lines up to the first other one."""
    lines = context.page.lines
    end = at
    while end < len(lines) and lines[end].verbatim:
        end += 1
    if end == at:
        return None
    # A fence that is never closed takes the rest of the text, without the blank lines at its end.
    text = "\n".join(line.raw for line in lines[at:end]).rstrip("\n")
    return Reading((Verbatim(text, lines[at].number),), end)
