"""Bulleted and numbered lists."""

from deckgen.model.document import Listing
from deckgen.parse import deletions, markers
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import double_colon, outline_card


def read(context: Context, at: int) -> Reading | None:
    """The items from here on that are marked alike."""
    page = context.page
    first = item(page.lines[at])
    if first is None:
        return None
    ordered = first.style == "ordinal"
    items: list[list[Line]] = []
    last = first.label
    here = at
    while here < len(page.lines):
        line = page.lines[here]
        found = item(line)
        if line.blank:
            # A blank line may part the items, but nothing else may follow it.
            after = page.next(here)
            if (
                after == len(page.lines)
                or not (other := item(page.lines[after]))
                or (other.style == "ordinal") != ordered
                or other.label == "1" != last  # another list begins; in Markdown all may be 1
            ):
                break
            here = after
            continue
        if found and here > at and _is_card(page, here):
            break
        if found and (found.style == "ordinal") == ordered:
            items.append([Line(line.number, found.text, found.text)])
            last = found.label
        elif (
            found
            or page.heading(here)
            or not (line.indent > 1 or page.continues(page.lines[here - 1], line))
        ):
            break
        else:
            items[-1].append(line)
        here += 1
    texts = tuple(page.join(item) for item in items)
    return Reading((Listing(texts, ordered, page.lines[at].number),), here)


def _is_card(page: Page, at: int) -> bool:
    """Whether an item is plainly meant as a card, below others that are none."""
    hides = deletions.OPENING.search(page.lines[at].text)
    return bool(hides) or double_colon.is_card(page, at) or outline_card.begins(page, at)


def item(line: Line) -> markers.Marked | None:
    """What a line says, if it is an item of a list."""
    return markers.bullet(line.text) or markers.ordinal(line.text)
