"""Code of a page: fences with a language, and what is only called code."""

import re

from deckgen.convert.web.dom import Element, Text
from deckgen.model.source import Place

_LANGUAGE = re.compile(
    r"(?:language|lang|highlight-source|highlight|brush:?|sourcecode)[-: ]?(\w+)"
)
_NUMBERS = frozenset("gutter linenos lineno linenumber linenumbers".split())
_QUIZ = re.compile(r"^[ \t]*(?:\(?[A-Da-d][.)]|\d{1,3}[.)]|Q\d*:|A:|Answer)\s", re.MULTILINE)


def lines(pre: Element) -> list[tuple[str, Place]]:
    """The lines of preformatted text, each with its place."""
    parts: list[tuple[str, Place]] = []
    _collect(pre, parts)
    found: list[tuple[str, Place]] = []
    open_line = False
    for data, (line, column) in parts:
        for i, piece in enumerate(data.split("\n")):
            place = (line + i, column if i == 0 else 1)
            if i == 0 and open_line:
                found[-1] = (found[-1][0] + piece, found[-1][1] if found[-1][0] else place)
            else:
                found.append((piece, place))
        open_line = True
    while found and not found[-1][0].strip():
        found.pop()
    while found and not found[0][0].strip():
        found.pop(0)
    return found


def fenced(pre: Element) -> list[tuple[str, Place]]:
    """Preformatted text as a fence."""
    found = lines(pre)
    if not found:
        return []
    ticks = max((len(m[0]) for text, _ in found for m in re.finditer("`+", text)), default=0)
    fence = "`" * max(3, ticks + 1)
    opening = (fence + _language(pre), found[0][1])
    return [opening, *((text.rstrip(), place) for text, place in found), (fence, found[-1][1])]


def is_prose(pre: Element) -> bool:
    """Whether preformatted text is a text that somebody has typed, and no code."""
    if pre.find("code") or _language(pre):
        return False
    text = "\n".join(text for text, _ in lines(pre))
    return len(_QUIZ.findall(text)) > 1


def inline(element: Element) -> str:
    """Code inside a line."""
    text = element.text()
    if not text or element.find("img"):
        return text
    ticks = max((len(m[0]) for m in re.finditer("`+", text)), default=0)
    if not ticks:
        return f"`{text}`"
    marks = "`" * (ticks + 1)
    return f"{marks} {text} {marks}"


def _language(pre: Element) -> str:
    code = pre.find("code")
    for element in (code, pre):
        for name in element.get("class").split() if element else ():
            if found := _LANGUAGE.fullmatch(name):
                return found[1].lower()
    return ""


def _collect(element: Element, parts: list[tuple[str, Place]]) -> None:
    for child in element.children:
        if isinstance(child, Text):
            parts.append((child.data, child.place))
        elif child.name == "br":
            parts.append(("\n", child.place))
        elif not child.words & _NUMBERS:
            _collect(child, parts)
