"""A paragraph -> statements that can be understood alone, each with the sentence it comes from.

A sentence may hold several statements, or a fact in the middle of talk; what points back to the
sentences before is resolved, or the statement is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.extract.concepts import antecedents, chatter
from deckgen.extract.concepts.antecedents import Memory
from deckgen.extract.concepts.forms import definition, figure, instruction
from deckgen.extract.concepts.forms.wording import sentence as sentence_of
from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import clause, has_verb

ANNOUNCES = "announces what follows"
_LISTS = re.compile(r"(?:whereas|while) your |: [^:]+,[^:]+,? (?:and|or) ")
_IN_CASE = re.compile(
    r"(?:In|During|After|Before|On|At) [^,]{3,40} you [a-z]+ [^,]+, [^,]+, .*\band "
)
_ADDRESSED = re.compile(r"\b(?:your?|you(?:['’](?:re|ve|ll|d)))\b", re.IGNORECASE)
_LONGEST = 45  # words of a statement that still makes a card
_LONGEST_TEXT = 500  # characters
_LEAST = 4  # words of a part that says something by itself
_LEAD = re.compile(
    r"^(?:In the context of[^,]{0,60}|At (?:its|their) core|Simply put|In (?:general|essence"
    r"|fact|practice|short|simple terms|other words)|Put simply|Basically|Essentially"
    r"|Broadly speaking|Roughly speaking|Strictly speaking|Technically|In contrast|By contrast"
    r"|On the other hand|Conversely|For example|For instance|Additionally|Furthermore|Moreover"
    r"|However|Similarly|Likewise|Also|Thus|Therefore|Hence|Plus|And|But|Yet|Now|Meanwhile"
    r"|As a result|Because of this|Remember that|Note that|Remember|Of course|Naturally|Luckily"
    r"|Interestingly|Still|Even so|In turn|After all|Keep in mind that|Bear in mind that"
    r"|That(?:['’]s| is) why|This is why|Which is why|Hence|Beyond that|On top of that|Besides that"
    r"|Worse|Better|Better yet|Worse still|In practice|In theory"
    r"|It turns out that|As it turns out|Along the way|Most of the time),?\s+"
)
_COMMENT = re.compile(r"\s?[—–]\s?(?:which|and|but|so|not)\b[^—–]*$")
_COLON = re.compile(r"^(?P<lead>[^:]{3,80}): (?P<rest>[^:]{20,})$")
_OPENS_CLAUSE = re.compile(r"(?:when|if|once|because|since|whenever|unless|while|in|on|at)\b")
_WHICH = re.compile(
    r"[^,;:]{2,120}?\b(?:is|are|was|stands|comes|lies|sits|called|of|by|with|through|in|into|to|at)"
    r" (?P<name>(?:(?:an?|the) )?[^\s,;:]+"
    r"(?: (?!(?:is|are|of|by|with|in|to|at|for)\b)[^\s,;:]+){0,2}"
    r"(?: of [^\s,;:]+)?), which (?P<said>[^;]{12,200})$"
)
_PARTED = re.compile(r";\s+(?:(?:and|but|or)\s+)?")
_LONGEST_QUESTION = 16  # words
_ASKS = re.compile(
    r"(?:What|Which|Who|When|Where|Why|How)(?: [\w-]+){0,3}? "
    r"(?:is|are|was|were|do|does|did|can|must|may|should|will|has|have)\b"
    r"(?!.*\b(?:so|anyway|then|wrong|matter|deal|happened|mean for|worry|bother|really)\b)"
)
_PRONOUN = re.compile(r"\b(?:it|they|them|its|their|this|that|these|those)\b", re.IGNORECASE)
_SET_AGAINST = re.compile(r",\s+(?:while|whereas)\s+")
_TALKING_OPENING = re.compile(
    r"^(?:While|Although|Though|When|If|As)\b[^,]{0,160}\byou(?:r|rs)?\b[^,]{0,120},\s+"
)
_BROKEN = re.compile(r"(?:\w+ly|and|or|but|then)\b,?\s?(?:and|or)?", re.IGNORECASE)
_RULE_WITH_REASON = re.compile(
    r"^[^;]{8,160}?,?\s+(?:because|since)\s+(?!.*\b(?:you|your|we|our|I|me|my)\b)\S+\s+\S+\s+\S.*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r", (?:on the other hand|in contrast|by contrast|however|meanwhile|in turn|of course|conversely"
    r"|in other words|that is to say|in short|in fact|indeed|after all|by definition|surprisingly"
    r"|oddly enough|strictly speaking|technically|again|too|you see|mind you|remember|as it happens"
    r"|as you (?:know|might expect|can see)|since you(?:['’]re| are) wondering|naturally"
    r"|likewise|similarly|for its part|of all things|by the way|though|then),(?= )"
)
_NAMED_BY_THE_WAY = re.compile(
    r"^(?:Another|One|This|That|The (?:second|third|first|other|next|last|final))"
    r"(?: [\w’-]+){1,7}?, (?:(?:also )?(?:called|known as|termed|referred to as) )?"
    r"(?P<name>(?:the |an? )?[“\"]?[\w’-]+(?: [\w’-]+){0,4}[”\"]?), "
    r"(?P<rest>(?:is|are|was|were|has|have|had|can|[a-z]{2,}(?:[^s\W]s|ed)) .+)$"
)
_REFERENCE = re.compile(
    r"\s?\((?:see )?(?:(?:Figure|Fig\.|Table|Chapter|Section|Box|Plate) [\dA-Z][\d.A-Za-z-]{0,8}"
    r"|[A-Z][^()]{2,120}, (?:1[5-9]|20)\d\d[a-z]?(?:[,;] [^()]{0,120})?)\)"
)
_GIVES_NAME = re.compile(
    r"(?:This|These|It|Such|That) (?:[\w-]+ ){0,4}?(?:is|are) (?:(?:often|also|sometimes"
    r"|commonly) )?"
    r"(?:called|known as|termed|referred to as|named)\b"
)
_DEFINING_VERBS = frozenset(
    "means mean refers refer involves involve occurs occur focuses describes happens".split()
)
_BESIDE_THE_POINT = frozenset(["about the article", "figure of speech", "empty"])
_LEAST_WORDS = 6  # words that tell what a definition is about
_NAMES_ITS_SUBJECT = frozenset(["fragment", "figure of speech", "empty"])
_NO_FACT = frozenset(["question", "exclamation", "instruction", "fragment"])
_ALSO_KNOWN = re.compile(
    r"^Also (?:known as|called) (?P<name>[^,]{3,100}), (?:it|they) (?P<rest>.+)$"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement and the sentence of the page that says it.

    ``alone`` says that all of it can be understood without the sentences before; ``talk`` is why
    there is no fact in it but what it explains by the way, and empty where there is one. ``asked``
    is the question that the text itself puts before it, which can be understood alone too;
    ``named`` says that its second sentence gives a name to what the first one tells.
    """

    text: str
    evidence: str
    alone: bool = True
    talk: str = ""
    asked: str = ""
    named: bool = False


def statements(paragraph: str, heading: str = "") -> Iterator[Statement]:
    """The statements of one paragraph, in order."""
    memory, asked = Memory().heard(heading), ""
    told = Statement("", "", alone=False)
    for number, sentence in enumerate(sentences.split(paragraph)):
        for part in _parts(_without_references(sentence)):
            if told.alone and not told.talk and _GIVES_NAME.match(part):
                text = f"{told.text.rstrip('.')}. {part}"
                both = dict.fromkeys((told.evidence, sentence))
                yield Statement(text, " ".join(both), named=True)
            part = _without_talk(part)
            talk = _talk(part)
            fact = "" if talk else antecedents.resolve(part, memory)
            if asked and _answers(part, talk):
                yield Statement(fact or part, sentence, asked=asked)
            asked = _question(sentence, memory) if talk == "question" else ""
            told = Statement(fact or part, sentence, alone=bool(fact), talk=talk)
            yield told
            if not talk and (aside := _told_of_name(part)):
                yield Statement(aside, sentence)
            memory = memory.heard(fact or part, understood=bool(fact) or talk in _NAMES_ITS_SUBJECT)
            if number == 0 and talk not in ("question", "exclamation", "fragment"):
                memory = memory.latest()  # a heading is spoken of at once, or not at all


def _answers(text: str, talk: str) -> bool:
    """Whether the sentence behind a question tells something."""
    told = not talk or (talk == "fragment" and any(c.isdigit() for c in text))
    return told and not re.match(r"(?:that|this|these|those|so|here)\b", text, re.IGNORECASE)


def _question(text: str, memory: Memory) -> str:
    """A question of the text that asks for a fact, without what points back; or nothing."""
    asked = _ASIDE.sub("", _LEAD.sub("", text))
    if not _ASKS.match(asked) or not 4 <= len(asked.split()) <= _LONGEST_QUESTION:
        return ""
    if chatter.why(asked.rstrip("?") + " on the whole") not in ("", "transition"):
        return ""
    if pronoun := _PRONOUN.search(asked):
        name = memory.named(plural=pronoun[0].lower() == "they")
        name = antecedents.inner(name) if name else pronoun[0]
        asked = f"{asked[: pronoun.start()]}{name}{asked[pronoun.end() :]}"
    return (
        ""
        if antecedents.points_back(asked) or _PRONOUN.search(asked)
        else antecedents.raised(asked)
    )


def _told_of_name(text: str) -> str:
    """``Next comes the cortex, which holds ...`` -> ``The cortex holds ...``."""
    found, whole = _WHICH.match(text), clause(text)
    if not found or (whole and not whole.copula and not antecedents.hangs(whole.subject)):
        return ""
    said = sentence_of(f"{found['name']} {found['said']}")
    parts = clause(said)
    plain = (
        parts is not None and not parts.opening and parts.subject.lower() == found["name"].lower()
    )
    return said if plain and not antecedents.hangs(found["name"]) else ""


def _without_references(sentence: str) -> str:
    """A sentence without what points to a book or a figure: ``(Figure 3)``, ``(Frey, 2004)``."""
    return _REFERENCE.sub("", sentence) if "(" in sentence else sentence


def may_explain(text: str) -> bool:
    """Whether chatter may explain a term by the way."""
    return len(text) <= _LONGEST_TEXT and "{{" not in text and chatter.why(text) not in _NO_FACT


def _parts(sentence: str) -> tuple[str, ...]:
    """What stands between semicolons, and two definitions set against each other."""
    pieces = [p.strip() for p in _PARTED.split(sentence.rstrip(".")) if p.strip()]
    if len(pieces) > 1 and all(_speaks(p) for p in pieces):
        return tuple(sentence_of(p) for p in _continued(pieces))
    halves = _SET_AGAINST.split(sentence.rstrip("."), maxsplit=1)
    if len(halves) == 2 and all(_defines(half) for half in halves):
        return tuple(sentence_of(half) for half in halves)
    return (sentence,)


def _continued(pieces: list[str]) -> list[str]:
    """``A lien is a claim; it lasts for years``: what goes on about a definition stays with it."""
    kept = [pieces[0]]
    for piece in pieces[1:]:
        if re.match(r"(?:it|they)\b", piece, re.IGNORECASE) and _defines(kept[-1]):
            kept[-1] = f"{kept[-1]}; {piece}"
        else:
            kept.append(piece)
    return kept


def _speaks(text: str) -> bool:
    return len(text.split()) >= _LEAST and has_verb(text)


def _defines(text: str) -> bool:
    parts = clause(sentence_of(text))
    return (
        parts is not None
        and parts.verb.lower() in ("is", "are")
        and not parts.opening
        and bool(re.match(r"(?:a|an|the|any|one|what|called|known as)\b", parts.predicate))
    )


def _talk(text: str) -> str:
    """Why there is no fact in a sentence, or none that makes a card; empty where there is one."""
    if len(text) > _LONGEST_TEXT or len(text.split()) > _LONGEST:
        return "too long for a card"
    if "{{" in text:
        return "marks of a cloze"
    if text.count("**:") > 1:
        return "several labels in one line"
    if text.endswith(":"):
        return ANNOUNCES
    why = chatter.why(text)
    if why in ("second person", "instruction") and _RULE_WITH_REASON.match(text):
        return "" if text.split()[0].lower() in ("you", "never", "always") else why
    if why == "instruction" and figure.measures(text):
        return ""  # "Carry the forks 4 to 6 inches off the floor"
    if why in ("second person", "instruction") and instruction.outcome(text, None):
        return ""
    if why == "second person" and (_defines_for_you(text) or _rules_for_you(text)):
        return ""
    if why in _BESIDE_THE_POINT and _defines(text):
        return chatter.why(f"{' '.join(text.split()[:_LEAST_WORDS])} is here now")
    return why


def _defines_for_you(text: str) -> bool:
    """``Variation is the angle that you ...``: what a thing is, whoever "you" may be."""
    parts = clause(text)
    if parts is None or parts.opening or chatter.addresses(parts.subject):
        return False
    told = _defines(text) or parts.verb.lower() in _DEFINING_VERBS
    return told or bool(definition.kind(text, parts) or definition.law(text, parts))


def _rules_for_you(text: str) -> bool:
    """``Once your boat measures 16 feet, there must be ...``: a limit, whoever's boat it is."""
    told = figure.measures(text) or _LISTS.search(text) or _IN_CASE.match(text)
    return bool(told) and not chatter.why(_ADDRESSED.sub("the", text))


def _without_talk(text: str) -> str:
    """What is left of a sentence without its lead-in."""
    if known := _ALSO_KNOWN.match(text):
        return antecedents.raised(f"{known['name']} {known['rest']}")
    if named := _NAMED_BY_THE_WAY.match(text):
        text = f"{named['name']} {named['rest']}"
    text = antecedents.raised(_ASIDE.sub("", _LEAD.sub("", text)))
    text = _COMMENT.sub(".", text)
    colon = _COLON.match(text)
    if colon and clause(sentence_of(colon["rest"])) and _one_clause(colon["rest"]):
        told = chatter.why(colon["lead"] + " is here now")
        if told or antecedents.points_back(colon["lead"]):
            text = antecedents.raised(colon["rest"])
    if chatter.why(text) == "second person":
        rest = antecedents.raised(_TALKING_OPENING.sub("", text))
        text = rest if clause(rest) and not _BROKEN.match(rest) else text
    return text


def _one_clause(text: str) -> bool:
    """Whether what stands behind a colon is a sentence, and not a list of things."""
    return bool(_OPENS_CLAUSE.match(text)) or not re.search(r",.*,", text)
