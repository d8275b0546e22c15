"""The site around the text, told by its elements: why something is left out, or nothing.

Words in the names of classes are trusted only for a small part of a page: a page about cookies may
call its article "cookies".
"""

import re
from dataclasses import dataclass

from deckgen.convert.web.dom import Element, Text

# Reason by element and by role.
_ELEMENTS = {
    "nav": "navigation", "iframe": "another page", "object": "another page",
    "embed": "another page", "button": "control", "select": "control", "textarea": "control",
    "option": "control", "datalist": "control", "progress": "control", "meter": "control",
    "dialog": "dialog", "menu": "control", "audio": "sound", "video": "film",
}  # fmt: skip
_ROLES = {
    "navigation": "navigation", "search": "search", "banner": "site", "contentinfo": "site",
    "menu": "navigation", "menubar": "navigation", "toolbar": "control", "tablist": "control",
    "button": "control", "progressbar": "control", "dialog": "dialog",
    "alertdialog": "dialog", "tooltip": "control",
}  # fmt: skip
# Reason by a word in the name of a class or an id, or by two words together.
_WORDS = {
    "navigation": "nav navbar navigation breadcrumb breadcrumbs pagination pager menu sitemap "
    "navbox skip",
    "cookies": "cookie cookies consent gdpr ccpa",
    "share": "share sharing sharedaddy addtoany",
    "subscription": "newsletter subscribe subscription paywall optin",
    "advertisement": "ad ads advert adsense advertisement sponsored promo promotion outbrain "
    "taboola",
    "other pages": "related relatedposts recommended recommendations trending popular",
    "references": "references reflist bibliography",
    "comments": "comments disqus respond commentlist",
    "sidebar": "sidebar",
    "byline": "postprofile postuser userinfo userdetails",
    "table of contents": "toc",
    "site": "sitefooter siteheader masthead colophon copyright",
    "control": "editsection noprint toolbar catlinks printfooter metadata",
    "dialog": "modal popup lightbox",
    "account": "login signup signin",
}
_REASONS = {word: why for why, words in _WORDS.items() for word in words.split()}
_PAIRS = {
    frozenset(("site", "header")): "site", frozenset(("site", "footer")): "site",
    frozenset(("page", "footer")): "site",
    frozenset(("global", "header")): "site", frozenset(("global", "footer")): "site",
    frozenset(("author", "bio")): "biography", frozenset(("author", "box")): "biography",
    frozenset(("author", "info")): "biography", frozenset(("author", "card")): "biography",
    frozenset(("about", "author")): "biography",
    frozenset(("table", "contents")): "table of contents",
    frozenset(("date", "header")): "byline", frozenset(("version", "badge")): "site",
    frozenset(("post", "navigation")): "navigation", frozenset(("mw", "jump")): "navigation",
    frozenset(("social", "links")): "share", frozenset(("social", "icons")): "share",
    frozenset(("social", "media")): "share", frozenset(("social", "buttons")): "share",
    frozenset(("entry", "meta")): "byline", frozenset(("post", "meta")): "byline",
}  # fmt: skip
_CALLOUT = frozenset("note tip callout admonition warning info example definition box".split())
_CONTENT = frozenset("question quiz questions answer answers content entry article post".split())
_ANSWER = frozenset(
    "answer answers solution solutions explanation explanations rationale feedback reveal spoiler "
    "definition back correct key response".split()
)
_SPEAKS = re.compile(
    r"\b(?:answers?|explanation|rationale|solution|correct|because)\b", re.IGNORECASE
)
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FRAME = frozenset("foot footer header topbar bottombar".split())
_COUNTS = frozenset(
    "count counter votes vote percent percentage points time timer duration grade marks".split()
)
_COUNTED = re.compile(
    r"\+?[\d.,]{1,8}\s?(?:%|x|k|pts?|points?|marks?|s|secs?|seconds?|min|minutes?)?", re.IGNORECASE
)
_COUNT = 16  # letters of what is counted
_LINKED = 0.85  # of the letters: the others are bars and arrows between the links
_SHORT_LINK = 32  # letters
_SIGNED = 300  # letters of a signature
_SMALL = 0.35  # of the page: more is no navigation, whatever it is called
_MAIN = 0.6  # of the text that is no site: so much must the main part hold
_IDS = frozenset("content main main-content maincontent primary mw-content-text".split())


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of a page: its body, and the part of it that holds the text."""

    body: Element
    main: Element
    around: frozenset[int] = frozenset()  # the ids of the elements around ``main``
    saved: bool = True  # a site may stand around the text

    @classmethod
    def of(cls, root: Element) -> "Site":
        """Find the main part of a page: what the page calls so, if it holds the text."""
        body = root.find("body") or root
        site = cls(body, body)
        text = site.kept_size(body)
        for candidate in _candidates(body):
            if candidate.size >= _MAIN * text:
                return cls(body, candidate, frozenset(map(id, _path(body, candidate))))
        return site

    @classmethod
    def alone(cls, root: Element) -> "Site":
        """A text without a site around it."""
        body = root.find("body") or root
        return cls(body, body, saved=False)

    def kept_size(self, element: Element) -> int:
        """Letters and signs that are no site."""
        size = 0
        for child in element.children:
            if isinstance(child, Text):
                size += len("".join(child.data.split()))
            elif child.size and not self.reason(child, inside_main=False):
                size += self.kept_size(child)
        return size

    def is_around(self, element: Element) -> bool:
        """Whether an element holds the main part."""
        return id(element) in self.around

    def outside(self, element: Element) -> bool:
        """Whether an element beside the main part has nothing to do with its questions."""
        return not element.choices and not re.search(
            r"\b(?:answers?|explanation)\s*:", element.text()[:20_000], re.IGNORECASE
        )

    def reason(self, element: Element, *, inside_main: bool, revealed: bool = False) -> str:
        """Why an element belongs to the site; empty where it does not."""
        name = element.name
        if name in ("html", "body", "main", "input", "img", "math"):
            return ""
        if not self.saved and name not in _ELEMENTS:
            return ""
        if hidden(element) and not (revealed or speaks_of_answer(element)):
            return "hidden"
        if why := _ELEMENTS.get(name):
            return why
        if element.choices:
            return ""
        if why := _ROLES.get(element.get("role").lower(), ""):
            return why
        if not inside_main and _is_frame(element):
            return "site"
        if why := _by_nature(element):
            return why
        if name == "article" or element.size > _SMALL * max(self.body.size, 1):
            return ""
        return _named(element)


def hidden(element: Element) -> bool:
    """Whether a browser does not show an element when the page opens."""
    return (
        "hidden" in element.attributes
        or element.get("aria-hidden").lower() == "true"
        or bool(_INVISIBLE.search(element.get("style")[:2000]))
    )


def speaks_of_answer(element: Element) -> bool:
    """Whether a hidden element waits for somebody who wants to know the answer."""
    if not element.size:
        return False
    return bool(element.words & _ANSWER or _SPEAKS.search(element.text()[:300]))


def _by_nature(element: Element) -> str:
    """Why an element is none of the text by what it is and holds, whatever it is called."""
    name = element.name
    if name == "aside" and not (element.words & _CALLOUT):
        return "aside"
    if name == "sup" and ("reference" in element.classes or _footnote_mark(element)):
        return "footnote mark"
    if name == "a" and element.get("href").startswith("#") and _is_sign(element):
        return "permalink"
    if name == "a" and element.words & {"button", "btn"} and not element.text().endswith("?"):
        return "control"
    if name == "footer" and element.links and not speaks_of_answer(element):
        return "site"
    if _is_count(element):
        return "count"
    if "signature" in element.words and _signs(element):
        return "signature"
    if _leads_away(element):
        return "links"
    return ""


def _named(element: Element) -> str:
    words = element.words
    if not words or words & _CONTENT & {"question", "quiz", "answer"}:
        return ""
    for pair, why in _PAIRS.items():
        if pair <= words:
            return why
    if "author" in words and element.find("img"):
        return "biography"
    return next((_REASONS[word] for word in sorted(words) if word in _REASONS), "")


def _is_frame(element: Element) -> bool:
    """Whether an element is the head or the foot of the page."""
    if element.name in ("header", "footer"):
        return True
    if element.name not in ("div", "p", "table", "ul") or not element.words & _FRAME:
        return False
    if re.match(r"\s*(?:question|item|q)\b.{0,12}\s*$", element.beginning()[:40], re.IGNORECASE):
        return False  # the head of a question
    return not any(e.name in ("h1", "h2", "h3") for e in element.elements())


def _leads_away(element: Element) -> bool:
    """Whether an element is nothing but several short links to other pages."""
    few_others = element.linked >= _LINKED * element.size
    return element.links >= 3 and few_others and element.size <= _SHORT_LINK * element.links


def _is_count(element: Element) -> bool:
    """Whether an element only counts something: votes, points, seconds."""
    named = element.size <= _COUNT and element.words & _COUNTS
    return bool(named) and _COUNTED.fullmatch(element.text()) is not None


def _signs(element: Element) -> bool:
    """Whether a part called "signature" is that of a member of a forum, and not of a function."""
    block = element.name in ("div", "p", "td", "aside", "footer", "blockquote")
    return block and element.size <= _SIGNED and element.find("code", "pre", "dt") is None


def _is_sign(element: Element) -> bool:
    """Whether an element is no word: a pilcrow behind a heading."""
    return not any(c.isalnum() for c in element.text())


def _footnote_mark(element: Element) -> bool:
    link = element.find("a")
    marks = ("#cite", "#fn", "#note", "#ref", "#_ftn")
    return link is not None and link.get("href").lower().startswith(marks)


def _candidates(body: Element) -> list[Element]:
    """What a page calls its main part, the surest first."""
    elements = list(body.elements())
    mains = [e for e in elements if e.name == "main" or e.get("role").lower() == "main"]
    articles = [e for e in elements if e.name == "article"]
    named = [e for e in elements if e.get("id").lower() in _IDS and e.name in ("div", "section")]
    return mains[:1] + (articles if len(articles) == 1 else []) + named[:2]


def _path(top: Element, wanted: Element) -> list[Element]:
    """The elements from ``top`` down to the one above ``wanted``."""
    for child in top.children:
        if child is wanted:
            return [top]
        if isinstance(child, Element) and (below := _path(child, wanted)):
            return [top, *below]
    return []
