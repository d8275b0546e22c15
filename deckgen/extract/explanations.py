"""What an explanation says about lost options: the right answer, and the wrong ones it mentions.

Everything is cut out of the explanation's own words. Where no short phrase can be had, the first
sentence stands as a plain answer and nothing is taken for an option.
"""

import hashlib
import re
from dataclasses import dataclass

from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import Clause, clause

_LONGEST_OPTION = 9  # words of a wrong option: longer phrases are statements, not options
_LONGEST_ANSWER = 24  # words of an answer that still reads as an option
_SHARED = 0.6  # of the words: two phrases that share so many name the same thing

_PREPOSITIONS = frozenset("to as for of from with against on in by at about into".split())
_OPENS_NO_OPTION = frozenset("nor not between among within under over during after before".split())
_STOP = frozenset(
    """
    a an the of in on at by for from with to into and or as is are was were be been being
    that which who this these those it its their they them his her what how why when where
    do does did can may must should will would not no most more best following statement
    true describes described
    """.split()
)
_VAGUE = frozenset(
    """
    result purpose reason difference key point process approach goal idea answer option
    options choice choices question others focus rest former latter one ones context case
    example thing things way ways fact both neither either each latter. all none some many
    most something anything someone everyone nobody everything here there then you we i he
    she it they this these those that such what which who people step scenario situation
    alternatives alternative responses response distractors statement statements explanation
    correct
    """.split()
)
_POINTS_BACK = frozenset("this these those that it its they their such each here there".split())
_NEGATIVE_STEM = re.compile(
    r"\b(?:NOT|not|EXCEPT|except|LEAST|least likely|false|incorrect|never)\b"
)
_NAMED = re.compile(
    r"(?:the\s+)?(?:correct|right|best)\s+(?:answer|option|choice|response)\s+(?:is|was"
    r"|here is)\s*:?\s*(?:that\s+)?[\"“']?(?P<a>.+?)[\"”']?"
    r"(?:\s*[,;–—]\s|\s+(?:because|since|as|which|where)\s|\.$|$)",
    re.IGNORECASE,
)
_IS_RIGHT = re.compile(
    r"[\"“']?(?P<a>.{3,120}?)[\"”']?\s+is\s+(?:therefore\s+)?(?:the\s+)?(?:correct|right|best)\b(?:\s+(?:answer|choice|option|response))?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",?\s+(?:because|since)\s.*$|,\s+(?:which|where|who|whereas|while|so|but|yet|offering|providing|allowing|making|helping|giving|"
    r"ensuring|leading|resulting|including|such as|rather than|not|often|usually|typically|even"
    r"|especially|thus|thereby|as)\b.*$"
    r"|;.*$|\s[–—]\s?.*$|—.*$"
)
_ASIDE = re.compile(r",\s+(?:also|or|commonly|sometimes|often|known|called|abbreviated)\b[^,]*,?$")
_ASKS_AMOUNT = re.compile(r"how (?:many|much|long|far|often|high|old)\b", re.IGNORECASE)
_NUMBER_WORD = (
    r"(?:\d[\d.,/]*\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|ninety)"
)
_AMOUNT = re.compile(
    rf"\b(?P<number>{_NUMBER_WORD})(?:\s+(?P<unit>[a-z]+s|percent|%))?", re.IGNORECASE
)
_AMOUNT_SUBJECT = re.compile(
    rf"(?:^|,\s|\b(?:and|while|whereas|but)\s)(?P<number>{_NUMBER_WORD})(?:\s+(?P<unit>[a-z]+s))?\s+(?:is|are|was|were|would|makes?|gives?|takes?|can|could|may|equals?|describes?|belongs?)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:other|remaining|incorrect|wrong|alternative)\s+(?:\w+\s+)?(?:options?|choices?"
    r"|answers?|responses?|alternatives?|terms?|items?|ones?)\b|\bthe others\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"^(?:in contrast|by contrast|conversely|on the other hand|meanwhile|however|similarly"
    r"|likewise|whereas|unlike\b[^,]{0,80}"
    r"|in the context of[^,]{0,60}|among[^,]{0,60}|compared (?:to|with)[^,]{0,60}|the (?:other"
    r"|remaining)[^,]{0,60})\s*[,:]\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_CONCEDED = re.compile(
    r"^(?:while|although|though|even though|whereas|and while|but while)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_AS_FOR = re.compile(r"^(?:and |but )?as for\s+(?P<a>[^,]{3,80}),", re.IGNORECASE)
_CHOOSING = re.compile(
    r"^(?:choosing|selecting|opting for|picking|going with|settling on"
    r"|choosing to go with)\s+(?P<a>.{3,80}?)\s+"
    r"(?:would|will|is|means|might|may|could|ignores|overlooks|confuses|misses|mistakes)\b",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"^(?:neither|both|either)\s+(?P<a>.{3,80}?)\s+(?:nor|and|or)\s+(?P<b>.+)$", re.IGNORECASE
)
_NOR = re.compile(
    r"^nor\s+(?:is|was|are|were)\s+(?:it|this|that|these|(?:the|his|her|its|their)\s+\w+)\s+(?:an?\s+|the\s+)?(?P<a>.{3,60}?)"
    r"(?:,|\s+(?:because|since|as|when)\s|$)",
    re.IGNORECASE,
)
_NOR_DOES = re.compile(
    r"^nor\s+(?:is|was|are|were|does|do|did|would|will|can|could|should)\s+(?P<a>(?:an?|the)?\s*[^,]{3,60}?)\s+"
    r"(?:a|an|the|be|have|the answer|right|correct|enough|apply|fit|work|meet|count|help|explain"
    r"|describe|involve|require|mean)\b",
    re.IGNORECASE,
)
_DISMISSED = re.compile(
    r"^(?P<a>.{3,90}?)\s+(?:can(?:not|['’]t)?|must|may|should|could)\s+(?:also\s+|all\s+|both\s+"
    r"|safely\s+)?be\s+(?:ruled out|eliminated|excluded|set aside|dismissed|rejected|discarded"
    r"|crossed off|discounted|the answer|right|correct)\b",
    re.IGNORECASE,
)
_INSERTED = re.compile(
    r"^(?P<a>[^,]{3,80}),\s+(?:by contrast|in contrast|on the other hand|meanwhile|however"
    r"|for (?:its|their) part|though|too|conversely|instead|of course)\s*,",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no|n['’]t|never|rather than|instead|incorrect|wrong|differs?|only|but|would|yet"
    r"|too|unrelated|lacks?|fails?|without)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mined:
    """An answer from an explanation and the wrong options it names; ``short`` if it is a phrase."""

    answer: str
    short: bool
    wrong: tuple[str, ...]


def mine(stem: str, explanation: tuple[str, ...]) -> Mined:
    """The answer to ``stem`` and the wrong options, in the order the explanation names them."""
    spoken = _spoken(explanation)
    if not spoken:
        return Mined("", False, ())
    negative = bool(_NEGATIVE_STEM.search((sentences.split(stem) or (stem,))[-1]))
    answer = _named(spoken) or ("" if negative else _from_first(stem, spoken[0]))
    if not answer:
        return Mined(spoken[0], False, ())
    answer = _tidy(answer)
    short = len(answer.split()) <= _LONGEST_ANSWER
    wrong = () if negative or not short else _wrong(stem, answer, spoken[1:])
    return Mined(_without_article(answer) if wrong else answer, short, wrong)


def _without_article(answer: str) -> str:
    """Wrong options are named without an article, and the right one must not stand out."""
    name = re.sub(r"^(?:an?|the)\s+(?=\S)", "", answer, flags=re.IGNORECASE)
    return name[:1].upper() + name[1:] if answer[:1].isupper() else name


def shuffled(stem: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """A fixed order that does not betray the key: by a hash of stem and text."""
    return tuple(sorted(texts, key=lambda t: hashlib.sha256(f"{stem}\n{t}".encode()).digest()))


def alike(one: str, other: str) -> float:
    """The share of the shorter phrase's words of meaning that the other has too; 0 to 1."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def _words(text: str) -> set[str]:
    found = re.findall(r"[^\W_]+", text.lower())
    return {
        w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w
        for w in found
        if w not in _STOP
    }


def stated(explanation: tuple[str, ...]) -> str:
    """The answer that an explanation names as right in so many words, or nothing."""
    return _named(_spoken(explanation))


def _spoken(explanation: tuple[str, ...]) -> list[str]:
    """The sentences of an explanation, across its paragraphs."""
    return [s for paragraph in explanation for s in sentences.split(paragraph)]


def _named(spoken: list[str]) -> str:
    """``The correct answer is X``, ``X is the correct answer``."""
    for sentence in spoken[:3]:
        found = _NAMED.match(sentence) or _IS_RIGHT.match(sentence)
        if found and 0 < len(found["a"].split()) <= _LONGEST_ANSWER:
            name = re.sub(r"^(?:option|choice|answer)\s+", "", found["a"], flags=re.IGNORECASE)
            if not re.fullmatch(r"\(?[A-J]\)?", name) and name.split()[0].lower() not in _VAGUE:
                return name
    return ""


def _from_first(stem: str, sentence: str) -> str:
    """The answer in the first sentence: its subject, or what is said of the stem's subject."""
    parts = clause(sentence)
    if parts is None:
        return ""
    asked = _words(stem)
    subject = _words(parts.subject)
    if not subject:
        return ""
    known = len(subject & asked) / len(subject)
    if known < _SHARED and re.match(
        r"(?:which|what|who|name)\b|.*\b(?:which|what|who|called|known as|term)\b",
        stem,
        re.IGNORECASE,
    ):
        name = _ASIDE.sub("", parts.subject)
        return "" if _is_vague(name) else name
    if known < _SHARED:
        return ""
    if _ASKS_AMOUNT.match(stem):
        return _quantity(parts.predicate)
    if re.match(r"why\b", stem, re.IGNORECASE):
        reason = re.search(r"\b(?:because|since|so that|in order to|to)\s+(.+)$", parts.predicate)
        return reason[0] if reason else ""
    return _predicate(stem, parts)


def _quantity(predicate: str) -> str:
    """The first number of a predicate with its unit: "seven semitones"."""
    found = _AMOUNT.search(predicate)
    return found[0] if found else ""


def _other_amounts(answer: str, spoken: list[str]) -> list[str]:
    """Amounts that later sentences speak of as such: "Five semitones make ..., and six ..."."""
    right = _AMOUNT.fullmatch(answer)
    if not right:
        return []
    unit = right["unit"] or ""
    found: list[str] = []
    for sentence in spoken:
        for other in _AMOUNT_SUBJECT.finditer(sentence):
            amount = other["number"] + (
                f" {unit}" if unit and other["unit"] in (None, unit) else ""
            )
            if other["unit"] in (None, unit) and amount.lower() not in {
                answer.lower(),
                *(f.lower() for f in found),
            }:
                found.append(amount)
    return found


def _predicate(stem: str, parts: Clause) -> str:
    predicate = (
        _TAIL.sub("", parts.predicate) if len(parts.predicate.split()) > 8 else parts.predicate
    )
    asked_with = parts.verb.lower().rstrip("s")
    if parts.copula or re.search(rf"\b{re.escape(asked_with)}", stem, re.IGNORECASE):
        return _without_asked(stem, predicate)
    return f"{parts.verb} {predicate}"


def _without_asked(stem: str, predicate: str) -> str:
    """``What does X protect a person against?``: the answer begins behind what the stem repeats."""
    asked = stem.lower().rstrip("?. ").split()
    if not asked or asked[-1] not in _PREPOSITIONS:
        return predicate
    words = predicate.split()
    for end, word in enumerate(words[:8]):
        if word.lower() == asked[-1] and all(w.lower() in asked for w in words[:end]):
            return " ".join(words[end + 1 :])
    return predicate


def _wrong(stem: str, answer: str, spoken: list[str]) -> tuple[str, ...]:
    if _ASKS_AMOUNT.match(stem):
        return tuple(_cased(amount, answer) for amount in _other_amounts(answer, spoken))
    found: list[str] = []
    contrasting = False
    for sentence in spoken:
        names, contrast = _mentioned(sentence, contrasting)
        contrasting = contrasting or contrast
        for name in names:
            phrase = _phrase(name)
            if (
                phrase
                and alike(phrase, answer) < _SHARED
                and not _is_topic(phrase, stem)
                and all(alike(phrase, f) < 1 for f in found)
            ):
                found.append(_tidy(phrase))
    return tuple(_cased(f, answer) for f in found)


def _mentioned(sentence: str, contrasting: bool) -> tuple[list[str], bool]:
    """The phrases a sentence sets against the right answer, and whether it sets any."""
    text = sentence.rstrip(".!")
    for pattern in (_AS_FOR, _CHOOSING, _DISMISSED, _INSERTED, _NOR, _NOR_DOES):
        if found := pattern.match(text):
            return _several(found["a"]), True
    if (found := _NEITHER.match(text)) and (rest := clause(f"{found['b']}.")):
        return [found["a"], rest.subject], True
    contrast = _CONTRAST.match(text) or _CONCEDED.match(text)
    if contrast:
        return _several(_subject(contrast["rest"])), True
    parts = clause(text)
    if parts is None:
        return [], bool(_OTHERS.search(text))
    about_others = bool(_OTHERS.search(parts.subject))
    if about_others:
        return [], True
    if parts.opening and not contrasting:
        return [], bool(_OTHERS.search(text))
    negated = bool(_NEGATED.search(f"{parts.verb} {parts.predicate}"))
    list_of_things = len(_several(parts.subject)) > 2
    if contrasting or (negated and (list_of_things or not parts.opening)):
        return _several(parts.subject), contrasting or list_of_things
    return [], False


def _subject(text: str) -> str:
    parts = clause(text[:1].upper() + text[1:])
    return parts.subject if parts and not parts.opening else ""


def _several(phrase: str) -> list[str]:
    """``X, Y, and Z`` -> three phrases; a single one stays whole."""
    pieces = re.split(r",\s+(?:and|or|nor)\s+|,\s+|\s+(?:and|or|nor)\s+", phrase)
    whole = [p for p in pieces if p.strip()]
    if len(whole) == 2 and "," not in phrase:
        first, second = whole[0].split(), whole[1].split()
        # "oil and gas exploration", "advice from relatives and friends" are one thing each.
        if abs(len(second) - len(first)) > 1 or _PREPOSITIONS & set(first):
            return [phrase]
    return whole


def _phrase(name: str) -> str:
    """A noun phrase fit to be an option, or nothing."""
    text = re.sub(
        r"^(?:and|but|the|a|an|simply|merely|just|both|either|using|the option of|option)\s+",
        "",
        name.strip(" ,;:"),
        flags=re.IGNORECASE,
    )
    text = re.sub(r"\s+(?:all|both|each|alone|itself|themselves)$", "", text)
    words = text.split()
    if (
        not words
        or len(words) > _LONGEST_OPTION
        or _is_vague(text)
        or words[0].lower() in _OPENS_NO_OPTION
    ):
        return ""
    if re.search(r"\b(?:you|your|we|our|I|my|that|which|who)\b", text) or text[-1] in "?!":
        return ""
    return text


def _is_vague(phrase: str) -> bool:
    words = [w.strip("\"“”'’,()").lower() for w in phrase.split()]
    if not words or words[0] in _POINTS_BACK:
        return True
    head = words[-1]
    return head in _VAGUE or words[0] in ("other", "another", "others")


def _is_topic(phrase: str, stem: str) -> bool:
    """What the question is about cannot be a wrong answer to it."""
    words, asked = _words(phrase), _words(stem)
    return bool(words) and words <= asked


def _tidy(text: str) -> str:
    text = text.strip().strip(",;:").strip()
    if text.count('"') % 2 or text.count("(") != text.count(")"):
        text = text.strip('"“”()')
    return text.rstrip(".") if not re.search(r"\b[A-Za-z]\.[A-Za-z]?\.$", text) else text


def _cased(option: str, answer: str) -> str:
    """Options begin alike: with a capital where the answer does."""
    first = option.split()[0]
    if any(c.isupper() for c in first[1:]) or any(c.isdigit() for c in first):
        return option
    if answer[:1].isupper():
        return option[:1].upper() + option[1:]
    # A name keeps its capital where the phrase goes on with capitals.
    second = option.split()[1:2]
    named = bool(second) and second[0][:1].isupper()
    return option if named else option[:1].lower() + option[1:]
