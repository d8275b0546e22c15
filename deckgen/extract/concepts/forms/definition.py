"""What something is, means, is called, or consists of."""

import re
from dataclasses import replace

from deckgen.extract.concepts.antecedents import hangs, points_back
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.opening import before_question, question
from deckgen.extract.concepts.forms.wording import content, inside, sentence
from deckgen.extract.language.clauses import Clause, clause, is_plural

_SECOND_NAME = re.compile(
    r", (?:or|also|sometimes|often|commonly|better|formerly|known|called|termed|abbreviated"
    r"|referred|like an?|such as)\b[^,]{1,60}$"
)
_IN_PARENTHESES = re.compile(r"\s?\((?![A-Z]{2,6}s?\))[^()]{1,60}\)")
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
    r"(?:a|an|the|any|one|two|three|four|five|several|those|anything|something|someone|anyone"
    r"|when|how|where)\b",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"(?:\w+ly )?(?:defined (?:as|to be|to|by)|characteri[sz]ed as|known as|called"
    r"|the (?:name|term) (?:for|of))\b",
    re.IGNORECASE,
)
_BE = re.compile(
    r"(?:is|are|was|were)"
    r"(?: (?:therefore|thus|also|essentially|basically|simply|actually|usually|generally|often"
    r"|typically|primarily|sometimes|commonly|then|really|however))?"
)
_PAST_KIND = re.compile(
    r"(?:(?:an?|the|any) (?:[\w’'-]+ ){1,5}?|(?:someone|those|people|anyone) )(?:that|which|who"
    r"|in which|used|designed|by which)\b"
)
_PERSON = re.compile(
    r"(?:an?|the|one of the) (?:[\w’'-]+ ){1,5}?(?:who|whose)\b"
    r"|(?:an?|the) (?:[\w’'-]+ ){0,3}(?:[a-z]+(?:logist|cist)|chemist|botanist|economist|scientist"
    r"|artist|mathematician|physician|historian|musician|politician|painter|writer|poet|king|queen"
    r"|president|philosopher|composer|architect|explorer|engineer|inventor|astronomer|surgeon)\b"
)
_FULL_NAME = re.compile(r"[A-Z][\w’'.-]+(?: (?:of|the|de|da|di|von|van|al|[A-Z][\w’'.-]*)){1,4}")
_BECAUSE = re.compile(r"[,;]?\s+(?:because|since)\s+.+$")
_SAYS = re.compile(
    r"(?P<verb>state|hold|say|require|provide|guarantee|predict|propose|assume|show|suggest|argue"
    r"|assert|posit|contend|maintain|claim|imply|specify|conclude|believe|explain|emphasize)"
    r"(?P<s>s?)"
)
_ACT = re.compile(
    r"[Tt]he (?:[\w’'.-]+ ){0,8}?(?:Act|Amendment|Clause|Doctrine|Treaty|Plan|Compromise|Program"
    r"|Proclamation|Convention|Agreement|Order|Code|Charter|Constitution|Article)"
    r"(?: (?:of|for) [\w ’'-]{2,60})?(?: \([^()]{1,20}\))?"
)
_YEAR = re.compile(r"|(?:[Ii]n|[Oo]n) [\w ,]{0,20}\d{4}")
_DID = re.compile(
    r"(?:prohibit|require|provide|establish|outlaw|protect|allow|grant|create|abolish|extend|ban"
    r"|define|authorize|limit|end|regulate|guarantee|impose|make|give|forbid|declare|permit"
    r"|organize|divide|restrict|introduce|replace|reduce|raise)(?:s|d|ed|n?ed)?|gave|made"
    r"|forbade|set"
)
_COUNTED = re.compile(
    r"The (?:two|three|four|five|six|seven|eight|nine|ten) [\w-]+"
    r"|The [\w-]+ (?:kinds|types|forms|parts|stages|steps|phases|principles|elements|functions"
    r"|goals|aims|signs|symptoms|causes)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:(?:also|often|commonly|usually|sometimes|generally|collectively)\s+)?"
    r"(?:called|termed|known as|referred to as|what \w+ call)\s+"
    r"(?P<term>[^,;]{3,60}?)(?P<rest>[,;].*)?$"
)
_IS_CALLED = re.compile(
    r"(?P<what>.{12,260}?),? (?P<verb>is|are) (?P<called>(?:(?:also|often|commonly|usually"
    r"|sometimes"
    r"|generally|collectively) )?(?:called|termed|known as|referred to as|what \w+ call) .+)$"
)
_POINTS_INSIDE = re.compile(r"\b(?:this|these) [a-z]")
SAYS_NOTHING = re.compile(
    r"(?:an?|the)\s+(?:\w+\s+){0,2}(?:example|exception|thing|bunch|culprit|pick|choice|candidate"
    r"|friend|story|question|answer|matter|case|time|way|one|deal|bit|lot|must|name of the game)\b"
    r"(?=[,.;!]|$|\s+(?:here|there|to wait|for everyone)\b)|the odd one|an? (?:lot|bit"
    r"|great deal|little)\b|the (?:opposite|reverse)\b"
    r"|(?:the|an?|one) (?:main |chief )?(?:reason|result)\b",
    re.IGNORECASE,
)
_EVALUATES = re.compile(
    r"(?:(?:an?|the|one|some|another|perhaps|probably|arguably|still|also|clearly|certainly) ){0,3}"
    r"(?:of the )?(?:[\w-]+ly )?(?:[\w-]+ )??(?:examples?|important|importance|most|best|better"
    r"|good"
    r"|great|greatest|key (?!of)|common|useful|popular|crucial|critical|hard|problem|advantage"
    r"|disadvantage"
    r"|indicator|concern|issue|challenge|victims?|psychologist|senator|resource)s?\b",
    re.IGNORECASE,
)
_EVALUATED = re.compile(
    r"^(?:an?|the|one|another) (?:[\w-]+ly )?(?:examples?|important|most|best|better|good|great"
    r"|greatest|largest|biggest|key|only|major|classic|common|second|last|fourth|final)\b"
    r"|\w+[^s\W] and (?:an? |the )?\w+(?: \w+)?$",
    re.IGNORECASE,
)
_JUDGES = re.compile(
    r"(?:an?|the)\s+(?:\w+\s+){0,2}(?:kindest|oldest|nicest|funniest|silliest|easiest|hardest|best"
    r"|worst|favou?rite|attractive|perfect|great|terrible|lovely|nice|moody|sensible|promise|sister"
    r"|brother|cousin|beast|mystery|blessing|curse|gift)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:, (?:and|but|for|so(?! that)|while|whereas)|;) ")
_TERM_LAST = re.compile(
    r"(?P<term>(?:an?|the) [\w-]+(?: [\w-]+){0,2})(?=[,;]| or an? | or [\w -]{3,30}$|$)"
)
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
    r"(?P<verb>consists? of|comprises?|(?:is|are) (?:made up|composed|comprised) of)"
    r"\s+(?P<parts>.+)$"
)
_NOUN_OF = re.compile(
    r"((?:[a-z-]+ ){0,3}?[a-z-]+) (?:of|that|which|in which|by which|caused by|based on|used|made"
    r"|produced|given|about|between)\b"
    r"|((?:[a-z-]+ ){0,3}?[a-z-]*(?:action|tion|sion|ment|ness|ism|ship|fer|age|ure|ence|ance|ing))"
    r" (?:through|toward|towards|against|within|from|by|in|for|with|directed)\b"
)
_SMALL_WORDS = frozenset(
    "to in at on by for the as from with when than and or not more less".split()
)
_ADJECTIVE = re.compile(
    r"(?:ible|able|ful|ous|ive|ant|ic|ary|ed|ing|[^m]ent)$|^(?:different|equal|typical|full"
    r"|part|due|"
    r"more|less|most|least|not|only|also|very|off|in|on|at|to|up|out|short|free|responsible"
    r"|made|built|found|known|kept|held|worn|put|set)$"
)


def kind(statement: str, parts: Clause | None) -> Form | None:
    """``A scope is the range of ...`` -> What is a scope?"""
    parts = _by_one_name(parts) if parts else None
    if parts is None or not _BE.fullmatch(parts.verb.lower()):
        return None
    before = before_question(parts.opening)
    if before is None:
        return None
    verb, predicate = parts.verb.lower().split()[0], parts.predicate
    if before and re.search(r"\d", predicate):
        return None  # a figure is asked for better than what it is
    if verb in ("was", "were") and not _PAST_KIND.match(predicate):
        return None
    if _BECAUSE.search(predicate) and not re.match(r"an? ", predicate):
        return None  # "Cooking is the critical point because ..." gives a reason, no definition
    if _KIND.match(predicate) or _plural_noun(parts) or _mass_noun(predicate):
        body = _of_subject(re.sub(r"^(?:defined as|defined to be|the term for)\s+", "", predicate))
        if _EVALUATES.match(body) or _EVALUATED.search(parts.subject):
            return None
        if named := _named_last(parts.subject, body):
            return Form(_WEIGHT, question(before, f"What is {named}?"), sentence(parts.subject))
        if (
            not is_term(parts.subject)
            or len(body.split()) < _LEAST_SAID
            or SAYS_NOTHING.match(body)
            or _JUDGES.match(body)
            or _POINTS_INSIDE.search(body)
        ):
            return None
        asked = f"{_who(parts)} {verb} {inside(parts.subject)}?"
        return Form(_WEIGHT, question(before, asked), sentence(body))
    if is_term(parts.subject) and _DEFINED.match(predicate) and not _CALLED.match(predicate):
        return Form(
            _WEIGHT, question(before, f"What {verb} {inside(parts.subject)}?"), sentence(predicate)
        )
    return None


def _who(parts: Clause) -> str:
    """``Ada Lovelace was a mathematician who ...`` asks for a person."""
    person = _PERSON.match(parts.predicate) and _FULL_NAME.fullmatch(parts.subject)
    return "Who" if person else "What"


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
    return "" if SAYS_NOTHING.match(body) else term["term"]


def meaning(statement: str, parts: Clause | None) -> Form | None:
    """``Recycling means cleaning ...`` -> What does recycling mean?"""
    parts = _by_one_name(parts) if parts else None
    before = before_question(parts.opening) if parts else None
    if parts is None or before is None or not is_term(parts.subject):
        return None
    asked = _MEANS.get(parts.verb.lower())
    if asked is None:
        return None
    body = parts.predicate
    if asked.endswith(("to", "for")):
        body = re.sub(r"^(?:to|for)\s+", "", body)
    do = "does" if parts.verb.lower().endswith("s") else "do"
    front = question(before, f"What {do} {inside(parts.subject)} {asked}?")
    return Form(_WEIGHT, front, sentence(body))


def law(statement: str, parts: Clause | None) -> Form | None:
    """``The rule states that heat flows from warm to cold.`` -> What does the rule state?"""
    parts = _by_one_name(parts) if parts else None
    said = _SAYS.fullmatch(parts.verb.lower()) if parts else None
    before = before_question(parts.opening) if parts else None
    if parts is None or before is None or not said or not is_term(parts.subject):
        return None
    found = re.match(r"(?:that|how|whether)\s+(?P<what>.+)$", parts.predicate)
    if not found:
        return None
    do = "does" if said["s"] else "do"
    front = question(before, f"What {do} {inside(parts.subject)} {said['verb']}?")
    return Form(2.5, front, sentence(found["what"]))


def act(statement: str, parts: Clause | None) -> Form | None:
    """``The Corn Act banned imports.`` -> What did the Corn Act do?"""
    verb = parts.verb.lower() if parts else ""
    if (
        parts is None
        or not _YEAR.fullmatch(parts.opening)
        or not _DID.fullmatch(verb)
        or not _ACT.fullmatch(parts.subject)
    ):
        return None
    do = "does" if verb.endswith("s") else "did"
    front = f"What {do} {inside(parts.subject)} do?"
    return Form(2.2, front, sentence(f"{parts.verb} {parts.predicate}"))


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
    if parts is None or parts.opening:
        return None
    said = _IS_CALLED.match(statement.rstrip(". "))
    found = _CALLED.match(said["called"]) if said else None
    if not said or not found or len(said["what"].split()) < _LEAST_MEANING:
        return None
    term = found["term"].strip("\"“”'*_ ")
    if (
        not is_term(term)
        or hangs(said["what"].split(",")[0])
        or content(term) <= content(said["what"])
    ):
        return None
    verb = "is" if term.split()[0] in ("a", "an", "the") else said["verb"]
    return Form(
        _WEIGHT,
        f"What {verb} {term}?",
        sentence(f"{said['what'].rstrip(',')}{found['rest'] or ''}"),
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
    if parts is None or parts.opening or not is_term(parts.subject):
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


def _by_one_name(parts: Clause) -> Clause:
    """``Voles, or meadow mice, are rodents``: asked for by the first of the names."""
    subject = _SECOND_NAME.sub("", _IN_PARENTHESES.sub("", parts.subject)).strip()
    return replace(parts, subject=subject) if subject and subject != parts.subject else parts


def is_term(subject: str) -> bool:
    """Whether a subject can be asked for: a short name that needs nothing before it."""
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
    if parts.predicate.split()[0].lower() in _SMALL_WORDS:
        return False
    predicate = _IN_PARENTHESES.sub("", parts.predicate)
    predicate = re.sub(r"^(?:mainly|mostly|usually|often|generally|essentially) ", "", predicate)
    head = re.split(
        r"\s(?:that|which|who|whose|of|in|for|to|from|with|on|at|by|between|used|such|given"
        r"|issued|made"
        r"|found|located|within|inside|separate|called|known|capable|appearing|specifically"
        r"|\w+(?:ed|ing)(?= (?:by|in|to|on|at|from|as|with|of|for|that|the|an?)\b))\b|,",
        predicate,
    )[0]
    return (
        parts.verb.lower() == "are"
        and len(head.split()) <= 5
        and is_plural(head)
        and not re.fullmatch(r"\w+(?:ed|ing)(?: (?:and|or))?(?: \w+(?:ed|ing))?", head)
    )


def _mass_noun(predicate: str) -> bool:
    """``first-hand knowledge of a condition``: a kind that takes no article."""
    found = _NOUN_OF.match(_IN_PARENTHESES.sub("", predicate))
    if not found:
        return False
    words = (found[1] or found[2]).split()
    if {*_SMALL_WORDS} & {*words} or re.search(r"(?:ed|ing|ly)$", words[0]):
        return False
    return not (len(words) == 1 and _ADJECTIVE.search(words[0])) and not _ADJECTIVE.search(
        words[-1]
    )
