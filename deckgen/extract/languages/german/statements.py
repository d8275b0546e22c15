"""A German paragraph -> statements that can be understood alone, each with its sentence."""

import re
from collections.abc import Iterator

from deckgen.extract.concepts.statements import ANNOUNCES, Statement
from deckgen.extract.languages.german import antecedents, chatter
from deckgen.extract.languages.german.antecedents import Named
from deckgen.extract.languages.german.clauses import clause, noun_phrase
from deckgen.extract.languages.german.sentences import split
from deckgen.extract.languages.german.wording import is_name, raised, sentence
from deckgen.extract.languages.german.words import FINITE

_LONGEST = 42  # words of a statement that still makes a card
_LONGEST_TEXT = 500  # characters
_LEAD = re.compile(
    r"^(?:\*{0,2}(?:Merke|Wichtig|Achtung|Hinweis|Tipp|Definition|Beispiel|Info|Regel|Faustregel)"
    r"\*{0,2}:\*{0,2} |(?:Kurz gesagt|Übrigens): |(?:Man )?(?:[Bb]eachte|[Mm]erke), dass )"
)
_REFERENCE = re.compile(
    r"\s?(?:\((?:siehe |vgl\. |s\. )?(?:Abb(?:ildung|\.)|Tab(?:elle|\.)|Kap(?:itel|\.)|Bild|S\.)"
    r" [\dA-Z][\d.A-Za-z-]{0,8}\)|\[\d{1,3}\])"
)
_PARTED = re.compile(r";\s+")
_SET_AGAINST = re.compile(r"\b(?:hingegen|dagegen|jedoch|während|wohingegen|aber|je|desto|umso)\b")
_GIVES_NAME = re.compile(
    r"(?:(?:Diese[rsn]?|Jene[rsn]?)(?: [a-zäöüß]+)? [A-ZÄÖÜ]\w+|Dies|Das) "
    r"(?:(?:heißt|heißen) (?!,|dass)|(?:nennt|bezeichnet) man |(?:wird|werden) .{0,60}?"
    r"(?:genannt|bezeichnet)\b)"
)


def statements(paragraph: str, heading: str = "") -> Iterator[Statement]:
    """The statements of one paragraph, in order."""
    memory = antecedents.heard(heading) if heading else Named()
    told = Statement("", "", alone=False)
    for whole in split(paragraph):
        for part in _parts(_LEAD.sub("", _REFERENCE.sub("", whole))):
            part = raised(part)
            if told.alone and _GIVES_NAME.match(part):
                both = dict.fromkeys((told.evidence, whole))
                yield Statement(f"{sentence(told.text)} {part}", " ".join(both), named=True)
            talk = _talk(part)
            fact = "" if talk else antecedents.resolve(part, memory)
            told = Statement(fact or part, whole, alone=bool(fact), talk=talk)
            yield told
            memory = antecedents.heard(fact) if fact else Named()


def _talk(text: str) -> str:
    """Why there is no fact in a sentence, or none that makes a card; empty where there is one."""
    if len(text) > _LONGEST_TEXT or len(text.split()) > _LONGEST:
        return "too long for a card"
    if "{{" in text:
        return "marks of a cloze"
    if text.endswith(":"):
        return ANNOUNCES
    return chatter.why(text)


def _parts(text: str) -> tuple[str, ...]:
    """What stands between semicolons, and main clauses set side by side."""
    if len(text) > _LONGEST_TEXT:
        return (text,)
    pieces = [piece.strip() for piece in _PARTED.split(text.rstrip("."))]
    if len(pieces) > 1 and all(clause(piece) for piece in pieces):
        return tuple(sentence(piece) for piece in pieces)
    if not _SET_AGAINST.search(text):
        for comma in re.finditer(", ", text):
            halves = text[: comma.start()], text[comma.end() :]
            if all(_stands_alone(half) for half in halves):
                return tuple(sentence(half) for half in halves)
    return (text,)


def _stands_alone(text: str) -> bool:
    """``das Weibchen nennt man Bache``: no relative clause, whose verb would end it."""
    parts = clause(text)
    words = parts.rest.rstrip(".").split() if parts else []
    return (
        parts is not None
        and "," not in text
        and is_name(parts.subject)
        and noun_phrase(parts.subject) != ""
        and words[0] not in ("und", "oder", "als", "wie")
        and words[-1] not in FINITE
    )
