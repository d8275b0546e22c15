"""Openings that point back: resolved to the subject of the sentence before, or not at all."""

import re

from deckgen.extract.language.clauses import clause, is_plural

_POINTS_BACK = re.compile(
    r"(?:this|these|that|those|it|its|they|their|them|he|she|his|her|such|here|there|both|one"
    r"|the (?:former|latter|first|second|third|two|three|other|others|same|next|last|rest|latter"
    r"|opening|missing|original)"
    r"|each|either|neither|another|all of|some of|most of|none of|any of|many of|so|then|besides"
    r"|another|other)\b",
    re.IGNORECASE,
)
_SINGULAR = re.compile(
    r"(?:It|This)\s+(?=(?:is|was|has|can|may|must|should|will|also|usually|often|typically|\w+s)\b)"
)
_PLURAL = re.compile(
    r"(?:They|These)\s+(?=(?:are|were|have|can|may|must|should|will|do|also|usually|often|typically)\b)"
)
_PRONOUN = re.compile(r"\b(?:it|they|them|he|she|him|her)\b", re.IGNORECASE)
_INSIDE = re.compile(
    r"\b(?:the former|the latter|the above|the following|these (?:two|three)|that one|this one"
    r"|as above|see (?:above|below)|mentioned (?:above|earlier))\b",
    re.IGNORECASE,
)


def resolve(sentence: str, before: str) -> str | None:
    """The sentence with its opening pronoun replaced, itself where it has none, else None.

    "It" takes the singular subject, "They" the plural subject of the sentence ``before`` in the
    same paragraph; a subject that itself points back has been resolved there or helps nobody.
    """
    if _INSIDE.search(sentence):
        return None
    if not _POINTS_BACK.match(sentence):
        return sentence
    singular, plural = _SINGULAR.match(sentence), _PLURAL.match(sentence)
    found = singular or plural
    if not found or not before:
        return None
    parts = clause(before)
    if (
        parts is None
        or _POINTS_BACK.match(parts.subject)
        or is_plural(parts.subject) != bool(plural)
    ):
        return None
    if len(parts.subject.split()) > 7 or sentence.startswith(("This", "These")):
        return None
    subject = parts.subject
    return subject[:1].upper() + subject[1:] + " " + sentence[found.end() :]


def hangs(subject: str) -> bool:
    """Whether a subject cannot be understood without the sentences before it."""
    return points_back(subject) or bool(_PRONOUN.search(subject))


def points_back(text: str) -> bool:
    """Whether a text opens with a word that only what came before explains."""
    return bool(_POINTS_BACK.match(text))
