"""A thing that is named at the end of what explains it."""

import re

from deckgen.extract.concepts.antecedents import points_back
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.wording import content, hide, sentence
from deckgen.extract.language.clauses import Clause, is_plural
from deckgen.extract.language.phrases import ending
from deckgen.extract.language.verbs import PAST, PLURAL, SINGULAR

_LONGEST_TERM = 6  # words
_NEAR = 40  # characters in which a comma belongs to the same list
_LEAST_SAID = 4  # words that tell what has the name
_BEHIND = (
    r"(?:which|that|who|whose|where|when|while|because|since|and|or|but|in|by|for|from|to|at|on"
    r"|with"
    r"|as|is|are|was|were|has|have|can|may|will|if|so|through|after|during|under|between|into|due"
    r"|located|used)\b"
)
_TERM = (
    rf"(?P<term>[“\"][^”\"]{{2,60}}[”\"](?: (?!{_BEHIND})[a-z-]+)?|[^\W\d_][\w’'-]{{1,40}}"
    rf"(?: (?!{_BEHIND})[\w’'-]{{1,40}}){{0,5}})(?=$|[^\w\s]|\s\W|\s{_BEHIND})"
)
_NAMES = (
    r"(?:called|termed|(?:known|referred to|described) as|(?:said|defined) to be(?: in)?)"
    r"(?: (?:either|simply|collectively|also|just|variously))?"
)
_NO_NAME = re.compile(r"(?:for|on|upon|to|it|out|in|into|attention|by|up|off|such|well|having)\b")
_NAMED = re.compile(rf"(?<![\w-]){_NAMES} (?:(?:the|an?) )?{_TERM}", re.IGNORECASE)
_BY_US = (
    re.compile(
        r"\b(?:[Ww]e|[Oo]ne|[\w-]+ists|[Ss]cholars|[Rr]esearchers|[Ss]cientists)"
        r" (?:(?:can|may|often|usually|will) )?(?:define|defined"
        r"|describe) (?P<term>[^,;:()]{3,60}?)"
        r" (?:as|to be) (?P<what>[^;()]{10,220}?)(?=[.;]|$|, (?:and|but|so|since|because)\b)"
    ),
    re.compile(
        r"\bBy (?P<term>[^,;:()]{3,60}?),? (?:we|[\w-]+ists) (?:mean|refer to|understand)"
        r" (?P<what>[^;()]{10,220}?)(?=[.;]|$)"
    ),
)
_SECOND = re.compile(
    r"(?:, or (?P<mark>(?:an? |the )?)| \((?:or )?)(?P<term>(?!or\b)[a-z“\"][\w’'”\"-]{2,30}"
    r"(?: [\w’'”\"-]{2,30}){0,3})(?(mark)(?=,|\.?$)|(?=\)))"
)
_NO_SECOND = re.compile(
    r"(?:at|in|on|by|for|from|to|of|if|when|even|more|less|other|any|both|not|without|with|whether"
    r"|rather|perhaps|simply|some|see|left|right|top|bottom|above|below|center|as|see|also|about"
    r"|e\.g|i\.e|such|like|including|and|shown|called|known|which|plural|singular|sometimes|often"
    r"|usually|is|are|was|were|has|may|can|that|it|they|one|two|three|four|five|six|seven|eight"
    r"|many|most|all|only|just|for example|former|now|then|later|earlier|sooner|so)\b"
)
_ENDS_NAME = re.compile(
    r"[,.;:)—]|$| (?:is|are|was|were|has|have|had|can|may|will|must|does|do|and|or|but|of|in|on"
    r"|at|by|for"
    r"|from|to|with|as|that|which|who|when|where|while|if|because)\b"
)
_ABBREVIATED = re.compile(r" \((?P<short>[A-Z][A-Za-z]{0,6}[A-Zs])\)")
_ALSO = re.compile(r"\b(?:also|sometimes|often|commonly|formerly|better|or)(?: also)?\s*$")
_CASE = re.compile(
    r"(?:When|If) (?P<case>[^,]{12,160}), (?:it|they|the [\w-]+|(?:this|that"
    r"|these)(?: [\w-]+){0,3}) "
    r"(?:is|are) (?:(?:often|also|sometimes|commonly|usually) )?"
    r"(?:known as|called|termed|referred to as|said to be) "
    r"(?P<term>(?:an? |the )?[\w’'-]+(?: [\w’'-]+){0,3}?)\.?$"
)
_NAMING = re.compile(
    r"^(?P<what>.{20,260}?)(?:,|:| —) an? [\w-]+ (?:that )?(?:[\w-]+ ){0,3}?"
    r"(?:calls?|known as|called|termed|named|referred to as) "
    r"(?P<term>[^,.;:()]{3,50})\.?$"
)
_BACK = re.compile(
    r"^(?P<what>.{20,360}?)(?:[.;]|,? and) (?:[Tt]his|[Tt]hese|[Ss]uch|[Ii]t)(?: an?)?"
    r"(?: [\w-]+){0,4}?"
    r" (?:is|are|has been) (?:(?:often|also|sometimes|commonly|usually|generally) )?"
    rf"{_NAMES} (?P<term>(?:the |an? )?{_TERM.replace('?P<term>', '?:')})"
)


def named(text: str, parts: Clause | None) -> Form | None:
    """``Bees live in groups called colonies.`` hides what they are called."""
    for found in _NAMED.finditer(text):
        term = found["term"].rstrip("’'-")
        begin = found.start("term")
        end = begin + len(term)
        second = _ALSO.search(text[: found.start()])
        told = text[: found.start()].split()
        if _NO_NAME.match(term) or (len(told) < _LEAST_SAID and second):
            continue
        if len(told) + len(text[end:].split()) < _LEAST_SAID or not _hides(text, begin, end):
            continue
        return Form(0.8 if second else 1.4, cloze=f"{text[:begin]}{hide(term)}{text[end:]}")
    return None


def by_us(text: str, parts: Clause | None) -> Form | None:
    """``We define a knot as one mile of the sea an hour.`` -> What is a knot?"""
    for pattern in _BY_US:
        found = pattern.search(text)
        if (
            found
            and not points_back(found["term"])
            and not content(found["term"]) <= content(found["what"])
        ):
            return Form(2.5, _asked(found["term"]), sentence(found["what"]))
    return None


def second_name(text: str, parts: Clause | None) -> Form | None:
    """``Farsightedness, or hyperopia, blurs what is near.`` hides the second name."""
    for found in _SECOND.finditer(text):
        first = ending(text[: found.start()])
        if found["mark"] is not None and "," in text[: found.start()][-_NEAR:]:
            continue  # the last of a list
        begin, end = found.span("term")
        if not first or not _hides(text, begin, end) or _NO_SECOND.match(found["term"]):
            continue
        if not _ends_name(text[found.end() :]):
            continue  # "two identical (clone) cells"
        if len(text.split()) - len(found["term"].split()) < _LEAST_SAID + 2:
            continue
        return Form(0.8, cloze=f"{text[:begin]}{hide(found['term'])}{text[end:]}")
    return None


def _ends_name(after: str) -> bool:
    """Whether what follows a name is no noun that it belongs to."""
    following = after.split()[0].strip(".,;") if after.split() else ""
    verbs = SINGULAR | PLURAL | PAST
    return bool(_ENDS_NAME.match(after)) or (following in verbs and not following.endswith("us"))


def abbreviation(text: str, parts: Clause | None) -> Form | None:
    """``the gross domestic product (GDP)`` -> What does GDP stand for?"""
    for found in _ABBREVIATED.finditer(text):
        letters = found["short"].removesuffix("s").upper()
        words = re.split(r"[\s-]+", text[: found.start()].strip('”"'))[-len(letters) :]
        initials = "".join(word.strip('“"(')[:1] for word in words).upper()
        if initials == letters:
            full = " ".join(text[: found.start()].split()[-len(letters) :]).strip('“”"(')
            full = full if "-" not in full else " ".join(words)
            return Form(-0.6, f"What does {found['short']} stand for?", sentence(full))
    return None


def _hides(text: str, begin: int, end: int) -> bool:
    """Whether a name is not said beside itself."""
    said = content(text[begin:end])
    return bool(said) and not said <= content(f"{text[:begin]} {text[end:]}")


def naming(text: str, parts: Clause | None) -> Form | None:
    """``The body adapts to what it is asked, an idea called overload.`` -> What is overload?"""
    found = _NAMING.match(text)
    if not found or len(found["term"].split()) > _LONGEST_TERM:
        return None
    if points_back(found["what"]):
        return None
    return Form(2.5, _asked(found["term"]), sentence(found["what"]))


def case(text: str, parts: Clause | None) -> Form | None:
    """``When land goes back to its giver, that is called a reversion.`` -> What is a reversion?"""
    found = _CASE.match(text.rstrip("."))
    if not found or points_back(found["case"]):
        return None
    return Form(2.5, _asked(found["term"]), sentence(f"When {found['case']}"))


def named_back(text: str, parts: Clause | None) -> Form | None:
    """``Ice melts where it is pressed. This is called regelation.`` -> What is regelation?"""
    found = _BACK.match(text)
    if not found or points_back(found["what"]) or len(found["what"].split()) < _LEAST_SAID:
        return None
    term = found["term"]
    if _NO_NAME.match(term) or content(term) <= content(found["what"]):
        return None
    return Form(2.5, _asked(term), sentence(found["what"]))


def _asked(term: str) -> str:
    term = term.strip("\"“”'’ ")
    one = term.split()[0].lower() in ("a", "an")
    return f"What {'is' if one or not is_plural(term) else 'are'} {term}?"
