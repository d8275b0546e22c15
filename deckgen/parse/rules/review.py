"""Review questions at the end of a chapter: questions in a row, and no answers."""

import re

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Aside
from deckgen.parse import markers
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import listing, question

_HEADING = re.compile(
    r"(?:(?:chapter|section|unit|end[- ]of[- ]chapter) )?"
    r"(?:(?:review|study|discussion|comprehension|essay|short[- ]answer|self[- ]test|practice) )?"
    r"(?:questions?|exercises?|problems?)(?: (?:for|to) .{3,40})?"
    r"|(?:chapter|section|unit) review|check your (?:understanding|knowledge|learning|progress)"
    r"|self[- ](?:check|test|assessment)|concept check|quick check|critical thinking(?: .{3,20})?"
    r"|think about it|test yourself|for (?:discussion|review)|wiederholungsfragen|übungsfragen",
    re.IGNORECASE,
)
_SHARE = 0.6  # of the items that ask
_FAR = 3  # lines with text from an item up to its heading


def read(context: Context, at: int) -> Reading | None:
    """A list whose items ask and are not answered, or whatever is numbered below such a heading."""
    page = context.page
    headed = _headed(page, at)
    if page.lines[at].verbatim:
        return None
    if not listing.item(page.lines[at]):
        return _unnumbered(page, at) if headed else None
    asides: list[Aside] = []
    end = here = at
    while here < len(page.lines) and (found := listing.read(context, here)):
        if asides and question.read(context, here):
            break  # it has options, or an answer
        (items,) = found.blocks
        texts = items.items  # type: ignore[union-attr]
        asking = sum(text.rstrip("*_").endswith("?") for text in texts)
        numbered = headed and markers.ordinal(page.lines[at].text) is not None
        if asking < _SHARE * len(texts) and not numbered:
            break
        asides += [Aside(text, "review question", page.lines[here].number) for text in texts]
        end = found.stop
        here = page.next(end)
    if len(asides) < 2 and not (headed and asides):
        return None
    return Reading(tuple(asides), end, (), (_unanswered(page, at, len(asides)),))


def _unnumbered(page: Page, at: int) -> Reading | None:
    """Questions on lines of their own below a heading that announces them."""
    end = here = at
    asides: list[Aside] = []
    while here < len(page.lines) and page.lines[here].text.endswith("?"):
        asides.append(Aside(page.lines[here].text, "review question", page.lines[here].number))
        end = here + 1
        here = page.next(end)
    if len(asides) < 2:
        return None
    return Reading(tuple(asides), end, (), (_unanswered(page, at, len(asides)),))


def _headed(page: Page, at: int) -> bool:
    """Whether a heading just above announces questions."""
    seen = 0
    while at > 0 and seen < _FAR:
        at -= 1
        text = markers.bare(page.lines[at].text).rstrip(": ")
        if text and _HEADING.fullmatch(text):
            return True
        seen += bool(text)
    return False


def _unanswered(page: Page, at: int, count: int) -> Diagnostic:
    questions = "a review question" if count == 1 else f"{count} review questions"
    return Diagnostic(
        "review-questions",
        Severity.WARNING,
        f"{questions} without an answer",
        "",
        page.lines[at].number,
        1,
        "add a line “Answer: …” below each of them to make cards of them",
    )
