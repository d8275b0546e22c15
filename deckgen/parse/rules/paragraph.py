"""Running text: what no other rule takes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from deckgen.model.document import Chrome, Paragraph, Verbatim
from deckgen.parse import chrome, tags
from deckgen.parse.lines import Line
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import listing

_QUOTE = re.compile(r"^\s{0,3}(?:>\s?){1,12}")
_PICTURES = re.compile(
    r"(?:!\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)(?:\{[^{}\n]{0,100}\})?|!\[\[[^\[\]\n]{1,300}\]\]|\s)+"
)
_CALLOUT = re.compile(r"\[![\w-]{1,30}(?:\|[^\]]{0,60})?\]")


def read(context: Context, at: int) -> Reading:
    """Lines that belong together: to the next blank line, item, heading or code."""
    page = context.page
    end = at + 1
    while end < len(page.lines):
        line = page.lines[end]
        if line.blank or line.verbatim or listing.item(line) or page.heading(end):
            break
        if chrome.reason(line.text):
            break
        if not page.markdown and not page.continues(page.lines[end - 1], line):
            break
        end += 1
    if not page.markdown:
        text = page.join(list(page.lines[at:end]))
        return Reading((Paragraph(text, page.lines[at].number),), end)
    title, lines = _unquoted(page.lines[at:end])
    kept, below = tags.without_tags(lines)
    if not kept:
        return Reading(title, end)
    text, behind = tags.apart(page.join(list(kept)))
    if _PICTURES.fullmatch(text):
        return Reading((*title, Verbatim(text, kept[0].number)), end)  # a caption is no prose
    names = tuple(dict.fromkeys((*behind, *below)))
    return Reading((*title, Paragraph(text, kept[0].number, names)), end)


def _unquoted(lines: Sequence[Line]) -> tuple[tuple[Chrome, ...], list[Line]]:
    """Lines without the signs of a quote, and the title of a callout apart from its text."""
    title: tuple[Chrome, ...] = ()
    bare = [replace(ln, text=_QUOTE.sub("", ln.text), raw=_QUOTE.sub("", ln.raw)) for ln in lines]
    if bare[0].text != lines[0].text and _CALLOUT.match(bare[0].text):
        title = (Chrome(bare[0].text, "callout", bare[0].number),)
        bare = bare[1:]
    return title, [line for line in bare if line.text]
