"""Texts of a page as Markdown that gives the same card: proven, and escaped no more than needed."""

import re
from collections.abc import Callable

from deckgen.convert.escape import escaped, single
from deckgen.model.source import Markup
from deckgen.render import answer_html
from deckgen.render.html import text_html, words
from deckgen.render.media import described

_BETWEEN = re.compile(r"\s{0,200}(<[^<>]*>)\s{0,200}")
# Signs that a file of Markdown has and a single text has not: comments, and names of blocks.
_UNSEEN = re.compile(r"%%|<!--|(?<!\S)\^")
_ANY_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_FORMULA_OR_DELETION = re.compile(
    r"\{\{c\d{1,3}::|\}\}|::|\\\([^\n]{1,1000}?\\\)|\\\[[^\n]{1,1000}?\\\]"
    r"|\$\$[^$\n]{1,1000}\$\$|\$[^$\n]{1,300}\$"
)
_ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=\s)")

Html = Callable[[str], str]


def as_markdown(text: str, markup: Markup) -> str:
    """A text that renders in Markdown as it renders in its own markup."""
    if markup == "markdown":
        return text
    return _proven(text, text_html(text, markup))


def same_list(text: str, markup: Markup) -> str:
    """The same for the answer of a concept: in plain text, lines of items are a list."""
    if markup == "markdown":
        return text
    return _proven(text, answer_html(text, markup))


def one_line(heading: str, markup: Markup) -> str:
    """A heading that says the same in Markdown, and ends in nothing that would be a tag."""
    text = " ".join(heading.split())
    if markup == "plain":
        wanted = words(described(text_html(text, markup)))
        tries = (text, _escaped(text), _in_full(text))
        text = next(
            (t for t in tries if words(described(text_html(t, "markdown"))) == wanted), text
        )
    return re.sub(r"(?<=\s)#", "&#35;", text)


def _proven(text: str, wanted: str) -> str:
    tries = (_seen(text), _escaped(text), _in_full(text), _in_full(text, whole=True))
    found = (t for t in tries if same(text_html(t, "markdown"), wanted))
    return next(found, tries[1])


def same(one: str, other: str) -> bool:
    """Whether two texts look the same: white space beside a tag says nothing."""
    return _BETWEEN.sub(r"\1", one) == _BETWEEN.sub(r"\1", other)


def _escaped(text: str) -> str:
    """With a sign before what Markdown would take for markup, and the breaks of lines kept."""
    alone = single([text])
    lines = [escaped(line, alone, first=True) for line in text.split("\n")]
    lines = [_ITEM.sub(lambda m: f"{m[0][:-1]}\\{m[0][-1]}", line, count=1) for line in lines]
    return _broken(lines)


def _in_full(text: str, *, whole: bool = False) -> str:
    """Every sign by its number; but formulas and deletions stay, unless ``whole``."""
    lines: list[str] = []
    for line in text.split("\n"):
        parts: list[str] = []
        last = 0
        for kept in () if whole else _FORMULA_OR_DELETION.finditer(line):
            parts += [_numbered(line[last : kept.start()]), kept[0]]
            last = kept.end()
        lines.append("".join([*parts, _numbered(line[last:])]))
    return _broken(lines)


def _numbered(text: str) -> str:
    return _ANY_SIGN.sub(lambda m: f"&#{ord(m[0])};", text)


def _broken(lines: list[str]) -> str:
    """Lines as one text: a break at each end, but not beside a blank line."""
    text = "\n".join(lines)
    return _seen(re.sub(r"(?<=[^\n])\n(?=[^\n])", "<br>\n", text))


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda m: f"&#{ord(m[0][0])};{m[0][1:]}", text)
