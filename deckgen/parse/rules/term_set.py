"""``Terms in this set (14)``: terms and definitions in turn, as a set of flashcards is copied."""

import re

from deckgen.model.document import Block, Chrome, Definition, Question
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import question

_SET = re.compile(r"(?:terms|cards) in this set \((\d{1,3})\)", re.IGNORECASE)
_LABELS = ("term", "front", "question")  # each card has labels of its own
_LONGEST_TERM = 15  # words
_PAIR = 2  # lines of a card with nothing but a term and its definition
_ORDER = re.compile(
    r"original|alphabetical|(?:your|my) order|still learning|hide .*", re.IGNORECASE
)


def read(context: Context, at: int) -> Reading | None:
    """All cards of a set, if as many stand below as it says."""
    page = context.page
    found = _SET.fullmatch(page.lines[at].text)
    if not found:
        return None
    wanted = 2 * int(found[1])
    head = page.lines[at]
    blocks: list[Block] = [Chrome(head.text, "other pages", head.number)]
    if parted := _parted(context, at + 1, int(found[1])):
        return Reading((*blocks, *parted.blocks), parted.stop, parted.roles)
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


def _parted(context: Context, at: int, count: int) -> Reading | None:
    """Cards that blank lines part: the last line of each is its back. Some are questions."""
    page = context.page
    blocks: list[Block] = []
    roles: list[tuple[int, str]] = []
    here = page.next(at)
    if here < len(page.lines) and _ORDER.fullmatch(page.lines[here].text):
        blocks.append(Chrome(page.lines[here].text, "control", page.lines[here].number))
        here = page.next(here + 1)
    several, stop = False, at
    for _ in range(count):
        end = here
        while end < len(page.lines) and page.lines[end].text:
            end += 1
        if end - here < 2:
            return None
        asked = question.read(context, here) if end - here > _PAIR else None
        if asked and asked.stop <= page.next(end) and _whole(asked):
            blocks += asked.blocks
            roles += asked.roles
        else:
            front = " ".join(line.text for line in page.lines[here : end - 1])
            if len(front.split()) > _LONGEST_TERM:
                return None
            blocks.append(Definition(front, page.lines[end - 1].text, here + 1))
            roles += [(i, "question") for i in range(here, end - 1)] + [(end - 1, "answer")]
        several = several or end - here > _PAIR
        stop, here = end, page.next(end)
    return Reading(tuple(blocks), stop, tuple(roles)) if several else None


def _whole(reading: Reading) -> bool:
    """Whether a reading is a question with its options and its answer."""
    return any(isinstance(b, Question) and b.options and b.key for b in reading.blocks)
