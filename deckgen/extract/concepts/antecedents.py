"""What points back: resolved to what the sentences before name, or not at all."""

import re
from dataclasses import dataclass, replace

from deckgen.extract.language.clauses import clause, has_verb, is_plural

_FAR = 2  # statements back: what is named earlier is too uncertain
_LONGEST_NAME = 7  # words
_POINTS_BACK = re.compile(
    r"(?:this|these|that|those|it|its|they|their|them|he|she|his|her|such|here|there|one"
    r"|the (?:former|latter|first|second|third|other|others|same|next|last|rest|opening|missing"
    r"|original)"
    r"|the (?:only|usual|ordinary|obvious|right|best|correct) \w+(?=\s+(?:is|are|was|were)\b)"
    r"|everything|something|nothing|anything"
    r"|the (?:two|three|four)(?=\s+(?:are|were|have|can|may|must|do|differ|work|share)\b)"
    r"|both(?=\s+(?:of|are|were|have|can|may|must|will|do)\b)"
    r"|each(?=\s+(?:of|one|is|has|can|may|must|will)\b)|either|neither|another|other|so|then|besides"
    r"|(?:all|some|most|none|any|many|few|several) of (?:these|those|them|this|it|which)"
    r"|(?:all|some|most|none|any|many|few|several)(?=\s+(?:are|were|have|can|may|must|will|do)\b))\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|they|them|he|she|him|her|its|their|theirs)\b", re.IGNORECASE)
_OF_ITSELF = re.compile(
    r"(?:An? |The )?(?:[\w’'-]+ ){1,6}?(?:(?:that|which|who|whose|to)\b[^,;]*? (?:its|their)"
    r"|[^,;]*? (?:when|where|whether|if) (?:it|they))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:what|how|why|whether|where|who|that|there)\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:because|although|though|unless|even (?:if|though))\b", re.IGNORECASE)
_BARE_OBJECT = re.compile(
    r"\b(?:this|these|those)(?=\s+(?:by|in|with|for|to|and|but|as|at|on|from|is|was|are|were|has|have)\b|[,.;]|$)",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:here(?!by|after|in\b|to\b|of\b)|the former|the latter|the above|the following"
    r"|do(?:es)? the (?:reverse|opposite|same)|these (?:two|three)|that one|this one"
    r"|as above|see (?:above|below)|mentioned (?:above|earlier))\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"It (?:is|was|may be|can be) (?:[\w-]+ ){0,2}?(?:known|clear|possible|likely|true|hard|easy"
    r"|difficult|important|interesting|useful|necessary|\w+ed|\w+ible|\w+able) (?:that|to)\b"
)
_SUBJECT = re.compile(r"^(?P<who>It|They)(?P<be>['’](?:s|re))?\s+(?=[a-z’']+\b)")
_LATER_SUBJECT = re.compile(
    r"^(?P<opening>(?:In|Under|On|At|For|With|During|By|From|After|Before) [^,]{3,60}?,? )"
    r"(?P<who>it|they)\s+(?=[a-z’']+\b)"
)
_POSSESSIVE = re.compile(r"^(?P<who>Its|Their)\s+(?=[a-z])")
_OBJECT = re.compile(
    r"^(?P<before>[^,;]{4,60}?) (?P<what>them(?! (?:of|or|and|side|is|another|way)\b)"
    r"|one(?=,| (?:past|in|on|with|that|which|at|by|for|to|from|under|over|because)\b))"
    r"(?P<after>,? .+)$"
)
_NO_PLURALS = frozenset("means is was has does gives lets makes helps us this its".split())
_OF_THEM = re.compile(
    r"^(?P<some>Many|Some|Most|All|Each|Few|Several|None|Any|Either) of (?:them|these|those)\b"
)
_INNER_WORD = r"(?: (?!(?:that|which|who|where|when|comes?|is|are|steps?)\b)[^\s,.;:()—–]+)"
_INTRODUCED = re.compile(
    r"^(?:(?:And|But|So|Now|Then|First|Finally|Next) )?"
    r"(?:(?:meet|enter|consider|take|blame|thank|(?:next|then|last|first) (?:up )?(?:comes?|is|are)"
    r"|(?:on|in|at|behind) (?=(?:the|a) [\w-]+(?: [\w-]+){0,2}\.$)"
    r"|(?=(?:the|an?) [\w-]+(?: [\w-]+){0,2}\.$)"
    r"|(?:that|this|it)(?: [\w“”\"'’-]+){0,2} is (?:called|known as|termed)"
    r"|(?:next|then|last|first|finally|now),?(?= (?:the|an?) [\w-]+(?: [\w-]+){0,2}\.$)"
    r"|(?:that|this|here|there|these|those)(?:['’]s|['’]re| is| are| comes?)"
    r"(?: where| called| when)?"
    r"|(?:above|below|under|beneath|behind|inside|outside|around|beside|between|within|on top of)"
    r" [^,.;:]{2,30}? (?:sits?|lies?|stands?|comes?|is|are|runs?)) )"
    rf"(?P<name>(?:(?:an?|the|your|our) )?[^\s,.;:()—–]+{_INNER_WORD}{{0,5}})"
    r"(?=[,.;:()—–]| (?:that|which|who|where|when|comes?|steps?)\b|$)",
    re.IGNORECASE,
)
_TOLD_BESIDE = re.compile(r", (?:who|which|whose) [^,]+(?:,|$)")
_NAMED_AGAIN = re.compile(
    r"^(?:This|That|These|Those|Such|The same)\s+(?:(?:type|kind|form|sort)s? of\s+)?"
    r"(?P<noun>[a-z][\w-]+)\b"
)
_OPENED = re.compile(
    r"(?:Because|Since|As|Although|Though|While) (?P<clause>[^,]{3,120}), "
    r"(?P<pronoun>it|they) (?P<rest>.+)$"
)
_MODIFIER = (
    r"(?:(?!(?:of|in|on|at|by|for|from|with|to|and|or|is|are|was|were|has|have|an?|the|this|that"
    r"|its|their|called|as)\b)[\w’'-]+ )"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A subject that was spoken of, and the sentence that did."""

    subject: str
    plural: bool
    text: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What the sentences of a paragraph have named so far, the latest first."""

    heard_of: tuple[Heard, ...] = ()

    def heard(self, text: str, *, understood: bool = True) -> "Memory":
        """The memory after one more sentence; talk and riddles name nobody."""
        parts = clause(text) if text else None
        subject = parts.subject.split(",")[0].strip() if parts else ""
        if not understood or hangs(subject) or not 0 < len(subject.split()) <= _LONGEST_NAME:
            subject = _introduced(text)
        latest = Heard(subject, bool(subject) and is_plural(subject), text)
        return replace(self, heard_of=(latest, *self.heard_of[: _FAR - 1]))

    def latest(self) -> "Memory":
        """The memory of the last sentence alone."""
        return Memory(self.heard_of[:1])

    def named(self, *, plural: bool) -> str:
        """The subject that "it" or "they" means, or nothing."""
        found = next((h for h in self.heard_of if h.subject), None)
        return found.subject if found and found.plural == plural else ""

    def full_name(self, noun: str) -> str:
        """``principle`` -> "the matching principle", if the sentences before named one."""
        stem = re.escape(noun.removesuffix("s"))
        name = re.compile(
            rf"\b(?:(?P<article>an?|the) )?(?P<name>{_MODIFIER}{{1,3}}{stem}s?)\b", re.IGNORECASE
        )
        for heard in self.heard_of:
            found = list(name.finditer(heard.text))
            if found:
                return _agreeing(found[-1]["article"] or "", found[-1]["name"], noun)
        return ""


def _agreeing(article: str, name: str, noun: str) -> str:
    """A name in the number in which it comes again."""
    plural, was = noun.endswith("s") and not noun.endswith("ss"), name.endswith("s")
    if plural and not was:
        return f"{name}s"
    if not plural and was and not name.endswith("ss"):
        return f"a {name[:-1]}"
    return f"{article} {name}".strip()


def _introduced(text: str) -> str:
    """``Next comes the cortex.`` -> "the cortex": what a sentence brings in behind its verb."""
    found = _INTRODUCED.match(text)
    name = re.sub(r"^(?:your|our) ", "the ", found["name"]) if found else ""
    return "" if hangs(name) else name


def resolve(text: str, memory: Memory) -> str:
    """The statement with what points back replaced, itself where nothing does, else nothing."""
    text = without_opening(text)
    if _INSIDE.search(text) or _BARE_OBJECT.search(text):
        return ""
    for resolver in (_as_subject, _after_opening, _as_owner, _of_them, _by_noun, _as_object):
        if resolved := resolver(text, memory):
            text = resolved
            break
    return "" if points_back(text) else text


def _as_subject(text: str, memory: Memory) -> str:
    found = _SUBJECT.match(text)
    name = memory.named(plural=found["who"] == "They") if found else ""
    if not found or not name or _NOBODY.match(text):
        return ""
    be = {"": "", "s": "is ", "e": "are "}[(found["be"] or "")[-1:]]
    return f"{raised(name)} {be}{text[found.end() :]}"


def _after_opening(text: str, memory: Memory) -> str:
    found = _LATER_SUBJECT.match(text)
    if found and "," not in found["opening"] and has_verb(found["opening"]):
        return ""  # "For this the holder must give it up": no subject, but an object
    name = memory.named(plural=found["who"] == "they") if found else ""
    return f"{found['opening']}{inner(name)} {text[found.end() :]}" if found and name else ""


def _as_owner(text: str, memory: Memory) -> str:
    found = _POSSESSIVE.match(text)
    name = memory.named(plural=found["who"] == "Their") if found else ""
    if not found or not name:
        return ""
    return f"{raised(name)}{'’' if name.endswith('s') else '’s'} {text[found.end() :]}"


def _of_them(text: str, memory: Memory) -> str:
    found = _OF_THEM.match(text)
    name = memory.named(plural=True) if found else ""
    return f"{found['some']} of the {_bare(name)}{text[found.end() :]}" if found and name else ""


def _as_object(text: str, memory: Memory) -> str:
    """``Hardening means getting them used to wind``: nothing before "them" can be meant by it."""
    found = _OBJECT.match(text)
    name = memory.named(plural=True) if found else ""
    before = found["before"].lower().split() if found else []
    if not found or not name or any(w.endswith("s") and w not in _NO_PLURALS for w in before):
        return ""
    if found["what"] == "one":
        return f"{found['before']} a {_singular(_bare(name))}{found['after']}"
    return f"{found['before']} the {_bare(name)}{found['after']}"


def _by_noun(text: str, memory: Memory) -> str:
    found = _NAMED_AGAIN.match(text)
    name = memory.full_name(found["noun"]) if found else ""
    return f"{raised(name)}{text[found.end() :]}" if found and name else ""


def without_opening(sentence: str) -> str:
    """``Because the pump is small, it fails`` -> ``The pump fails``: whose clause names who it is.

    Itself where the opening does not say it; a condition ("If", "When") is never left out.
    """
    found = _OPENED.match(sentence)
    parts = clause(found["clause"]) if found else None
    if not found or parts is None or hangs(parts.subject):
        return sentence
    if is_plural(parts.subject) != (found["pronoun"] == "they"):
        return sentence
    return f"{raised(parts.subject)} {found['rest']}"


def hangs(subject: str) -> bool:
    """Whether a subject cannot be understood without the sentences before it."""
    subject = _TOLD_BESIDE.sub("", subject)
    unclear = _PRONOUN.search(subject) or _ASKS.match(subject) or _UNFINISHED.match(subject)
    return points_back(subject) or subject.endswith((" there", " one", ";")) or bool(unclear)


def names_itself(subject: str) -> bool:
    """``Bonds that pay well for their risk``: the pronoun stands for the head of its phrase."""
    return bool(_OF_ITSELF.match(subject)) and not points_back(subject)


def explained(opening: str, subject: str) -> bool:
    """Whether the pronoun of a subject stands for what the opening of its sentence names."""
    words = opening.split(maxsplit=1)
    parts = clause(words[1][:1].upper() + words[1][1:]) if len(words) == 2 else None
    if re.search(r"\bone\b", opening) and subject.lower().startswith("the other"):
        return True
    if len(words) == 2 and re.fullmatch(r"the (?:rest|remainder|others?)", subject, re.IGNORECASE):
        return True  # of what the opening speaks of
    pronoun = _PRONOUN.search(subject)
    if parts is None or hangs(parts.subject) or not pronoun:
        return False
    return is_plural(parts.subject) == pronoun[0].lower().startswith("the")


def points_back(text: str) -> bool:
    """Whether a text opens with a word that only what came before explains."""
    return bool(_POINTS_BACK.match(text))


def raised(text: str) -> str:
    """A text at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def inner(name: str) -> str:
    """A name inside a sentence: its article is small."""
    return name[:1].lower() + name[1:] if name.split()[0] in ("A", "An", "The") else name


def _singular(plural: str) -> str:
    """``batteries`` -> ``battery``."""
    if plural.endswith("ies"):
        return f"{plural[:-3]}y"
    if plural.endswith(("ches", "shes", "sses", "xes")):
        return plural[:-2]
    return plural.removesuffix("s")


def _bare(name: str) -> str:
    """A plural name without its article, as "many of the ..." takes it."""
    words = name.split()
    kept = words[1:] if words[0].lower() in ("a", "an", "the", "these", "those", "all") else words
    return " ".join([kept[0].lower() if kept[0][1:].islower() else kept[0], *kept[1:]])
