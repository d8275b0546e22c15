"""Rules for cues: what tells the right option to somebody who knows nothing of the matter."""

import re

from deckgen.check.items.options import of_others
from deckgen.check.rule import Fault
from deckgen.check.views import Item
from deckgen.check.words import BLANK, alike, english, has_formula, telling, words

_MUCH_LONGER = 1.7  # times the longest wrong option
_LONGER_BY = 30  # characters at least
_CUE = 6  # letters of a word that gives something away
_CUE_BEGINS = 5  # letters that two forms of a word have in common at least
_LONG_STEM = 25  # words: a longer question has any word in it
_LONG_KEY = 12  # words, likewise
_ANSWERS = re.compile(r"(?:yes|no)\b", re.IGNORECASE)
_DEFINES = re.compile(r"what (?:is|are|was|were) [^,.?!]{1,50}\?", re.IGNORECASE)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|under no circumstances|invariably|without exception|in all cases"
    r"|in every case|no matter what|impossible)\b",
    re.IGNORECASE,
)
_CODED = re.compile(r"[`{}\[\]();=<>$\\]")
_ABBREVIATED = re.compile(r"\b\w{1,3}\.$|\.\.$|…$")
_ARTICLE = re.compile(rf"\b(?P<article>an?)\s{{0,3}}(?:{BLANK}\s?)?[.:…-]{{0,3}}$", re.IGNORECASE)
# Sounds that the first letter does not tell.
_AS_VOWEL = re.compile(r"(?:hour|honou?r|honest|heir)", re.IGNORECASE)
_AS_CONSONANT = re.compile(
    r"(?:uni(?!n|m)|use|usual|util|uter|ubiq|euro?|eu[gnp]|ewe|one\b|once|ura)", re.IGNORECASE
)


def longest_is_key(item: Item) -> Fault | None:
    """A right option that is much longer than every wrong one."""
    if not item.key or len(item.options) < 3 or has_formula(item.key) or of_others(item.key):
        return None
    longest = max(map(len, item.distractors))
    if len(item.key) < _MUCH_LONGER * longest or len(item.key) - longest < _LONGER_BY:
        return None
    message = "the right option is much longer than the others, which tells it"
    hint = "shorten it, and move the rest into the explanation; or say as much in the others"
    return Fault(message, hint, item.key)


def key_repeats_stem(item: Item) -> Fault | None:
    """A telling word of the stem that stands in the right option, where no other repeats any."""
    if not item.key or len(item.options) < 3 or len(item.stem.split()) > _LONG_STEM:
        return None
    if _DEFINES.fullmatch(item.stem):  # a definition may well say a word of its term again
        return None
    if len(item.key.split()) > _LONG_KEY or _ANSWERS.match(item.key):
        return None
    names = set(re.findall(r"(?<=\s)[A-Z][\w'’-]*", item.stem))
    asked = [w for w in telling(item.stem) if len(w) >= _CUE and w.title() not in names]
    if any(_repeated(option, asked) for option in item.distractors):
        return None
    word = _repeated(item.key, asked)
    message = f"only the right option repeats “{word}” of the question"
    hint = "use another word in one of the two, or use it in a wrong option too"
    return Fault(message, hint, item.key) if word else None


def absolutes_in_distractors(item: Item) -> Fault | None:
    """Two wrong options with *always*, *never* and the like, and a right one without."""
    if not item.key or _ABSOLUTE.search(item.key) or _ABSOLUTE.search(item.stem):
        return None
    found = [m[0] for o in item.distractors if (m := _ABSOLUTE.search(o)) and len(words(o)) > 1]
    if len(found) < 2:
        return None
    said = "” and “".join(dict.fromkeys(f.lower() for f in found[:2]))
    message = f"only wrong options say “{said}”, so nobody believes them"
    return Fault(message, "write them as carefully as the right one", found[0])


def article_gives_key(item: Item) -> Fault | None:
    """A stem that ends in *a* or *an*, which fits only some of the options."""
    found = _ARTICLE.search(item.stem)
    if not found or not item.key or not english(item.stem):
        return None
    article = found["article"].casefold()
    fits = [_article(option) == article for option in item.options]
    if all(fits) or not fits[item.right[0]]:
        return None
    message = f"“{article}” at the end of the question fits only {sum(fits)} of the options"
    return Fault(message, "write the article into each option", f"{found['article']}")


def key_looks_different(item: Item) -> Fault | None:
    """A right option that alone begins with a capital letter, or alone ends with a full stop."""
    if not item.key or not _sentences(item):
        return None
    for shape, what in ((_capital, "begins with"), (_stopped, "ends with")):
        wrong = {shape(o) for o in item.distractors}
        if len(wrong) == 1 and None not in wrong and shape(item.key) not in (None, *wrong):
            sign = "a capital letter" if shape is _capital else "a full stop"
            said = f"{what} {sign}" if shape(item.key) else f"{what} no {sign[2:]}"
            message = f"only the right option {said}, which tells it"
            return Fault(message, "write all options in the same way", item.key)
    return None


def options_differ_in_form(item: Item) -> Fault | None:
    """Options of which some begin with a capital letter or end with a full stop."""
    if not _sentences(item) or key_looks_different(item):
        return None
    for shape, what in (
        (_capital, "begin with a capital letter"),
        (_stopped, "end with a full stop"),
    ):
        found = [shape(o) for o in item.options]
        if None not in found and any(found) and not all(found):
            message = f"{found.count(True)} of {len(found)} options {what}"
            return Fault(message, "write all options in the same way", item.note.choices[0].text)
    return None


def _repeated(option: str, asked: list[str]) -> str:
    """The first word of an option that is one of those, or a form of one."""
    beginnings = {a[:_CUE_BEGINS] for a in asked}
    found = (w for w in telling(option) if len(w) >= _CUE and w[:_CUE_BEGINS] in beginnings)
    return next((w for w in found if any(w == a or alike(w, a) for a in asked)), "")


def _sentences(item: Item) -> bool:
    """Whether all options are words of a sentence, so that their signs can be compared."""
    if len({(option[:1].isupper(), _stopped(option)) for option in item.options}) == 1:
        return False  # nothing to compare
    return len(item.options) > 2 and all(_spoken(o) for o in item.options)


def _spoken(option: str) -> bool:
    return (
        len(words(option)) > 1
        and option[:1].isalpha()
        and not of_others(option)
        and not _CODED.search(option)
        and not _ABBREVIATED.search(option)
    )


def _capital(option: str) -> bool | None:
    """Whether an option begins with a capital letter, None for a name."""
    first, second, *_ = [*option.split(), ""]
    if first[1:] != first[1:].lower():
        return None
    if first[:1].isupper() and second[:1].isupper():
        return None
    return first[:1].isupper()


def _stopped(option: str) -> bool:
    return option.rstrip(" \"”’'").endswith(".")


def _article(option: str) -> str:
    """The article that a word sounds with; the option's own is none."""
    if _AS_VOWEL.match(option):
        return "an"
    if _AS_CONSONANT.match(option):
        return "a"
    first = option[:1]
    if option[:2].isupper() or option[:1].isdigit():  # spelt out: an MRI, a UFO, an 8
        return "an" if first in "AEFHILMNORSX8" else "a"
    return "an" if first.lower() in "aeiou" else "a"
