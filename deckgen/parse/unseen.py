"""What a reader of Markdown never sees: comments, names of blocks, definitions of links and notes.

Their lines stay in their places, empty and marked ``hidden``. A definition is kept for the cards
that refer to it: a card is shown alone, far from the end of the file where it stands.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from deckgen.parse.lines import LEFT_OUT, Line

Definitions = tuple[tuple[str, str], ...]

_OPENING = re.compile(r"(?P<code>`{1,3})|<!--|%%")
_BLOCK_NAME = re.compile(r"(?:^|\s)\^(?=[\d-]{0,40}[A-Za-z])[A-Za-z0-9-]{4,40}$")
_ASKS = re.compile(r"(?:q|question|front)\s?:", re.IGNORECASE)
_LONGEST = 500  # lines of a comment
_LINK = re.compile(
    r" {0,3}\[(?P<label>[^\[\]^][^\[\]]{0,200})\]: *"
    r"(?:<[^<>]{1,1000}>|(?:[a-z]{2,10}:|[./#])\S{1,2000}|[\w%~-]{1,200}[./][\w%][^\s]{0,1000})"
    r"(?: +(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r" {0,3}\[\^(?P<label>[^\[\]\s]{1,100})\]: ?(?P<text>.*)")


def hide(lines: Sequence[Line], start: int) -> tuple[tuple[Line, ...], Definitions]:
    """The lines from ``start`` on without what is unseen, and the definitions by their labels.

    The label of a footnote begins with ``^``; labels are in lower case.
    """
    shown = [*lines[:start], *map(_unnamed, _without_comments(lines[start:]))]
    definitions: dict[str, str] = {}
    at = start
    while at < len(shown):
        end, label = _definition(shown, at)
        if label:
            text = "\n".join(line.raw for line in shown[at:end]).rstrip()
            definitions.setdefault(label.lower(), text)
        for i in range(at, end):
            if label and shown[i].text:
                shown[i] = replace(shown[i], text="", raw="", hidden="definition")
        at = max(end, at + 1)
    return tuple(shown), tuple(definitions.items())


def _unnamed(line: Line) -> Line:
    """A line without the name by which Obsidian links to it: ``^the-moon`` at its end."""
    named = None if line.verbatim or "^" not in line.raw else _BLOCK_NAME.search(line.raw)
    return _cut_to(line, line.raw[: named.start()]) if named else line


def _definition(lines: Sequence[Line], at: int) -> tuple[int, str]:
    """The index behind the definition that begins here, and its label; empty for none."""
    line = lines[at]
    if line.verbatim or not line.text.startswith("["):
        return at, ""
    if link := _LINK.fullmatch(line.raw):
        return at + 1, link["label"]
    footnote = _FOOTNOTE.fullmatch(line.raw)
    if not footnote:
        return at, ""
    end = here = at + 1
    while here < len(lines) and (lines[here].blank or lines[here].indent > 1):
        here += 1
        end = here if lines[here - 1].text else end
    return end, f"^{footnote['label']}"


def _without_comments(lines: Sequence[Line]) -> list[Line]:
    shown: list[Line] = []
    closings = {sign: [i for i, ln in enumerate(lines) if sign in ln.raw] for sign in ("-->", "%%")}
    at = 0
    while at < len(lines):
        line = lines[at]
        if (
            line.verbatim
            or not ("<!--" in line.raw or "%%" in line.raw)
            or LEFT_OUT.fullmatch(line.text)
        ):
            shown.append(line)
            at += 1
            continue
        kept, rest = _cut(line.raw)
        closing = "-->" if rest.startswith("<!--") else "%%"
        end = _closed(closings[closing], at) if rest else 0
        if not end:
            shown.append(_cut_to(line, kept + rest))
            at += 1
            continue
        shown.append(_cut_to(line, kept))
        shown += [_cut_to(inside, "") for inside in lines[at + 1 : end - 1]]
        shown.append(_cut_to(lines[end - 1], lines[end - 1].raw.partition(closing)[2].strip()))
        at = end
    return shown


def _cut(raw: str) -> tuple[str, str]:
    """A line without its comments, and what stands from an opening on that nothing closes here.

    ``%%`` opens a comment of several lines only where nothing stands before it.
    """
    kept: list[str] = []
    at = 0
    unclosed: set[str] = set()
    for opening in _OPENING.finditer(raw):
        sign = opening[0]
        if opening.start() < at or sign in unclosed:
            continue
        closing = opening["code"] or ("%%" if sign == "%%" else "-->")
        end = raw.find(closing, opening.end())
        if (
            end < 0
            and not opening["code"]
            and (sign == "<!--" or not raw[: opening.start()].strip())
        ):
            return "".join([*kept, raw[at : opening.start()]]), raw[opening.start() :]
        if end < 0:
            unclosed.add(sign)
            continue
        kept.append(raw[at : opening.end() if opening["code"] else opening.start()])
        at = opening.end() if opening["code"] else end + len(closing)
        if opening["code"]:
            kept.append(raw[at : end + len(closing)])
            at = end + len(closing)
    return "".join([*kept, raw[at:]]), ""


def _closed(closings: list[int], at: int) -> int:
    """The index behind the next line with a closing sign, 0 where none is near."""
    place = bisect_right(closings, at)
    near = place < len(closings) and closings[place] - at <= _LONGEST
    return closings[place] + 1 if near else 0


def _cut_to(line: Line, raw: str) -> Line:
    """A line with less on it."""
    text = raw.strip()
    if _ASKS.fullmatch(text):
        return line  # a question that was put off: to be reported, not to be forgotten
    hidden = "comment" if line.text and not text else line.hidden
    return replace(line, text=text, raw=raw.rstrip() if text else "", hidden=hidden)
