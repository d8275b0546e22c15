"""A German main clause -> what stands before its finite verb, the verb, and what follows.

The verb comes second, and nouns have capital letters: behind a noun, a small word that links
nothing is the verb. Where that is not clear there is no clause, and the sentence is left alone.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from deckgen.extract.languages.german.words import (
    ADVERBS,
    ARTICLES,
    DETERMINERS,
    FINITE,
    LINKS,
    POINTERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)

_LONGEST = 34  # words before a verb
_NEVER = DETERMINERS | PREPOSITIONS | LINKS | PRONOUNS | POINTERS | ADVERBS | SUBORDINATORS
_NO_NOMINATIVE = frozenset("den dem des einen einem eines zu".split())
_ENDING = re.compile(r"[a-zäöüß]{2,}(?:t|en|te|ten|ern|eln)")
# Strong verbs in the past, with any prefix.
_STRONG = re.compile(
    r"[a-zäöüß]{0,9}(?:stand|fand|band|wand|sprach|brach|stach|traf|kam|nahm|gab|lag|sah|las|trat|bat"
    r"|saß|maß|fraß|rief|lief|schlief|hielt|fiel|ließ|riet|hieß|stieß|ging|fing|hing|bot|zog|flog"
    r"|floss|goss|schoss|schloss|verlor|fror|hob|schwor|wog|schied|schien|blieb|schrieb|trieb|stieg"
    r"|schwieg|wies|biss|riss|griff|litt|schnitt|ritt|schritt|stritt|trug|schlug|grub|fuhr|lud|schuf"
    r"|wuchs|warf|starb|half|galt|sang|sank|trank|sprang|zwang|drang|klang|gelang|gewann|begann|tat"
    r"|bedarf|weiß|mag)"
)
_CAPITAL_ADJECTIVE = re.compile(
    r"(?:[A-ZÄÖÜ]\w*(?:isch|lich|ig|är|al)|Deutsch|Groß|Klein|Heilig|Rot|Weiß|Schwarz|Grün|Blau|Alt"
    r"|Neu|Jung|Erst|Zweit|Dritt|Viert|Echt|Frei|Vereinigt|Vereint|Bundes\w*|Gemein|Hoh)e[nrs]?"
)
_NUMERAL = re.compile(r"[IVX]{1,5}\.?|\([A-ZÄÖÜ][\w/-]{0,9}\)")
_MARKS = '"„“”‚‘’»«()[]*_.,;:!?'
_BEHIND = frozenset("des der eines einer von vom".split())  # a genitive, or what stands for it
_COMPARES = frozenset(["als", "wie"])


@dataclass(frozen=True, slots=True)
class Clause:
    """``first verb rest``; ``subject`` is the first field if it is the subject, else empty."""

    first: str
    verb: str
    rest: str
    subject: str

    @property
    def plural(self) -> bool:
        """Whether the verb says that its subject is a plural."""
        return is_plural(self.verb)


def is_plural(verb: str) -> bool:
    """Whether a finite verb says that its subject is a plural."""
    return verb == "sind" or (verb.endswith("n") and not verb.endswith(("gann", "wann", "kann")))


@lru_cache(maxsize=1024)  # several rules look at one statement
def clause(sentence: str) -> Clause | None:
    """The main clause of a statement, or None where it cannot be told."""
    words = sentence.strip().rstrip(".!?").split()
    at = _verb(words)
    if at is None or at == len(words) - 1:
        return None
    first = " ".join(words[:at])
    subject = first.rstrip(",") if _may_be_subject(words[:at]) else ""
    return Clause(first, words[at].rstrip(",:"), " ".join(words[at + 1 :]), subject)


def bare(word: str) -> str:
    """A word without the marks around it."""
    return word.strip(_MARKS)


def is_noun(word: str) -> bool:
    """Whether a word has the capital letter of a noun or a name."""
    first = word[:1]
    if first in _MARKS:
        first = word.lstrip(_MARKS)[:1]
    return first.isupper() or first.isdigit()


def noun_phrase(text: str, *, names: bool = False) -> str:
    """The noun phrase in which a text begins, with its genitives; empty where none is sure.

    With ``names``, nouns without an article in a row are taken for a name: ``Karl Benz``.
    """
    words = text.split()
    end = _one_phrase(words, 0)
    while names and 0 < end < min(len(words), 3) and _in_a_row(words[0], words[end - 1 : end + 1]):
        end += 1
    while end and end < len(words) and not words[end - 1].endswith((",", ":", ";")):
        if words[end] not in _BEHIND:
            break
        longer = _one_phrase(words, end + (words[end] in ("von", "vom")))
        if not longer:
            break
        end = longer
    return " ".join(words[:end]).rstrip(",;:")


def _one_phrase(words: list[str], start: int) -> int:
    """Where ``ein kurzer Ton`` ends that begins at ``start``; 0 where no noun comes."""
    at = start
    if at < len(words) and words[at].lower() in DETERMINERS:
        at += 1
    while at < len(words) and not is_noun(words[at]):
        plain = words[at].lower()
        if (
            plain in _NEVER
            or words[at].endswith(",")
            or not plain.endswith(("e", "er", "es", "en"))
        ):
            return 0
        at += 1
    if at == len(words):
        return 0
    at += 1
    while at < len(words) and _goes_on(words[at - 1], words[at]):
        at += 1
    return at


def _in_a_row(first: str, two: list[str]) -> bool:
    return first.lower() not in DETERMINERS and all(w.isalpha() and is_noun(w) for w in two)


def _goes_on(word: str, following: str) -> bool:
    """``Deutsche Bund``, ``Wilhelm IV.``, but not ``die Leber Eisen``: two things."""
    return is_noun(following) and bool(
        _CAPITAL_ADJECTIVE.fullmatch(word) or _NUMERAL.fullmatch(following)
    )


def _may_be_subject(words: list[str]) -> bool:
    first = words[0].lower().strip(_MARKS)
    if first in PREPOSITIONS or first in SUBORDINATORS or first in _NO_NOMINATIVE:
        return False
    if first in ADVERBS or (first in POINTERS and len(words) == 1):
        return False
    return any(is_noun(word) for word in words[1:]) or len(words) == 1 or first in DETERMINERS


def _verb(words: list[str]) -> int | None:
    """The index of the finite verb of the main clause."""
    at = _after_opening(words)
    behind = at if at > 1 else 0
    while at < min(len(words), _LONGEST):
        before, word = words[at - 1], words[at].rstrip(",:")
        if before.endswith(",") and at != behind and (end := _insertion(words, at)):
            at = behind = end
            continue
        parted = before.endswith(",") and at != behind
        if not _is_attribute(words, at) and not parted:
            if word in FINITE and before.lower() not in _COMPARES:
                return at
            adverb = before in ADVERBS and at > 1 and is_noun(words[at - 2])
            comes = is_noun(before) or before.endswith(")") or adverb or at == behind
            if comes and (at > 1 or _opens(before)) and _may_be_verb(word):
                return at
        at += 1
    return None


def _may_be_verb(word: str) -> bool:
    return word not in _NEVER and bool(_ENDING.fullmatch(word) or _STRONG.fullmatch(word))


def _opens(word: str) -> bool:
    """Whether the first word of a sentence can be all that stands before the verb."""
    plain = word.lower().strip(_MARKS)
    return plain not in DETERMINERS and plain not in PREPOSITIONS


def _after_opening(words: list[str]) -> int:
    """The place where the verb of the main clause can come first: behind ``Wenn ..., ``."""
    if not words or words[0].lower() not in SUBORDINATORS - PREPOSITIONS - {"da"}:
        return 1
    comma = next((i for i, word in enumerate(words) if word.endswith(",")), None)
    return 1 if comma is None else comma + 1


def _insertion(words: list[str], at: int) -> int:
    """Behind ``, die im Wasser leben,`` or ``, auch Märzrevolution genannt,``; 0 if it ends not."""
    if words[0].lower() in SUBORDINATORS:
        return 0
    ends = (i for i in range(at, min(len(words) - 1, at + 25)) if words[i].endswith(","))
    end = next(ends, None)
    if end is None:
        return 0
    opens = words[at].lower()
    told = opens in RELATIVES | PREPOSITIONS | {"auch", "kurz", "früher", "genannt", "also", "d."}
    return end + 1 if told else 0


def _is_attribute(words: list[str], at: int) -> bool:
    """``die dem Wind zugewandte Seite``: what looks like a verb belongs to the noun behind it."""
    if at < 3 or at + 1 >= len(words) or not is_noun(words[at + 1]) or words[at] in FINITE:
        return False
    first, second = words[0].lower(), words[1].lower()
    return first in ARTICLES and second in ARTICLES | PREPOSITIONS | ADVERBS
