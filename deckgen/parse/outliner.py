"""The notation of outliners, written as the other rules know it.

Logseq and Roam hide with ``{{cloze text}}``, tag with ``#[[two words]]`` and put a heading behind a
bullet; RemNote parts the sides of a card with ``>>``, ``;;``, ``<<`` or ``<>``, announces the items
of an answer with ``>>>``, and hides with ``{{text}}``. Its signs mean other things elsewhere, so
they count only in a page that has several of them, in items of lists.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.parse import deletions, properties, terms
from deckgen.parse.lines import Line

_CLOZE = re.compile(r"\{\{(?:\[\[)?cloze(?:\]\])?:?\s+(?P<text>[^{}\n]{1,300})\}\}")
_BRACES = re.compile(r"(?<![{\\$])\{\{(?P<text>[^{}\n:]{1,200})\}\}(?!\})")
_MACRO = re.compile(
    r"\{\{\s?(?:\[\[)?(?:embed|query|renderer|video|youtube|tweet|twitter|pdf|iframe|function"
    r"|namespace|table|kanban|mentions|encrypt|calc|slider|word-count)\b[^\n]{0,400}\}\}",
    re.IGNORECASE,
)
_TAG = re.compile(r"(?<!\S)#\[\[(?P<name>[^\[\]\n]{1,80})\]\]")
_HEADING = re.compile(r"[-*]\s+(?P<heading>#{1,6}\s+\S.*)")
_SIGN = re.compile(
    r"(?P<front>\S.{0,300}?)\s+(?P<sign>>>|<<|<>|;;)\s+(?P<back>\S.{0,1000})"
    r"|(?P<above>\S.{0,300}?)\s*(?:>>>|>>\s?1\.|::>|↓)"
)
_LIST = re.compile(r"(?P<bullet>[-*+]\s+)(?P<text>\S.*)")
_CODE = re.compile(
    r"[(;{]\s*$|\w+[(\[]\S*[)\]]|=>|->|&&|^\W*(?:cout|cin|std)\b|`|\w\.(?:txt|log|csv|sh|py|md)\b"
)
_LEAST = 2  # items with such a sign
_SHARE = 0.1  # of the items of the page
_OUTLINE = 0.8  # of the lines of a page that are items
_ANSWERED_BELOW = " #card"


def in_plain_text(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a plain text, rewritten where it is an outline with such signs."""
    return rewritten(lines, 0) if _is_signed(lines) else tuple(lines)


def rewritten(lines: Sequence[Line], start: int) -> tuple[Line, ...]:
    """The lines from ``start`` on, with the signs of outliners as those of this program."""
    body = properties.hidden(lines, start)
    signed = _is_signed(body[start:])
    concepts: list[tuple[int, str]] = []  # what stands above a line: indentation and term
    return (*body[:start], *(_line(line, concepts, signed=signed) for line in body[start:]))


def _line(line: Line, concepts: list[tuple[int, str]], *, signed: bool) -> Line:
    if line.verbatim or line.blank:
        return line
    text = line.text
    if "{{" in text:
        text = _CLOZE.sub(r"{{c::\g<text>}}", text)
        if not _MACRO.sub("", text).strip("-*+ "):
            return replace(line, text="", raw="", hidden="macro")
    if "#[[" in text:
        text = _TAG.sub(lambda m: f"#{'_'.join(m['name'].split())}", text)
    if heading := _HEADING.fullmatch(text):
        text = heading["heading"]
    elif signed and (item := _LIST.fullmatch(text)):
        text = item["bullet"] + _signed(item["text"], line.indent, concepts)
    return line if text is line.text else line.reworded(text)


def _is_signed(lines: Sequence[Line]) -> bool:
    """Whether a page is an outline, and items of it part their sides with such signs."""
    shown = [line for line in lines if line.text]
    items = [found["text"] for line in shown if (found := _LIST.fullmatch(line.text))]
    if len(items) < _OUTLINE * len(shown):
        return False
    signs = [m for text in items if (m := _parted(text)) and not (m["back"] or "x")[0].isdigit()]
    return len(signs) >= max(_LEAST, _SHARE * len(items))


def _parted(text: str) -> re.Match[str] | None:
    """The sides of an item; None where the sign is code, an amount or the way through menus."""
    found = _SIGN.fullmatch(deletions.shielded(text)) if text[0] not in "|[" else None
    if not found or "::" in text.replace("::>", ""):
        return None
    front, back = found["front"] or found["above"], found["back"] or ""
    several = any(sign in f"{front} {back}" for sign in (" >> ", " << ", " <> "))
    worded = any(c.isalpha() for c in front) and len(front.strip("*_ ")) > 1
    menus = found["sign"] == ">>" and " " in front and terms.is_order(front)
    other = menus or back.startswith(("=", ">", "<"))
    return found if worded and not (several or other or _CODE.search(text)) else None


def _signed(text: str, indent: int, concepts: list[tuple[int, str]]) -> str:
    """An item of such a page: its sign as ``::``, as a card with items below, or as deletions."""
    while concepts and concepts[-1][0] >= indent:
        concepts.pop()
    plain, separator, _ = text.partition(" :: ")
    if separator:
        concepts.append((indent, plain))
        return text
    found = _parted(text)
    if found is None:
        return _BRACES.sub(r"{{c::\g<text>}}", text)
    if found["above"]:
        return text[: found.end("above")].rstrip(":") + _ANSWERED_BELOW
    front, back = text[: found.end("front")], text[found.start("back") :]
    if found["sign"] == "<<":
        front, back = back, front
    if found["sign"] == ";;" and concepts:
        front = f"{concepts[-1][1]} – {front}"  # what is told of a concept names it
    return f"{front} {':::' if found['sign'] == '<>' else '::'} {back}"
