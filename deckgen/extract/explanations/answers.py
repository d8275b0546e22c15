"""The right answer in an explanation."""

import re
from dataclasses import dataclass

from deckgen.extract.explanations import amounts, parallel, shapes
from deckgen.extract.explanations.namings import OUTRIGHT, SAID_OF_IT, TO_DO
from deckgen.extract.explanations.phrases import PREPOSITIONS, SHARED, VAGUE, is_vague, words
from deckgen.extract.explanations.phrasing import first
from deckgen.extract.explanations.shapes import Shape
from deckgen.extract.language import sentences
from deckgen.extract.explanations.subjects import said as parted
from deckgen.extract.language.clauses import Clause, clause
from deckgen.extract.language.verbs import AUXILIARIES

LONGEST = 24  # words of an answer that still reads as an option
_LONGEST_NAME = 8  # words of an answer without a verb
_TAIL = re.compile(
    r",?\s+(?:because|since)\s.*$|,\s+(?:which|where|when|who|whereas|while|so|but|yet"
    r"|offering|providing|allowing|making|helping|giving|"
    r"ensuring|leading|resulting|including|such as|rather than|not|often|usually|typically|even"
    r"|especially|thus|thereby|as)\b.*$"
    r"|;.*$|\s[–—]\s?.*$|—.*$"
)
_ASKS_TO_DO = re.compile(
    r"\b(?:what|how|which)\b.{0,200}\b(?:should|must|ought|has to|have to|needs? to|first|next"
    r"|safest|best|proper|correct|right)\b|\b(?:action|step|move|response|intervention"
    r"|measure)\b",
    re.IGNORECASE,
)
_ASKS_WHAT_TO_DO = re.compile(
    r"\bwhat\b.{0,200}\b(?:should|must|ought to|has to|have to|needs? to)\b.{0,120}\bdo\b",
    re.IGNORECASE,
)
_ASKS_WHICH = re.compile(
    r"\b(?:which|what|who|whose|name|called|known as|how often)\b", re.IGNORECASE
)
_OPENS_CLAUSE = re.compile(
    r"(?:because|since|if|when|whenever|while|although|though|to|not|no|yes|so|there|here|well"
    r"|ah|oh)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"(?:do|does|can|did|will)(?:\s?not|n['’]t)$", re.IGNORECASE)
_ALONE = re.compile(
    r"(?P<a>[^\W\d_][^,;:]{1,50}), (?:because|since|which|who|as|an?|the|at|on|about|for|says"
    r"|of course|by)\b"
)
_APPOSED = re.compile(
    r",\s(?:the|an?|which|who|where|when|so|with|as|not|but|such|one|also|known|called|because|since"
    r"|\w+ing|\w+ed)\b.{3,}$"
)
_ASKS_FOR_STATEMENT = re.compile(
    r"\bwhich\b.{0,30}\b(?:statements?|sentences?|claims?|of the following|of these)\b.{0,80}"
    r"\b(?:is|are) (?:true|correct|accurate)\b",
    re.IGNORECASE,
)
_ASKS_PLACE = re.compile(r"\b(?:first|last|next|second|before)\b", re.IGNORECASE)
_PLACED = re.compile(
    r"(?P<a>(?:the\s|an?\s)?[^,;:]{3,60}?)\s(?:goes?|comes?|is filled|is drawn|is done|is taken)\s"
    r"(?:first|last|next|second)\b",
    re.IGNORECASE,
)
_ASKS_SHOWN = re.compile(
    r"\bwhat\b.{0,80}\b(?:illustrate|show|demonstrate|represent|indicate|suggest|exemplify"
    r"|describe|point to|an example of|reflect)s?\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r".{3,80}?\s(?:shows?|illustrates?|demonstrates?|represents?|indicates?|suggests?|exemplif(?:y|ies)"
    r"|describes?|points? to|reflects?|(?:is|are) (?:an? |typical )?(?:\w+ )?examples? of)\s"
    r"(?P<a>(?!that\b|how\b|why\b|what\b)[^,;:–—]{3,60}?)(?=[,;:]|\s[–—]|$|\s(?:because|since|as|in"
    r" which|when|where)\b)"
)
_ASKS_WHAT_DOES = re.compile(  # "What links each block to the next?" asks for a thing
    r"what\s(?!is\b|was\b|does\b|has\b)[a-z]+s\s", re.IGNORECASE
)
_OBJECT = re.compile(
    r"(?:the|an?)\s(?:[\w-]+\s){0,3}?[\w-]+(?:\sof\s(?:(?:the|an?)\s)?[\w-]+(?:\s[\w-]+)?)?"
    r"(?=\s(?:in|on|at|with|from|to|by|for)\s|,|$)",
    re.IGNORECASE,
)
_ASKS_FOR_ACT = re.compile(
    r"\b(?:should|solution|approach|strategy|action|step|measure|method|way|technique|practice"
    r"|do)\b",
    re.IGNORECASE,
)
_BEHIND_STATEMENT = re.compile(r",\s|;\s|\s[–—]|\s(?:while|whereas|because|since|although)\s")
_ASKS_CAUSE = re.compile(
    r"\b(?:what|which)\s(?:is|was)\s(?:the\s)?(?:\w+\s){0,3}?(?:cause|reason|problem|explanation)\b",
    re.IGNORECASE,
)
_NAMES_CAUSE = re.compile(
    r"\b(?:is|are|was|were|causes?|caused|explains?|leads?|results?|responsible|due|makes?|behind"
    r"|reason|blame)\b",
    re.IGNORECASE,
)
_ACTS = frozenset(
    "action step move response intervention measure method approach way thing task".split()
)
_TO_END = re.compile(
    r"(?P<known>[^,;:]{2,100}?)\s(?P<a>to\s(?!the\b|an?\b)[^,;:–—]{3,100}?)"
    r"(?=,|;|$|\s(?:because|since|as|so that|when|while)\b)"
)
_LONGEST_BRACKETS = 160  # characters with the name in front
_IS_CUT = re.compile(
    r"(?:but|or|and|nor|be|been|not|are|is|may|can|will|must|should|would|could|cannot|since|because"
    r"|if|when|while)\s",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s\([^()]{1,120}\)")
_REPEATED = 3  # words of the stem that a predicate says again
_MOST = 0.75  # of its words
_PRONOUN = re.compile(r"it|they|he|she|this|these|such \w+", re.IGNORECASE)
_ODD = re.compile(
    r"\b(?:odd one out|exceptions?|not|no|n['’]t|never|false|incorrect|instead|rather than)\b"
    r"|n['’]t\b"
)
_ASIDE = re.compile(
    r",\s+(?:also|or|commonly|sometimes|often|known|called"
    r"|abbreviated)\b[^,]*,?$"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The right answer, its shape, and the number of the sentence that gives it."""

    text: str
    shape: Shape
    at: int = 0


def find(stem: str, spoken: list[str]) -> Answer | None:
    """The answer to a stem that asks what is so, or None where no phrase can be told."""
    asked = (sentences.split(stem) or (stem,))[-1]
    for at in dict.fromkeys((*range(min(3, len(spoken))), len(spoken) - 1)):
        if name := _outright(spoken[at]):
            return Answer(name, _shape(asked, name), at)
    opening = spoken[0]
    if amounts.asks_often(stem) and (interval := amounts.often(opening)):
        return Answer(interval, "thing")
    if amounts.asks(stem) and (amount := amounts.answer(stem, opening)):
        return Answer(amount, "thing")
    if act := _to_do(asked, opening):
        return _object(asked, act) or Answer(act, "act")
    if re.match(r"why\b", asked, re.IGNORECASE) or _ASKS_FOR_STATEMENT.search(asked):
        return _reason(asked, opening)
    if _ASKS_CAUSE.search(asked) and not _NAMES_CAUSE.search(opening):
        return _reason(asked, opening)
    name = _said_of_it(asked, opening) or from_first(stem, opening)
    name = _closed(_from_setting(asked, name), opening)
    return _phrase(asked, name) if name and not _IS_CUT.match(name) else None


def _from_setting(asked: str, name: str) -> str:
    """``brown in the last stage`` -> "the last stage", if the stem asks for a stage."""
    head = parallel.head(asked)
    found = re.search(rf"\s(?:in|during|at|on|under)\s(.{{1,40}}\s{re.escape(head)})$", name)
    return found[1] if head and found else name


def _closed(name: str, sentence: str) -> str:
    """A name up to the bracket that closes it: ``IaaS (infrastructure`` is none."""
    if name.count("(") <= name.count(")"):
        return name
    start = sentence.find(name)
    end = sentence.find(")", start + len(name)) if start >= 0 else -1
    return sentence[start : end + 1] if 0 <= end - start <= _LONGEST_BRACKETS else ""


def _phrase(asked: str, name: str) -> Answer:
    """A subject or a predicate is never a statement, whatever verbs it holds."""
    if name.startswith("that ") and clause(name[5:]):
        return Answer(re.split(_BEHIND_STATEMENT, name[5:], maxsplit=1)[0], "statement")
    name = _APPOSED.sub("", name) if name.count(",") == 1 else name
    shape = "act" if shapes.is_predicate(name) else _shape(asked, name)
    return Answer(name, "thing" if shape == "statement" else shape)


def _shape(asked: str, name: str) -> Shape:
    """``Grinding finer`` is an act, if the stem asks what to do."""
    acts = bool(_ASKS_FOR_ACT.search(asked)) and shapes.is_gerund(name, bare=True)
    return "act" if acts else shapes.of(name)


def find_odd(stem: str, spoken: list[str]) -> Answer | None:
    """The answer to a stem that asks what is not so, or None."""
    if name := named(spoken):
        return _shaped(name, 0)
    if name := odd_one(spoken[0]):
        if words(name) <= words(stem):  # "The liver does not make insulin": what is denied
            parts = parted(spoken[0])
            denied = re.split(r"[,;]\s", parts.predicate)[0] if parts else ""
            plain = parts is not None and bool(_DENIES.match(parts.verb))
            return Answer(denied, "act") if denied and plain else None
        return _shaped(name, 0)
    return None


def named(spoken: list[str]) -> str:
    """``The correct answer is X``, ``X is the correct answer``."""
    return next((name for sentence in spoken[:3] if (name := _outright(sentence))), "")


def _shaped(name: str, at: int) -> Answer:
    return Answer(name, shapes.of(name), at)


def _outright(sentence: str) -> str:
    """What a sentence names as the answer in so many words; a letter alone names nothing."""
    found = first(OUTRIGHT, sentence.rstrip(".!"))
    if not found:
        return ""
    name = re.sub(r"^(?:option|choice|answer)\s+", "", found[1][0], flags=re.IGNORECASE)
    if not name or re.fullmatch(r"\(?[A-Ja-j]\)?", name) or name.split()[0].lower() in VAGUE:
        return ""
    return name if len(name.split()) <= LONGEST else ""


def _to_do(asked: str, sentence: str) -> str:
    """What somebody should do: "should open both gates", or "Open both gates" alone."""
    text = sentence.rstrip(".!")
    if not _ASKS_TO_DO.search(asked):
        return ""
    must, do_it = TO_DO
    if _ASKS_WHAT_TO_DO.search(asked) and (found := must.options(text)):
        return found[0]
    if (found := do_it.options(text)) and shapes.is_order(found[0]):
        return found[0]
    return ""


def _purpose(asked: str, parts: Clause) -> str:
    """``The rods are kept warm to keep them dry``: what stands behind the stem's own words."""
    found = _TO_END.match(parts.predicate)
    if not found or parts.opening:
        return ""
    known = words(f"{parts.subject} {found['known']}")
    repeated = len(known & words(asked))
    fits = shapes.of(found["a"]) == "act" and repeated * 2 >= len(known) and repeated > 1
    return found["a"] if fits else ""


def _object(asked: str, act: str) -> Answer | None:
    """``preserve the collar`` -> "the collar", if the stem asks which part to preserve."""
    head, rest = parallel.head(asked), act.partition(" ")[2]
    asks = head and head not in _ACTS and not _ASKS_WHAT_TO_DO.search(asked)
    named = asks and re.match(r"(?:the|an?)\s[\w-]+(?:\s[\w-]+){0,3}$", rest)
    return Answer(rest, "thing") if named else None


def _reason(asked: str, sentence: str) -> Answer | None:
    """Why: what follows "because", or the whole of a short sentence."""
    text = sentence.rstrip(".!")
    parts = parted(text)
    found = re.search(
        r"\b(?:because(?! of)|since|so that|in order to|to)\s+(.+)$",
        parts.predicate if parts else text,
    )
    if found and (parts is None or found[0].startswith(("because", "so that", "in order"))):
        reason = _TAIL.sub("", found[0][:1].upper() + found[0][1:])
        return Answer(
            reason, "act" if reason.lower().startswith(("to ", "in order")) else "statement"
        )
    if parts is None:
        return None
    if purpose := _purpose(asked, parts):
        return Answer(purpose, "act")
    if found and not found[0].startswith("to "):
        return Answer(found[0], "statement")
    said = re.split(r"[,;]\s|\s[–—]", text, maxsplit=1)[0]
    whole = said if clause(said) and not parts.opening else text
    short = len(whole.split()) <= LONGEST and not is_vague(parts.subject)
    return Answer(whole, "statement") if short else None


def _said_of_it(asked: str, sentence: str) -> str:
    """What the first sentence says the thing is that the stem asks for."""
    if not _ASKS_WHICH.search(asked):
        return ""
    text = sentence.rstrip(".!")
    if (alone := _ALONE.match(text)) and _is_name(alone["a"], asked):
        return alone["a"]
    if (placed := _PLACED.match(text)) and _ASKS_PLACE.search(asked):
        return placed["a"]
    if (shown := _SHOWN.match(text)) and _ASKS_SHOWN.search(asked):
        return shown["a"]
    found = first(SAID_OF_IT, text)
    if found and not is_vague(name := found[1][0]) and len(name.split()) <= LONGEST:
        return re.sub(r"^(?:called|known as)\s+", "", name)
    parts = parted(text)
    if parts is None:
        if rest := _residue(asked, text):
            return rest
        name = re.split(r"[,;:]\s|\s[–—]|\s(?=(?:because|since|as(?!\san?\s)|which)\s)", text, maxsplit=1)[0]
        fits = len(name.split()) <= _LONGEST_NAME and not is_vague(name)
        return name if fits and not _OPENS_CLAUSE.match(name) else ""
    if shapes.is_gerund(parts.subject) or (
        len(parts.subject.split()) == 1
        and (parts.subject.lower().endswith("ing") and words(parts.subject) <= _stems(asked))
    ):
        head = parallel.head(asked)
        likely = parallel.with_noun(head, text) if head else []
        if likely:
            return f"{likely[-1]} {head}"
    return ""


def _is_name(text: str, asked: str) -> bool:
    """Whether the words in front of a comma answer on their own: "Concave, because ..."."""
    fits = not _OPENS_CLAUSE.match(text) and not is_vague(text) and clause(text) is None
    opens = text.split()[0].lower()
    return fits and opens not in PREPOSITIONS and not words(text) <= words(asked)


def _residue(asked: str, sentence: str) -> str:
    """``The chromosomes line up in metaphase``: what is left when the stem's words are gone."""
    known = {w.lower()[:5] for w in re.findall(r"[\w'’-]+", asked)}
    said = re.split(r"[,;:]\s|\s[–—]", sentence, maxsplit=1)[0].split()
    at = 0
    while at < len(said) and (
        said[at].lower()[:5] in known or said[at].lower() in (*AUXILIARIES, "by")
    ):
        at += 1
    rest = said[at:]
    if at < 3 or not rest or len(rest) > _LONGEST_NAME:
        return ""
    opens = asked.split()[0].lower()
    if rest[0].lower() == "to" and shapes.of(" ".join(rest)) == "act":
        pass  # "to keep the boat upright": a purpose
    elif rest[0].lower() in PREPOSITIONS | {opens}:
        rest = rest[1:]
    elif opens in PREPOSITIONS and said[at - 1].lower() not in PREPOSITIONS:
        return ""
    text = " ".join(rest)
    return "" if is_vague(text) or rest[-1] in ("and", "or", "but") else text


def _stems(text: str) -> set[str]:
    return words(text) | {f"{w}ging" for w in words(text)} | {f"{w}ing" for w in words(text)}


def odd_one(sentence: str) -> str:
    """The subject of a sentence that says what it is not, for a stem that asks just that."""
    parts = parted(sentence)
    if parts is None or parts.opening or not _ODD.search(f"{parts.verb} {parts.predicate}"):
        return ""
    return "" if is_vague(parts.subject) else _ASIDE.sub("", parts.subject)


def from_first(stem: str, sentence: str) -> str:
    """The answer in the first sentence: its subject, or what is said of the stem's subject."""
    parts = parted(sentence)
    if parts is None:
        return ""
    asked = words(stem)
    subject = words(parts.subject)
    if _PRONOUN.fullmatch(parts.subject):
        return _predicate(stem, parts)  # it stands for what the stem asks about
    if not subject:
        return ""
    head = parallel.head((sentences.split(stem) or (stem,))[-1])
    if head and (own := [n for n in parts.subject.split(", ") if _is_named(n, head)]):
        return own[-1].rstrip(",")
    if _repeats(stem, parts):
        return _ASIDE.sub("", parts.subject)
    subject = words(_IN_BRACKETS.sub("", parts.subject)) or subject
    known = len(subject & asked) / len(subject)
    if known < SHARED and re.match(
        r"(?:which|what|who|name)\b|.*\b(?:which|what|who|called|known as|term)\b",
        stem,
        re.IGNORECASE,
    ):
        name = _ASIDE.sub("", parts.subject)
        return "" if is_vague(name) else name
    if known < SHARED:
        return ""
    if left := _residue(stem, sentence):
        return left
    if head and len(named := parallel.with_noun(head, _TAIL.sub("", parts.predicate))) == 1:
        return f"the {named[0]} {head}" if f"the {named[0]}" in parts.predicate else f"{named[0]} {head}"
    named = _OBJECT.match(parts.predicate) if _ASKS_WHAT_DOES.match(stem) else None
    return named[0] if named and not parts.copula else _predicate(stem, parts)


def _repeats(stem: str, parts: Clause) -> bool:
    """Whether all that is said repeats the stem: then the subject is the answer."""
    said = words(re.split(r"[,;:]\s|\s[–—]|\s(?:because|since)\s", parts.predicate, maxsplit=1)[0])
    known = len(said & words(stem))
    fits = not parts.opening and not is_vague(parts.subject) and len(parts.subject.split()) <= 12
    return fits and known >= _REPEATED and known >= _MOST * len(said) and bool(_ASKS_WHICH.search(stem))


def _is_named(phrase: str, head: str) -> bool:
    """``the network layer`` to a stem that asks "Which layer ...?"."""
    said = phrase.rstrip(",").split()
    return (
        1 < len(said) <= _LONGEST_NAME
        and said[-1].lower() == head
        and bool(
            {w.lower() for w in said[:-1]}
            - {"the", "a", "an", "this", "that", "each", "such", "no"}
        )
    )


def _predicate(stem: str, parts: Clause) -> str:
    predicate = parts.predicate
    if len(predicate.split()) > _LONGEST_NAME:
        predicate = _TAIL.sub("", predicate)
        if re.search(r"\b(?:and|or|but)$", predicate):
            predicate = re.sub(r"\s+(?:so that|because|since)\s.*$", "", parts.predicate)
    asked_with = parts.verb.lower().rstrip("s")
    if parts.copula or re.search(rf"\b{re.escape(asked_with)}", stem, re.IGNORECASE):
        return _without_asked(stem, predicate)
    return f"{parts.verb} {predicate}"


def _without_asked(stem: str, predicate: str) -> str:
    """``What does X protect a person against?``: the answer begins behind what the stem repeats."""
    asked = stem.lower().rstrip("?. ").split()
    opening = (sentences.split(stem) or ("",))[-1].split()[:1]
    first = predicate.split()[0].lower()
    if opening and first in PREPOSITIONS and opening[0].lower() == first:
        return predicate.split(maxsplit=1)[1]  # "In which stage ...?": "in the second stage"
    if not asked or asked[-1] not in PREPOSITIONS:
        return predicate
    said = predicate.split()
    for end, word in enumerate(said[:8]):
        if word.lower() == asked[-1] and all(w.lower() in asked for w in said[:end]):
            return " ".join(said[end + 1 :])
    return predicate
