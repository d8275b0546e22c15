"""The title of a page: its heading, or what the window is called, without the site's name."""

import re
from dataclasses import dataclass

from deckgen.convert.escape import escaped, single
from deckgen.convert.web.dom import Element
from deckgen.convert.web.site import Site
from deckgen.model.source import Place

_PARTS = re.compile(r"\s+(?:\||[-–—·•:»«]|::)\s+|\s*\|\s*")
_COLON = re.compile(r"\s*:\s+")
_SITE_WORDS = 4
_LONGEST = 100  # letters of a title


@dataclass(frozen=True, slots=True)
class Title:
    """The heading that is the title, or the text of one that the page shows nowhere."""

    heading: Element | None
    text: str
    place: Place


def find(root: Element, site: Site) -> Title:
    """The title of a page; of several first headings, the one that the window is called after."""
    window = root.find("title")
    parts = [p for p in _PARTS.split(window.text()) if p] if window else []
    name = _site_name(root)
    headings = [
        e
        for e in site.main.elements()
        if e.name == "h1" and e.size and e.text() != name and _is_kept(site, e)
    ]
    called = [h for h in headings if any(_same(h.text(), part) for part in parts)]
    if headings:
        return Title((called or headings)[0], "", headings[0].place)
    elsewhere = [e for e in site.body.elements() if e.name == "h1" and e.size and e.text() != name]
    for heading in elsewhere:
        if parts and _same(heading.text(), parts[0]):
            return Title(None, _markdown(heading.text()), heading.place)
    if shown := _shown(site, parts):
        return Title(shown, "", shown.place)
    kept = [part for part in parts if part.lower() != name.lower()]
    if len(kept) > 1 and len(kept) == len(parts) and _is_site(kept[-1]):
        kept.pop()
    text = " – ".join(kept)[:200]
    return Title(None, _markdown(text), window.place if window else (1, 1))


def _shown(site: Site, parts: list[str]) -> Element | None:
    """The words on the page that the window is called after, though they are no heading."""
    names = {name.lower() for part in parts for name in (part, *_COLON.split(part)) if name}
    found: Element | None = None
    for element in site.main.elements():
        if 0 < element.size <= _LONGEST and element.text().lower() in names:
            if found is not None and element.text() != found.text():
                break
            found = element  # the innermost one
    return found


def _is_site(part: str) -> bool:
    """Whether the end of a window's title may be the name of a site: "ShoreSite", "My Blog"."""
    return len(part.split()) <= _SITE_WORDS and not part[:1].islower()


def _is_kept(site: Site, heading: Element) -> bool:
    return heading.size > 0 and not site.reason(heading, inside_main=True)


def _site_name(root: Element) -> str:
    for meta in root.elements():
        if meta.name == "meta" and meta.get("property").lower() == "og:site_name":
            return " ".join(meta.get("content").split())
    return ""


def _same(heading: str, part: str) -> bool:
    one, other = heading.lower().strip(" .!?"), part.lower().strip(" .!?")
    return bool(one) and (one == other or one in other or other in one)


def _markdown(text: str) -> str:
    return escaped(text, single([text]), first=False)
