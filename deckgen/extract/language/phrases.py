"""The noun phrase in which a text ends: what an explanation behind it explains."""

import re

from deckgen.extract.language.clauses import is_plural
from deckgen.extract.language.verbs import AUXILIARIES, IRREGULAR_PAST, PAST, PLURAL, SINGULAR

_LONGEST = 6  # words with the article
_ARTICLES = frozenset("a an the".split())
_DETERMINERS = frozenset(
    """
    this that these those its their his her our my your each every any some no all both another
    other such one two three four five six seven many several most few more either neither certain
    various different
    """.split()
)
_STOPS = (
    AUXILIARIES
    | frozenset(
        """
        of in on at by for from with without to into onto through under over between among during
        against about as than like via per within across toward towards called termed named known
        and or but nor if when while where which that who whom whose how why because since although
        though whether be been being also not only then thus so too usually often sometimes
        typically generally commonly even just very more most less it they them he she him you we
        us i there here is are
        """.split()
    )
    | {"e.g.", "i.e.", "including", "using", "becoming", "regarding", "upon", "until", "after"}
)
_NO_TERM = frozenset(
    """
    example instance fact addition contrast general particular case cases way ways time times thing
    things well again together less much order turn course state year years day days century part
    parts today number people others same kind kinds type types form forms process addition result
    results second first third finally however rather therefore moreover furthermore specifically
    words line place phase rest end years later home long far hand ago
    """.split()
)
_BEFORE_VERB = frozenset("to may can will must should could would might not they it".split())
_SHORT = re.compile(r" \([^()]{1,30}\)$")  # what stands behind the name
_WORD = re.compile(r"[\"“‘*_(]*(?P<word>[^\W_][\w’'./+-]*)[\"”’*_]*")


def ending(text: str) -> str:
    """``Cells make an enzyme`` -> ``an enzyme``; empty where no noun phrase is sure to end it."""
    taken: list[str] = []
    words = _SHORT.sub("", text).split()
    for at in range(len(words) - 1, -1, -1):
        word, before = words[at], words[at - 1] if at else ""
        found = _WORD.fullmatch(word)
        plain = found["word"].lower() if found else ""
        if plain in _ARTICLES:
            taken.append(plain)
            break
        if plain in ("of", "for") and taken:
            taken.append(word)
            continue
        if plain in _STOPS or plain in _DETERMINERS or not found:
            break
        if taken and (plain in SINGULAR or plain in IRREGULAR_PAST or plain.endswith("ly")):
            break  # "pumps water": the noun is behind the verb
        if taken and plain in PLURAL and (before in _BEFORE_VERB or is_plural(before or "it")):
            break  # "Tears contain lysozyme"
        taken.append(word)
    phrase = _without_of([*reversed(taken)])
    if (
        not phrase
        or (phrase[-1] in PAST and len(phrase) > 1)
        or len(phrase) > _LONGEST
        or phrase[-1].strip('"”’*_').lower() in _NO_TERM
    ):
        return ""
    return " ".join(phrase)


def _without_of(words: list[str]) -> list[str]:
    """``bark of trees`` -> ``trees``, but ``the bark of trees`` and ``Law of Demand`` are one."""
    if words and (words[0] in _ARTICLES or (words[0][:1].isupper() and "for" not in words)):
        return words
    last = max((at for at, word in enumerate(words) if word in ("of", "for")), default=-1)
    return words[last + 1 :]
