"""Numbers with units, dates, limits."""

import re

from deckgen.extract.concepts.forms.deletions import Span
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.statement import predicate_spans
from deckgen.extract.concepts.forms.wording import hide
from deckgen.extract.language.clauses import Clause

_MOST = 4  # figures of one statement
_UNIT = (
    r"\s?(?:%|°[CF]?|percent\b|per cent\b|[kmcµ]?[mgLlVAWJNs]\b|hours?\b|days?\b|weeks?\b|months?\b"
    r"|years?\b|minutes?\b|seconds?\b|inch(?:es)?\b|feet\b|miles?\b|pounds?\b|degrees?\b|kg\b"
    r"|grams?\b|mg\b|ounces?\b|gallons?\b|lit(?:er|re)s?\b|tons?\b|met(?:er|re)s?\b|yards?\b|acres?\b"
    r"|kilomet(?:er|re)s?\b|centimet(?:er|re)s?\b|millimet(?:er|re)s?\b|volts?\b|amp(?:ere)?s?\b|watts?\b"
    r"|hertz\b|[kMG]?Hz\b|knots?\b|mph\b|tablets?\b|dollars?\b|cents?\b|bits?\b|bytes?\b|[kMGT]B\b"
    r"|mmHg\b|mL\b|km\b|cm\b|mm\b|psi\b)"
    r"(?:/[A-Za-z]+| per [a-z]+| an? (?:hour|minute|second|day|week|month|year))?"
)
_NUMBER = re.compile(rf"(?<![\w.,])(?:[$€£]\s?)?\d[\d.,:/]*\d?(?:{_UNIT}| times\b)?(?![\w])")
_WORD_NUMBER = re.compile(
    r"\b(?:(?:the )?(?:first|last|next) )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half|twice|once)\s+"
    r"(?:hours?|days?|weeks?|months?|years?|minutes?|percent|times|inches|feet)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(rf"\d{_UNIT}|(?:times|percent|hours?|days?|weeks?|months?|years?|feet)$")
_FREQUENCY = re.compile(
    r"\b(?:once|twice|one time|(?:two|three|four|five|six) times)(?: or (?:twice|more))?"
    r" (?:an?|per|each|every)"
    r" (?:hour|day|week|month|quarter|year|shift)\b"
    r"|\bevery (?:other |working |single |business |(?:two|three|four|five|six) )?"
    r"(?:hour|day|week|month|year|shift)s?\b"
    r"|\b(?:hourly|daily|weekly|monthly|quarterly|yearly|annually)\b(?=[,.;]|$| and)"
)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(
    rf"\b\d{{1,2}} {_MONTH}(?:,? \d{{3,4}})?\b|\b{_MONTH} (?:\d{{1,2}}(?:, \d{{4}})?|\d{{4}})\b"
    r"|\b(?:1\d|20)\d\ds?\b"
)
_DIGIT = re.compile(r"\d")
_IN_WORDS = re.compile(
    r"wo |hree |our |ive |ix |even |ight |ine |en |elve |wenty|hirty|alf |wice|nce |very |ly\b"
)
_RANGE = (" to ", "–", "-", " – ", " through ")  # "40 to 60 hours" is one figure


def figure(statement: str, parts: Clause | None) -> Form | None:
    """All figures of a statement are hidden on one card, what it says beside them on another."""
    start = statement.find(parts.predicate) if parts else -1
    spans = spans_of(statement, max(start, 0)) or spans_of(statement, 0)
    if not 0 < len(spans) <= _MOST:
        return None
    if parts is None and not measures(statement):
        return None  # a verb that is not known may still be said of an amount
    others = predicate_spans(statement, start) if parts else ()
    others = tuple(s for s in others if not _touches(s, spans))
    numbered = [(span, 1) for span in spans] + [(span, 2) for span in others[:1]]
    text, last = "", 0
    for (begin, end), number in sorted(numbered):
        text += statement[last:begin] + hide(statement[begin:end], number)
        last = end
    return Form(2.5, cloze=text + statement[last:])


def measures(text: str) -> bool:
    """Whether a text gives a figure with its unit."""
    spans = [text[begin:end] for begin, end in spans_of(text, 0)]
    return any(_MEASURE.search(span) or _FREQUENCY.fullmatch(span) for span in spans)


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and begin < span[1] for begin, end in others)


def spans_of(statement: str, start: int) -> list[Span]:
    """Where figures stand behind ``start``; a range is one, and names with numbers are none."""
    patterns = [_DATE, _NUMBER] if _DIGIT.search(statement, start) else []
    patterns += [_FREQUENCY, _WORD_NUMBER] if _IN_WORDS.search(statement, start) else []
    found = [m.span() for pattern in patterns for m in pattern.finditer(statement, start)]
    spans: list[Span] = []
    found = [s for s in found if not _belongs_to_name(statement, *s)]
    for begin, end in sorted(found, key=lambda s: (s[0], -s[1])):
        text = statement[begin:end].rstrip(".,")
        end = begin + len(text)
        between = statement[spans[-1][1] : begin] if spans else ""
        if text and spans and (between in _RANGE or (between == " " and text[0].isdigit())):
            spans[-1] = (spans[-1][0], end)
        elif text and (not spans or begin >= spans[-1][1]):
            spans.append((begin, end))
    return spans


def _belongs_to_name(statement: str, begin: int, end: int) -> bool:
    """``Standard 700``, ``Type 2``: the figure is part of what is named, and no fact."""
    before = statement[:begin].split()
    if len(before) < 1 or _DATE.fullmatch(statement[begin:end]):
        return False
    return statement[begin - 1 : begin] in "/-" or (
        len(before) > 1 and before[-1][:1].isupper() and before[-1].isalpha()
    )
