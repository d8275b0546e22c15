"""Whether a phrase is another thing of the answer's kind."""

import re

from deckgen.extract.explanations import parallel, shapes
from deckgen.extract.explanations.answer import Answer
from deckgen.extract.explanations.phrases import head_of, phrase, words
from deckgen.extract.language.clauses import is_plural

_ARTICLE = re.compile(r"(?:an?|the|this|these)\s", re.IGNORECASE)
_INDEFINITE = re.compile(r"an?\s", re.IGNORECASE)
NO_OPTIONS = frozenset(
    """
    students candidates learners people beginners applicants examinees readers trainees rookies
    many most some others everyone anyone nobody somebody folks those whoever everybody anybody
    word term name prefix suffix phrase letter rule trick test
    """.split()
)


def agrees(name: str, answer: Answer, stem: str, told: str) -> bool:
    """Whether a phrase is worded like the answer: with an article or without, one or several.

    Beside several things, "a deposition" is worded like "interrogatories": both name a kind. What
    is named as the answer, and is not the subject of its sentence, stands beside any kind.
    """
    if is_akin(name, answer, stem):
        return True
    article = bool(_ARTICLE.match(name))
    indefinite = bool(_INDEFINITE.match(name))
    bare, plural = not _ARTICLE.match(answer.text), _number(answer.text)
    if bare and not told.lower().startswith(answer.text.lower()):
        return not article or indefinite
    if bare and plural is not False and indefinite:
        return True
    number = _number(name)
    if not article and number and _INDEFINITE.match(answer.text):
        return True  # "power meters" beside "an ammeter"
    return article != bare and (number is None or plural is None or number == plural)


def is_akin(name: str, answer: Answer, stem: str) -> bool:
    """Whether it ends in the noun of the answer or of the stem, or is built on it."""
    family = words(parallel.head(stem)) | words(answer.text.split()[-1])
    own = words(name.split()[-1]) | words(head_of(name))
    return len(name.split()) > 1 and bool(own & family)


def is_new(name: str, earlier: set[str], stem: str, answer: Answer, *, strict: bool = True) -> bool:
    """Whether a subject is brought in as another thing of the answer's kind.

    Where something is denied of it, its head alone need be new.
    """
    option = phrase(name)
    if not option or len(option.split()) > (5 if strict else 7) or shapes.of(option) != "thing":
        return False
    if option.split()[0].lower() in NO_OPTIONS:
        return False
    head = words(parallel.head(stem))
    said = words(option)
    if head and words(option.split()[-1]) == head:
        return bool(said - head - words(answer.text))
    own = words(answer.text.split()[-1])
    if len(answer.text.split()) > 1 and words(option.split()[-1]) == own:
        return bool(said - words(answer.text))
    core = words(head_of(option))
    if not core or core & earlier:
        return False
    return not strict or len(said & earlier) * 2 <= len(said)


def _number(name: str) -> bool | None:
    """Whether a name is a plural; "Mars" may be one or not, and so may "NFS"."""
    last = name.split()[-1]
    if last.isupper() or (name == last and name[:1].isupper() and name.endswith("s")):
        return None
    return is_plural(name)
