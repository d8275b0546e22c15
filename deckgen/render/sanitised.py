"""Any HTML -> HTML that may be shown on a card. The only home of ``nh3``."""

import re
from functools import cache

import nh3

from deckgen.render import code

# Formatting only: nothing that runs, loads, embeds, or styles the page around it. Pictures and
# sounds have no "src": their "at" names a file that is looked up, and never loaded from there.
_TAGS = frozenset(
    """
    a abbr audio b blockquote br caption cite code dd del details div dl dt em h1 h2 h3 h4 h5 h6
    hr i img ins kbd li mark ol p pre q rp rt ruby s samp small source span strong sub summary sup
    table tbody td tfoot th thead tr u ul var video
    """.split()
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "audio": {"at"},
    "img": {"at", "alt", "width"},
    "ol": {"start"},
    "source": {"at"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
    "video": {"at"},
}
_SCHEMES = frozenset({"http", "https", "mailto"})
_ABSOLUTE = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_LINK = re.compile(r"<a\b(?P<attributes>[^<>]*)>|</a>")
# What Anki would play, speak or run LaTeX for, wherever in a field it stands.
_ACTIVE = re.compile(r"\[(?=sound:|anki:|latex\]|\$\$?\])", re.IGNORECASE)


def sanitised(rendered: str) -> str:
    """Safe HTML. A link that leads nowhere on a phone, to another note or a heading, is text."""
    clean = _cleaner().clean(rendered)
    return inert(_with_links(clean).replace("&nbsp;</p>", "</p>"))  # behind a footnote


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        allowed_classes={"span": set(code.CLASSES)},
        url_schemes=set(_SCHEMES),
        link_rel="noopener noreferrer",
    )


def inert(text: str) -> str:
    """A text, escaped already, in which Anki finds nothing to play and nothing to run."""
    return _ACTIVE.sub("&#91;", text)


def _with_links(clean: str) -> str:
    """The links of sanitised HTML that lead somewhere; links cannot stand in each other there."""
    kept = True

    def link(match: re.Match[str]) -> str:
        nonlocal kept
        if match[0] == "</a>":
            return "</a>" if kept else ""
        href = re.search(r' href="([^"]*)"', match["attributes"])
        kept = bool(href and _ABSOLUTE.match(href[1]))
        return match[0] if kept else ""

    return _LINK.sub(link, clean)
