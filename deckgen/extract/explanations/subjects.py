"""A part of a sentence -> what it speaks of, also where a noun looks like a verb."""

import re
from dataclasses import replace

from deckgen.extract.explanations.phrases import IN_BRACKETS
from deckgen.extract.language.clauses import Clause, clause, is_plural
from deckgen.extract.language.verbs import AUXILIARIES, PLURAL, SINGULAR

_SECOND_NAME = re.compile(
    r"\s\((?!(?:which|that|such|like|for|e\.g|i\.e|see|including)\b)[^()]{1,50}\)"
)
_BY_LETTER = re.compile(r"\s\((?:(?:option|choice|answer)\s)?[A-Ja-j\d]\)", re.IGNORECASE)
_UNKNOWN = re.compile(  # a verb that no table has: "The governor grips the rope"
    r"(?P<subject>(?:(?i:the|an?)\s)?[\w/-]+(?:\s[A-Z][\w/-]*){0,3})"
    r"\s(?P<verb>(?!is\b|was\b|has\b|does\b)[a-z]{3,}(?<![su])s)\s(?P<rest>.+)$"
)
_INSERTED = re.compile(
    r"(?P<a>[^,]{3,60}), (?:an?|the|which|who|tempting|popular|common|also"
    r"|or)\b[^,]{2,90}, (?P<rest>"
    r"(?!and\b|or\b)[a-z].+)$"
)
_ADJECTIVE = re.compile(r"\w{2,}(?:ed|al|ic|ive|ous|ary|less|ful|able)")
_GERUND = re.compile(r"\w{3,}ing\s\w", re.IGNORECASE)
_FORMED = re.compile(  # "QoS prioritizes ...": a verb by its ending
    r"(?P<subject>(?:[\w/'’-]+\s){1,5}?)(?P<verb>[a-z]{2,}(?:izes|ifies))\s(?P<rest>.+)$"
)
_VERBS = AUXILIARIES | SINGULAR | PLURAL
_LONGEST = 9  # words in front of a letter
_JOINED = re.compile(r"\sbut\b")  # "automates tasks but": the verb has come already
_GOES_NO_FURTHER = re.compile(
    r".*[,;:]|(?:that|which|who|whom|where|when|because|since|if|while|than|as|but)$"
)
_BEHIND_VERB = frozenset("to the a an in on at by for from with into their its no all any".split())
_DETERMINERS = frozenset("each every the a an any no this that some".split())
_BEFORE_NOUN = _DETERMINERS | frozenset("of in on at by for from with to into and or its".split())


def said(text: str) -> Clause | None:
    """The main clause of a part, or None: ``A deposition also produces testimony`` -> its parts."""
    text = _BY_LETTER.sub("", text)
    plain = IN_BRACKETS.sub("", text)
    if inserted := _INSERTED.match(plain):
        within = clause(f"{inserted['a']} {inserted['rest']}")
        if within and within.subject == inserted["a"]:
            return within
    found = clause(plain)
    formed = _FORMED.match(plain)
    if formed and (found is None or len(formed["subject"]) < len(found.subject)):
        found = Clause("", formed["subject"].strip(), formed["verb"], formed["rest"])
    if found is None or _JOINED.search(found.subject):
        return _by_ending(plain)
    found = _shifted(found)
    if _is_doubtful(found):
        found = _later(found, known=_finite(found) in SINGULAR)
    return _with_brackets(found, text) if found else None


def _by_ending(text: str) -> Clause | None:
    found = _UNKNOWN.match(text)
    return Clause("", found["subject"], found["verb"], found["rest"]) if found else None


def before_label(text: str) -> str:
    """``SQS queues (option 2) introduce ...``: what stands before a letter is an option."""
    found = _BY_LETTER.search(text)
    named = text[: found.start()] if found else ""
    return named if 0 < len(named.split()) <= _LONGEST and clause(named) is None else ""


def _shifted(found: Clause) -> Clause:
    """``Birthday attacks attempt to find ...``: the noun that looks like a verb is no verb."""
    verb, rest = found.verb, found.predicate.split()
    if (
        " " not in verb
        and verb.lower() in SINGULAR
        and verb.lower() not in AUXILIARIES
        and len(rest) > 1
        and rest[0].lower() in PLURAL
        and (
            rest[1].lower() in _BEHIND_VERB
            or rest[1].endswith("s")
            or bool(_ADJECTIVE.fullmatch(found.subject))
        )
        and " " not in found.subject
        and found.subject[:1].isupper()
    ):
        return replace(
            found,
            subject=f"{found.subject} {verb}",
            verb=rest[0],
            predicate=" ".join(rest[1:]),
        )
    return found


def _is_doubtful(found: Clause) -> bool:
    """Whether the verb may be a noun: ``performing a system restore``, ``financial costs``."""
    verb = _finite(found)
    if verb in AUXILIARIES:
        return False
    if _GERUND.match(found.subject) or found.subject.lower() in _DETERMINERS:
        return True
    return verb in PLURAL and not is_plural(found.subject)


def _finite(found: Clause) -> str:
    """The verb without the adverbs around it: ``applies only``."""
    words = found.verb.lower().split()
    return next((w for w in words if w in _VERBS), words[0])


def _later(found: Clause, *, known: bool) -> Clause | None:
    """The clause with the next finite verb; the first one stays where it may be one as well."""
    words = found.predicate.split()
    for at, word in enumerate(words[:12]):
        plain = word.strip("\"“”'’()*_`").lower()
        before = words[at - 1].lower() if at else ""
        if plain in AUXILIARIES or (
            not known and plain in SINGULAR and before not in _BEFORE_NOUN and at + 1 < len(words)
        ):
            subject = " ".join((found.subject, found.verb, *words[:at]))
            return replace(
                found, subject=subject, verb=word, predicate=" ".join(words[at + 1 :]) or "so"
            )
        if _GOES_NO_FURTHER.fullmatch(plain) or word.endswith((",", ";", ":")):
            break
    return found if known else None


def _with_brackets(found: Clause, text: str) -> Clause:
    """``Undercut (a groove) weakens ...``: what stands behind a name belongs to it."""
    behind = _SECOND_NAME.match(text, len(found.subject))
    if not behind or not text.startswith(found.subject):
        return found
    return replace(found, subject=found.subject + behind[0])
