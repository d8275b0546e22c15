"""Texts in their markup -> the words that a learner sees, as far as a rule needs them."""

import html
import re
from functools import lru_cache

_LOOKED_AT = 4000  # characters of a side: what a rule has not found by then, it does not find
_COMMENT = re.compile(r"<!--.{0,400}?-->", re.DOTALL)
_FENCE = re.compile(r"(?:```|~~~)[^\n]{0,80}\n.{0,4000}?(?:```|~~~)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\](?:\([^)\n]{0,400}\))?|!\[\[[^\]\n]{0,200}\]\]|<img\b")
_LINK = re.compile(r"\[([^\]\[\n]{1,200})\]\([^)\n]{0,400}\)")
_WIKI = re.compile(r"\[\[(?:[^\]|\n]{0,200}\|)?([^\]|\n]{1,200})\]\]")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_EMPHASIS = re.compile(r"\*{1,3}|__|~~|==|(?<!\w)_|_(?!\w)")
_CODE = re.compile(r"`{1,2}([^`\n]{1,300})`{1,2}")
_MARKUP = re.compile(r"[`*_~=<\[&\\]|\.{4}|…")
_BLANK = re.compile(r"_{2,}|\.{4,}|…{2,}|\[\s{0,8}\]")
_FORMULA = re.compile(r"\$[^$\n]{1,400}\$|\\\(.{1,400}?\\\)|\\\[.{1,400}?\\\]", re.DOTALL)
_TABLE = re.compile(r"^[ \t]{0,12}\|.{0,2000}\|", re.MULTILINE)
_SIGNS = re.compile(r"[^\w\s?.!,:;\"'’‘“”()`…]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
QUOTED = re.compile(r"[\"“„«][^\"”“»]{0,200}[\"”“»]")
BLANK = "␣"  # stands for a gap to fill

# Words that say nothing by themselves: two questions that differ only in these ask the same.
_FILLERS = frozenset("a an the is are was were be do does did please".split())
# Words too common to give anything away.
COMMON = frozenset(
    """
    a about above after again all also an and any are as at be because been before being below
    between both but by can could did do does doing done down during each either else every few
    following for from further give given had has have having he her here hers him his how i if in
    into is it its itself just least less like likely made make makes many may might more most much
    must my neither no nor not of off on once one only or other our out over own part per please
    same shall she should since so some such than that the their them then there these they thing
    things this those through to too two type types under until up upon use used uses using very
    via was we were what when where whether which while who whom whose why will with within without
    would yes you your correct statement statements true false called name term best describe
    describes answer question example used kind function method number value values represent
    represents result command option
    """.split()
)
_ENGLISH = re.compile(
    r"\b(?:the|of|is|are|which|what|that|with|by|does|following)\b", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text without its markup, in one line; a gap to fill is kept as a sign."""
    text = _IMAGE.sub(" ", _FENCE.sub(" ", _COMMENT.sub(" ", text[:_LOOKED_AT])))
    if not _MARKUP.search(text):
        return " ".join(text.split())
    parts = _CODE.split(text)  # words, code, words, code, ...: nothing is markup in code
    parts[::2] = [_without_markup(part) for part in parts[::2]]
    return " ".join("".join(parts).split())


def _without_markup(text: str) -> str:
    text = _TAG.sub("", _WIKI.sub(r"\1", _LINK.sub(r"\1", _BLANK.sub(f" {BLANK} ", text))))
    return html.unescape(_EMPHASIS.sub("", text)).replace("\\", "")


def shows_more(text: str) -> bool:
    """Whether a side has more than words: a picture, code, a table, a formula, a quote."""
    text = text[:_LOOKED_AT]
    return bool(
        _IMAGE.search(text)
        or _FENCE.search(text)
        or _TABLE.search(text)
        or "\n    " in text
        or "[sound:" in text
        or re.search(r"^\s{0,8}>", text, re.MULTILINE)
    )


def has_formula(text: str) -> bool:
    """Whether a formula stands in a text."""
    return bool(_FORMULA.search(text[:_LOOKED_AT]))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a plain text in small letters."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


@lru_cache(maxsize=4096)
def telling(text: str) -> tuple[str, ...]:
    """The words of a plain text that say something by themselves."""
    return tuple(w for w in words(text) if w not in COMMON and len(w) > 1)


@lru_cache(maxsize=64)
def asked(text: str) -> tuple[str, ...]:
    """What a question asks, word by word: without fillers, plurals and 's; in its order."""
    found = (w.removesuffix("'s") for w in words(text))
    return tuple(_singular(w) for w in found if w not in _FILLERS)


def signs(text: str) -> str:
    """The signs of a text that are no punctuation: ``-`` in *kill -0*, ``++`` in *C++*."""
    return "".join(_SIGNS.findall(text))


def alike(one: str, other: str) -> bool:
    """Whether two words are forms of one: the same beginning, and a little more at most."""
    short, long = sorted((one, other), key=len)
    return (
        len(short) > 4
        and long.startswith(short[: max(5, len(short) - 2)])
        and (len(long) - len(short) < 4)
    )


def english(text: str) -> bool:
    """Whether a text has words that only English has."""
    return bool(_ENGLISH.search(text))


def quoted(text: str, longest: int = 50) -> str:
    """A text in quotation marks, for a message."""
    text = " ".join(text.split())
    return f"“{text if len(text) <= longest else text[: longest - 1].rstrip() + '…'}”"


def _singular(word: str) -> str:
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
