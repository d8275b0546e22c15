"""Amounts as options: the number an explanation gives, and the ones it sets against it."""

import re

from deckgen.extract.explanations.segments import segments
from deckgen.extract.explanations.subjects import said
from deckgen.extract.language import sentences

_ASKS = re.compile(
    r"(?:^|[,.]\s|\b(?:at|within|for|after|by|in|to|of)\s)(?:about\s|roughly\s)?how (?:many"
    r"|much|long"
    r"|far|high|old|deep|fast|hot|tall"
    r"|wide|large|heavy)\b|\b(?:what|which) (?:\w+ )?(?:percentage|percent|number|amount"
    r"|temperature|pressure|voltage|age|dose|speed|depth|distance|concentration)\b",
    re.IGNORECASE,
)
_ASKS_RESULT = re.compile(r"\b(?:what|find|calculate)\b", re.IGNORECASE)
_NUMBER = (
    r"(?:\d[\d.,/]*\d|\d|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred)"
)
_SPAN = rf"(?:between\s{_NUMBER}\sand\s{_NUMBER}|{_NUMBER}\s?(?:to|-|–)\s?{_NUMBER}|{_NUMBER})"
_UNIT = (
    r"(?!(?:is|was|has|does|gives|makes|takes|equals|belongs|means|comes|leaves|needs)\b)[a-z]+s\b"
    r"|(?:percent|psi|kPa|ppm|rpm|mph|dB|Hz|kHz|mmHg|kcal|cal|kV|mV|mA|mg|kg|mL|dL|cm|mm|km|ft"
    r"|lb|oz"
    r"|mEq|mmol|g|m|L|V|A|W)(?:/(?:mL|dL|L|kg|min|hour|day|m|s))?(?![\w/])|%|°\s?[CF]?"
)
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
    rf"(?<![\w.,/])(?P<sign>[$€£])?(?P<number>{_SPAN})(?![\w/]|[.,]\d)(?:\s?(?P<unit>{_UNIT}))?",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\b")  # "one of them"
_CHOSEN = re.compile(
    r"\b(?:came up with|come up with|get|got|gives?|arrived? at|(?:answer|figure|value|result) of"
    r"|choosing|chose|choose|picked|picking|pick|answering|answer|answered|writing|wrote|write"
    r"|land(?:ed|ing)? on|reach(?:ed|ing)?|said|says?|saying|guess(?:ed|ing)?)\s+(?:about\s+"
    r"|only\s+)?$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:(?:and|but|while|nor|or|at|around|about|roughly|only|over|under|after|within|the|an?"
    r"|(?:figure|answer|value|result) of)\s+){0,4}$",
    re.IGNORECASE,
)
_LONGEST_FRONT = 60  # characters, where no verb can be told


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
    """Whether a question wants a number: it says so, or it gives what to reckon with."""
    last = (sentences.split(stem) or (stem,))[-1]
    given = [m for m in _AMOUNT.finditer(stem) if m["unit"] or m["sign"]]
    reckons = len(given) > 1 and len(sentences.split(stem)) > 1 and bool(_ASKS_RESULT.match(last))
    return bool(_ASKS.search(stem)) or (reckons and last.lower().startswith("what is the"))


def is_amount(text: str) -> bool:
    """Whether a text is nothing but an amount."""
    return bool(_AMOUNT.fullmatch(text.strip()))


def answer(stem: str, sentence: str) -> str:
    """The first amount of a sentence that the stem has not given itself."""
    given = {m["number"] for m in _AMOUNT.finditer(stem)}
    found = [m for m in _AMOUNT.finditer(sentence) if m["number"] not in given]
    return found[0][0].strip() if found else ""


def first(text: str) -> str:
    """The first amount of a text with its unit: "seven semitones"."""
    found = _AMOUNT.search(text)
    return found[0] if found else ""


def others(stem: str, answer: str, spoken: list[str]) -> list[str]:
    """Amounts of the kind of the answer that later sentences give as results.

    "Five semitones make ...", "If you came up with $10,000, ...". What the stem gives is no result,
    unless a sentence says that somebody chose it.
    """
    right = _AMOUNT.match(answer.strip())
    if not right:
        return []
    sign, unit = right["sign"] or "", answer.strip()[right.end("number") :]
    given = {m["number"] for m in _AMOUNT.finditer(stem)}
    found: list[str] = []
    for part in (p for sentence in spoken for p in segments(sentence)):
        for other in _AMOUNT.finditer(part):
            if _OF_THEM.match(part, other.end("number")) or (other["sign"] or "") != sign:
                continue
            chosen, leads = (bool(p.search(part[: other.start()])) for p in (_CHOSEN, _LEADS))
            behind = part[other.end("number") :]
            united = bool(unit) and _has_unit(behind, unit)
            if not united and (other["unit"] or not (chosen or leads)):
                continue
            placed = leads or (united and other.start() <= _front(part))
            if chosen or (placed and (other["number"] not in given or (leads and found))):
                amount = f"{sign}{other['number']}{unit}"
                if amount.lower() not in (answer.lower(), *(f.lower() for f in found)):
                    found.append(amount)
    return found


def _has_unit(behind: str, unit: str) -> bool:
    """Whether an amount goes on with the unit, or with one of them."""
    one = f"{unit.strip().lower().removesuffix('s')} "
    return behind.strip().lower().startswith((unit.strip().lower(), one))


def _front(part: str) -> int:
    """Where what is spoken of ends, and what is said of it begins."""
    parts = said(part)
    if parts is None:
        return _LONGEST_FRONT
    return max(part.find(parts.subject), 0) + len(parts.subject)
