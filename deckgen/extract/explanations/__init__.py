"""What an explanation says about lost options: the right answer, and the wrong ones it mentions.

Everything is cut out of the explanation's own words. Where no short phrase can be had, the first
sentence stands as a plain answer and nothing is taken for an option.
"""

import hashlib
import re
from dataclasses import dataclass

from deckgen.extract.explanations import answers
from deckgen.extract.explanations.phrases import tidy, without_article, words
from deckgen.extract.explanations.wrong import true_options, wrong_options
from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import clause

_NEGATIVE_STEM = re.compile(
    r"\b(?:NOT|not|EXCEPT|except|LEAST|least likely|false|incorrect|never)\b"
)
_DENIED = re.compile(
    r"\b(?:not|no|never|neither|only|rather|wrong|incorrect|false|may|might|could|would|too|less)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
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
    found = answers.odd_one(spoken[0]) if negative else answers.from_first(stem, spoken[0])
    answer = tidy(answers.named(spoken) or found)
    if not answer:
        return Mined(spoken[0], False, ())
    short = len(answer.split()) <= answers.LONGEST
    mined = true_options if negative else wrong_options
    wrong = mined(stem, answer, spoken[1:]) if short else ()
    if len(wrong) == 1 and answer.lower().startswith("to ") and not wrong[0].startswith("to "):
        wrong = ()  # a single thing beside a purpose is no choice
    return Mined(without_article(answer) if wrong else answer, short, wrong)


def shuffled(stem: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """A fixed order that does not betray the key: by a hash of stem and text."""
    return tuple(sorted(texts, key=lambda t: hashlib.sha256(f"{stem}\n{t}".encode()).digest()))


def stated(explanation: tuple[str, ...]) -> str:
    """The answer that an explanation names as right in so many words, or nothing."""
    return answers.named(_spoken(explanation))


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
    return [s for paragraph in explanation for s in sentences.split(paragraph)]
