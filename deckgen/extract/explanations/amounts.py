"""Amounts as options: the number an explanation gives, and the ones it sets against it."""

import re

_ASKS = re.compile(
    r"(?:^|[,.]\s|\b(?:at|within|for|after|by|in|to|of)\s)(?:about\s)?how (?:many|much|long"
    r"|far|high|old|deep|fast|hot|tall"
    r"|wide|large|heavy)\b|\b(?:what|which) (?:percentage|percent|number|amount|temperature"
    r"|pressure|voltage|age|dose)\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d[\d.,/]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred)"
)
_UNIT = r"(?!(?:is|was|has|does|gives|makes|takes|equals)\b)[a-z]+s|percent|%|°[CF]?"
_OFTEN = re.compile(
    r"(?:(?:once|twice|(?:two|three|four|five|six|\d{1,2}) times) (?:an?|per|each"
    r"|every) (?:\w+ )?"
    r"|every (?:other |single )?(?:(?:\w+[- ])?))(?:second|minute|hour|shift|day|night|week"
    r"|month|quarter|season"
    r"|year|decade|use|feed|meal|trip|time|mile|kilomet(?:er|re))s?\b|\b(?:hourly|daily|weekly"
    r"|monthly|quarterly|yearly|annually)\b",
    re.IGNORECASE,
)
_ASKS_OFTEN = re.compile(r"\bhow (?:often|frequently)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"(?P<sign>[$€£])?\b(?P<number>{_NUMBER})\b(?:\s?(?P<unit>{_UNIT}))?", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s+of\b")  # "one of them"
_SUBJECT = re.compile(
    rf"(?:^|[,;]\s|\b(?:and|while|whereas"
    rf"|but)\s)(?:an?\s\w+\sof\s)?(?P<sign>[$€£])?(?P<number>{_NUMBER})(?:\s+(?P<unit>[a-z]+s))?\s+(?:is|are|was|were|would|makes?|gives?|takes?|can|could|may|equals?|describes?|belongs?)\b",
    re.IGNORECASE,
)
_FRONT = re.compile(
    rf"(?:^|[,;]\s(?:and\s|while\s"
    rf"|but\s)?)(?P<number>{_NUMBER})\s?(?P<unit>{_UNIT})",
    re.IGNORECASE,
)
_RESULT = re.compile(
    rf"(?:\b(?:came up with|come up with|get|got|gives?|arrived? at|answer of|figure of|value of"
    rf"|result of|choosing|chose|choose|picked|picking|pick|answering|answer|answered|wrote"
    rf"|write|land(?:ed)? on"
    rf"|reach(?:ed)?|said|says?|guess(?:ed)?)\s+(?:about\s+)?|^)"
    rf"(?P<whole>(?P<sign>[$€£])?(?P<number>{_NUMBER})\b(?:\s?(?P<unit>{_UNIT}))?)",
    re.IGNORECASE,
)


def asks_often(stem: str) -> bool:
    """Whether a question wants to know how often."""
    return bool(_ASKS_OFTEN.search(stem))


def often(sentence: str) -> str:
    """The first interval of a sentence: "once a month"."""
    found = _OFTEN.search(sentence)
    return found[0] if found else ""


def other_intervals(answer: str, spoken: list[str]) -> list[str]:
    """The intervals that later sentences set against the answer."""
    found: dict[str, str] = {}
    for sentence in spoken:
        for other in _OFTEN.finditer(sentence):
            if other[0].lower() != answer.lower():
                found.setdefault(other[0].lower(), other[0])
    return list(found.values())


def asks(stem: str) -> bool:
    """Whether a question wants a number."""
    return bool(_ASKS.search(stem))


def is_amount(text: str) -> bool:
    """Whether a text is nothing but an amount."""
    return bool(_AMOUNT.fullmatch(text.strip()))


def answer(stem: str, sentence: str) -> str:
    """The first amount of a sentence that the stem has not given itself."""
    given = {m["number"] for m in _AMOUNT.finditer(stem)}
    found = (m for m in _AMOUNT.finditer(sentence) if m["number"] not in given)
    return next((m[0].strip() for m in found), "")


def first(text: str) -> str:
    """The first amount of a text with its unit: "seven semitones"."""
    found = _AMOUNT.search(text)
    return found[0] if found else ""


def others(stem: str, answer: str, spoken: list[str]) -> list[str]:
    """Amounts of the kind of the answer that later sentences give as results.

    "Five semitones make ...", "If you came up with $10,000, ...". What the stem gives is no result.
    """
    right = _AMOUNT.fullmatch(answer.strip())
    if not right:
        return []
    unit, given = right["unit"] or "", {m["number"] for m in _AMOUNT.finditer(stem)}
    found: list[str] = []
    for sentence in spoken:
        alike = (m for m in _FRONT.finditer(sentence) if unit and m["unit"] == right["unit"])
        for other in (*_SUBJECT.finditer(sentence), *_RESULT.finditer(sentence), *alike):
            sign = other.groupdict().get("sign") or ""
            if _OF_THEM.match(sentence, other.end("number")):
                continue
            verb = bool(sign) and not unit  # "$100,000 overlooks": a sum has no unit
            if (other["unit"] not in (None, unit) and not verb) or sign != (right["sign"] or ""):
                continue
            amount = f"{sign}{other['number']}" + (_spaced(answer) + unit if unit else "")
            known = {answer.lower(), *(f.lower() for f in found)}
            named = "whole" in other.groupdict() and other.start() != other.start("whole")
            if (named or other["number"] not in given) and amount.lower() not in known:
                found.append(amount)
    return found


def _spaced(answer: str) -> str:
    return " " if " " in answer.strip() else ""
