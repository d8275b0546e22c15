"""Markdown that needs little -> HTML, in one look at each line.

Most fields are words, with a bold or a code word or a link among them, or a flat list below them.
The parser takes ten times as long for them. The contract: what ``direct`` answers is what the
parser and the sanitiser answer, letter for letter but for the ``<p>`` of a single paragraph, and
where it is not sure of that it answers None. ``tests/test_direct.py`` holds it to that.
"""

import html
import re

from deckgen.render.sanitised import inert
from deckgen.render.shield import MARKS

_LONGEST = 800  # characters: such a text is never too dense for Markdown, whatever it holds
# What may mean something to Markdown, to the sanitiser or to Anki; spaces that are no spaces.
_REFUSED = re.compile(
    r"[\\`*_\[\]{}|\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\uffff\U000e0000-\U000effff]|==|~~|[&<](?=[\\w#/!?])"
)
_REFUSED_IN_CODE = re.compile(
    "[\x00-\x1f\x7f-\xa0\ud800-\uf8ff\ufeff\ufff0-\uffff\U000e0000-\U000effff]|[&<](?=[\\w#/!?])"
)
_OPENS_BLOCK = re.compile(r"[-+=#>:~ ]|\* |\d{1,12}[.)]|$")
_ITEM = re.compile(r"(?:(?P<bullet>[-*+])|(?P<number>\d{1,3})\.) (?=\S)")
# Signs of emphasis that no one can read in two ways: they stand between words, and hold no other.
# Each alternative begins with its sign, by which the search skips what is between.
_MARKED = re.compile(
    r"`(?<!``)(?!`)(?P<code>[^`]+)`(?!`)"
    r"|\*\*(?<![^ (]\*\*)(?![ *])(?P<strong>(?:[^*`]|`[^*`]{1,300}`){1,300})(?<![ *])\*\*"
    r"(?![^ .,;:?!)])"
    r"|\*(?<![^ (]\*)(?![ *])(?P<em>[^*`]{1,300})(?<![ *])\*(?![^ .,;:?!)])"
    r"|\[(?<![^ (]\[)(?P<label>[^\[\]*`<>&]{1,300})\]\((?P<href>https?://[\w./-]{1,300})\)"
)
_LINK = '<a href="{}" rel="noopener noreferrer">{}</a>'


def direct(text: str) -> str | None:
    """The HTML of a Markdown text whose formulas are put away; None where it takes a parser."""
    if not text:
        return ""
    if len(text) > _LONGEST:
        return None
    blocks = text.split("\n\n")
    shown: list[str] = []
    for block in blocks:
        lines = block.split("\n")
        items = next((i for i, line in enumerate(lines) if _ITEM.match(line)), len(lines))
        told = [_line(line) for line in lines[:items]]
        listed = _list(lines[items:])
        if None in told or listed is None or (listed and block is not blocks[-1]):
            return None
        shown += [f"<p>{_joined(told)}</p>"] if told else []
        shown += [listed] if listed else []
    return "\n".join(shown) if len(shown) > 1 or listed else shown[0][3:-4]


def _line(line: str) -> str | None:
    """The HTML of a line of a paragraph, or of an item; None for another block."""
    return None if _OPENS_BLOCK.match(line) or line.endswith(" ") else _inline(line)


def _list(lines: list[str]) -> str | None:
    """The HTML of a flat list; empty for no lines, None for another block."""
    markers = [_ITEM.match(line) for line in lines]
    shown = [_line(line[m.end() :]) if m else None for line, m in zip(lines, markers, strict=True)]
    if not shown or None in shown:
        return None if shown else ""
    bullets = {m["bullet"] for m in markers if m}
    numbers = [int(m["number"] or 0) for m in markers if m]
    numbered = bullets == {None}
    if len(bullets) > 1 or (numbered and numbers != list(range(1, len(lines) + 1))):
        return None
    tag = "ol" if numbered else "ul"
    items = "".join(f"<li>{item}</li>\n" for item in shown)
    return f"<{tag}>\n{items}</{tag}>"


def _inline(text: str) -> str | None:
    """The HTML of words with bold, emphasis and code among them; None for anything else."""
    parts: list[str] = []
    last = 0
    for found in _MARKED.finditer(text):
        parts.append(text[last : found.start()])
        last = found.end()
        code, strong, em = found["code"], found["strong"], found["em"]
        if code is not None:
            shown = _code(code)
        elif found["href"]:
            inside = _inline(found["label"])
            shown = inside and _LINK.format(found["href"], inside)
        else:
            inside = _inline(strong or em)
            shown = inside and (f"<strong>{inside}</strong>" if strong else f"<em>{inside}</em>")
        if shown is None:
            return None
        parts.append(shown)
    parts.append(text[last:])
    words = "".join(parts[::2])
    if _REFUSED.search(words):
        return None
    if "&" in words or "<" in words or ">" in words:
        parts[::2] = [html.escape(part, quote=False) for part in parts[::2]]
    return "".join(parts)


def _code(inside: str) -> str | None:
    inside = inside.strip(" ")
    if not inside or _REFUSED_IN_CODE.search(inside) or MARKS.search(inside):
        return None
    return f"<code>{inert(html.escape(inside, quote=False))}</code>"


def _joined(lines: list[str | None]) -> str:
    return "\n".join(line for line in lines if line)
