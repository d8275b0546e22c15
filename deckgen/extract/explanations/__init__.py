"""What an explanation says about lost options: the right answer, and the wrong ones it mentions.

Everything is cut out of the explanation's own words. Where no short phrase can be had, the first
sentence stands as a plain answer and nothing is taken for an option.
"""

import hashlib
import re
from dataclasses import dataclass, replace

from deckgen.extract.explanations import answers, meant, negatives, shapes
from deckgen.extract.explanations.answer import LONGEST, Answer
from deckgen.extract.explanations.phrases import tidy, without_article, words
from deckgen.extract.explanations.wrong import wrong_options
from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import clause

_NEGATIVE_STEM = re.compile(
    r"\b(?:NOT|EXCEPT|LEAST|FALSE|INCORRECT|NEVER)\b"
    r"|(?i:\b(?:except|least|false|incorrect|untrue|wrong)\b)"
    r"|(?i:\b(?:which|what)\b(?:(?!\b(?:that|who|when|if|but|because|while)\b)[^,]){0,60}?"
    r"(?:\b(?:is|are|was|were|do|does|would|should|can|must|will|has|have)\s?not\b|\bnever\b"
    r"|n['’]t\b))"
)
_DENIED = re.compile(
    r"\b(?:not|no|never|neither|only|rather|wrong|incorrect|false|may|might|could|would|too"
    r"|less)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Z]\.\s?){1,3}")
_CUT_OFF = re.compile(r"\b(?:and|or|but|so|that|which|when|if|the|an?|of|to|with|by|for)$")
_READ = 800  # characters of a sentence that is looked through
_SENTENCES = 30  # of an explanation: what follows is an article
_MOST = 5  # wrong options: more is a list of something else
_REPEATED = 3  # words of the stem that a sentence must say again of its subject


@dataclass(frozen=True, slots=True)
class Mined:
    """An answer from an explanation and the wrong options it names; ``short`` if it is a phrase."""

    answer: str
    short: bool
    wrong: tuple[str, ...]


def mine(stem: str, explanation: tuple[str, ...]) -> Mined:
    """The answer to ``stem`` and the wrong options, in the order the explanation names them.

    To a stem that asks what is not so, the wrong options are the ones that are.
    """
    spoken = _spoken(explanation)
    if not spoken:
        return Mined("", False, ())
    negative = bool(_NEGATIVE_STEM.search((sentences.split(stem) or (stem,))[-1]))
    found = negatives.find_odd(stem, spoken) if negative else answers.find(stem, spoken)
    text = tidy(found.text) if found else ""
    if not found or not text or _CUT_OFF.search(text):
        return Mined(spoken[0], False, ())
    found = replace(found, text=text)
    short = len(text.split()) <= LONGEST
    mined = negatives.true_options if negative else wrong_options
    rest = [s for at, s in enumerate(spoken) if at != found.at and len(s) <= _READ][:_SENTENCES]
    wrong = mined(stem, found, spoken[found.at], rest) if short else ()
    beside, wrong = _beside(found, wrong[:_MOST])
    return Mined(beside, short, wrong) if wrong else Mined(text, short, ())


def _beside(answer: Answer, wrong: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The answer and its options in one form; no options where it would stand out."""
    if answer.shape == "act":
        return shapes.beside(answer.text, wrong)
    if answer.shape == "statement":
        text = re.sub(r"^(?:because|since)\s+", "", answer.text, flags=re.IGNORECASE)
        return text[:1].upper() + text[1:] if answer.text[:1].isupper() else text, wrong
    return without_article(answer.text), wrong


def shuffled(stem: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """A fixed order that does not betray the key: by a hash of stem and text."""
    return tuple(sorted(texts, key=lambda t: hashlib.sha256(f"{stem}\n{t}".encode()).digest()))


def stated(explanation: tuple[str, ...]) -> str:
    """The answer that an explanation names as right in so many words, or nothing."""
    spoken = _spoken(explanation)
    return answers.named(spoken) if spoken else ""


def clear(stem: str, explanation: tuple[str, ...], options: tuple[str, ...]) -> int | None:
    """The option that an explanation means and no other, by their words; None if in doubt."""
    spoken = _spoken(explanation)
    asked = (sentences.split(stem) or (stem,))[-1]
    if not spoken or "?" not in asked:
        return None
    if not _NEGATIVE_STEM.search(asked):
        return meant.by_words(stem, spoken, options)
    odd = negatives.find_odd(stem, spoken)
    same = [i for i, o in enumerate(options) if odd and words(o) == words(odd.text)]
    return same[0] if len(same) == 1 else None


def subject(stem: str, explanation: tuple[str, ...]) -> str:
    """What the first sentence says the stem's own words of, or nothing.

    ``Which gauge shows the level?``: "The dipstick shows the level, for ..." -> "dipstick".
    """
    first = "".join(_spoken(explanation)[:1])
    parts = clause(first)
    asked = (sentences.split(stem) or (stem,))[-1]
    if parts is None or parts.opening or _NEGATIVE_STEM.search(asked):
        return ""
    said = f"{parts.verb} {parts.predicate.split(',')[0]}"
    repeated = words(said) & words(asked)
    if _DENIED.search(first) or len(repeated) < _REPEATED or len(repeated) * 2 < len(words(said)):
        return ""
    return without_article(parts.subject)


def _spoken(explanation: tuple[str, ...]) -> list[str]:
    """The sentences of an explanation, across its paragraphs."""
    found: list[str] = []
    for sentence in (s for paragraph in explanation for s in sentences.split(paragraph)):
        if found and _INITIALS.fullmatch(found[-1]):
            found[-1] = f"{found[-1]} {sentence}"  # "B. F. Skinner"
        else:
            found.append(sentence)
    return found
