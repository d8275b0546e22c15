"""Cards between ``START`` and ``END``, as the Obsidian_to_Anki plugin of Obsidian takes them.

The line below ``START`` names a note type of Anki; ``STARTI [Basic] … Back: … ENDI`` is the same on
one line. A field begins with its name and a colon, the first one may go without.
"""

import re
from collections.abc import Iterator, Sequence

from deckgen.model.document import Block, Chrome, Cloze, Definition, Pair
from deckgen.parse import deletions
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.reading import Context, Reading

_INLINE = re.compile(r"STARTI \[(?P<type>[^\[\]]{1,80})\]\s+(?P<text>\S.{0,4000}?)\s+ENDI")
_ID = re.compile(r"<!-- ?ID: ?\d{1,20} ?-->|^ID: ?\d{1,20}$")
_FIELD = re.compile(r"(?P<name>Front|Back|Text|Extra|Back Extra|Tags): ?")
_TYPE = re.compile(r"[\w ()+’'-]{1,80}")
_REVERSED = re.compile(r"\brevers", re.IGNORECASE)
_FIRST = ("Front", "Text", "")  # the names of the first field
_SETTINGS = ("TARGET DECK", "FILE TAGS", "DELETE")  # each with its value on the next line
_LONGEST = 200  # lines of a card


def read(context: Context, at: int) -> Reading | None:
    """One card, or a setting of the plugin."""
    page = context.page
    line = page.lines[at]
    if not page.markdown or line.verbatim:
        return None
    if line.text in _SETTINGS:
        return _setting(page, at)
    if inline := _INLINE.fullmatch(line.text):
        made = _card(inline["type"], _fields([inline["text"]]), line.number)
        return Reading((made,), at + 1) if made else None
    stop = _end(page, at) if line.text == "START" else 0
    if not stop or not _TYPE.fullmatch(page.lines[at + 1].text):
        return None
    body = page.lines[at + 2 : stop]
    made = _card(page.lines[at + 1].text, _fields(_texts(body)), line.number)
    return Reading((made,), stop + 1) if made else None


def _setting(page: Page, at: int) -> Reading | None:
    """``FILE TAGS`` and what stands below it: no text of the page."""
    if at + 1 >= len(page.lines) or page.lines[at + 1].blank:
        return None
    lines = page.lines[at : at + 2]
    return Reading(tuple(Chrome(x.text, "setting of a plugin", x.number) for x in lines), at + 2)


def _end(page: Page, at: int) -> int:
    """The index of the ``END`` of a card; 0 where there is none."""
    for i in range(at + 3, min(len(page.lines), at + _LONGEST)):
        if page.lines[i].text == "END":
            return i
        if page.lines[i].text == "START":
            break
    return 0


def _texts(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        yield line.raw.rstrip() if line.verbatim else line.text


def _fields(texts: Iterator[str] | Sequence[str]) -> dict[str, str]:
    """The fields by name; the text before the first name is that of the first field."""
    found: dict[str, list[str]] = {"": []}
    name = ""
    for text in texts:
        rest = _ID.sub("", text).rstrip()
        begin = 0
        for label in _FIELD.finditer(rest):
            if label.start() and rest[label.start() - 1] != " ":
                continue
            found[name].append(rest[begin : label.start()])
            name, begin = label["name"], label.end()
            found.setdefault(name, [])
        found[name].append(rest[begin:])
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


def _card(kind: str, fields: dict[str, str], line: int) -> Block | None:
    """A note of its type; None where a side is missing."""
    front = next((fields[name] for name in _FIRST if fields.get(name)), "")
    back = fields.get("Back", "")
    extra = fields.get("Extra") or fields.get("Back Extra", "")
    tags = tuple(fields.get("Tags", "").replace(",", " ").split())
    if deletions.read(front)[0]:
        return Cloze(deletions.numbered(front), line, tags, extra or back)
    if not front or not back:
        return None
    if _REVERSED.search(kind):
        return Definition(front, back, line, both=True, tags=tags)
    return Pair(front, back, line, tags)
