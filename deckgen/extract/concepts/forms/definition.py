"""What something is, means, is called, or consists of."""

import re

from deckgen.extract.concepts.antecedents import hangs, points_back
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.wording import inside, sentence
from deckgen.extract.language.clauses import Clause, clause, is_plural

_WEIGHT = 3.0
_LONGEST_TERM = 8
_LEAST_MEANING = 4  # words of what is called something; fewer are a second name
_MEANS = {
    "means": "mean",
    "mean": "mean",
    "refer": "refer to",
    "refers": "refer to",
    "stands": "stand for",
    "denotes": "denote",
    "describes": "describe",
    "signifies": "signify",
    "equals": "equal",
    "equal": "equal",
}
_KIND = re.compile(
    r"(?:a|an|the|any|one|two|three|four|five|several|those|anything|something|when)\b",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"(?:defined as|known as|called|the (?:name|term) (?:for|of))\b", re.IGNORECASE
)
_BE = re.compile(
    r"(?:is|are)"
    r"(?: (?:therefore|thus|also|essentially|basically|simply|actually|usually|generally))?"
)
_BECAUSE = re.compile(r"[,;]?\s+(?:because|since)\s+.+$")
_SAYS = re.compile(
    r"(?P<verb>state|hold|say|require|provide|guarantee|predict|propose|assume|show|suggest)(?P<s>s?)"
)
_COUNTED = re.compile(
    r"The (?:two|three|four|five|six|seven|eight|nine|ten) [\w-]+"
    r"|The [\w-]+ (?:kinds|types|forms|parts|stages|steps|phases|principles|elements|functions"
    r"|goals|aims|signs|symptoms|causes)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:(?:also|often|commonly|usually|sometimes|generally)\s+)?(?:called|termed|known as)\s+"
    r"(?P<term>[^,;]{3,60}?)(?P<rest>[,;].*)?$"
)
_SAYS_NOTHING = re.compile(
    r"(?:an?|the)\s+(?:\w+\s+){0,2}(?:example|exception|thing|bunch|culprit|pick|choice|candidate"
    r"|friend|story|question|answer|matter|case|time|way|one|deal|bit|lot|must|name of the game)\b"
    r"(?=[,.;!]|$|\s+(?:here|there|to wait|for everyone)\b)|the odd one",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"(?:an?|the)\s+(?:\w+\s+){0,2}(?:kindest|oldest|nicest|funniest|silliest|easiest|hardest|best"
    r"|worst|favou?rite|attractive|perfect|great|terrible|lovely|nice|moody|sensible|promise|sister"
    r"|brother|cousin|beast|mystery|blessing|curse|gift)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:, (?:and|but|for|so(?! that)|while|whereas)|;) ")
_TERM_LAST = re.compile(r"(?P<term>(?:an?|the) [\w-]+(?: [\w-]+)?)(?=[,;]|$)")
_LEAST_SAID = 4  # words
_AMOUNT = re.compile(
    r"(?:[$€£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|hundred)\b)"
    r"|the value\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:(?:first|second|third|fourth|next|last|below|above|today)\b.*|everything|something|anything|nothing|everyone|everybody|nobody|somebody|first|second"
    r"|third|next|last|more|less|most|others?|the (?:usual|best|worst|real|whole|obvious|main|same"
    r"|only|right|wrong|rest|result|answer|point|idea|rule|key|upshot|thing|exception|reason)\w*"
    r"(?: \w+)?)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"(?P<verb>consists? of|comprises?|is made up of|are made up of|is composed of|are composed of)"
    r"\s+(?P<parts>.+)$"
)
_NOUN_OF = re.compile(r"((?:[a-z-]+ ){0,3}?[a-z-]+) (?:of|that|which|in which|by which)\b")
_ADJECTIVE = re.compile(
    r"(?:ible|able|ful|ous|ive|ant|ic|ary|ed|ing|[^m]ent)$|^(?:different|equal|typical|full|part|due|"
    r"more|less|most|least|not|only|also|very|off|in|on|at|to|up|out|short|free|responsible|made|built|found|known|kept|held|worn|put|set)$"
)


def kind(statement: str, parts: Clause | None) -> Form | None:
    """``A scope is the range of ...`` -> What is a scope?"""
    if parts is None or parts.opening or not _BE.fullmatch(parts.verb.lower()):
        return None
    verb, predicate = parts.verb.lower().split()[0], parts.predicate
    if _BECAUSE.search(predicate) and not re.match(r"an? ", predicate):
        return None  # "Cooking is the critical point because ..." gives a reason, no definition
    if _KIND.match(predicate) or _plural_noun(parts) or _mass_noun(predicate):
        body = _of_subject(re.sub(r"^(?:defined as|the term for)\s+", "", predicate))
        if named := _named_last(parts.subject, body):
            return Form(_WEIGHT, f"What is {named}?", sentence(parts.subject))
        if (
            not _is_term(parts.subject)
            or len(body.split()) < _LEAST_SAID
            or _SAYS_NOTHING.match(body)
            or _JUDGES.match(body)
        ):
            return None
        return Form(_WEIGHT, f"What {verb} {inside(parts.subject)}?", sentence(body))
    if _is_term(parts.subject) and _DEFINED.match(predicate) and not _CALLED.match(predicate):
        return Form(_WEIGHT, f"What {verb} {inside(parts.subject)}?", sentence(predicate))
    return None


def _of_subject(body: str) -> str:
    """A definition without the clause about something else that follows it."""
    for comma in _GOES_ON.finditer(body):
        if "," in body[: comma.start()] and comma[0].startswith((", and", ", or")):
            continue  # the last of a list: "cultural, biological, and chemical controls"
        rest = clause(sentence(body[comma.end() :]))
        if rest is not None and not re.match(
            r"(?:it|they|its|their)\b", rest.subject, re.IGNORECASE
        ):
            return body[: comma.start()]
    return body


def _named_last(subject: str, body: str) -> str:
    """``The heavy casting at the back is the counterweight``: the term is what comes last."""
    term = _TERM_LAST.match(body)
    if not term or len(subject.split()) <= len(term["term"].split()) + 1 or points_back(subject):
        return ""
    return "" if _SAYS_NOTHING.match(body) else term["term"]


def meaning(statement: str, parts: Clause | None) -> Form | None:
    """``Recycling means cleaning ...`` -> What does recycling mean?"""
    if parts is None or parts.opening or not _is_term(parts.subject):
        return None
    asked = _MEANS.get(parts.verb.lower())
    if asked is None:
        return None
    body = parts.predicate
    if asked.endswith(("to", "for")):
        body = re.sub(r"^(?:to|for)\s+", "", body)
    do = "does" if parts.verb.lower().endswith("s") else "do"
    return Form(_WEIGHT, f"What {do} {inside(parts.subject)} {asked}?", sentence(body))


def law(statement: str, parts: Clause | None) -> Form | None:
    """``The rule states that heat flows from warm to cold.`` -> What does the rule state?"""
    said = _SAYS.fullmatch(parts.verb.lower()) if parts else None
    if parts is None or parts.opening or not said or not _is_term(parts.subject):
        return None
    found = re.match(r"(?:that|how|whether)\s+(?P<what>.+)$", parts.predicate)
    if not found:
        return None
    do = "does" if said["s"] else "do"
    return Form(2.5, f"What {do} {inside(parts.subject)} {said['verb']}?", sentence(found["what"]))


def members(statement: str, parts: Clause | None) -> Form | None:
    """``The three primary colors of light are red, green, and blue.`` -> What are ...?"""
    if parts is None or parts.opening or parts.verb.lower() not in ("are", "were"):
        return None
    if not _COUNTED.match(parts.subject) or hangs(parts.subject):
        return None
    if not re.fullmatch(r"[^;:]*(?:, | and )[^;:]*", parts.predicate):
        return None
    asked = f"What {parts.verb.lower()} {inside(parts.subject)}?"
    return Form(_WEIGHT, asked, sentence(parts.predicate))


def purpose_of(statement: str, parts: Clause | None) -> Form | None:
    """``The purpose of a keel is to keep the boat upright.`` -> What is the purpose of a keel?"""
    if parts is None or parts.opening or parts.verb.lower() not in ("is", "are"):
        return None
    if not re.match(r"(?:The|Its) [\w-]+(?: [\w-]+)? of \S", parts.subject) or hangs(parts.subject):
        return None
    if not re.match(r"(?:to|that|not to) ", parts.predicate):
        return None
    asked = f"What {parts.verb.lower()} {inside(parts.subject)}?"
    return Form(_WEIGHT, asked, sentence(parts.predicate))


def called(statement: str, parts: Clause | None) -> Form | None:
    """``A river valley that the sea has drowned is called a ria.`` -> What is a ria?"""
    if parts is None or parts.opening or parts.verb.lower() not in ("is", "are"):
        return None
    found = _CALLED.match(parts.predicate)
    if not found or len(parts.subject.split()) < _LEAST_MEANING or points_back(parts.subject):
        return None
    term = found["term"].strip("\"“”'*_ ")
    if not _is_term(term):
        return None
    return Form(
        _WEIGHT,
        f"What {parts.verb.lower()} {term}?",
        sentence(f"{parts.subject}{found['rest'] or ''}"),
    )


def by_somebody(statement: str, parts: Clause | None) -> Form | None:
    """``SAMHSA defines recovery as ...`` -> How does SAMHSA define recovery?"""
    if parts is None or parts.verb.lower() not in ("defines", "define") or parts.opening:
        return None
    term, as_, body = parts.predicate.partition(" as ")
    if not as_ or len(term.split()) > _LONGEST_TERM or points_back(term):
        return None
    does = "does" if parts.verb.lower() == "defines" else "do"
    return Form(_WEIGHT, f"How {does} {inside(parts.subject)} define {term}?", sentence(body))


def composition(statement: str, parts: Clause | None) -> Form | None:
    """``Bronze consists of copper and tin.`` -> What does bronze consist of?"""
    if parts is None or parts.opening or not _is_term(parts.subject):
        return None
    found = _PARTS.match(f"{parts.verb} {parts.predicate}")
    if not found:
        return None
    plural = is_plural(parts.subject)
    return Form(
        _WEIGHT,
        f"What {'do' if plural else 'does'} {inside(parts.subject)} consist of?",
        sentence(found["parts"]),
    )


def _is_term(subject: str) -> bool:
    return (
        not _AMOUNT.match(subject)
        and not _NOBODY.fullmatch(subject)
        and len(subject.split()) <= _LONGEST_TERM
        and not points_back(subject)
        and not subject.endswith(",")
        and ":" not in subject
        and not re.search(r"\b(?:it|they|them)\b|, ", subject, re.IGNORECASE)
    )


def _plural_noun(parts: Clause) -> bool:
    """``Chemical hazards are agents that ...``: a plural said of a plural."""
    head = re.split(r"\s(?:that|which|who|of|in|for|used|such)\b|,", parts.predicate)[0]
    return (
        parts.verb.lower() == "are"
        and len(head.split()) <= 5
        and is_plural(head)
        and not re.match(r"\w+(?:ed|ing)\b", head)
    )


def _mass_noun(predicate: str) -> bool:
    """``first-hand knowledge of a condition``: a kind that takes no article."""
    found = _NOUN_OF.match(predicate)
    if not found:
        return False
    words = found[1].split()
    if {"to", "in", "at", "on", "by", "for", "the"} & {*words}:
        return False
    return not (_ADJECTIVE.search(words[0]) or _ADJECTIVE.search(words[-1]))
