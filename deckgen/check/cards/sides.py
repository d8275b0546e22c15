"""Rules for the two sides of a card without options."""

import re

from deckgen.check.rule import Fault
from deckgen.check.views import Card
from deckgen.check.words import BLANK, telling, words

_LONG = 100  # words of an answer
_LIST = 6  # entries: more than five are not learned as one
_ITEM = re.compile(r"^[ ]{0,1}(?:[-*+•]|\d{1,2}[.)])[ ]+\S", re.MULTILINE)
_YES = re.compile(
    r"(?:yes|no|true|false|correct|incorrect|ja|nein|oui|non|sí|sim|não|vero|nee)[.!]?",
    re.IGNORECASE,
)
_TRUTH = re.compile(r"true or false\b|wahr oder falsch\b|vrai ou faux\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:or|oder|ou|versus|vs|than|between)\b|[,/]", re.IGNORECASE)
_ASKS_WHAT = re.compile(
    r"(?:what|which|who|whom|whose|when|where|why|how|was|wer|wen|wem|wie|wo|wann|warum|welche[rs]?"
    r"|que|qu['’]|qui|quel|quand|comment|pourquoi|qué|quién|cómo|cuál|come|che|chi|wat|hoe)",
    re.IGNORECASE,
)
_SHORTEST = 4  # letters of an answer that a question can give away


def same_sides(card: Card) -> Fault | None:
    """A question that is its own answer."""
    front, back = words(card.front), words(card.back)
    if card.shows or front != back or len(front) < 2 or card.front != card.back.strip():
        return None
    return Fault("question and answer say the same", "write what should be remembered")


def answer_in_question(card: Card) -> Fault | None:
    """An answer that stands in its question, word for word."""
    front, back = words(card.front), words(card.back)
    if card.term or card.shows or not telling(card.back) or len("".join(back)) < _SHORTEST:
        return None
    if (
        len(back) >= len(front)
        or _BETWEEN.search(card.front)
        or card.back.strip() not in card.front
    ):
        return None
    if f" {' '.join(back)} " not in f" {' '.join(front)} ":
        return None
    message = "the question gives its answer away"
    return Fault(message, "leave the answer out of the question", card.back.strip(" ."))


def yes_or_no(card: Card) -> Fault | None:
    """A question that is answered by yes or no, and by nothing else."""
    if not _YES.fullmatch(card.back.strip()) or not card.front.endswith("?"):
        return None
    if _TRUTH.match(card.front) or _ASKS_WHAT.match(card.front.lstrip("¿ ")):
        return None
    message = "a question of yes or no is guessed right every second time"
    return Fault(message, "ask what, why or when, so that the answer says something")


def long_list(card: Card) -> Fault | None:
    """An answer that is a list of more than five."""
    entries = len(_ITEM.findall(card.written))
    if entries < _LIST:
        return None
    message = f"{entries} things in one answer: one forgotten entry fails the whole card"
    return Fault(message, "ask for each by itself, or hide them one by one in a cloze")


def long_back(card: Card) -> Fault | None:
    """An answer of more than a hundred words."""
    length = len(card.back.split())
    if length <= _LONG:
        return None
    message = f"the answer has {length} words: nobody recalls it in one go"
    return Fault(message, "split it into several questions")


def blank_back(card: Card) -> Fault | None:
    """An answer that is only a gap."""
    if card.shows or not card.back or set(card.back.split()) != {BLANK}:
        return None
    return Fault("the answer is only a gap", "write the answer")
