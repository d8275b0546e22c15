"""Review questions at the end of a chapter: questions in a row, and no answers."""

from deckgen.model.diagnostic import Diagnostic
from deckgen.model.document import Aside
from deckgen.parse import markers
from deckgen.parse.page import Page
from deckgen.parse.questions import asked
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import listing, question

_SHARE = 0.6  # of the items that ask


def read(context: Context, at: int) -> Reading | None:
    """A list whose items ask and are not answered, or whatever is numbered below such a heading."""
    page = context.page
    headed = asked.headed(page, at)
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
    return Reading(tuple(asides), end, (), (_reported(page, at, asides),))


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
    return Reading(tuple(asides), end, (), (_reported(page, at, asides),))


def _reported(page: Page, at: int, asides: list[Aside]) -> Diagnostic:
    return asked.unanswered(page.lines[at].number, 1, len(asides))
