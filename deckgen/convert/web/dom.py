"""HTML text -> a tree of elements and texts with their places. The only home of justhtml.

The standard library's parser needs quadratic time for unclosed comments and raises on others, so
that everything built on it does too; lxml and selectolax do not tell columns. justhtml reads like
a browser, is pure Python, and never raises. What it does in quadratic time is taken out before.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from deckgen.model.source import Place

MOST_TAGS = 300_000  # a page of 3 MB; more are data
_DEEPEST = 90  # elements inside each other; what is deeper loses its elements and keeps its text
_MOST_UNCLOSED = 40  # different formatting tags that are never closed: each is opened again in
# every later block, so that a page of n such tags would grow to n² elements
_LONE = re.compile(r"<(?![A-Za-z/!?])")
# <!doctype>, <?xml ...?>, <![endif]>: nothing to see, but where justhtml counts places, text.
_DECLARATION = re.compile(r"<(?:[?!]|/(?![A-Za-z]))[^<>]{0,1000}>")
_RAW = re.compile(r"<(?:!--|(script|style|textarea|title|xmp)\b)", re.IGNORECASE)
_FORMATTING = re.compile(
    r"<(?P<close>/?)(?P<name>a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b"
    r"(?P<rest>[^<>]{0,2000})>",
    re.IGNORECASE,
)
_STANDS_FOR_LESS = "\ue012"  # a "<" that opens nothing, put away: rows of them take long
_NOTHING = "\ue013"  # what stands for a comment inside of a word
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, with entities resolved."""

    data: str
    place: Place


@dataclass(slots=True, eq=False)
class Element:
    """An element; each is only equal to itself.

    ``size`` counts the letters and signs that it shows, ``choices`` the boxes and radio buttons,
    ``links`` the links to other pages and ``linked`` the letters in them.
    """

    name: str
    attributes: dict[str, str]
    place: Place
    children: "list[Element | Text]" = field(default_factory=list)
    size: int = 0
    choices: int = 0
    links: int = 0
    linked: int = 0

    def get(self, name: str) -> str:
        """An attribute; empty where there is none."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of its classes and its id, in lower case."""
        return (*self.get("class").lower().split(), *self.get("id").lower().split())

    @property
    def words(self) -> frozenset[str]:
        """The words in the names of its classes and its id: "postShare-bar" has three."""
        names = f"{self.get('class')[:500]} {self.get('id')[:100]}"
        return frozenset(word.lower() for word in _WORD.findall(names))

    def elements(self) -> Iterator["Element"]:
        """All elements inside, in reading order."""
        waiting = [c for c in reversed(self.children) if isinstance(c, Element)]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [c for c in reversed(element.children) if isinstance(c, Element)]

    def find(self, *names: str) -> "Element | None":
        """The first element inside with one of these names."""
        return next((e for e in self.elements() if e.name in names), None)

    def text(self) -> str:
        """What it shows, on one line."""
        parts: list[str] = []
        self._texts(parts)
        return " ".join("".join(parts).split())

    def beginning(self) -> str:
        """Its first words."""
        for child in self.children:
            if isinstance(child, Text):
                if child.data.strip():
                    return child.data
            elif child.size and child.name not in WORDLESS:
                return child.beginning()
        return ""

    def _texts(self, parts: list[str]) -> None:
        for child in self.children:
            if isinstance(child, Text):
                parts.append(child.data)
            elif child.name not in WORDLESS:
                inside = child.name not in INLINE
                parts.append(" " if inside else "")
                child._texts(parts)
                parts.append(" " if inside else "")


# Elements without any words for a reader.
WORDLESS = frozenset(
    "script style template head meta link svg canvas source track param map area col colgroup "
    "noscript base rp".split()
)
INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr output q "
    "rb rt ruby s samp small span strike strong sub sup time tt u var wbr math input button".split()
)


def parse(html: str) -> Element:
    """The tree of a page; any text is one."""
    from justhtml import JustHTML

    html = html.replace("\r\n", "\n").replace("\r", "\n")
    html = html.replace(_STANDS_FOR_LESS, " ").replace(_NOTHING, " ")
    html = _DECLARATION.sub(_blank, _without_comments(html))
    html = _LONE.sub(_STANDS_FOR_LESS, _without_unclosed(html))
    document = JustHTML(html, sanitize=False, track_node_locations=True)
    root = Element("#document", {}, (1, 1))
    _copy(document.root, root)
    _measure(root)
    return root


def _without_comments(html: str) -> str:
    """A page without comments, closed or not; what looks like one in a script is none."""
    lower = html.lower() if len(html.lower()) == len(html) else html
    parts: list[str] = []
    last = 0
    found = _RAW.search(html)
    while found:
        if found[1]:
            end = lower.find(f"</{found[1].lower()}", found.end())
        else:
            closed = lower.find("-->", found.start() + 2)
            end = closed + 3 if closed >= 0 else len(html)
            parts += [html[last : found.start()], _spaces(html, found.start(), end)]
            last = end
        found = _RAW.search(html, end) if end >= 0 else None
    return "".join([*parts, html[last:]])


def _without_unclosed(html: str) -> str:
    """A page without formatting that would multiply; every character keeps its place."""
    different: set[str] = set()
    opened: Counter[str] = Counter()
    most = 0
    for tag in _FORMATTING.finditer(html):
        name = tag["name"].lower()
        opened[name] = max(0, opened[name] - 1) if tag["close"] else opened[name] + 1
        most = max(most, opened[name])
        if not tag["close"]:
            different.add(tag[0].lower())
    if most <= _MOST_UNCLOSED or len(different) <= _MOST_UNCLOSED:
        return html
    return _FORMATTING.sub(_blank, html)


def _blank(found: re.Match[str]) -> str:
    """Nothing to see in the place of what was found."""
    return _spaces(found.string, found.start(), found.end())


def _spaces(html: str, start: int, end: int) -> str:
    """Spaces for a part of a page, of the same length; nothing to see where they parted a word."""
    inside = html[start - 1 : start].isalnum() and html[end : end + 1].isalnum()
    return re.sub(r"[^\n]", _NOTHING if inside else " ", html[start:end])


def _copy(source: Any, target: Element) -> None:
    """The nodes of the parser as ours, without comments, and never too deep for a recursion."""
    waiting: list[tuple[Any, Element, int]] = [(n, target, 1) for n in reversed(_inside(source))]
    while waiting:
        node, parent, depth = waiting.pop()
        if node.name == "#text":
            data = (node.data or "").replace(_STANDS_FOR_LESS, "<").replace(_NOTHING, "")
            parent.children.append(Text(data, _place(node, parent.place)))
        elif not node.name.startswith(("#", "!")):
            name = node.name.lower()
            attributes = {
                str(k).lower(): (v or "").replace(_STANDS_FOR_LESS, "<")
                for k, v in (node.attrs or {}).items()
            }
            element = Element(name, attributes, _place(node, parent.place))
            if depth < _DEEPEST:
                parent.children.append(element)
                parent = element
            waiting += [(n, parent, depth + 1) for n in reversed(_inside(node))]


def _inside(node: Any) -> list[Any]:
    return list(node.children or ())


def _place(node: Any, otherwise: Place) -> Place:
    line, column = node.origin_line, node.origin_col
    return (line, column) if line and column else otherwise


def is_choice(element: Element) -> bool:
    """Whether an element is a box or a button to choose an answer with."""
    kind = "type" if element.name == "input" else "role"
    return element.get(kind).lower() in ("radio", "checkbox") and not element.size


def _measure(element: Element) -> None:
    for child in element.children:
        if isinstance(child, Text):
            element.size += len("".join(child.data.split()))
        elif child.name not in WORDLESS:
            _measure(child)
            element.size += child.size
            element.choices += child.choices
            element.links += child.links
            element.linked += child.linked
    element.choices += is_choice(element)
    if element.name == "a" and not element.get("href").lower().startswith(("#", "javascript:")):
        element.links = int(bool(element.get("href") and element.size))
        element.linked = element.size if element.links else 0
