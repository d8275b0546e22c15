"""The wrong options that an explanation speaks of."""

import re

from deckgen.extract.explanations import amounts, parallel
from deckgen.extract.explanations.phrases import SHARED, alike, cased, several, tidy, words
from deckgen.extract.explanations.phrases import phrase as phrase_of
from deckgen.extract.language.clauses import clause

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
    r"^nor\s+(?:is|was|are|were)\s+(?:it|this|that|these|(?:the|his|her|its|their)\s+\w+)\s+"
    r"(?:an?\s+|the\s+)?(?P<a>.{3,60}?)"
    r"(?:,|\s+(?:because|since|as|when)\s|$)",
    re.IGNORECASE,
)
_NOR_DOES = re.compile(
    r"^(?:nor|neither)\s+(?:is|was|are|were|does|do|did|would|will|can|could|should)\s+(?P<a>(?:an?|the)?\s*[^,]{3,60}?)\s+"
    r"(?:a|an|the|be|have|the answer|right|correct|enough|apply|fit|work|meet|count|help|explain"
    r"|describe|involve|require|mean"
    r"|possible|appropriate|suitable|relevant|involved|needed|of any|of much)\b",
    re.IGNORECASE,
)
_DISMISSED = re.compile(
    r"^(?P<a>.{3,90}?)\s+(?:can(?:not|['’]t)?|must|may|should|could)\s+(?:also\s+|all\s+|both\s+"
    r"|safely\s+)?be\s+(?:ruled out|eliminated|excluded|set aside|dismissed|rejected|discarded"
    r"|crossed off|discounted|the answer|right|correct)\b",
    re.IGNORECASE,
)
_RULED_OUT = re.compile(
    r"^(?P<a>[^,]{3,60}?)\s+(?:is|are)\s+(?:out|wrong|incorrect|ruled out)"
    r"(?:,|$|\s+(?:because|since|as|here)\b)",
    re.IGNORECASE,
)
_BELONGS = re.compile(r"^(?P<a>[^,]{3,60}?)\s+belongs?\s+to\s+(?:an?|another)\s", re.IGNORECASE)
# What else would do: "... is the business of a home inspection", "by a survey, not by ...".
_ELSEWHERE = re.compile(
    r"\b(?:is|are) the (?:business|job|task|concern) of (?P<a>an? [^,.;]{3,50})(?=,|$)",
    re.IGNORECASE,
)
_APART = re.compile(r"(?:an?|quite an?|another) (?:\w+ )?(?:different|separate) \w+", re.IGNORECASE)
_INSERTED = re.compile(
    r"^(?P<a>[^,]{3,80}),\s+(?:by contrast|in contrast|on the other hand|meanwhile|however"
    r"|for (?:its|their) part|though|too|conversely|instead|of course)\s*,",
    re.IGNORECASE,
)
_THOUGHT_OF = re.compile(
    r"^(?:and |but )?(?:although|though|while) .{0,60}?\b"
    r"(?:think of|thinks of|sees?|regards?|treats?) "
    r"(?P<a>[^,]{3,60}?) as\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no|n['’]t|never|rather than|instead|incorrect|wrong|differs?|only|but|would|yet"
    r"|too|likewise|alone|different|elsewhere|unrelated|lacks?|fails?|without)\b",
    re.IGNORECASE,
)


def wrong_options(stem: str, answer: str, spoken: list[str]) -> tuple[str, ...]:
    """What later sentences set against the answer, or name with the answer's own noun."""
    if amounts.asks(stem) or amounts.is_amount(answer):
        return tuple(cased(amount, answer) for amount in amounts.others(stem, answer, spoken))
    named: list[str] = []
    contrasting = False
    for sentence in spoken:
        names, contrast = _mentioned(sentence, contrasting)
        contrasting = contrasting or contrast
        named += names
    found = _options(named, stem, answer)
    like = _options(parallel.alike(answer, spoken), stem, answer)
    return like if len(found) < 2 and len(like) > len(found) else found


def true_options(stem: str, answer: str, spoken: list[str]) -> tuple[str, ...]:
    """To a stem that asks what is not so: what later sentences say is."""
    named: list[str] = []
    for sentence in spoken:
        if thought := _THOUGHT_OF.match(sentence):
            named.append(thought["a"])
        elif (parts := clause(sentence)) and not _OTHERS.search(parts.subject):
            named += several(parts.subject)
    return _options(named, stem, answer)


def _options(names: list[str], stem: str, answer: str) -> tuple[str, ...]:
    """Those of the names that can be options beside the answer, each once."""
    found: list[str] = []
    for name in names:
        option = phrase_of(name)
        if (
            option
            and alike(option, answer) < SHARED
            and not _is_topic(option, stem)
            and all(alike(option, f) < 1 for f in found)
        ):
            found.append(tidy(option))
    return tuple(cased(f, answer) for f in found)


def _mentioned(sentence: str, contrasting: bool) -> tuple[list[str], bool]:
    """The phrases a sentence sets against the right answer, and whether it sets any."""
    text = sentence.rstrip(".!")
    if elsewhere := [found["a"] for found in _ELSEWHERE.finditer(text)]:
        return elsewhere, True
    for pattern in (
        _AS_FOR,
        _CHOOSING,
        _DISMISSED,
        _RULED_OUT,
        _BELONGS,
        _INSERTED,
        _NOR,
        _NOR_DOES,
    ):
        if found := pattern.match(text):
            return several(found["a"]), True
    if (found := _NEITHER.match(text)) and (rest := clause(f"{found['b']}.")):
        return [found["a"], rest.subject], True
    contrast = _CONTRAST.match(text) or _CONCEDED.match(text)
    if contrast:
        return several(_subject(contrast["rest"])), True
    parts = clause(text)
    if parts is None:
        return [], bool(_OTHERS.search(text))
    about_others = bool(_OTHERS.search(parts.subject))
    if about_others:
        return [], True
    if parts.opening and not contrasting:
        return [], bool(_OTHERS.search(text))
    negated = bool(_NEGATED.search(f"{parts.verb} {parts.predicate}"))
    list_of_things = len(several(parts.subject)) > 2
    if contrasting or (negated and (list_of_things or not parts.opening)):
        apart = bool(_APART.match(parts.predicate))
        return several(parts.subject), contrasting or list_of_things or apart
    return [], False


def _subject(text: str) -> str:
    parts = clause(text[:1].upper() + text[1:])
    return parts.subject if parts and not parts.opening else ""


def _is_topic(phrase: str, stem: str) -> bool:
    """What the question is about cannot be a wrong answer to it."""
    said = words(phrase)
    return bool(said) and said <= words(stem)
