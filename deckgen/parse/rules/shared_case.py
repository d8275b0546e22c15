"""``Questions 4 to 6 refer to the following case.``"""

import re
from dataclasses import replace

from deckgen.model.document import Chrome, SharedCase
from deckgen.parse.questions import openings
from deckgen.parse.reading import Context, Reading

_BEGUN = re.compile(r"\d[^.:]{0,40}[.:]\s+(\S.*$)")
_LONGEST = 30  # lines


def read(context: Context, at: int) -> Reading | None:
    """A case that several questions share, up to the first of them."""
    page = context.page
    numbers = openings.scenario(page, at)
    if not numbers:
        return None
    first = page.lines[at]
    begun = _BEGUN.search(first.text)  # the case may begin on the line that announces it
    here = end = page.next(at + 1)
    while end < len(page.lines):
        if page.lines[end].blank:
            end = page.next(end)
            continue
        if openings.opening(page, end, frozenset(numbers)):
            break
        if end - here > _LONGEST:
            return None
        end += 1
    if end == len(page.lines):
        return None
    kept = [page.lines[i] for i in range(here, end) if page.lines[i].text and not page.chrome(i)]
    if begun:
        kept = [replace(first, text=begun[1]), *kept]
    if not kept:
        return None
    case = SharedCase(
        "\n".join(page.paragraphs(kept)), numbers.start, numbers.stop - 1, first.number
    )
    sites = [i for i in range(here, end) if page.chrome(i)]
    chrome = [Chrome(page.lines[i].text, page.chrome(i), page.lines[i].number) for i in sites]
    return Reading((case, *chrome), end)
