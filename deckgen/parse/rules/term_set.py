"""``Terms in this set (14)``: terms and definitions in turn, as a set of flashcards is copied."""

import re

from deckgen.model.document import Block, Chrome, Definition
from deckgen.parse.reading import Context, Reading

_SET = re.compile(r"(?:terms|cards) in this set \((\d{1,3})\)", re.IGNORECASE)
_LABELS = ("term", "front", "question")  # each card has labels of its own
_LONGEST_TERM = 15  # words


def read(context: Context, at: int) -> Reading | None:
    """All cards of a set, if as many stand below as it says."""
    page = context.page
    found = _SET.fullmatch(page.lines[at].text)
    if not found:
        return None
    wanted = 2 * int(found[1])
    head = page.lines[at]
    blocks: list[Block] = [Chrome(head.text, "other pages", head.number)]
    sides: list[int] = []
    here = page.next(at + 1)
    while here < len(page.lines) and len(sides) < wanted:
        sides.append(here)
        here = page.next(here + 1)
    terms = [page.lines[i] for i in sides[::2]]
    if terms and terms[0].text.lower() in _LABELS:
        return None
    if len(sides) < wanted or any(len(line.text.split()) > _LONGEST_TERM for line in terms):
        return None
    backs = [page.lines[i] for i in sides[1::2]]
    blocks += [Definition(t.text, b.text, t.number) for t, b in zip(terms, backs, strict=True)]
    roles = [(i, "answer" if n % 2 else "question") for n, i in enumerate(sides)]
    return Reading(tuple(blocks), sides[-1] + 1 if sides else at + 1, tuple(roles))
