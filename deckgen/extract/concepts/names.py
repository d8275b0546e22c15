"""Which words of a question are names: where it writes small what opened a sentence."""

import re
from collections import Counter

_PROPER = frozenset(  # adjectives of places and faiths, which keep their capital
    """
    African American Arab Arabic Asian Atlantic Australian Austrian Babylonian Baptist Belgian
    Brazilian British Buddhist Byzantine Canadian Catholic Celtic Chinese Christian Cuban Czech
    Danish Dutch Egyptian English European Finnish Flemish French Gaelic German Germanic Gothic
    Greek Hawaiian Hebrew Hindu Hungarian Indian Indonesian Iranian Irish Islamic Israeli Italian
    Japanese Jewish Korean Latin Lutheran Mediterranean Mexican Mongolian Moroccan Muslim Nigerian
    Nordic Norman Norwegian Ottoman Pacific Persian Philippine Polish Portuguese Protestant Roman
    Romanian Russian Scottish Siberian Slavic Soviet Spanish Swedish Swiss Thai Tibetan Turkish
    Ukrainian Victorian Vietnamese Viking Welsh
    """.split()
)
_SENTENCE = re.compile(r"[.!?]\W{0,3}(?:\s|$)")  # a heading may write all its words with capitals
_COMMON = re.compile(r"[A-Z][a-z]*(?:tion|sion|ment|ness|ity|ism|ing|logy|itis|osis|opia|graphy)s?")
_CAPITAL = re.compile(r"(?<=[a-z] )(?P<word>[A-Z][a-z-]+)(?!\w)(?= (?P<next>\w*)|\W|$)")


class Names:
    """Which words a page writes with a small letter, and which with a capital inside sentences."""

    def __init__(self, text: str) -> None:
        said = "\n".join(line for line in text.splitlines() if _SENTENCE.search(line))
        self._small = Counter(re.findall(r"(?<![\w-])[a-z][\w-]*", text))
        self._names = Counter(re.findall(r"(?<=[a-z,] )[A-Z][\w-]*", said))

    def lowered(self, question: str) -> str:
        """``What is Monitoring?`` -> ``What is monitoring?``, unless it is a name."""
        return question[:1] + _CAPITAL.sub(self._word, question[1:])

    def _word(self, found: re.Match[str]) -> str:
        word, following = found["word"], found["next"] or ""
        small, named = self._small[word.lower()], self._names[word]
        common = small or following.islower() or _COMMON.fullmatch(word)
        if not common or named > small or word in _PROPER:
            return found[0]
        return found[0].replace(word, word.lower(), 1)
