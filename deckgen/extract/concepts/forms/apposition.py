"""A thing that is explained beside its name, inside a sentence about something else."""

import re

from deckgen.extract.concepts.antecedents import hangs
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.wording import content, inside, sentence
from deckgen.extract.language.clauses import Clause, clause, is_plural
from deckgen.extract.language.phrases import ending
from deckgen.extract.language.verbs import PAST

_WEIGHT = 2.5
_LONGEST = 40  # words of an explanation
_KIND = (
    r"(?P<what>(?:(?:an?|the|any|one|those) )?(?:[\w’'/-]+ ){0,5}?[\w’'/-]+ "
    r"(?:that|which|who|whose|in which|by which|where|used|for|of|to|in|between|with|made|found"
    r"|designed|characterized|caused|based|involving|containing|consisting|formed)\b"
)
_APPOSED = re.compile(
    rf"(?:,[”\"]?|—| –) (?:or )?(?=(?:an?|the|any|those) ){_KIND}[^,;—()]{{6,160}})(?=[,.;—]|$)"
)
_PLURAL = re.compile(rf"(?:,|—| –) (?:or )?{_KIND}[^,;—()]{{6,160}})(?=[.;—]|$)")
_IN_PARENTHESES = re.compile(r" \((?:that is, |i\.e\., |or )?(?P<what>[^()]{8,160})\)")
_SAID_AGAIN = re.compile(
    r"(?:,|;|—) ?(?:that is|i\.e\.|in other words),? (?P<what>[^,;—()]{8,160})"
)
_COLON = re.compile(r": (?P<what>(?:an?|the|any|those) [^:;]{12,200}?)(?=[.;]|$)")
_WHOSE = (
    r"(?P<what>(?:(?!(?:for|even|perhaps|may|were|to)\b)[\w’'/-]+ ){0,4}?[\w’'/-]+"
    r" (?:that|which|who|whose|in which)\b"
)
_COLON_PLURAL = re.compile(rf": {_WHOSE}[^,;:—()]{{6,160}})(?=[.;]|$)")
_OR = re.compile(rf", or {_WHOSE}[^,;—()]{{4,160}})(?=[,.;—]|$)")
_GLOSS = re.compile(
    r", (?:meaning(?: that)?|which (?:means(?: that)?|refers to|is to say))"
    r" (?P<what>[^,;]{12,200})"
)
_ADJECTIVE = re.compile(r"(?P<what>(?:an? )?[\w-]+(?: [\w-]+)?)(?: as well| too)?")
_EXPANDED = re.compile(
    r"\b(?P<short>[A-Z][A-Za-z]{0,2}[A-Z]{1,6}s?),? (?:\()?(?:which is )?"
    r"(?:short for|which stands for|standing for"
    r"|an (?:acronym|abbreviation) (?:for|of)) (?P<full>[^,.;()]{6,80})"
)
_NO_EXPLANATION = re.compile(
    r"(?:see|as|such|like|including|e\.g|for (?:example|instance)|in|on|at|from|by|with|to|also"
    r"|called|known|which|who|that|these|this|it|they|not|left|right|top|bottom|and|but|if|when|or"
    r"|because|since|so|about|approximately|usually|where|whose|often|sometimes|most|more"
    r"|plural|singular|figure|fig|table|chapter|note|recall|shown|\d)\b",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"(?:\w+(?:ed|ing|ly)|for|during|through|under|between|over|within|after|before|until)\b"
)
_SAYS_NOTHING = re.compile(
    r"(?:an?|the|one) (?:[\w-]+ )?(?:example|reminder|result|way|step|figure|year|time|fact"
    r"|rest|latter"
    r"|former|first|last|same|other|more|most|majority|products?|inside|outside|top|bottom|third"
    r"|second)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"an? (?:[\w-]+ ){0,3}?(?:person|entrepreneur|scientist|economist|artist)\b")
_PERSON = re.compile(
    r"(?:an?|the) (?:(?!(?:of|for|to|in|that|which|by|used)\b)[\w-]+ ){0,3}?(?:man|woman|member"
    r"|leader|president|king|queen|author|director|son|daughter|wife|husband|senator|governor"
    r"|minister|secretary|professor|founder|founders|chief|candidate|judge|lawyer|writer|planter"
    r"|explorer|laureate|\w+(?:ologist|grapher|opher|ician))s?\b"
)
_OPENING = re.compile(
    r"(?:With|For|In|On|At|By|From|Under|During|After|Before|Without|To|As|When|While|If|Although"
    r"|Though|Because|Since|Once|Until|Unlike|Like|Over|Through|Among|Within|Despite|Where|Unless"
    r"|Using|According|Upon|Throughout|Whether|Even|Due|Beyond|Across|\w+ly)\b"
)


def apposition(text: str, parts: Clause | None) -> Form | None:
    """``He wants a partition, a court action that ...`` -> What is a partition?"""
    text = text.rstrip(".")
    for found in _APPOSED.finditer(text):
        mark = found[0][:1]
        term = ending(text[: found.start()])
        if not _explains(text, found, term):
            continue
        if mark == "," and (_in_list(text, found) or _opens(text, found)):
            continue
        return _form(term, found["what"])
    for found in _PLURAL.finditer(text):
        term = ending(text[: found.start()])
        first = found["what"].split(" that ")[0].split(" which ")[0].split(" who ")[0]
        if len(first.split()) > 4 or first == found["what"] or not is_plural(first):
            continue
        if not _explains(text, found, term) or not is_plural(term) or _in_list(text, found):
            continue
        return _form(term, found["what"])
    return None


def parenthesis(text: str, parts: Clause | None) -> Form | None:
    """``The cornea (the clear front of the eye) bends light.`` -> What is the cornea?"""
    for found in _IN_PARENTHESES.finditer(text):
        what = found["what"].strip()
        term = ending(text[: found.start()])
        if len(what.split()) < 3 or "=" in what or not _explains(text, found, term):
            continue
        if re.search(r"\d|[&“]|^[A-Z]|, (?:and|or) ", what) or _NO_NOUN.match(what):
            continue
        return _form(term, what)
    return None


def restated(text: str, parts: Clause | None) -> Form | None:
    """``The rain gauge fell dry, that is, ...``: a name, and the same in other words."""
    for pattern in (_SAID_AGAIN, _COLON, _COLON_PLURAL, _OR):
        for found in pattern.finditer(text.rstrip(".")):
            term = ending(text[: found.start()].rstrip(" ,—"))
            if pattern is _OR and _in_list(text, found):
                continue
            listed = pattern in (_COLON, _COLON_PLURAL) and (
                re.search(r", (?:and|or) | and (?:an?|the) ", found["what"])
                or (pattern is _COLON and is_plural(term))
            )
            if not listed and _explains(text, found, term):
                return _form(term, found["what"])
    return None


def gloss(text: str, parts: Clause | None) -> Form | None:
    """``It has a narrow index, which refers to a small gap.`` -> What does a narrow index mean?"""
    found = _GLOSS.search(text.rstrip("."))
    if not found:
        return None
    term = ending(text[: found.start()])
    if (
        parts
        and not hangs(parts.subject)
        and (said := _ADJECTIVE.fullmatch(parts.predicate.split(",")[0]))
    ):
        subject = inside(parts.subject)
        asked = f"What does it mean that {subject} {parts.verb} {said['what']}?"
        return Form(_WEIGHT, asked, sentence(found["what"]))
    if not term:
        return None
    do = "do" if is_plural(term) else "does"
    return Form(_WEIGHT, f"What {do} {term} mean?", sentence(found["what"]))


def expansion(text: str, parts: Clause | None) -> Form | None:
    """``GAAP, short for Generally Accepted ...`` -> What does GAAP stand for?"""
    found = _EXPANDED.search(text)
    if not found:
        return None
    return Form(2.0, f"What does {found['short']} stand for?", sentence(found["full"]))


def _form(term: str, what: str) -> Form:
    term = term if term.count("“") == term.count("”") else term.strip("“”")
    verb = "are" if is_plural(term) and term.split()[0] not in ("a", "an") else "is"
    return Form(_WEIGHT, f"What {verb} {term}?", sentence(what))


def _explains(text: str, found: re.Match[str], term: str) -> bool:
    """Whether what stands beside a term can tell what it is."""
    what = found["what"]
    if not term or hangs(term) or _NO_EXPLANATION.match(what) or _SAYS_NOTHING.match(what):
        return False
    if _PERSON.match(what) or len(what.split()) > _LONGEST:
        return False
    if term[:1].isupper() and _SOMEBODY.match(what):
        return False
    said = clause(sentence(what))
    if said and (said.verb.lower() not in PAST or _OPENING.match(text)):
        return False  # "With care, a motor that ... lasts" goes on as a sentence
    return not content(term) <= content(what) and not re.search(r"\b(?:you|we|I|our|your)\b", what)


def _opens(text: str, found: re.Match[str]) -> bool:
    """``With care, a motor of this size lasts``: the first comma ends what opens the sentence."""
    before, after = text[: found.start()], text[found.end() :]
    return bool(_OPENING.match(before)) and "," not in before and not after.startswith(",")


def _in_list(text: str, found: re.Match[str]) -> bool:
    """``the mast, the sail of the ship, and the rudder``: one of several."""
    after = text[found.end() :]
    before = text[: found.start()]
    return bool(
        re.match(r",? (?:and|or) (?:an?|the) ", after)
        or re.search(r", (?:and|or) (?:an?|the) ", after[:80])
        or re.match(r", (?:an?|the) ", after)
        or re.search(r"(?:,|\bboth) (?:the|an?) [^,]{3,60}$", before)
        or re.search(r"^(?:an?|the) [^,]* and (?:an?|the) ", found["what"])
    )
