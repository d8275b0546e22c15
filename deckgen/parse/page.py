"""The lines of one source with what is known of the whole page: its wrapping, its headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deckgen.parse import chrome, markers, wording, wrapping
from deckgen.parse.lines import LEFT_OUT, Line

_FULL = 0.72  # of the width: from here on a line was broken because it was full
_PARAGRAPH = 30  # words: neither an option nor a heading is as long
_HEADING_WORDS = 14
_HEADING_LENGTH = 100
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]*_]*$")
_HASHES = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
_SMALL = frozenset(
    """
    a an and as at by for from in into is it its nor not of on or per so than that the to up
    via vs with your
    """.split()
)
_SECTION = re.compile(
    r"(?:chapter|part|unit|section|module|lesson|week|question|exercise)s?\s+(?:\d+|[ivxlc]+|[a-z])\b.*",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\d[:.]\d\d\s?(?:[ap]m)?\s?[-–—]\s?\d{1,2}[:.]\d\d"
    r"|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.? \d{1,2}:\d\d",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"(?:§{1,2}\s*)?(\d{1,3}(?:\.\d{1,3}){1,4})\.?\s+[^\W\d_]")
_ASKS = re.compile(
    r"(?:so,? |and |but )?(?:what|why|how|when|where|which|who)\b.{8,}\?$", re.IGNORECASE
)
_WITH_FIRST = re.compile(r"([^:\d]{2,60}:)\s{0,8}\d{1,3}[.):]\s")  # "Answers: 1. ..."
_KEY_HEADING = re.compile(
    r"(?:the\s+)?(?:answers?\s*keys?|answers(?:\s+(?:and|&|with)\s+(?:explanations?|rationales?"
    r"|solutions?|comments?|comments on .{0,40}|notes|reasons|remarks))?"
    r"|(?:scoring|marking|grading) (?:keys?|guide)"
    r"|keys?(?:,\s(?:section|part|chapter|unit|set|test)\s\S{1,12})?|solutions|correct answers"
    r"|answers to .{0,60})(?:\s*[:(–—-].{0,60}|\s+(?:for|to)\s.{0,60})?"
    r"|.{0,60}\banswer\s*keys?(?:\s*[(–—-].{0,40})?|.{0,40}\banswers"
    r"|(?:\w+['’]s\s+|answer\s+)keys?\b.{0,60}"
    r"|[^:]{0,40}\bkeys?\s?:\s{0,4}\d{1,3}\s?[-–.):=].{0,60}"
    r"|(?:chapter|exercise|problem|practice|review|quiz|homework|worked|sample|selected)s?"
    r"(?:\s\S{1,6})?\s+solutions"
    rf"|{wording.ANSWERS}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """Lines and layout.

    ``markdown`` says that markup tells headings and lists apart, ``saved`` that a site stands
    around the text and its layout has to be guessed.
    ``width`` is where hard-wrapped lines end, 0 where lines are paragraphs; ``printed`` are the
    heads, feet and numbers of printed pages, by the number of their line; ``words`` tell where a
    word that a line end breaks has a hyphen of its own. ``answers_first`` says that every answer
    stands directly above its question. ``asked`` are the questions that are answered in so many
    words in a later section: the index where each begins, and the index behind it.
    """

    lines: tuple[Line, ...]
    markdown: bool
    width: int
    printed: Mapping[int, str] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    saved: bool = False
    answers_first: bool = False
    asked: Mapping[int, int] = field(default_factory=dict)

    def chrome(self, at: int) -> str:
        """Why a line belongs to the site or to the printed page, empty where it does not."""
        line = self.lines[at]
        if line.verbatim or line.blank:
            return ""
        if self.markdown and not self.saved and _HASHES.fullmatch(line.text):
            return ""  # "## Flashcards": an author's heading, whatever it says
        if self.markdown and (left_out := LEFT_OUT.fullmatch(line.text)):
            return left_out[1]
        return self.printed.get(line.number) or chrome.reason(line.text)

    def next(self, at: int) -> int:
        """The index of the first line with text from ``at`` on, or the number of lines."""
        while at < len(self.lines) and self.lines[at].blank:
            at += 1
        return at

    def gap(self, at: int) -> bool:
        """Whether a blank line, or nothing, stands before this one."""
        return at == 0 or self.lines[at - 1].blank

    def heading(self, at: int) -> tuple[int, str] | None:
        """The level and text of the heading on this line, if it is one."""
        line = self.lines[at]
        if line.blank or line.verbatim:
            return None
        hashes = _HASHES.fullmatch(line.text)
        if hashes and self.markdown:
            return len(hashes[1]), markers.bare(hashes[2])
        if self.markdown and at + 1 < len(self.lines):
            below = self.lines[at + 1].text
            if len(below) > 2 and self.gap(at) and set(below) in ({"="}, {"-"}):
                return (1 if below[0] == "=" else 2), line.text
        if self.markdown and not (line.text.startswith("**") and line.text.endswith("**")):
            return None
        text = markers.bare(hashes[2] if hashes else line.text)
        if not (hashes or self._reads_as_heading(at, text)):
            return None
        return level(text), text

    def is_prose(self, at: int) -> bool:
        """Whether a paragraph of some length begins here."""
        words = 0
        while at < len(self.lines) and self.lines[at].text and words <= _PARAGRAPH:
            words += len(self.lines[at].text.split())
            at += 1
        return words > _PARAGRAPH

    def key_heading(self, at: int) -> bool:
        """Whether this line opens an answer key."""
        text = self.lines[at].text
        inline = _WITH_FIRST.match(text)
        return names_key(text) or bool(inline and names_key(inline[1]))

    def continues(self, before: Line, line: Line) -> bool:
        """Whether a line goes on with the sentence of the line before it, which is not blank."""
        if line.number != before.number + 1:
            return False
        if line.text[:1].islower():
            return True
        if not self.width:
            return False
        return self.full(before) or not _SENTENCE_END.search(before.text)

    def full(self, line: Line) -> bool:
        """Whether a line may have been broken because it was full."""
        return bool(self.width) and len(line.raw) >= _FULL * self.width

    def join(self, group: list[Line]) -> str:
        """The lines of one paragraph as one text."""
        space = "\n" if self.markdown else " "
        parts: list[str] = []
        before: Line | None = None
        for line in group:
            if before is not None and (before.verbatim or line.verbatim):
                parts.append(space)
            elif before is not None:
                parts[-1] = wrapping.glued(parts[-1], before, line, self.words, space)
            parts.append(line.raw if self.markdown and line.verbatim else line.text)
            before = line
        return "".join(parts)

    def paragraphs(self, lines: list[Line]) -> list[str]:
        """Lines as paragraphs: broken where a blank line stood or where a line was complete."""
        groups: list[list[Line]] = []
        for line in lines:
            if groups and self._same_paragraph(groups[-1][-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        return [self.join(group) for group in groups]

    def written(self, lines: Sequence[Line]) -> str:
        """The text of a card as its author wrote it: blank lines part paragraphs in Markdown."""
        kept = [line for line in lines if not self._left_out(line)]
        while kept and kept[-1].blank:
            kept.pop()
        if self.markdown:
            return "\n".join(line.raw for line in kept).strip("\n")
        return "\n".join(self.paragraphs([line for line in kept if line.text]))

    def _left_out(self, line: Line) -> bool:
        """What a site shows below its text: notes of a person keep every line."""
        if not (self.saved and self.markdown) or line.verbatim or line.blank:
            return False
        if LEFT_OUT.fullmatch(line.text):
            return True
        why = chrome.reason(line.text)
        linked = line.text.startswith("[") and line.text.endswith(")")
        return bool(why) and (linked or chrome.opens_footer(why))

    def _same_paragraph(self, before: Line, line: Line) -> bool:
        if self.markdown:
            return line.number == before.number + 1
        return self.continues(before, line)

    def _reads_as_heading(self, at: int, text: str) -> bool:
        words = text.split()
        if not 0 < len(words) <= _HEADING_WORDS or len(text) > _HEADING_LENGTH:
            return False
        if (text[0] == "(" and text[-1] == ")") or _HOURS.search(text):
            return False  # a remark, an appointment
        if text[0].islower() or text[-1] in ".,;:" or text.endswith(('."', ".”")):
            return False
        if not self.gap(at) and self.continues(self.lines[at - 1], self.lines[at]) and self.width:
            return False
        if markers.bullet(text) or markers.letter(text) or self.chrome(at):
            return False
        if markers.ordinal(text) and self._beside_ordinal(at):
            return False
        if text[-1] in "!?" and not _titled(words) and not _ASKS.match(text):
            return False  # talk to the reader
        return self._heads_prose(at, text)

    def _beside_ordinal(self, at: int) -> bool:
        """One of several numbered lines in a row is an item of a list."""
        below = self.next(at + 1)
        above = at - 1
        while above >= 0 and self.lines[above].blank:
            above -= 1
        return any(
            0 <= i < len(self.lines) and markers.ordinal(self.lines[i].text) is not None
            for i in (above, below)
        )

    def _heads_prose(self, at: int, text: str) -> bool:
        """A heading is followed by something that it heads: prose, a list, another heading."""
        below = self.next(at + 1)
        if below == len(self.lines):
            return False
        follower = self.lines[below].text
        if self.width and below == at + 1 and self.continues(self.lines[at], self.lines[below]):
            # In wrapped text only a short, titled line may stand directly on its paragraph.
            short = len(text) < _FULL * self.width and follower[:1].isupper()
            if not (short and _titled(text.split())):
                return False
        return (
            len(follower) > len(text)
            or bool(_SENTENCE_END.search(follower))
            or bool(markers.bullet(follower) or markers.ordinal(follower))
            or _titled(text.split())
        )


def names_key(text: str) -> bool:
    """Whether a line is what stands over an answer key."""
    text = markers.bare(text)
    if text.startswith("[") and text.endswith("]"):  # "[Answers]"
        text = text[1:-1]
    return len(text) < 80 and bool(_KEY_HEADING.fullmatch(text.rstrip(":").strip()))


def level(text: str) -> int:
    """The level of a heading that only its text tells: by "Chapter", or by its decimals."""
    decimal = _DECIMAL.match(text)
    if decimal:
        return 2 + decimal[1].count(".")
    return 2 if is_section(text) else 3


def is_section(text: str) -> bool:
    """Whether a heading names a part of the whole: "Chapter 2: Acids"."""
    return bool(_SECTION.fullmatch(text))


def _titled(words: list[str]) -> bool:
    """Title Case, or ALL CAPITALS: most words that carry meaning are capitalised."""
    heavy = [
        w
        for w in words
        if (w.strip("\"“‘'(").lower() not in _SMALL and w[:1].isalpha()) or w[:1] in "\"“‘'("
    ]
    if not heavy:
        return False
    capital = sum(w.strip("\"“‘'(")[:1].isupper() for w in heavy)
    return capital >= 0.65 * len(heavy)
