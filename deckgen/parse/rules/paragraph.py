"""Running text: what no other rule takes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.model.document import Block, Chrome, Paragraph, Verbatim
from deckgen.parse import tags
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import caption, footnote, listing, vocabulary

_OPEN = re.compile(r"[^.!?…:;][\"”’)\]]?$")
_MARK = re.compile(r"(?<=[.,;:!?)”\"’])(?:[¹²³⁰⁴-⁹]{1,3}|(?:\[\d{1,3}\]){1,4})(?=\s|$)")
_FAR = 12  # lines from the foot of a page to the text of the next

_QUOTE = re.compile(r"^\s{0,3}(?:>\s?){1,12}")
_PICTURES = re.compile(
    r"(?:!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)(?:\{[^{}\n]{0,100}\})?|!\[\[[^\[\]\n]{1,300}\]\]|\s)+"
)
_CALLOUT = re.compile(r"\[![\w-]{1,30}(?:\|[^\]]{0,60})?\]")


def read(context: Context, at: int) -> Reading:
    """Lines that belong together: to the next blank line, item, heading or code.

    A sentence goes on across the foot of a page and the head of the next one.
    """
    page = context.page
    end = at + 1 if vocabulary.announced(context, at) else _end(page, at)
    if page.markdown:
        return _marked_up(page.lines[at:end], page, end)
    group = list(page.lines[at:end])
    between: list[Block] = []
    roles: list[tuple[int, str]] = []
    while crossed := _crossed(context, group[-1], end):
        start, blocks, parts = crossed
        between += blocks
        roles += parts
        end = _end(page, start)
        group += page.lines[start:end]
    text = _MARK.sub("", page.join(group))
    return Reading((Paragraph(text, page.lines[at].number), *between), end, tuple(roles))


def _end(page: Page, at: int) -> int:
    """The index behind the lines that stand together from here on."""
    end = at + 1
    while end < len(page.lines):
        line = page.lines[end]
        if line.blank or line.verbatim or listing.item(line) or page.heading(end):
            break
        if page.chrome(end):
            break
        if not page.markdown and not page.continues(page.lines[end - 1], line):
            break
        end += 1
    return end


def _marked_up(lines: Sequence[Line], page: Page, stop: int) -> Reading:
    """A paragraph of Markdown, without the signs of a quote, and with its tags apart."""
    title, bare = _unquoted(lines)
    kept, below = tags.without_tags(bare)
    if not kept:
        return Reading(title, stop)
    text, behind = tags.apart(page.join(list(kept)))
    if _PICTURES.fullmatch(text):
        return Reading((*title, Verbatim(text, kept[0].number)), stop)  # a caption is no prose
    names = tuple(dict.fromkeys((*behind, *below)))
    return Reading((*title, Paragraph(text, kept[0].number, names)), stop)


def _unquoted(lines: Sequence[Line]) -> tuple[tuple[Chrome, ...], list[Line]]:
    """Lines without the signs of a quote, and the title of a callout apart from its text."""
    title: tuple[Chrome, ...] = ()
    bare = [replace(ln, text=_QUOTE.sub("", ln.text), raw=_QUOTE.sub("", ln.raw)) for ln in lines]
    if bare[0].text != lines[0].text and _CALLOUT.match(bare[0].text):
        title = (Chrome(bare[0].text, "callout", bare[0].number),)
        bare = bare[1:]
    return title, [line for line in bare if line.text]


def _crossed(
    context: Context, before: Line, at: int
) -> tuple[int, list[Block], list[tuple[int, str]]] | None:
    """Where a sentence goes on below what a printed page has at its foot and its head."""
    page = context.page
    if page.markdown or not (_OPEN.search(before.text) or before.broken):
        return None
    blocks: list[Block] = []
    roles: list[tuple[int, str]] = []
    here = page.next(at)
    furnished = False
    while here < min(len(page.lines), at + _FAR):
        line = page.lines[here]
        aside = footnote.read(context, here) or caption.read(context, here)
        if why := page.printed.get(line.number):
            blocks.append(Chrome(line.text, why, line.number))
            here += 1
        elif aside:
            blocks += aside.blocks
            kind = "footnote" if footnote.read(context, here) else "caption"
            roles += [(i, dict(aside.roles).get(i, kind)) for i in range(here, aside.stop)]
            here = aside.stop
        else:
            break
        furnished = True
        here = page.next(here)
    if not furnished or here >= len(page.lines):
        return None
    line = page.lines[here]
    full = bool(page.width) and len(before.raw) >= 0.72 * page.width and line.text[0].isalnum()
    small = line.text[0].islower() and len(before.text.split()) > 3
    if listing.item(line) or line.verbatim or page.heading(here) or page.chrome(here):
        return None
    return (here, blocks, roles) if small or full else None
