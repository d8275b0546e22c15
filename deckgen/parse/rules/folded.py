"""``<details><summary>What is …?</summary> … </details>``: a question with its answer folded."""

from deckgen.model.document import Pair
from deckgen.parse.page import Page
from deckgen.parse.questions import folds
from deckgen.parse.reading import Context, Reading

_LONGEST = 200  # lines


def read(context: Context, at: int) -> Reading | None:
    """One such question with its answer."""
    page = context.page
    if not page.markdown or page.lines[at].verbatim:
        return None
    opens = page.next(at + 1) if folds.opens(page.lines[at].text) else at
    if opens >= len(page.lines):
        return None
    found = folds.question(page.lines[opens].text)
    end = _end(page, opens) if found else -1
    if not found or end < 0:
        return None
    question, rest = found
    inside = [folds.without_tags(line) for line in page.lines[opens + 1 : end + 1]]
    answer = "\n".join([rest, page.written(inside)]).strip("\n")
    roles = [(i, "question") for i in range(at, opens + 1)]
    roles += [(i, "answer") for i in range(opens + 1, end + 1)]
    return Reading((Pair(question, answer, page.lines[opens].number),), end + 1, tuple(roles))


def _end(page: Page, at: int) -> int:
    for here in range(at, min(at + _LONGEST, len(page.lines))):
        if not page.lines[here].verbatim and folds.closes(page.lines[here].text):
            return here
    return -1
