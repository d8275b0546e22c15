"""The option that an explanation means, where no key names it. In doubt there is none."""

import re

from deckgen.extract.explanations.phrases import words

_DOUBTED = re.compile(
    r"\b(?:not|no|never|neither|nor|wrong|incorrect|false|rather|unlike|instead|cannot|may|might"
    r"|could|would|too|but|yet|some|several|sometimes|perhaps|many|confused?|mistaken|either"
    r"|both)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"(?:no|none|not|neither|nor|never)\b", re.IGNORECASE)
_SAID = 0.65  # of an option's own words: a sentence speaks of it
_UNSAID = 0.34  # and of no other
_NAMED = 0.6  # of an option's own words: a later sentence may speak of it
_PREFIX = 4  # letters that forms of a word share


def by_words(stem: str, spoken: list[str], options: tuple[str, ...]) -> int | None:
    """The one option that the first sentence speaks of, without a doubt, and no other.

    What all options share tells nothing. If a later sentence speaks of another option in more of
    the stem's words, the first one was not about the answer.
    """
    if not spoken:
        return None
    first = re.split(r";\s", spoken[0], maxsplit=1)[0]
    own = _own_words(options)
    if _DOUBTED.search(first) or not all(own):
        return None
    shares = [_share(option, first) for option in own]
    best = max(range(len(options)), key=lambda i: shares[i])
    others = [i for i in range(len(options)) if i != best]
    if shares[best] < _SAID or any(shares[i] > _UNSAID for i in others):
        return None
    asked = words(stem) - set().union(*map(words, options))
    near = _common(asked, first)
    if len(own[best]) == 1 and not near and f" {options[best].lower()}" not in f" {first.lower()}":
        return None
    if len(words(options[best])) == 1 and not near:
        return None
    rivals = (
        s
        for s in spoken[1:]
        if not _DENIED.match(s) and any(_share(own[i], s) >= _NAMED for i in others)
    )
    return None if any(_common(asked, s) > near for s in rivals) else best


def _own_words(options: tuple[str, ...]) -> list[set[str]]:
    """The words that each option has for itself, or at least does not share with all."""
    said = [words(option) for option in options]
    shared = set.intersection(*said)
    alone = [
        own.difference(*(other for j, other in enumerate(said) if j != i))
        for i, own in enumerate(said)
    ]
    return [own or said[i] - shared for i, own in enumerate(alone)]


def _share(option: set[str], sentence: str) -> float:
    return _common(option, sentence) / len(option)


def _common(wanted: set[str], sentence: str) -> int:
    """How many words a sentence has too, in whatever form."""
    said = words(sentence)
    prefixes = {w[:_PREFIX] for w in said}
    return sum(1 for w in wanted if w in said or (len(w) > 2 and w[:_PREFIX] in prefixes))
