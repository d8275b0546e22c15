"""``==highlight==`` in a paragraph or a list item of Markdown: each is a deletion.

A highlight is only a highlight where it marks too much to be asked for: most of the text, more
than a few places, a whole sentence; in headings, tables and cards; or where the front matter says
``highlights: off``.
"""

import re

from deckgen.model.document import Cloze
from deckgen.parse import deletions, tags
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import cloze

_MARKED = re.compile(
    r"(?<![=A-Za-z0-9_])==(?=[^\s=])(?P<text>[^=\n]{1,160})(?<=[^\s=])==(?![=A-Za-z0-9_])"
)
_MOST = 6  # in one text
_LONGEST = 8  # words of one
_SHARE = 0.5  # of the words of the text
_TEXT = 80  # words of a text: a longer one was marked to be read, not to be asked


def read(context: Context, at: int) -> Reading | None:
    """The paragraph or list item with highlights that begins on this line."""
    page = context.page
    if not context.highlights or page.heading(at) or page.lines[at].verbatim:
        return None
    found = cloze.text_at(page, at, _MARKED)
    if found is None:
        return None
    lines, stop = found
    body, names = tags.without_tags(lines)
    text = page.join(list(body))
    if not _can_be_asked(text):
        return None
    return Reading((Cloze(_deleted(text), lines[0].number, names),), stop)


def _can_be_asked(text: str) -> bool:
    marked = [m["text"] for m in _MARKED.finditer(deletions.shielded(text))]
    words = len(text.split())
    hidden = sum(len(m.split()) for m in marked)
    few = 0 < len(marked) <= _MOST and all(len(m.split()) <= _LONGEST for m in marked)
    return few and words <= _TEXT and hidden <= _SHARE * words and words - hidden >= 2


def _deleted(text: str) -> str:
    parts: list[str] = []
    last = 0
    for number, found in enumerate(_MARKED.finditer(deletions.shielded(text)), 1):
        inside = text[found.start("text") : found.end("text")]
        parts.append(f"{text[last : found.start()]}{{{{c{number}::{inside}}}}}")
        last = found.end()
    return "".join([*parts, text[last:]])
