"""German forms that give a thing its name: ``heißt``, ``nennt man``, ``als ... bezeichnet``."""

import re

from deckgen.extract.concepts.forms.deletions import hidden
from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.languages.german.clauses import clause, is_noun
from deckgen.extract.languages.german.forms.patterns import asked
from deckgen.extract.languages.german.wording import (
    alone,
    content,
    informative,
    is_name,
    quoted,
    sentence,
)
from deckgen.extract.languages.german.words import ARTICLES

_WHO = r"(?:man|der [A-ZÄÖÜ]\w+|die [A-ZÄÖÜ]\w+)"
_OFTEN = r"(?:(?:auch|meist|oft|häufig|kurz|allgemein|heute|in der \w+) )?"
_LONGEST_TERM = 6  # words
_BY_SOMEBODY = re.compile(rf"(?P<who>{_WHO}) (?P<often>{_OFTEN})(?P<as>als )?(?P<term>.+)")
_PASSIVE = re.compile(
    rf"(?P<often>{_OFTEN})(?P<as>als )?(?P<term>[^,;:]{{3,60}}) (?:genannt|bezeichnet)"
)
_NAMED_BACK = re.compile(
    r"(?P<what>.{12,300}?)\. (?:Diese[rsn]?|Jene[rsn]?|Dies|Das)(?: [\wäöüß]+){0,2}? "
    rf"(?:(?:heißt|heißen)|(?:nennt|bezeichnet) man|wird|werden) {_OFTEN}(?:als )?"
    r"(?P<term>[^,;:]{3,60}?)(?: genannt| bezeichnet)?"
)
_SHORT = re.compile(
    r" \((?:(?:kurz|Abkürzung|abgekürzt|Abk\.):? )?(?P<short>[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,6}[A-ZÄÖÜ])\)"
)


def called(text: str, parts: object = None) -> Form | None:
    """``Das Weibchen heißt Bache.`` hides who, and on another card how it is called."""
    said = clause(text)
    if said is None or not said.first or not said.rest:
        return None
    found = None
    if said.verb in ("heißt", "heißen", "hieß", "hießen") and said.subject:
        term = re.sub(rf"^{_OFTEN}", "", said.rest)
    elif (
        (said.verb in ("nennt", "nennen") and (found := _BY_SOMEBODY.fullmatch(said.rest)))
        or (
            said.verb == "bezeichnet"
            and (found := _BY_SOMEBODY.fullmatch(said.rest))
            and found["as"]
        )
        or (
            said.verb in ("wird", "werden", "wurde", "wurden")
            and (found := _PASSIVE.fullmatch(said.rest))
        )
    ):
        term = found["term"]
    else:
        return None
    if said.first.startswith(("Als ", "Unter ", "Mit ")) or not _may_name(term):
        return None
    if found and "auch" in found["often"]:
        return None  # a second name
    begin = text.find(term, len(said.first) + len(said.verb))
    spans = ((0, len(said.first.rstrip(","))), (begin, begin + len(term)))
    if not all(informative(text, span) for span in spans):
        return None
    return Form(3.0, cloze=hidden(text, spans))


def called_first(text: str, parts: object = None) -> Form | None:
    """``Watt nennt man die Flächen, die ...`` -> Was versteht man unter „Watt“?"""
    said = clause(text)
    found = _BY_SOMEBODY.fullmatch(said.rest) if said and said.verb in ("nennt", "nennen") else None
    if not said or not found or not alone(said.first):
        return None
    if found["term"].split()[0].lower() not in ARTICLES or len(found["term"].split()) < 3:
        return None
    return Form(3.0, f"Was versteht man unter {quoted(said.first)}?", sentence(found["term"]))


def named_back(text: str, parts: object = None) -> Form | None:
    """``Eis schmilzt unter Druck. Das nennt man Regelation.`` -> Was versteht man unter ...?"""
    found = _NAMED_BACK.fullmatch(text.rstrip(". "))
    if not found or not _may_name(found["term"]) or content(found["term"]) & content(found["what"]):
        return None
    return Form(3.0, f"Was versteht man unter {quoted(found['term'])}?", sentence(found["what"]))


def abbreviation(text: str, parts: object = None) -> Form | None:
    """``Bürgerliches Gesetzbuch (BGB)`` -> Wofür steht die Abkürzung BGB?"""
    for found in _SHORT.finditer(text):
        letters = found["short"].lower()
        words = text[: found.start()].split()
        for length in range(1, len(letters) + 3):
            full = " ".join(words[-length:]).strip("„“*_")
            if length > len(words) or full[:1].islower():
                continue
            if _spells(full.lower(), letters):
                if not (full := _with_article(full, words[:-length])):
                    return None
                return Form(0.6, f"Wofür steht die Abkürzung {found['short']}?", sentence(full))
    return None


def _with_article(full: str, before: list[str]) -> str:
    """``Das Bürgerliche Gesetzbuch``: an adjective needs its article, in the nominative."""
    if " " not in full or not full.split()[0].endswith(("e", "er", "es", "en")):
        return full
    article = before[-1] if before else ""
    return f"{article} {full}" if article.lower() in ("der", "die", "das") else ""


def _spells(full: str, letters: str) -> bool:
    """Whether a name begins with the first of the letters, and has the others in their order."""
    at = 0
    if full[:1] != letters[:1]:
        return False
    for letter in letters:
        at = full.find(letter, at) + 1
        if not at:
            return False
    return True


def _may_name(term: str) -> bool:
    words = term.split()
    return (
        0 < len(words) <= _LONGEST_TERM
        and is_name(term)
        and is_noun(words[-1].lstrip("„*"))
        and "," not in term
        and words[0] not in ("dass", "nicht")
    )


NAMING = (
    Rule(
        "understood",
        "what one understands by a word",
        asked(
            3.0,
            r"Unter (?P<term>[^,;:]{3,80}?) (?P<verb>versteht|verstehen) (?P<who>man|\w+) "
            r"(?P<what>(?!sich).{8,})",
            "Was {verb} {who} unter {term}?",
        ),
        (
            (
                "Unter einem Deich versteht man einen Damm, der das Land vor Hochwasser schützt.",
                (
                    "Was versteht man unter einem Deich? / "
                    "Einen Damm, der das Land vor Hochwasser schützt."
                ),
            ),
        ),
        ("Unter Wasser versteht man sich schlecht.", "Unter dem Deich liegt ein Graben."),
        defines=True,
        needs=("Unter ",),
    ),
    Rule(
        "understood by it",
        "the same in the passive",
        asked(
            3.0,
            r"Unter (?P<term>[^,;:]{3,80}?) (?:wird|werden) (?P<what>.{8,}?) verstanden"
            r"(?P<more>,.+)?",
            "Was wird unter {term} verstanden?",
            "{what}{more}",
        ),
        (
            (
                "Unter Mulchen wird das Bedecken des Bodens mit Laub oder Stroh verstanden.",
                (
                    "Was wird unter Mulchen verstanden? / "
                    "Das Bedecken des Bodens mit Laub oder Stroh."
                ),
            ),
        ),
        ("Unter Druck wird Eis wieder flüssig.",),
        defines=True,
        needs=("Unter ",),
    ),
    Rule(
        "designated",
        "what one calls by a word",
        asked(
            3.0,
            r"Als (?P<term>[^,;:]{3,60}?) (?P<verb>bezeichnet|bezeichnen) "
            r"(?P<who>man|der \w+|die \w+) (?P<what>.{8,})",
            "Was {verb} {who} als {term}?",
        ),
        (
            (
                "Als Geest bezeichnet man das höher gelegene, sandige Land hinter der Marsch.",
                (
                    "Was bezeichnet man als Geest? / "
                    "Das höher gelegene, sandige Land hinter der Marsch."
                ),
            ),
        ),
        ("Als Lehrling bezeichnet er sich selbst.",),
        defines=True,
        needs=("Als ",),
    ),
    Rule(
        "designated as",
        "the same in the passive",
        asked(
            3.0,
            r"Als (?P<term>[^,;:]{3,60}?) (?P<verb>wird|werden) (?P<by>(?:von [A-ZÄÖÜ]\w+ )?)"
            r"(?P<what>.{8,}?) bezeichnet"
            r"(?P<more>,.+)?",
            "Was wird {by} als {term} bezeichnet?",
            "{what}{more}",
        ),
        (
            (
                "Als Koog wird ein Stück Land bezeichnet, das dem Meer abgewonnen wurde.",
                ("Was wird als Koog bezeichnet? / Ein Stück Land, das dem Meer abgewonnen wurde."),
            ),
        ),
        defines=True,
        needs=("Als ",),
    ),
    Rule(
        "meant",
        "what is meant by a word",
        asked(
            3.0,
            r"Mit (?P<term>[^,;:]{2,60}?) (?P<verb>ist|sind) (?P<what>[^,;:]{8,}?) gemeint"
            r"(?P<more>,.+)?",
            "Was ist mit {term} gemeint?",
            "{what}{more}",
        ),
        (
            (
                "Mit Achtern ist der hintere Teil des Bootes gemeint.",
                "Was ist mit Achtern gemeint? / Der hintere Teil des Bootes.",
            ),
        ),
        ("Mit dem Boot ist die Insel in einer Stunde erreicht.",),
        defines=True,
        needs=("Mit ",),
    ),
    Rule(
        "spoken of",
        "when one speaks of something",
        asked(
            3.0,
            r"(?:Von (?P<term>[^,;:]{3,60}?) spricht (?:man|der \w+)"
            r"|Man spricht (?:dann )?von (?P<other>[^,;:]{3,60}?)), "
            r"(?P<what>(?:wenn|sobald) .{8,})",
            "Wann spricht man von {term}{other}?",
        ),
        (
            (
                "Von einer Springflut spricht man, wenn Sonne und Mond in einer Linie stehen.",
                (
                    "Wann spricht man von einer Springflut? / "
                    "Wenn Sonne und Mond in einer Linie stehen."
                ),
            ),
        ),
        ("Von dieser Flut spricht man, wenn der Damm bricht.",),
        defines=True,
        needs=("spricht ",),
    ),
    Rule(
        "spoken of afterwards",
        "the same, the case first",
        asked(
            3.0,
            r"(?P<what>Wenn .{8,160}?), spricht (?P<who>man|der \w+) (?P<of>vom|von) "
            r"(?P<term>[^,;:]{3,60})",
            "Wann spricht {who} {of} {term}?",
        ),
        (
            (
                "Wenn Holz beim Trocknen schrumpft, spricht der Tischler vom Schwinden.",
                "Wann spricht der Tischler vom Schwinden? / Wenn Holz beim Trocknen schrumpft.",
            ),
        ),
        defines=True,
        needs=("spricht ",),
    ),
    Rule(
        "called first",
        "the word first, then what is called by it",
        called_first,
        (
            (
                "Siel nennt man das Tor im Deich, durch das Wasser abfließt.",
                ("Was versteht man unter „Siel“? / Das Tor im Deich, durch das Wasser abfließt."),
            ),
        ),
        ("Ein junges Schaf nennt man Lamm.",),
        defines=True,
        needs=(" nenn",),
    ),
    Rule(
        "called",
        "what something is called",
        called,
        (
            (
                "Das weibliche Schaf heißt Aue.",
                "{{c1::Das weibliche Schaf}} heißt {{c2::Aue}}.",
            ),
            (
                "Ein kastriertes männliches Schaf nennt man Hammel.",
                "{{c1::Ein kastriertes männliches Schaf}} nennt man {{c2::Hammel}}.",
            ),
            (
                "Das Werfen der Lämmer wird als Ablammen bezeichnet.",
                "{{c1::Das Werfen der Lämmer}} wird als {{c2::Ablammen}} bezeichnet.",
            ),
        ),
        (
            "Das heißt, dass die Schafe im Stall bleiben.",
            "Kochsalz wird auch Natriumchlorid genannt.",
        ),
        defines=True,
    ),
)
BESIDE = (
    Rule(
        "abbreviation",
        "what an abbreviation stands for",
        abbreviation,
        (
            (
                "Das Bürgerliche Gesetzbuch (BGB) trat am 1. Januar 1900 in Kraft.",
                "Wofür steht die Abkürzung BGB? / Das Bürgerliche Gesetzbuch.",
            ),
        ),
        ("Der Motor (OHC) läuft.",),
        needs=("(",),
    ),
)
BACK = Rule(
    "named back",
    "what the next sentence gives a name to",
    named_back,
    (
        (
            "Eis schmilzt unter Druck schon bei Frost. Dieser Vorgang wird Regelation genannt.",
            "Was versteht man unter „Regelation“? / Eis schmilzt unter Druck schon bei Frost.",
        ),
    ),
    ("Eis schmilzt unter Druck. Dieser Vorgang ist bekannt.",),
    defines=True,
)
