"""Flashcard exports: ``Term``, a text, ``Definition``, a text, each on a line of its own."""

from deckgen.model.document import Chrome, Pair
from deckgen.parse.questions import options
from deckgen.parse.reading import Context, Reading


def read(context: Context, at: int) -> Reading | None:
    """One card of such an export."""
    page = context.page
    if page.lines[at].text.lower() not in ("term", "front", "question") or not page.gap(at):
        return None
    middle = at + 1
    while middle < len(page.lines) and page.lines[middle].text.lower() not in (
        "definition",
        "back",
        "answer",
    ):
        if middle - at > 12 or page.lines[middle].text.lower() == "term":
            return None
        middle += 1
    if middle >= len(page.lines):
        return None
    stop = middle + 1
    while stop < len(page.lines) and (page.lines[stop].text or stop == middle + 1):
        stop += 1
    front, back = (
        [page.lines[i] for i in range(*ends) if not page.chrome(i)]
        for ends in ((at + 1, middle), (middle + 1, stop))
    )
    if any(options.lettered_run(page, i) for i in range(at + 1, middle) if page.lines[i].text):
        return None
    texts = page.written(front), page.written(back)
    if not all(texts):
        return None
    roles = [(i, "question") for i in range(at, middle)]
    roles += [(i, "answer") for i in range(middle, stop)]
    sites = [i for i in range(at + 1, stop) if i != middle and page.chrome(i)]
    chrome = [Chrome(page.lines[i].text, page.chrome(i), page.lines[i].number) for i in sites]
    return Reading((Pair(*texts, page.lines[at].number), *chrome), stop, tuple(roles))
