"""``- What is …? #card`` and the deeper items below it, as outliners keep their flashcards.

Where the item holds deletions it is a text with deletions. A paragraph whose first line ends in
``#card`` is a card as well: its other lines answer.
"""

from deckgen.model.document import Block, Cloze, Definition, Pair
from deckgen.parse import bodies, deletions, markers, tags
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_LINKED = " [[card]]"
_ONE_WAY = frozenset({"card", "flashcard", "card-spaced", "card::spaced", "ankicard"})
_BOTH_WAYS = frozenset({"card-reverse", "card::reverse", "flashcard-reverse"})


def read(context: Context, at: int) -> Reading | None:
    """One such item, or paragraph, with what stands below it."""
    page = context.page
    line = page.lines[at]
    found = _found(page, at)
    if found is None:
        return None
    front, names, both = found
    listed = markers.bullet(line.text) is not None
    stop = _deeper(page, at) if listed else _paragraph(page, at)
    body, more = tags.without_tags(bodies.dedented(page.lines[at + 1 : stop]))
    hides = deletions.OPENING.search(front)
    asks = front.rstrip("*_ ").endswith(("?", "？"))
    if not (hides or asks or any(ln.text for ln in body)):
        return None  # "- Bring the #card"
    labels = tuple(dict.fromkeys((*names, *more)))
    roles = [(at, "question"), *((i, "answer") for i in range(at + 1, stop))]
    made: Block
    if hides:
        made = Cloze(deletions.numbered(front), line.number, labels, _answer(page, body))
    elif both:
        made = Definition(front, _answer(page, body), line.number, both=True, tags=labels)
    else:
        made = Pair(front, _answer(page, body), line.number, labels)
    return Reading((made,), stop, tuple(roles))


def begins(page: Page, at: int) -> bool:
    """Whether a line is such an item; for other rules."""
    return _found(page, at) is not None


def _found(page: Page, at: int) -> tuple[str, tuple[str, ...], bool] | None:
    """The text of the item, its other tags, and whether it asks both ways; None for no card."""
    line = page.lines[at]
    listed = page.markdown or line.text.startswith("-")
    if not listed or line.verbatim or "card" not in line.text.lower():
        return None
    item = markers.bullet(line.text)
    if item is None and (not page.gap(at) or line.text.startswith(("#", ">", "|"))):
        return None
    text = item.text if item else line.text
    if text.lower().endswith(_LINKED):
        text = f"{text[: -len(_LINKED)]} #card"
    said, names = tags.apart(text, anywhere=True)
    low = {name.lower() for name in names}
    others = tuple(name for name in names if name.lower() not in _ONE_WAY | _BOTH_WAYS)
    return (said, others, bool(low & _BOTH_WAYS)) if len(others) < len(names) else None


def _deeper(page: Page, at: int) -> int:
    """The index behind the deeper lines; hidden lines and blank ones part nothing."""
    stop = here = at + 1
    while here < len(page.lines):
        line = page.lines[here]
        if line.text and line.indent <= page.lines[at].indent:
            break
        here += 1
        stop = here if line.text else stop
    return stop


def _paragraph(page: Page, at: int) -> int:
    here = at + 1
    while here < len(page.lines) and (page.lines[here].text or page.lines[here].hidden):
        here += 1
    return here


def _answer(page: Page, body: tuple[Line, ...]) -> str:
    """The deeper items as they stand; a single one without its sign."""
    said = [line for line in body if line.text]
    item = markers.bullet(said[0].text) if len(said) == 1 else None
    if not page.markdown and item is None:
        return "\n".join(line.text for line in said)
    kept = bodies.parted([line for line in body if line.text or not line.hidden])
    return item.text if item else page.written(kept)
