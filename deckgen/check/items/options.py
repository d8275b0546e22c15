"""Rules for options: what they say of each other, and how they are built."""

import re

from deckgen.check.rule import Fault
from deckgen.check.views import Item
from deckgen.check.words import quoted, words

_ALL = re.compile(
    r"(?:all(?: of)? (?:the |these |those )?(?:above|preceding|previous|others?|these|those|them"
    r"|options?|choices?|answers?|statements?|listed|mentioned)"
    r"(?: (?:above|options?|choices?|answers?|statements?|listed|mentioned)){0,2}"
    r"(?: (?:is|are|apply|were)(?: \w+){0,2})?"
    r"|all are (?:correct|true|right|valid)|all apply"
    r"|alle (?:der |die )?(?:oben|genannten|antworten|aussagen|obigen|bovenstaande)(?: \w+){0,3}"
    r"|toutes (?:ces|les) (?:réponses|propositions)(?: \S+){0,4}"
    r"|tod[oa]s (?:las|los|as|os) (?:anteriores|respuestas|opciones|alternativas|opções)"
    r"(?: \S+){0,3}|tutte le (?:precedenti|risposte)(?: \S+){0,3})",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:none(?: of)? (?:the |these |those )?(?:above|preceding|previous|others?|these|those|them"
    r"|options?|choices?|answers?|statements?|listed|mentioned)"
    r"(?: (?:above|options?|choices?|answers?|statements?|listed|mentioned)){0,2}"
    r"(?: (?:is|are|apply|were)(?: \w+){0,2})?"
    r"|keine (?:der|dieser|davon)(?: \w+){0,3}|aucune (?:de ces réponses|des \w+)(?: \S+){0,4}"
    r"|ninguna (?:de las )?(?:anteriores|opciones|respuestas)"
    r"|nenhuma das (?:anteriores|alternativas)|nessuna delle (?:precedenti|risposte))",
    re.IGNORECASE,
)
_SIGN = r"\(?(?:[A-H]|I{1,3}|IV|V)\)?"
_COMBINED = re.compile(
    rf"(?P<word>(?:both|only|neither|either)\s)?(?:(?:answers?|options?|statements?|choices?)\s)?"
    rf"(?P<signs>{_SIGN}(?:(?:\s?[,&]\s?|\s)(?:(?:and|or|nor)\s)?{_SIGN}){{1,4}})"
    rf"(?P<only>\sonly)?(?:\sare\s(?:correct|true|right))?"
)
_BOTH = re.compile(
    r"(?:both|neither|two)(?: of)? (?:the |these |those )?(?:above|these|those|them|options?"
    r"|answers?|statements?|choices?)(?: (?:above|options?|answers?|choices?|statements?)){0,2}"
    r"(?: (?:is|are)(?: \w+){1,2})?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?P<before>[^\d]{0,8}?)(?P<number>[-−]?\d{1,15}(?:[.,]\d{1,9})?)(?P<after>[^\d]{0,24})"
)
_RANGE = re.compile(
    r"(?:about |from |~|≈|\$|€|£){0,2}(?P<low>\d{1,9}(?:\.\d{1,6})?)\s?[%°$€£]{0,2}\s?"
    r"(?:-|–|—|to)\s?[$€£]?(?P<high>\d{1,9}(?:\.\d{1,6})?)(?P<after>[^\d]{0,24})"
)
_OPEN = re.compile(
    r"(?P<sign>less than|fewer than|under|below|up to|at most|more than|over|above|at least|<|>)"
    r"\s?\D{0,2}(?P<number>\d{1,9}(?:\.\d{1,6})?)\D{0,24}",
    re.IGNORECASE,
)
_UPWARD = frozenset(["more than", "over", "above", "at least", ">"])
_LONGEST = 60  # characters of an option that speaks of others
_SHARED = 3  # words that all options begin with
_CODE = re.compile(r"[`(){}\[\];=<>$\\]")
_VAGUE = re.compile(
    r"\b(?:usually|sometimes|often|frequently|occasionally|rarely|generally|typically)\b",
    re.IGNORECASE,
)


def of_others(option: str) -> bool:
    """Whether an option speaks of the others."""
    option = option.strip(" .!")
    if len(option) > _LONGEST:
        return False
    patterns = (_ALL, _NONE, _BOTH, _COMBINED)
    return any(pattern.fullmatch(option) for pattern in patterns)


def all_of_the_above(item: Item) -> Fault | None:
    """An option that takes in the others."""
    found = _first(_ALL, item)
    if not found:
        return None
    message = f"{quoted(found)}: who knows two right options, or one wrong one, knows the answer"
    hint = "ask for all that is right (“Which of these …? Choose all”), or for one of them"
    return Fault(message, hint, found)


def none_of_the_above(item: Item) -> Fault | None:
    """An option that refuses the others."""
    found = _first(_NONE, item)
    if not found:
        return None
    message = f"{quoted(found)} asks what is wrong, and never shows what is right"
    return Fault(message, "write an option that somebody may believe", found)


def combined_options(item: Item) -> Fault | None:
    """Options that are made of the letters of others."""
    found = [i for i, option in enumerate(item.options) if _is_combined(option, i, item)]
    if not found or (len(found) == len(item.options) and not _has_statements(item.stem)):
        return None
    said = item.options[found[0]]
    message = f"{quoted(said)} is made of other options, so half knowledge finds the key"
    return Fault(message, "ask for all that is right, or ask of each by itself", said)


def equal_options(item: Item) -> Fault | None:
    """Two options with the same words, one of them right: the card cannot be answered."""
    seen: dict[str, int] = {}
    for i, choice in enumerate(item.note.choices):
        same = _same(choice.text)
        first = seen.setdefault(same, i)
        if first != i and same:
            sure = (first in item.right) != (i in item.right)
            said = "one is right, the other is not" if sure else "one of them is too many"
            message = f"two options say {quoted(choice.text)}: {said}"
            return Fault(message, "change or delete one of them", choice.text)
    return None


def overlapping_ranges(item: Item) -> Fault | None:
    """Ranges of numbers that share a part, so that more than one is right."""
    spans = [_span(option) for option in item.options]
    known = [(s, o) for s, o in zip(spans, item.options, strict=True) if s]
    if len(known) < 2 or len(known) < len(item.options) - 1:
        return None
    for i, (one, _) in enumerate(known):
        for other, text in known[i + 1 :]:
            if one[2] == other[2] and max(one[0], other[0]) < min(one[1], other[1]):
                message = f"{quoted(text)} overlaps with another option"
                return Fault(message, "write ranges that leave each other alone", text)
    return None


def numbers_out_of_order(item: Item) -> Fault | None:
    """Options that are numbers, neither rising nor falling."""
    found = [_NUMBER.fullmatch(option) for option in item.options]
    if len(found) < 3 or not all(found):
        return None
    units = {(m["before"].strip(), m["after"].strip(" .").casefold()) for m in found if m}
    values = [_value(m["number"]) for m in found if m]
    if len(units) > 1 or values in (sorted(values), sorted(values, reverse=True)):
        return None
    message = "the options are numbers, and stand in no order"
    return Fault(message, "write them from the smallest to the greatest", item.note.choices[0].text)


def options_repeat_words(item: Item) -> Fault | None:
    """Options that all begin with the same words, which belong into the stem."""
    starts = {words(option)[:_SHARED] for option in item.options}
    if len(starts) > 1 or len(item.options) < 3 or _CODE.search(item.note.choices[0].text):
        return None
    same = next(iter(starts))
    if len(same) < _SHARED or any(len(words(o)) == _SHARED for o in item.options):
        return None
    said = quoted(" ".join(item.options[0].split()[:_SHARED]))
    message = f"all options begin with {said}"
    return Fault(message, "write these words once, into the question", item.note.choices[0].text)


def vague_options(item: Item) -> Fault | None:
    """A word such as *often*, which everybody measures in another way."""
    found = next((m[0] for o in item.options if (m := _VAGUE.search(o))), "")
    message = f"“{found}” in an option: how often is that?"
    return Fault(message, "say how often, or leave it out", found) if found else None


def _first(pattern: re.Pattern[str], item: Item) -> str:
    """The first option that is of a kind; such options are short."""
    short = (o for o in item.options if len(o) <= _LONGEST)
    return next((o for o in short if pattern.fullmatch(o.strip(" .!"))), "")


def _is_combined(option: str, place: int, item: Item) -> bool:
    option = option.strip(" .")
    if _BOTH.fullmatch(option):
        return True
    found = _COMBINED.fullmatch(option)
    if not found:
        return False
    signs = re.findall(r"[A-HIV]+", found["signs"])
    if any(sign in ("I", "II", "III", "IV", "V") for sign in signs):
        return _has_statements(item.stem)
    # Letters name the options above; elsewhere they may be elements, or blood groups.
    named = all(ord(sign) - ord("A") < place for sign in signs) and signs == sorted(set(signs))
    return named and bool(found["word"] or found["only"] or re.search(r"and|&", found["signs"]))


def _same(text: str) -> str:
    """An option as it is compared: the first letter of words may be small or large."""
    text = text.strip().rstrip(".")
    spoken = " " in text and not _CODE.search(text)
    return text[:1].lower() + text[1:] if spoken else text


def _has_statements(stem: str) -> bool:
    """Whether a stem lists statements to be combined: ``I. … II. …``."""
    return bool(re.search(r"\bI[.):]", stem) and re.search(r"\bII[.):]", stem))


def _span(option: str) -> tuple[float, float, str] | None:
    """The range that an option names: from, to, and what it counts."""
    if found := _RANGE.fullmatch(option):
        return (float(found["low"]), float(found["high"]), found["after"].strip(" .").casefold())
    if found := _OPEN.fullmatch(option):
        upward = found["sign"].lower() in _UPWARD
        number = float(found["number"])
        unit = option[found.end("number") :].strip(" .").casefold()
        return (number, float("inf"), unit) if upward else (float("-inf"), number, unit)
    return None


def _value(text: str) -> float:
    text = text.replace("−", "-")
    whole, comma, part = text.partition(",")
    return float(whole + part) if comma and len(part) == 3 else float(text.replace(",", "."))
