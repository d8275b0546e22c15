"""How German words are put on a card: small inside a question, without their article, hidden."""

import re

from deckgen.extract.concepts.forms.deletions import Span
from deckgen.extract.languages.german.clauses import Clause, bare, is_noun
from deckgen.extract.languages.german.words import (
    ARTICLES,
    DETERMINERS,
    POINTERS,
    PREPOSITIONS,
    PRONOUNS,
)

_LONGEST_NAME = 9  # words
_LEAST_VISIBLE = 2  # words
_ADJECTIVE = re.compile(
    r"(?:[A-ZÄÖÜ][a-zäöüß]*(?:ig|lich|isch|bar|sam|los|haft|end|iv|al|är|ell|ert|iert|fach|ere)"
    r"|Ge[a-zäöüß]+(?:t|en)|Groß|Klein|Neu|Alt|Rot|Weiß|Schwarz|Grün|Blau|Gelb|Lang|Kurz|Hoh|Tief|Warm"
    r"|Kalt|Frei|Fest|Echt|Jung|Stark|Schwach|Schwer|Leicht|Rein|Roh|Reif|Viel|Wenig|Trocken|Feucht"
    r"|Nass|Heiß|Dick|Dünn|Breit|Schmal|Hart|Weich|Hell|Dunkl|Schnell|Flach|Steil|Scharf|Süß|Saur"
    r"|Voll|Leer|Ganz|Halb|Offen|Gesund|Krank|Früh|Spät|Weit|Eng|Recht|Link|Ober|Unter|Inner|Äußer"
    r"|Vorder|Hinter|Mittler|Ander|Verschieden|Wild|Fein|Grob|Glatt|Rund|Spitz|Tot|Modern|Intern"
    r"|Extern|Höher|Größer|Deutsch|Direkt|Indirekt|Selten)(?:e|er|es|en)?"
)
_SUPERFLUOUS = re.compile(r"^(?:sogenannte[nrs]?|so genannte[nrs]?|sog\.) ")
# "Backbord bezeichnet die linke Seite, Steuerbord die rechte"
_GAPPED = re.compile(
    r", (?:mit |unter |als )?(?:der |die |das )?[A-ZÄÖÜ]\w+ (?:der|die|das|den|dem)"
    r" (?:[\wäöüß]+ ){0,3}[a-zäöüß]+$"
)
_HANGS = re.compile(
    r"[;:—–]|, (?:(?:und|aber|sondern|jedoch|so|also|wenn|weil|da|damit|um|während|obwohl|sobald"
    r"|sodass|dass|indem|nachdem|bevor|wobei|wodurch|wo|was|falls|sofern|z\. B\.|d\. h\."
    r"|zum Beispiel)(?!\w)|(?:(?:an|in|auf|mit|von|durch|für|bei|zu|aus|über|unter|nach|vor) )?"
    r"(?:der|die|das|den|dem|deren|dessen|denen|welche\w?)\b)"
)
_CONTENT = re.compile(r"[^\W_]{2,}|\d")


def inside(phrase: str) -> str:
    """A phrase inside a question: small, if it opens with an article or an adjective."""
    first, _, rest = phrase.partition(" ")
    small = first.lower() in DETERMINERS | PREPOSITIONS or (
        first.endswith(("e", "er", "es", "en"))
        and bool(_ADJECTIVE.fullmatch(first))
        and (is_noun(rest) or rest.startswith(("und ", "oder ")))
    )
    return first[:1].lower() + phrase[1:] if small else phrase


def raised(text: str) -> str:
    """A text at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Words as a sentence of their own."""
    return raised(text.strip().rstrip(".").strip()) + "."


def told(text: str) -> str:
    """An answer, without what is said of another thing in the same breath."""
    return sentence(_GAPPED.sub("", text.rstrip(". ")))


def is_name(phrase: str) -> bool:
    """Whether a phrase can be asked for: a short name that needs nothing before it."""
    words = phrase.split()
    if not 0 < len(words) <= _LONGEST_NAME or re.search(r"[:;?]", phrase):
        return False
    first = bare(words[0]).lower()
    if first in PRONOUNS or (first in POINTERS and (first not in ARTICLES or len(words) == 1)):
        return False
    return any(is_noun(word) for word in (words[1:] if len(words) > 1 else words))


def quoted(phrase: str) -> str:
    """``Die Bonität`` -> „Bonität“: a noun alone, in the form in which a dictionary has it."""
    words = _SUPERFLUOUS.sub("", phrase).split()
    if len(words) == 2 and words[0].lower() in ARTICLES:
        words = words[1:]
    return f"„{' '.join(words).strip('„“*_')}“"


def alone(phrase: str) -> bool:
    """Whether a phrase is one noun, with or without its article."""
    words = phrase.split()
    return len(words) == 1 or (len(words) == 2 and words[0].lower() in ARTICLES)


def asks(word: str, parts: Clause, rest: str) -> str:
    """``Ein Mangel liegt vor`` -> ``Wann liegt ein Mangel vor?``: the verb stays second."""
    reflexive = rest == "sich" or rest.startswith("sich ")
    rest = rest.removeprefix("sich").strip()
    middle = [parts.verb, "sich" if reflexive else "", inside(parts.subject), rest]
    return f"{word} {' '.join(part for part in middle if part)}?"


def main_part(text: str) -> str:
    """A phrase without the clauses that hang on it, but with all of its adjectives."""
    hanging = _HANGS.search(text)
    return text[: hanging.start()] if hanging else text.rstrip(". ")


def content(text: str) -> frozenset[str]:
    """The nouns and figures of a text."""
    return frozenset(bare(w).lower() for w in text.split() if is_noun(w) and _CONTENT.search(w))


def informative(text: str, span: Span) -> bool:
    """A deletion hides a noun or a figure, leaves enough to go by, and is not said beside it."""
    hidden, shown = text[span[0] : span[1]], f"{text[: span[0]]} {text[span[1] :]}"
    said = content(hidden)
    words = len(hidden.split())
    return (
        (bool(said) or (words >= 2 and not hidden.startswith("zu ")))
        and len(shown.split()) >= _LEAST_VISIBLE
        and bool(content(shown))
        and (not said or len(said & content(shown)) <= len(said) / 2)
    )
