"""Links and pictures of a page as Markdown."""

import re

from deckgen.convert.web.dom import Element

_EMOJI = frozenset("emoji wp-smiley icon-emoji".split())
_RIGHT = re.compile(
    r"(?P<no>in|not )?correct(?: answer)?[.!]?|(?P<tick>tick|check ?mark)", re.IGNORECASE
)
_LONGEST = 2000  # characters of an address


def target(link: Element) -> str:
    """Where a link leads: only out into the web; inside of the site a card cannot follow it."""
    href = link.get("href").strip()
    if not re.match(r"(?:https?:|mailto:)", href, re.IGNORECASE) or len(href) > _LONGEST:
        return ""
    return _safe(href)


def image(element: Element) -> str:
    """A picture as Markdown; a sign that is drawn as one, as a sign; nothing for a spacer."""
    alt = " ".join(element.get("alt").split())
    if set(element.classes) & _EMOJI:
        return alt
    if spoken := _RIGHT.fullmatch(alt):
        return "✗" if spoken["no"] else "✓"
    source = element.get("src").strip()
    if not source or source.startswith("data:"):
        lazy = (
            element.get(name).strip() for name in ("data-src", "data-original", "data-lazy-src")
        )
        source = next(filter(None, lazy), source)
    if _is_spacer(element, alt) or not (source or alt):
        return ""
    source = "" if source.startswith("data:") or len(source) > _LONGEST else _safe(source)
    shown = re.sub(r"[\[\]\\`*_<>]", " ", alt)
    return f"![{' '.join(shown.split())}]({source})"


def _is_spacer(element: Element, alt: str) -> bool:
    sizes = (element.get("width").strip(), element.get("height").strip())
    return not alt and any(re.fullmatch(r"[0-3](?:px)?", size) for size in sizes)


def _safe(address: str) -> str:
    """An address that ends where Markdown thinks it does."""
    return re.sub(r"[\s()<>\\*_`\[\]]", lambda m: f"%{ord(m[0]):02X}", address.replace("\n", ""))
