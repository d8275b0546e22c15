"""Options that are built like the answer: other words before the same noun."""

import re

from deckgen.extract.language.verbs import AUXILIARIES, PLURAL, SINGULAR

_LONGEST_ANSWER = 5  # words: what is longer is no name
_MOST_WORDS = 3  # before the noun
_STOPS = frozenset(
    """
    a an the this that these those each every either neither both any some no one other another
    same of in on at by for from with to into as is are was were be been being has have had and
    or nor but than which who when where if while although because since so not only such like
    called known first next last such would could can may must will its their his her your
    """.split()
)
_ASKED = re.compile(
    r"\b(?:which|what)\s+(?:(?:type|kind|sort|form|class|category|style)s?\s+of\s+(?:an?\s+)?)?"
    r"((?:[\w'’-]+\s){1,4})",
    re.IGNORECASE,
)
_BEFORE_VERB = frozenset("to or can may must will should would could".split())
_KINDS = frozenset("type kind sort form class category".split())  # "Which adapter type ...?"
_WORD = re.compile(r"[\w'’-]+(?:\.\w+)*")


def head(stem: str) -> str:
    """The noun that a stem asks for: ``Which gear of the mill turns ...?`` -> "gear"."""
    found = _ASKED.search(stem)
    noun = ""
    asked = found[1].lower().split() if found else []
    for at, word in enumerate(asked):
        behind = asked[at + 1] if at + 1 < len(asked) else ""
        if word in PLURAL and noun and behind not in AUXILIARIES and behind not in SINGULAR:
            break
        if word in _STOPS or word in AUXILIARIES or word in SINGULAR:
            break
        noun = noun if noun and word in _KINDS else word
    return noun


def alike(answer: str, spoken: list[str]) -> list[str]:
    """``the mature stage`` -> ["the cumulus stage", ...], as later sentences name them."""
    words = answer.split()
    article = words[0].lower() if words and words[0].lower() in ("a", "an", "the") else ""
    named = words[1:] if article else words
    if not 2 <= len(named) <= _LONGEST_ANSWER or not named[-1].isalpha() or len(named[-1]) < 3:
        return []
    head = named[-1].lower()
    found: list[str] = []
    for sentence in spoken:
        for name in with_noun(head, sentence):
            known = {" ".join(named).lower(), *(f.lower() for f in found)}
            if f"{name} {head}".lower() not in known:
                found.append(f"{name} {head}")
    return [f"the {name}" if article == "the" else name for name in found]


def with_noun(head: str, sentence: str) -> list[str]:
    """The words directly before a noun, wherever it stands in a sentence; none for a bare noun."""
    words = [found[0] for found in _WORD.finditer(sentence)]
    names: list[str] = []
    for i, word in enumerate(words):
        if word.lower() not in (head, f"{head}s"):
            continue
        start = i
        while start > max(0, i - _MOST_WORDS) and words[start - 1].lower() not in _STOPS:
            if words[start - 1].lower() in PLURAL and words[start - 2].lower() in _BEFORE_VERB:
                break  # "to set custom budgets"
            start -= 1
        if start < i:
            names.append(" ".join(words[start:i]))
    return names
