"""text2qti: quizzes in Markdown for Canvas. What each line of such a quiz begins with."""

import re
from dataclasses import dataclass

from deckgen.parse.lines import Line
from deckgen.parse.page import Page

QUIZ = re.compile(
    r"(?P<name>Quiz title|Quiz description|Text title|Text):\s*(?P<text>.*)", re.IGNORECASE
)
SETTING = re.compile(
    r"(?:shuffle answers|show correct answers|one question at a time|can't go back"
    r"|feedback is solution"
    r"|solutions sample groups|solutions randomize groups|pick|points per question"
    r"|solutions per group"
    r"|solutions pick):\s*\S.{0,40}",
    re.IGNORECASE,
)
OF_QUESTION = re.compile(r"(?:Title|Points):\s*\S.*")
GROUP = re.compile(r"(?:END_)?GROUP")
NUMBER = re.compile(r"(?P<number>\d{1,4})\.\s+(?P<text>\S.*)")
_MARKS = (
    ("right", re.compile(r"\*[A-Za-z]\)\s+(?P<text>\S.*)")),
    ("wrong", re.compile(r"[A-Za-z]\)\s+(?P<text>\S.*)")),
    ("right", re.compile(r"\[\*\]\s+(?P<text>\S.*)")),
    ("wrong", re.compile(r"\[ \]\s+(?P<text>\S.*)")),
    ("feedback", re.compile(r"\.\.\.\s+(?P<text>\S.*)")),
    ("correct", re.compile(r"\+\s+(?P<text>\S.*)")),
    ("incorrect", re.compile(r"-\s+(?P<text>\S.*)")),
    ("number", re.compile(r"=\s+(?P<text>\S.*)")),
    ("short", re.compile(r"\*\s+(?P<text>\S.*)")),
    ("essay", re.compile(r"(?P<text>)(?:_{3,}|\^{3,})")),
)
_SURE = re.compile(
    r"Quiz title:\s*\S|END_GROUP$|(?:points per question|feedback is solution):\s*\S", re.IGNORECASE
)
_NUMERIC = re.compile(r"=\s+[-+.\[\d]")
_AROUND = re.compile(r"(?P<value>\S+)\s*\+-\s*(?P<margin>\S+)")
_BETWEEN = re.compile(r"\[\s*(?P<low>[^,\s]+)\s*,\s*(?P<high>[^,\s\]]+)\s*\]")
_PLAIN = re.compile(r"[-+]?[\d.,_]+(?:[eE][-+]?\d{1,3})?%?")


@dataclass(slots=True)
class Part:
    """A piece of a question: its kind, the line it begins on, and its lines of text."""

    kind: str
    line: Line
    text: list[str]

    @property
    def content(self) -> str:
        """The text without the indentation that its lines share."""
        shared = min((len(t) - len(t.lstrip()) for t in self.text[1:] if t.strip()), default=0)
        return "\n".join([self.text[0], *(t[shared:] for t in self.text[1:])]).strip()


def is_bank(page: Page) -> bool:
    """Whether the page has a sign of the format that nothing else has."""
    before = ""
    for line in page.lines:
        if line.verbatim:
            continue
        numeric = _NUMERIC.match(line.text) and NUMBER.match(before)
        titled = NUMBER.match(line.text) and OF_QUESTION.fullmatch(before)
        said = line.text.startswith("... ") and NUMBER.match(before)
        if _SURE.match(line.text) or numeric or titled or said:
            return True
        before = line.text
    return False


def opens_outside(line: Line) -> bool:
    """Whether a line belongs to the quiz and not to the question above it."""
    return (
        not line.verbatim
        and any(
            pattern.fullmatch(line.text) for pattern in (QUIZ, SETTING, OF_QUESTION, GROUP, NUMBER)
        )
    ) or line.text.startswith("%")


def part(line: Line) -> Part | None:
    """What a line begins inside a question; None for a line that goes on."""
    if line.verbatim:
        return None
    for kind, pattern in _MARKS:
        if found := pattern.fullmatch(line.text):
            return Part(kind, line, [found["text"]])
    return None


def numeric(text: str) -> str | None:
    """``1.4 +- 0.1`` -> "1.4 ± 0.1", ``[1, 5]`` -> "1 to 5"; None for what is no number."""
    if between := _BETWEEN.fullmatch(text):
        values = [between["low"], between["high"]]
        said = f"{values[0]} to {values[1]}"
    elif around := _AROUND.fullmatch(text):
        values = [around["value"], around["margin"]]
        said = f"{values[0]} ± {values[1]}"
    else:
        values = [text]
        said = text
    return said if all(_PLAIN.fullmatch(v) for v in values) else None
