"""``Answer: B`` where no question stands above it."""

import re

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Chrome
from deckgen.parse import markers, wording
from deckgen.parse.reading import Context, Reading

_LABEL = re.compile(
    rf"(?:correct |right |the correct )?(?:answers?|ans)\s?[:.=]\s?\S|{wording.ANSWER}\S",
    re.IGNORECASE,
)
_LONGEST = 12  # words: more is prose


def read(context: Context, at: int) -> Reading | None:
    """An answer line that no question took."""
    line = context.page.lines[at]
    text = markers.bare(line.text)
    value = None if line.verbatim else markers.answer(text)
    if not value or not _LABEL.match(text) or len(text.split()) > _LONGEST:
        return None
    problem = Diagnostic(
        "answer-without-question",
        Severity.WARNING,
        f"no question stands above the answer “{value}”",
        "",
        line.number,
        line.indent + 1,
        "write the question above it, with its number or a question mark",
    )
    return Reading((Chrome(line.text, "answer", line.number),), at + 1, problems=(problem,))
