"""Questions whose answers stand in sentences at the end of the chapter."""

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Aside, Pair
from deckgen.parse.reading import Context, Reading


def read(context: Context, at: int) -> Reading | None:
    """One question with its answer, or the lines of all answers."""
    page = context.page
    found = context.written.get(at)
    if found is None:
        return None
    if at == found.start:
        inside = page.lines[at : found.stop]
        asides = tuple(Aside(line.text, "answer", line.number) for line in inside if line.text)
        return Reading(asides, found.stop)
    line, item = page.lines[at].number, found.questions[at]
    roles = tuple((i, "question") for i in range(at, item.stop))
    if answer := found.answers.get(item.number):
        return Reading((Pair(item.text, answer, line),), item.stop, roles)
    alone = Aside(item.text, "review question", line)
    return Reading((alone,), item.stop, roles, (_unanswered(line, item.number),))


def _unanswered(line: int, number: int) -> Diagnostic:
    return Diagnostic(
        "review-questions",
        Severity.WARNING,
        f"question {number} has no answer among those at the end",
        "",
        line,
        1,
        "write its answer with the others to make a card of it",
    )
