"""Lines of Markdown as people write them -> lines as Python-Markdown reads them.

Python-Markdown wants four spaces for each level of a list, a blank line in front of a list, and
code fences at the margin; GitHub and Obsidian do not. The text is read once, line by line; code is
taken out of it, and what follows the rules already stays as it is.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_FENCE = re.compile(
    r"(?P<before>(?P<quotes>(?:[ ]{0,3}>[ ]?){0,12})"
    r"(?:[ ]{0,40}(?:[-*+]|\d{1,9}[.)])[ ]{1,4})?[ ]{0,40})"
    r"(?P<fence>`{3,}|~{3,})[ ]*(?P<info>[^`\n]*)$"
)
_ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<space> +)(?P<text>\S.*)")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_BOX = re.compile(r"^\[(?P<mark>[ xX])\] +(?=\S)")
_BREAKS = re.compile(r"#{1,6} |>|\||(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_TABLE = re.compile(r"[ ]{0,3}\|?[ ]*:?-[-: |]*$")
_QUOTE = re.compile(r" {0,3}>[ ]?")
_CALLOUT = re.compile(r"\[!(?P<kind>[\w-]{1,30})(?:\|[^\]\n]{0,60})?\][+-]?[ ]*(?P<title>.*)")
_NO_HEADING = re.compile(r"^(?= {0,3}#{1,6}[^\s#]| {0,3}#{7,})( *)")
_BREAK = re.compile(r"(?<!\\)\\$")
_LANGUAGE = re.compile(r"\{?\.?(?P<name>[\w#+.-]{1,30})(?=[\s},:]|$)")
_DEEPEST = 12  # quotes in quotes
_CODE_INDENT = 4

Code = Callable[[str, str], str]  # code and its language -> what stands in its place


@dataclass(slots=True)
class _List:
    """An item that is open: where its marker and its text begin, and whether it is numbered."""

    marker: int
    content: int
    ordered: bool


def without_fences(text: str, code: Code) -> str:
    """The text with each code fence replaced by what ``code`` gives, on a line of its own."""
    if "```" not in text and "~~~" not in text:
        return text
    lines = text.split("\n")
    plain: list[str] = []
    at = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if not fence:
            plain.append(lines[at])
            at += 1
            continue
        at, inside = _fenced(lines, at, fence)
        quotes = fence["quotes"].rstrip()
        shown = code("\n".join(inside), _language(fence["info"]))
        plain += [quotes, f"{fence['before']}{shown}", quotes]
    return "\n".join(plain)


def normalised(text: str) -> str:
    """A text without fences as Python-Markdown reads it."""
    return "\n".join(_lines(text.split("\n"), 0))


def _lines(lines: Sequence[str], depth: int) -> list[str]:
    """Quotes, then headings that are none and tables, then the lists."""
    plain: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at].expandtabs(4)
        if _QUOTE.match(line) and depth < _DEEPEST:
            end = at
            while end < len(lines) and _QUOTE.match(lines[end]):
                end += 1
            quoted = _called([_QUOTE.sub("", inner, count=1) for inner in lines[at:end]])
            plain += [f"> {inner}".rstrip() for inner in _lines(quoted, depth + 1)]
            at = end
            continue
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if plain and plain[-1] and _heads_table(line, plain[-1], below):
            plain.append("")
        line = _BREAK.sub("  ", line) if below.strip() else line
        plain.append(_NO_HEADING.sub(r"\1\\", line, count=1))
        at += 1
    return _lists(plain)


def _heads_table(line: str, above: str, below: str) -> bool:
    """Whether a table begins with this line, directly below text."""
    return "|" in line and "|" not in above and "|" in below and bool(_TABLE.match(below))


def _fenced(lines: Sequence[str], at: int, fence: re.Match[str]) -> tuple[int, list[str]]:
    """The index behind a fence and the lines in it; what nothing closes goes on to the end."""
    closing = re.compile(rf"[ ]*{re.escape(fence['fence'][0])}{{{len(fence['fence'])},}}[ ]*")
    margin = len(fence["before"]) - len(fence["quotes"])
    inside: list[str] = []
    for here in range(at + 1, len(lines)):
        line, quotes = lines[here], fence["quotes"].count(">")
        while quotes and (quote := _QUOTE.match(line)):
            line, quotes = line[quote.end() :], quotes - 1
        if quotes:
            return here, inside
        if closing.fullmatch(line):
            return here + 1, inside
        inside.append(_dedented(line, margin))
    return len(lines), inside


def _dedented(line: str, margin: int) -> str:
    return line[min(margin, len(line) - len(line.lstrip(" "))) :]


def _language(info: str) -> str:
    found = _LANGUAGE.match(info)
    return found["name"] if found else ""


def _called(quoted: list[str]) -> list[str]:
    """The lines of a quote; that of an Obsidian callout begins with its title in bold."""
    found = _CALLOUT.fullmatch(quoted[0])
    if not found:
        return quoted
    title = found["title"].strip() or found["kind"].replace("-", " ").capitalize()
    return [f"**{title}**", "", *quoted[1:]]


def _lists(lines: list[str]) -> list[str]:
    if not any(_ITEM.match(line) for line in lines):
        return lines
    out: list[str] = []
    open_: list[_List] = []
    for line in lines:
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        below = bool(out and out[-1])  # directly below other text
        item = None if _RULE.match(line) else _ITEM.fullmatch(line)
        if not text:
            out.append("")
        elif item and (open_ or (indent < _CODE_INDENT and (not below or _interrupts(item)))):
            _item(item, open_, out)
        elif open_ and below and not (indent < open_[0].content and _BREAKS.match(text)):
            out.append(" " * (_CODE_INDENT * len(open_)) + text)
        elif open_ and not below and indent >= open_[0].content:
            while indent < open_[-1].content:
                open_.pop()
            inside = _CODE_INDENT * len(open_)
            by_four = indent % _CODE_INDENT == 0 and indent >= inside + _CODE_INDENT
            extra = indent - (inside if by_four else open_[-1].content)
            out.append(" " * (inside + extra) + text)
        else:
            out += ["", line] if open_ and below else [line]
            open_.clear()
    return out


def _item(item: re.Match[str], open_: list[_List], out: list[str]) -> None:
    """Write one item under the lists that are open, and open its own."""
    indent, marker = len(item["indent"]), item["marker"]
    ordered = marker[0].isdigit()
    before: _List | None = None  # the item before it in the same list
    while open_ and indent < min(open_[-1].content, open_[-1].marker + 2):
        before = open_.pop()
    begins = not open_ and before is None
    if out and out[-1] and (begins or (before is not None and before.ordered != ordered)):
        out.append("")
    text = _BOX.sub(lambda m: "☐ " if m["mark"] == " " else "☑ ", item["text"], count=1)
    text = _NO_HEADING.sub(r"\1\\", text, count=1)
    out.append(f"{' ' * (_CODE_INDENT * len(open_))}{marker.replace(')', '.')} {text}")
    space = len(item["space"])
    width = space if space <= _CODE_INDENT else 1
    open_.append(_List(indent, indent + len(marker) + width, ordered))


def _interrupts(item: re.Match[str]) -> bool:
    """Whether an item may stand directly below a paragraph: a bullet, or the number 1."""
    return item["marker"] in ("-", "*", "+", "1.", "1)")
