"""A ``?`` alone on a line between a question and its answer; ``??`` asks in both directions."""

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Definition, Pair
from deckgen.parse import markers, tags
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_LONGEST = 40  # lines of a question, and of an answer that a rule ends
_SCHEDULE = "<!--SR:"  # what a scheduler wrote below its card
_RULES = ("---", "***", "+++")


def read(context: Context, at: int) -> Reading | None:
    """One card: the lines above the sign up to a blank one, and those below it.

    The answer ends at a blank line too, or at ``---`` where one stands before the next card.
    """
    page = context.page
    middle = parting(page, at)
    if middle is None:
        return None
    stop = _stop(page, middle + 1)
    front = [line for line in page.lines[at:middle] if not line.text.startswith(_SCHEDULE)]
    back = [line for line in page.lines[middle + 1 : stop] if not line.text.startswith(_SCHEDULE)]
    if stop < len(page.lines) and page.lines[stop].text in _RULES:
        stop += 1
    body, names = tags.without_tags(back)
    texts = page.written(front), page.written(body)
    roles = [(i, "question") for i in range(at, middle)]
    roles += [(i, "answer") for i in range(middle, stop)]
    if not all(texts):
        side = "answer below" if texts[0] else "question above"
        line = page.lines[middle]
        problem = Diagnostic(
            "empty-side",
            Severity.ERROR,
            f"there is no {side} this sign",
            "",
            line.number,
            line.indent + 1,
            "write both sides directly above and below it, without a blank line",
        )
        return Reading((), stop, tuple(roles), (problem,))
    number = page.lines[at].number
    if page.lines[middle].text == "??":
        made: Definition | Pair = Definition(*texts, number, both=True, tags=names)
    else:
        made = Pair(*texts, number, names)
    return Reading((made,), stop, tuple(roles))


def parting(page: Page, at: int) -> int | None:
    """The index of the sign that parts the card which begins on this line, if one does."""
    if not page.markdown or not page.gap(at):
        return None
    for here in range(at, min(at + _LONGEST, len(page.lines))):
        line = page.lines[here]
        if line.verbatim:
            continue
        if line.blank or page.heading(here):
            return None
        if line.text in ("?", "??"):
            return here
    return None


def _stop(page: Page, at: int) -> int:
    """The index behind the answer."""
    ruled = _ruled(page, at)
    here = at
    while here < len(page.lines) and here != ruled:
        line = page.lines[here]
        if not line.verbatim and (_opens(page, here) or (line.blank and ruled is None)):
            break
        here += 1
    return here


def _ruled(page: Page, at: int) -> int | None:
    """The rule that ends an answer of several paragraphs, before the next card or heading."""
    for here in range(at, min(at + _LONGEST, len(page.lines))):
        line = page.lines[here]
        if line.verbatim or line.blank:
            continue
        if line.text in _RULES and (page.gap(here) or line.text == "+++"):
            return here
        if line.text in ("?", "??") or _opens(page, here):
            return None
    return None


def _opens(page: Page, at: int) -> bool:
    text = page.lines[at].text
    return text.startswith("#") and page.heading(at) is not None and not markers.bullet(text)
