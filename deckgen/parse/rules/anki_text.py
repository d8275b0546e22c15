"""Anki's own export as text: ``#separator:tab`` and its kin on top, then a note on each line."""

import csv
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Block, Chrome, Cloze, Definition, Pair
from deckgen.parse import deletions, tags
from deckgen.parse.lines import Line
from deckgen.parse.reading import Context, Reading

_HEAD = re.compile(
    r"#(?P<key>separator|html|deck|notetype|tags|columns|if matches"
    r"|(?:guid|notetype|deck|tags) column)\s?:\s?(?P<value>.{0,500})",
    re.IGNORECASE,
)
_SIGNS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_REVERSED = re.compile(
    r"\b(?:revers|invers|invert|beide richtungen|umgekehrt|omgekeerd|odwr[óo]c|обратн)|反向"
    r"|双向|逆向",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(r"\b(?:optional|opcional|optionn|facult|opzional|wahlweise)", re.IGNORECASE)
_LATEX = re.compile(r"\[latex\](?P<text>[^\0]{1,1000}?)\[/latex\]", re.IGNORECASE)
_TAB = " " * 4  # what the lines of a page have for a tab
_ITEM = re.compile(r"\s*<li(?:\s[^<>]{0,300})?>\s*", re.IGNORECASE)
_BREAK = re.compile(r"<br ?/?>|</(?:div|p|li)>", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:[abiusp]|div|span|em|strong|ul|ol|li)(?:\s[^<>]{0,300})?>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Row:
    """The fields of a note, which stand on the lines from ``start`` to ``stop`` (excluded)."""

    start: int
    stop: int
    fields: tuple[str, ...]


def read(context: Context, at: int) -> Reading | None:
    """The head and all notes; only at the top of a file, and only where it names its separator."""
    page = context.page
    if (page.saved and page.markdown) or at != page.next(0):
        return None
    head: dict[str, str] = {}
    here = at
    while here < len(page.lines) and (found := _HEAD.fullmatch(page.lines[here].text)):
        head[found["key"].lower()] = found["value"].strip()
        here = page.next(here + 1)
    sign = _SIGNS.get(head.get("separator", "").lower(), head.get("separator", ""))
    if len(sign) != 1:
        return None
    blocks: list[Block] = [
        Chrome(line.text, "head of an export", line.number)
        for line in page.lines[at:here]
        if line.text
    ]
    roles = [(i, "head") for i in range(at, here)]
    problems: list[Diagnostic] = []
    for row in _rows(page.lines, here, sign):
        made = _note(page.lines[row.start].number, row.fields, head)
        if isinstance(made, Diagnostic):
            problems.append(made)
        else:
            blocks.append(made)
    return Reading(tuple(blocks), len(page.lines), tuple(roles), tuple(problems))


def _rows(lines: Sequence[Line], at: int, sign: str) -> Iterator[_Row]:
    """The notes; in quotation marks a field goes on over the end of its line."""
    texts = [line.raw.replace(_TAB, "\t") if sign == "\t" else line.raw for line in lines[at:]]
    reader = csv.reader((f"{text}\n" for text in texts), delimiter=sign)
    start = at
    try:
        for fields in reader:
            stop = at + reader.line_num
            if any(field.strip() for field in fields):
                yield _Row(start, stop, tuple(field.strip() for field in fields))
            start = stop
    except csv.Error:  # a field of more than csv allows
        yield _Row(start, len(lines), ())


def _note(line: int, fields: tuple[str, ...], head: Mapping[str, str]) -> Block | Diagnostic:
    special = {key: _place(head, key) for key in ("guid", "notetype", "deck", "tags")}
    sides = [f for i, f in enumerate(fields) if i not in special.values()]
    if head.get("html", "").lower() == "true":
        sides = [_plain(side) for side in sides]
    labels = head.get("tags", "").split()
    if 0 <= special["tags"] < len(fields):
        labels += fields[special["tags"]].split()
    names = tuple(dict.fromkeys(name for label in labels if (name := tags.name(label))))
    sides = [_LATEX.sub(_formula, side) for side in sides]
    if sides and deletions.read(sides[0])[0]:
        more = "\n".join(side for side in sides[1:] if side)
        return Cloze(deletions.numbered(sides[0]), line, names, more)
    if len(sides) < 2 or not sides[0] or not any(sides[1:]):
        return Diagnostic(
            "empty-side",
            Severity.ERROR,
            "this note has a single field",
            "",
            line,
            1,
            "write the other side behind the separator, or delete the line",
        )
    back = "\n".join(side for side in sides[1:] if side)
    if _both_ways(fields, head, special["notetype"]):
        return Definition(sides[0], back, line, both=True, tags=names)
    return Pair(sides[0], back, line, names)


def _both_ways(fields: tuple[str, ...], head: Mapping[str, str], place: int) -> bool:
    """Whether the note type of a note says that it asks in both directions."""
    name = fields[place] if 0 <= place < len(fields) else head.get("notetype", "")
    return bool(_REVERSED.search(name)) and not _OPTIONAL.search(name)


def _formula(found: re.Match[str]) -> str:
    """``[latex]…[/latex]`` runs a program on the computer; ``\\(…\\)`` is shown by the card."""
    text = found["text"].strip()
    plain = text.strip("$").strip()
    return text if "$" in plain or "\\begin{document}" in text else f"\\({plain}\\)"


def _place(head: Mapping[str, str], key: str) -> int:
    """The index of the column that holds no field of the note, or -1."""
    number = head.get(f"{key} column", "")
    return int(number) - 1 if number.isdecimal() and len(number) < 4 else -1


def _plain(side: str) -> str:
    """The text of a field that is HTML; what is more than letters in it stays as it is."""
    broken = _BREAK.sub("\n", _ITEM.sub("\n- ", side))
    text = html.unescape(_MARKUP.sub("", broken)).replace("\xa0", " ").strip()
    return re.sub(r"\n{2,}(?=- )", "\n", text)
