"""What is said of a subject in German, where no other rule knows a better form."""

import re

from deckgen.extract.concepts.forms.deletions import Span, hidden
from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.languages.german.clauses import clause, noun_phrase
from deckgen.extract.languages.german.forms.definition import SAYS_NOTHING
from deckgen.extract.languages.german.forms.listing import is_list
from deckgen.extract.languages.german.forms.patterns import hides
from deckgen.extract.languages.german.wording import informative, main_part
from deckgen.extract.languages.german.words import ADVERBS, TO_BE

_WORD = re.compile(r"\s*(?P<word>vor allem|[a-zäöüß]+)(?= )")
_EMPTY = ADVERBS | {"sich", "es", "man", "vor allem", "daraufhin"}
_VAGUE = re.compile(
    r"(?:sehr )?(?:viele?|einige|mehrere|verschiedene|manche|weitere) \S+"
    r"|.* (?:wichtig|entscheidend)"
)
_HINGE = re.compile(r" (?:durch|aus|in|mit|von|zu|zur|zum|auf|für|bei|nach|vor|über|unter|an) ")
_LONGEST = 16  # words of a deletion
_LONGEST_LIST = 26


def saying(text: str, parts: object = None) -> Form | None:
    """What is said of the subject is hidden, clause by clause."""
    said = clause(text)
    if said and said.verb in TO_BE and SAYS_NOTHING.match(said.rest):
        return None
    spans = said_of(text)
    if any(_VAGUE.fullmatch(text[begin:end]) for begin, end in spans):
        return None
    return Form(1.0, cloze=hidden(text, spans)) if spans else None


def said_of(text: str) -> tuple[Span, ...]:
    """What may be hidden of a statement: what follows its verb and subject, and the last clause."""
    said = clause(text)
    if said is None:
        return ()
    end = len(text.rstrip(". "))
    begin = text.find(said.rest, len(said.first) + len(said.verb))
    if not said.subject:
        begin += len(_subject_behind(said.rest, names=not said.plural))
    begin = _skipped(text, begin)
    stop = begin + len(main_part(text[begin:end]))
    if is_list(text[begin:end]):
        stop = end
    first = _short(text, begin, stop)
    last = (text.find(" ", stop) + 1, end) if stop < end and text[stop] == "," else None
    spans = [first] if first and informative(text, first) else []
    if last and 3 <= len(text[last[0] : end].split()) <= _LONGEST and informative(text, last):
        spans.append(last)
    if not spans and not said.subject and "," not in said.first and len(said.first.split()) > 1:
        opening = (0, len(said.first))
        spans = [opening] if informative(text, opening) else []
    return tuple(spans)


def _subject_behind(rest: str, *, names: bool) -> str:
    """The subject behind the verb, where more is said than that it is there."""
    name = noun_phrase(rest, names=names)
    more = rest[len(name) :].split()
    return "" if not more or more[0] in ("und", "oder", "sowie") or name.endswith(",") else name


def _skipped(text: str, begin: int) -> int:
    """Behind ``sich`` and adverbs, which tell nothing by themselves."""
    while (word := _WORD.match(text, begin)) and word["word"] in _EMPTY:
        begin = word.end()
    return begin + (text[begin : begin + 1] == " ")


def _short(text: str, begin: int, stop: int) -> Span | None:
    """A stretch that can be asked for: at most so many words, cut where a preposition begins."""
    longest = _LONGEST_LIST if text[begin:stop].count(", ") > 1 else _LONGEST
    if len(text[begin:stop].split()) > longest:
        hinges = (m.start() + 1 for m in _HINGE.finditer(text, begin, stop))
        begin = next((h for h in hinges if len(text[h:stop].split()) <= longest), stop)
    return (begin, stop) if begin < stop else None


SAYING = (
    Rule(
        "only",
        "who or what alone may",
        hides(
            2.5,
            r"Nur (?P<who>[^,;:]{3,80}?) (?:darf|dürfen|durften?|wird|werden|wurden?|kann|können"
            r"|muss|müssen|ist|sind|hat|haben) .{6,}",
            "who",
        ),
        (
            (
                "Nur eine Elektrofachkraft darf den Zähler öffnen.",
                "Nur {{c1::eine Elektrofachkraft}} darf den Zähler öffnen.",
            ),
        ),
        ("Nur so geht es weiter im Text.",),
        needs=("Nur ",),
    ),
    Rule(
        "saying",
        "anything else that is said of a subject",
        saying,
        (
            (
                "Ein Sturz trägt die Last über einer Tür.",
                "Ein Sturz trägt {{c1::die Last über einer Tür}}.",
            ),
            (
                "In den Alpen leben Gämsen und Steinböcke.",
                "In den Alpen leben {{c1::Gämsen und Steinböcke}}.",
            ),
        ),
    ),
)
