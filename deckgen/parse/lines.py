"""Text -> lines: one shape for every line ending, space and invisible character."""

import re
import unicodedata
from dataclasses import dataclass, replace

_CONTROLS: dict[int, str | None] = {
    c: None for c in (*range(0x20), 0x7F) if chr(c) not in "\t\n\v\f\r"
}  # Anki uses some
_CONTROLS |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # halves of letters, in no file
_INVISIBLE: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad")),
    **_CONTROLS,
}
_SPACES = {
    ord(c): " "
    for c in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f\u205f\u3000"
}
# Letters that a printer joined; bullets in the private letters of old symbol fonts.
_PRINTED = {
    ord(joined): letters
    for joined, letters in zip("ﬀﬁﬂﬃﬄﬅﬆ", "ff fi fl ffi ffl st st".split(), strict=True)
} | dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0a8\uf0d8\uf06e\uf076\uf075\uf0be"), "•")
_CLEAN = (
    _INVISIBLE
    | _SPACES
    | _PRINTED
    | {ord("\t"): "    ", 0x0C: "\n", 0x0B: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
)
_WIDEST = 80  # spaces between two words: more says nothing, and costs patterns their linear time
_WIDEST_SPACE = " " * _WIDEST
_WIDE = re.compile(rf"(?<=\S) {{{_WIDEST},}}")
_JOINED = _SPACES | _PRINTED | _CONTROLS | {0xFEFF: None}
_JOINERS = re.compile(r"(?<=[\u0600-\u0dff\u1000-\u109f])[\u200c\u200d]")
_SOFT_HYPHEN = "\u00ad"
_FENCE = re.compile(r"(`{3,}|~{3,})")
_LETTER_O = re.compile(r"o\s+\S")
_NEAR = 4  # lines between two bullets of one list


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``text`` without the white space around it, ``raw`` with its indentation.

    ``number`` counts from 1; ``verbatim`` is true inside a code fence or a table, where no marker
    means anything; ``id`` is the note id that the author put on the line as a comment. ``hidden``
    says why a line that has text in the file has none here: a comment, a definition. ``broken``
    says that a soft hyphen at the end breaks a word. ``drafted`` is what a comment on the line says
    of the note below it: where it was drafted from.
    """

    number: int
    text: str
    raw: str
    verbatim: bool = False
    id: str = ""
    hidden: str = ""
    broken: bool = False
    drafted: str = ""

    @property
    def indent(self) -> int:
        """Spaces in front of the text."""
        return len(self.raw) - len(self.raw.lstrip())

    def reworded(self, text: str) -> "Line":
        """The line with another text at its indentation."""
        return replace(self, text=text, raw=" " * self.indent + text)

    @property
    def blank(self) -> bool:
        """Nothing to see on this line."""
        return not self.text


# What the conversion of a page has left out; it stands there for the account.
LEFT_OUT = re.compile(r"<!-- left out, ([a-z ]{1,40}): .{1,400} -->")
# The id of a note, in a form that Markdown does not show: <!-- id: Ab3dE6gH1jK9 -->
# It stands at the end of a line: elsewhere, in code for example, it is text.
ID = re.compile(r"[ \t]*<!--[ \t]*id:[ \t]*([A-Za-z0-9_.-]{1,64})[ \t]*-->(?=[ \t]*[\r\n]*$)")
# What the editor is asked to pass over, in a form that Markdown does not show; in plain text it is
# taken out here: <!-- deckgen: ignore negative-stem -->
_PASSED_OVER = re.compile(r"[ \t]{0,80}<!--[ \t]{0,8}deckgen:[^<>]{1,400}-->")
# Where a note was drafted from: <!-- from: page.txt, line 12 -->
_DRAFTED = re.compile(r"<!-- ((?:extracted )?from: .{1,20000}) -->")


def clean(text: str) -> str:
    """Line endings as LF, spaces as spaces, no invisible characters, composed letters (NFC)."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Joiners carry meaning in Persian and the scripts of India: kept there.
    if _JOINERS.search(text):
        return unicodedata.normalize("NFC", text.translate(_JOINED))
    return unicodedata.normalize("NFC", text.translate(_CLEAN))


def physical(text: str) -> list[str]:
    """The lines of a file as an editor counts them: parted by LF, CRLF or CR alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def split(text: str, *, markdown: bool) -> tuple[Line, ...]:
    """All lines of a text, numbered; in Markdown, code fences and tables are marked verbatim."""
    lines: list[Line] = []
    fence = ""
    for number, written in enumerate(physical(text), 1):
        # A form feed or the like inside a line separates words, not line numbers.
        raw = clean(written).replace("\n", " ").rstrip()
        raw = _WIDE.sub(_WIDEST_SPACE, raw) if _WIDEST_SPACE in raw else raw
        stripped = raw.strip()
        verbatim, hidden = False, ""
        if not markdown and "deckgen:" in raw:
            raw = _PASSED_OVER.sub("", raw).rstrip()
            hidden = "comment" if stripped and not raw.strip() else ""
            stripped = raw.strip()
        if markdown:
            opens = _FENCE.match(stripped)
            if fence:
                verbatim = True
                if (
                    opens
                    and stripped.rstrip("`~ ") == ""
                    and stripped[:3] == fence[:3]
                    and len(stripped) >= len(fence)
                ):
                    fence = ""
            elif opens:
                fence, verbatim = opens.group(1), True
            else:
                verbatim = stripped.startswith("|") and stripped.count("|") > 1
        found = None if verbatim else _id(raw)
        if found:
            raw = (raw[: found.start()] + raw[found.end() :]).rstrip()
            stripped = raw.strip()
        broken = written.rstrip().endswith(_SOFT_HYPHEN) and not verbatim
        if markdown and stripped and written.endswith("  "):
            raw += "  "  # a line break of Markdown
        name = found[1] if found else ""
        note = _DRAFTED.fullmatch(stripped) if markdown and not verbatim else None
        drafted = note[1] if note and "-->" not in note[1] else ""
        lines.append(Line(number, stripped, raw, verbatim, name, hidden, broken, drafted))
    return tuple(lines) if markdown else _bulleted(lines)


def _id(raw: str) -> re.Match[str] | None:
    """The id at the end of a line, with the spaces in front of it."""
    at = raw.rfind("<!--")
    return ID.match(raw, len(raw[:at].rstrip(" \t"))) if at >= 0 else None


def _bulleted(lines: list[Line]) -> tuple[Line, ...]:
    """The lines with ``o`` as a bullet where several of them begin so, as PDFs are pasted.

    Inside of a sentence it is a word: *the* in Portuguese, *or* in Spanish.
    """
    marked = [bool(_LETTER_O.match(line.text)) for line in lines]
    begins = [
        mark and (i == 0 or not lines[i - 1].text or lines[i - 1].text[-1] in ".:;!?" or begun)
        for i, (mark, begun) in enumerate(zip(marked, [False, *marked], strict=False))
    ]
    return tuple(
        replace(line, text=f"• {line.text[2:].lstrip()}")
        if begins[i] and any(begins[max(0, i - _NEAR) : i] + begins[i + 1 : i + 1 + _NEAR])
        else line
        for i, line in enumerate(lines)
    )
