"""Amounts as options: the number an explanation gives, and the ones it sets against it."""

import re

_ASKS = re.compile(r"how (?:many|much|long|far|often|high|old)\b", re.IGNORECASE)
_NUMBER = (
    r"(?:\d[\d.,/]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|ninety)"
)
_UNIT = r"(?!(?:is|was|has|does|gives|makes|takes|equals)\b)[a-z]+s|percent|%|°[CF]?"
_AMOUNT = re.compile(
    rf"(?P<sign>[$€£])?\b(?P<number>{_NUMBER})\b(?:\s?(?P<unit>{_UNIT}))?", re.IGNORECASE
)
_SUBJECT = re.compile(
    rf"(?:^|,\s|\b(?:and|while|whereas|but)\s)(?P<number>{_NUMBER})(?:\s+(?P<unit>[a-z]+s))?\s+(?:is|are|was|were|would|makes?|gives?|takes?|can|could|may|equals?|describes?|belongs?)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    rf"(?:\b(?:came up with|come up with|get|got|gives?|arrive at|answer of|figure of|value of"
    rf"|result of|choosing|chose|picked|picking)\s+(?:about\s+)?|^)"
    rf"(?P<whole>(?P<sign>[$€£])?(?P<number>{_NUMBER})\b(?:\s?(?P<unit>{_UNIT}))?)",
    re.IGNORECASE,
)


def asks(stem: str) -> bool:
    """Whether a question wants a number."""
    return bool(_ASKS.match(stem))


def is_amount(text: str) -> bool:
    """Whether a text is nothing but an amount."""
    return bool(_AMOUNT.fullmatch(text.strip()))


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
        for other in (*_SUBJECT.finditer(sentence), *_RESULT.finditer(sentence)):
            sign = other.groupdict().get("sign") or ""
            if other["unit"] not in (None, unit) or sign != (right["sign"] or ""):
                continue
            amount = f"{sign}{other['number']}" + (_spaced(answer) + unit if unit else "")
            known = {answer.lower(), *(f.lower() for f in found)}
            if other["number"] not in given and amount.lower() not in known:
                found.append(amount)
    return found


def _spaced(answer: str) -> str:
    return " " if " " in answer.strip() else ""
