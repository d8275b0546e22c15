"""Lists of sources at the end of a text: ``References``, ``Works Cited``."""

import re

from deckgen.model.document import Aside
from deckgen.parse import markers
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_HEADING = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})?\.? )?(?:references|bibliography|works cited|literature(?: cited)?"
    r"|further reading|suggested reading|sources|notes|endnotes|citations|literatur(?:verzeichnis)?"
    r"|quellen|bibliographie|referencias|bibliografía|références)",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)|https?://|\bdoi\b|\bet al\b|\bISBN\b")
_LOOKED_AT = 10  # lines that tell whether these are sources
_SHARE = 0.4  # of these lines: an entry may go on for two or three


def read(context: Context, at: int) -> Reading | None:
    """The heading and its entries, up to the next heading."""
    page = context.page
    if page.lines[at].verbatim or not _HEADING.fullmatch(_bare(page, at)):
        return None
    end, looked_at, entries = at + 1, 0, 0
    here = page.next(end)
    while here < len(page.lines) and not _ends(page, here):
        if looked_at < _LOOKED_AT:
            looked_at += 1
            entries += bool(_ENTRY.search(page.lines[here].text))
        if looked_at == _LOOKED_AT and entries < _SHARE * looked_at:
            return None
        end = here + 1
        here = page.next(end)
    if not entries or entries < _SHARE * looked_at:
        return None
    inside = [line for line in page.lines[at:end] if line.text]
    return Reading(tuple(Aside(line.text, "bibliography", line.number) for line in inside), end)


def _bare(page: Page, at: int) -> str:
    return markers.bare(page.lines[at].text).rstrip(": ")


def _ends(page: Page, at: int) -> bool:
    """The next heading, or a label that begins a question."""
    if not page.gap(at) and not page.lines[at].text.startswith("#"):
        return False
    text = page.lines[at].text
    heading = page.heading(at) is not None and not _ENTRY.search(text)
    return heading or markers.label(text)[0] or page.key_heading(at)
