"""Rules for the question above the options."""

import re

from deckgen.check.rule import Fault
from deckgen.check.views import Item
from deckgen.check.words import BLANK, QUOTED, plain, quoted, shows_more, words

_NEGATIONS = frozenset("not isn't aren't doesn't don't except least".split())
_NEGATION = r"(?<!but )(?:not|isn['’]t|aren['’]t|doesn['’]t|don['’]t|except|least)"
_CLAUSE = r"(?:(?!\b(?:if|when|that|because|who|whose|whom|although|while)\b)[^.?!,;:()]){0,90}"
# A "which" that asks, and no relative one: "the film which was not a success".
_NEGATIVE = re.compile(
    rf"(?:^|[.?!:;,]\s|\b(?:of|in|to|for|with|by|on|from|at|about|under)\s)which\b"
    rf"(?!\s(?:is|are|was|were|do|does|did|has|have|had|can|could|would|will)\b){_CLAUSE}"
    rf"\b{_NEGATION}\b"
    rf"|\b(?:following|these)\b[^.?!;]{{0,60}},\s?which\b{_CLAUSE}\b{_NEGATION}\b"
    rf"|^which (?:is|are|was|were|do|does|did) (?:not|n['’]t)\b"
    rf"|\b(?:all|each|any)\b[^.?!;]{{0,90}}\bexcept\b"
    rf"|\bexcept\b(?: for)?(?: (?:this )?one)?\s{{0,3}}[:?.…]{{0,3}}$"
    rf"|\b(?:is|are) not (?:an? )?(?:example|type|kind|part|characteristic|feature|cause)s? of\b",
    re.IGNORECASE,
)
_EMPHASISED = re.compile(
    r"\b(?:NOT|EXCEPT|LEAST|NEVER|ISN['’]T|AREN['’]T|DON['’]T|DOESN['’]T)\b"
    r"|(?:[*_`=]|<(?:b|i|u|strong|em)>)\s?(?i:not|except|least|never)(?![^\W_])",
)
_TRUTH = (
    r"(?:true|correct|right|accurate|false|incorrect|wrong|not true|not correct|true statements?"
    r"|correct statements?|best answer|correct answer|the (?:correct|true|right|best)"
    r"(?: (?:one|answer|statement|option))?)"
)
_UNFOCUSED = re.compile(
    rf"(?:(?:which|what)(?: one)?(?: of (?:the|these)(?: following)?)?"
    rf"(?: (?:following|statements?|options?|sentences?|answers?|is|are|below|here"
    rf"|choices?)){{0,4}}"
    rf" {_TRUTH}"
    rf"|(?:select|choose|pick|mark|identify|find) (?:the )?{_TRUTH}"
    rf"(?: (?:statement|option|answer|one|sentence)s?)?(?: (?:from|among|of) (?:the )?"
    rf"(?:following|below|options|list))?"
    rf"|which of the following(?: statements?)?(?: applies)?)",
    re.IGNORECASE,
)
_OTHERS = frozenset(
    """
    question questions item items problem problems exercise exercises answer answers previous same
    """.split()
)
_HANGS = re.compile(
    r"\b(?:in|from|to|of|for|with|by) (?:the |your )?(?:previous|preceding|last|above|next)"
    r" (?:question|item|problem|exercise|answer)s?\b"
    r"|\b(?:your|the) answer (?:to|from|in) (?:question|item|problem|no\.?|number|#)\s?\d"
    r"|\b(?:see|refer to|from|in|as in|of) (?:question|item|problem)s? (?:#|no\.? ?)?\d{1,3}\b"
    r"|\b(?:previous|preceding) question\b|\bcontinuing (?:from|with) the (?:previous|last)\b"
    r"|\bsame (?:as|question as) (?:the )?(?:above|previous)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:define|calculate|find|solve|name|identify|complete|choose|select|translate)\b|!$|\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|has"
    r"|have|will|would|should|may|must)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\b(?i:correct|right|best) (?:answer|option|choice) (?:is|would be|:) ?(?:option |choice )?"
    r"\(?(?P<one>[A-H])\)?(?![\w'’-])"
    r"|\b(?i:answer|option|choice) \(?(?P<two>[A-H])\)? is (?:the )?(?:correct|right|best)\b"
)
_VERDICTS = frozenset(["correct", "right", "best"])
_BARE = 3  # words at most of a stem that only names something


def negative_stem(item: Item) -> Fault | None:
    """A question that asks what is not so, and does not stress it."""
    if _NEGATIONS.isdisjoint(words(item.stem)):
        return None
    found = _NEGATIVE.search(QUOTED.sub(" ", item.stem))
    if not found or _EMPHASISED.search(item.note.stem):
        return None
    word = next((w for w in ("except", "least") if w in found[0].lower()), "not")
    message = f"the question turns on “{word}”, which is easily read over"
    hint = f"ask what is so; or stress the word: **{word.upper()}**"
    return Fault(message, hint, word)


def unfocused_stem(item: Item) -> Fault | None:
    """A question that asks nothing without its options: *Which of these is true?*"""
    if not _UNFOCUSED.fullmatch(item.stem.strip(" ?:.…")) or shows_more(item.note.stem):
        return None
    message = "without its options this asks nothing"
    hint = "name the matter: what should be known before the options are read?"
    return Fault(message, hint)


def stem_asks_nothing(item: Item) -> Fault | None:
    """A stem that is only a name or two."""
    stem = item.stem
    if len(words(stem)) > _BARE or BLANK in stem or item.verdict or item.note.stem != stem:
        return None
    if stem.rstrip().endswith(("?", ":", "…", "...", "-", "–", "=")) or _ASKS.search(stem):
        return None
    if not any(c.isalpha() for c in stem) or re.search(r"[+=*/<>^()\[\]$\\]", stem):
        return None
    message = f"{quoted(stem)} asks nothing"
    return Fault(message, "write a question, or the beginning of a sentence")


def hangs_on_another(item: Item) -> Fault | None:
    """A question that needs another one."""
    found = None if _OTHERS.isdisjoint(words(item.stem)) else _HANGS.search(item.stem)
    if not found:
        return None
    message = f"{quoted(found[0])}: on a card this question stands alone"
    return Fault(message, "say what is needed of the other question", found[0])


def explanation_contradicts_key(item: Item) -> Fault | None:
    """An explanation that calls another letter right than the key does."""
    text = plain(" ".join(item.note.explanation))
    if not text or _VERDICTS.isdisjoint(words(text)):
        return None
    named = {(m["one"] or m["two"]): m[0] for m in _LETTER.finditer(text)}
    if len(named) != 1 or not item.key:
        return None
    (letter, said), *_ = named.items()
    place = ord(letter) - ord("A")
    if place in item.right or place >= len(item.options):
        return None
    key = chr(ord("A") + item.right[0])
    message = f"the explanation says {quoted(said)}, and the key is {key}"
    return Fault(message, "keep the one that is right, and name it in words", said)
