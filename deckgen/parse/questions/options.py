"""Options: several on one line, one on each line, with letters, numbers, bullets or nothing."""

import re

from deckgen.model.document import Option
from deckgen.parse import chrome, markers
from deckgen.parse.lines import Line
from deckgen.parse.markers import Marked
from deckgen.parse.page import Page

_INLINE = re.compile(
    r"(?<![^\s,;|])(?:\(([A-Ka-k])\)|\[([A-Ka-k])\]|([A-Ka-k])[.)](?=\s)"
    r"|(?:(?<=\s\s)|(?<![\s\S]))([A-K]):(?=\s)|([①-⑩](?=\s*[^\s①-⑩]))|\(([1-6])\)(?=\s))\s*"
)
# A part of what _INLINE finds that a search finds quickly, beginning with its rarest sign.
_SIGNED = re.compile(r"[)\].:](?<=[A-Ka-k1-6][)\].:])(?<![^\s,;|(\[][A-Ka-k1-6][)\].:])|[①-⑩]")
_BOLD_SIGN = re.compile(r"(?:\*\*|__)(\(?[A-Ka-k][.)])(?:\*\*|__)(?=\s)")
_MOST_STARTS = 8  # letters A on one line that are tried
_SHARE = re.compile(r"\s*[(\[]?\b\d{1,3}(?:\.\d+)?\s?%[)\]]\s*$")
_SHORT = 25  # words: a longer line without a marker is no option
_MOST = 8  # options without markers


def run(text: str, expected: str = "") -> tuple[str, tuple[Marked, ...]]:
    """``stem (A) x (B) y`` -> ("stem", options). Needs two letters in order, or the expected one.

    With ``expected`` the run must go on with that letter; without, it starts at A or F.
    """
    text = _BOLD_SIGN.sub(r"\1", text)
    if not _SIGNED.search(text):
        return text, ()
    hits = [
        (m, (m[1] or m[2] or m[3] or m[4] or m[6] or markers.ringed(m[5])))
        for m in _INLINE.finditer(text)
    ]
    firsts = (expected,) if expected else ("A", "F", "1")
    starts = [i for i, (_, sign) in enumerate(hits) if sign.upper() in firsts]
    for first in starts[:_MOST_STARTS]:
        start, sign = hits[first]
        if sign.isdigit() and not _ring_opens(text[: start.start()], printed=not start[6]):
            continue
        chosen = [start]
        want = following(sign.upper())
        for hit, letter in hits[first + 1 :]:
            if letter.upper() in want and letter.isupper() == sign.isupper():
                chosen.append(hit)
                want = following(letter.upper())
        if len(chosen) < 2:
            continue
        ends = [hit.start() for hit in chosen[1:]] + [len(text)]
        parsed = [
            _parsed(text[hit.start() : end].strip(" ,;|"), numbered=bool(hit[6]))
            for hit, end in zip(chosen, ends, strict=True)
        ]
        if all(p and p.text for p in parsed):
            return text[: start.start()].strip(), tuple(p for p in parsed if p)
    return text, ()


def _parsed(text: str, *, numbered: bool) -> Marked | None:
    return markers.ordinal(text) if numbered else markers.letter(text)


def _ring_opens(before: str, *, printed: bool) -> bool:
    """Whether options with digits may begin behind a text: not inside a sentence.

    Those in brackets, as ``(1)``, are found in sentences too often: they begin a line.
    """
    if not printed:
        return not before.strip()
    return not before.strip() or before.endswith("  ") or before.rstrip()[-1] in "?.:"


def following(label: str, style: str = "") -> tuple[str, ...]:
    """The labels that may come next: after H, tests that skip the letter I go on with J."""
    if style.lower() == "roman":
        return (markers.after_roman(label),)
    if label.isdigit():
        return (str(int(label) + 1),)
    after = chr(ord(label) + 1)
    return (after, "J") if label == "H" else (after,)


def lettered_run(page: Page, at: int) -> bool:
    """Whether options with letters start on this line: A and then B, or both on one line."""
    text = page.lines[at].text
    if run(text)[1]:
        return True
    if _bare_run(page, at):
        return True
    first = markers.letter(text)
    if not first or first.label not in ("A", "F", "1"):
        return False
    want = following(first.label)
    seen = 0
    for line in page.lines[at + 1 : at + 14]:
        other = markers.letter(line.text) if line.text else None
        if other and other.label in want and other.style == first.style:
            return True
        seen += bool(line.text)
        if seen > 6 or markers.label(line.text)[0]:
            return False
    return False


def _bare_run(page: Page, at: int) -> bool:
    """``A text`` with ``B text`` on the line below."""
    pair = [markers.bare_letter(line.text) for line in page.lines[at : at + 2]]
    return [found.label for found in pair if found] in (["A", "B"], ["F", "G"])


def as_options(marked: list[Marked], rationales: dict[str, str]) -> tuple[Option, ...]:
    """Options as the document keeps them. A mark that all of them carry marks none."""
    same = all(m.marked for m in marked)
    shares = all(_SHARE.search(m.text) for m in marked)  # how many readers chose each
    return tuple(
        Option(
            (_SHARE.sub("", m.text) if shares else m.text).removesuffix("\\").rstrip(),
            m.label,
            m.marked and not same,
            "\n".join(filter(None, (m.note, rationales.get(m.label, "")))),
        )
        for m in marked
    )


def split_unlettered(page: Page, lines: list[Line]) -> tuple[list[Line], list[Marked]]:
    """Lines before the answer -> the stem and the options that follow it without any marker.

    The stem ends where it asks, announces or leaves a blank; what follows are options if every
    line is short. Where nothing ends the stem, its first block does, if blank lines part the rest.
    """
    if any(line.verbatim for line in lines[1:]):
        return lines, []
    for last in range(max(len(lines) - _MOST - 1, 0), len(lines) - 1):
        line, rest = lines[last], lines[last + 1 :]
        if markers.finished(line.text) and _are_options(page, line, rest):
            return lines[: last + 1], [markers.unlettered(r.text) for r in rest]
    if ticked := _beside_tick(page, lines):
        return ticked
    blocks = _blocks(lines)
    if len(blocks) == 2 and len(blocks[1]) > 1:
        rest = blocks[1]
    elif len(blocks) > 2 and all(len(b) == 1 for b in blocks[1:]):
        rest = [line for block in blocks[1:] for line in block]
    else:
        return lines, []
    few = len(rest) > 1 and _are_options(page, blocks[0][-1], rest)
    plain = not any(markers.finished(r.text) or r.text.endswith(".") for r in rest)
    if few and plain and not markers.finished(lines[-1].text):
        return blocks[0], [markers.unlettered(r.text) for r in rest]
    return lines, []


def _beside_tick(page: Page, lines: list[Line]) -> tuple[list[Line], list[Marked]] | None:
    """Short lines of which one is ticked, below a stem that ends without a sign."""
    last = 0
    while last + 1 < len(lines) and page.width and page.continues(lines[last], lines[last + 1]):
        last += 1
    rest = [markers.unlettered(line.text) for line in lines[last + 1 :]]
    short = all(len(r.text.split()) <= _SHORT for r in rest)
    if 2 <= len(rest) <= _MOST and short and sum(r.marked for r in rest) == 1:
        return lines[: last + 1], rest
    return None


def after_explanation(page: Page, at: int, stop: int) -> tuple[list[Marked], int]:
    """Options that stand below the explanation, and the index behind them.

    They are consecutive short lines; the last one is left alone if prose follows, for it heads it.
    """
    found: list[int] = []
    here = page.next(at)
    while here < stop and len(found) < _MOST and _may_be_option(page.lines[here]):
        found.append(here)
        here = page.next(here + 1)
    prose_follows = here < len(page.lines) and not page.chrome(here)
    if found and prose_follows:
        found.pop()
    if not found:
        return [], at
    return [markers.unlettered(page.lines[i].text) for i in found], found[-1] + 1


def _may_be_option(line: Line) -> bool:
    text = line.text
    return (
        0 < len(text.split()) <= _SHORT
        and not line.verbatim
        and not chrome.reason(text)
        and text[-1] not in ".?!:"
        and not markers.label(text)[0]
        and markers.explanation(text) is None
    )


def _are_options(page: Page, before: Line, rest: list[Line]) -> bool:
    if not 1 <= len(rest) <= _MOST or any(len(r.text.split()) > _SHORT for r in rest):
        return False
    if any(markers.finished(r.text) and not r.text.endswith("...") for r in rest):
        return False
    if page.width and page.continues(before, rest[0]) and not markers.finished(before.text):
        return False
    return not any(r.text[:1].islower() and r.text.endswith(".") for r in rest[:1])


def _blocks(lines: list[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and blocks[-1][-1].number + 1 == line.number:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks
