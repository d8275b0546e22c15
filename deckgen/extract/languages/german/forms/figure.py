"""Numbers, dates and limits in German."""

import re

from deckgen.extract.concepts.forms.deletions import Span
from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.concepts.forms.wording import hide
from deckgen.extract.languages.german.clauses import clause
from deckgen.extract.languages.german.forms.patterns import hides
from deckgen.extract.languages.german.forms.saying import said_of
from deckgen.extract.languages.german.words import STARTERS

_MOST = 4  # figures of one statement
_MONTH = (
    "(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jänner)"
)
_UNIT = (
    r"(?:\s?(?:%|‰|°C?|€|[kcmµ]?m[²³]?|[kmµ]?[gVAWlJN]|[kMG]?Hz|k?Pa|m?bar|ha|dB|kWh|kcal|m?Ah?|Ω|kn|sm"
    r"|[kMGT]B)(?:/\w{1,3})?(?!\w)"
    r"|\s(?:Prozent(?:punkte)?n?|Promille|Grad|Euro|Cent|Stunden?|Tagen?|Wochen?|Monaten?|Jahren?"
    r"|Minuten?|Sekunden?|Tage|Monate|Jahre|Meter|Metern|Kilometern?|Zentimetern?|Millimetern?|Litern?"
    r"|Gramm|Kilogramm|Tonnen?|Knoten|Seemeilen?|Volt|Ampere|Watt|Hertz|Bit|Byte|Mio\.|Mrd\."
    r"|Million(?:en)?|Milliarden?|Mal)(?!\w))"
)
_NUMBER = re.compile(
    rf"(?<![\w.,/§-])(?:§§? )?\d{{1,9}}(?:[. ]\d{{3}}){{0,3}}(?:,\d{{1,4}})?{_UNIT}{{0,2}}"
    r"(?![\w-])"
)
_WORD_NUMBER = re.compile(
    r"\b(?:alle )?(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|dreißig|hundert"
    r"|ein(?:e|en|em|er)? halbe[sn]?) (?:Stunden|Tagen?|Wochen|Monaten?|Jahren?|Minuten|Sekunden"
    r"|Prozent|Meter)\b"
    r"|\b(?:ein|zwei|drei|vier|fünf|sechs)mal (?:täglich|wöchentlich|monatlich|jährlich"
    r"|(?:am|pro|im) (?:Tag|Woche|Monat|Jahr))\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"\b\d{{1,2}}\. {_MONTH}(?: \d{{3,4}})?\b|\b{_MONTH} \d{{4}}\b|\b\d{{1,2}}\. Jahrhunderts?\b"
    r"|\b(?:1\d|20)\d\d\b(?:/\d{2,4})?(?! [a-zäöüß]?m\b)"
)
_RANGE = (" bis ", "–", "-", " – ", " bis zu ")  # "40 bis 60 Stunden" is one figure
_COUNTS = re.compile(r" (?:bis |[A-ZÄÖÜ][a-zäöüß])")
_BEFORE_YEAR = frozenset("Jahr Jahre Jahren Jahres".split())


def figure(text: str, parts: object = None) -> Form | None:
    """All figures of a statement are hidden on one card, what it says beside them on another."""
    spans = spans_of(text)
    if not 0 < len(spans) <= _MOST or clause(text) is None:
        return None
    others = [s for s in said_of(text) if not any(_touches(s, span) for span in spans)]
    numbered = [(span, 1) for span in spans] + [(span, 2) for span in others[:1]]
    cloze, last = "", 0
    for (begin, end), number in sorted(numbered):
        cloze += text[last:begin] + hide(text[begin:end], number)
        last = end
    return Form(2.5, cloze=cloze + text[last:])


def spans_of(text: str) -> list[Span]:
    """Where figures stand; a range is one, and names with numbers are none."""
    found = [m.span() for pattern in (_DATE, _NUMBER, _WORD_NUMBER) for m in pattern.finditer(text)]
    spans: list[Span] = []
    for begin, end in sorted(found, key=lambda s: (s[0], s[0] - s[1])):
        if (spans and begin < spans[-1][1]) or _belongs_to_name(text, begin, end):
            continue
        if spans and text[spans[-1][1] : begin] in _RANGE:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((begin, end))
    return spans


def _touches(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _belongs_to_name(text: str, begin: int, end: int) -> bool:
    """``Schutzzone 1``, ``Nr. 3``: the figure is part of what is named, and no fact."""
    before = text[:begin].split()
    if not before or text[begin] == "§" or _DATE.fullmatch(text[begin:end]):
        return False
    if before[-1] in ("Nr.", "Abs.", "Art.", "DIN", "ISO", "EN", "Kapitel", "Abb.", "Tab."):
        return True
    if _COUNTS.match(text, end):
        return False  # "im Durchschnitt 5 Eier"
    measured = not text[begin:end].replace(".", "").isdigit()
    name = before[-1][:1].isupper() and before[-1].isalpha() and before[-1] not in STARTERS
    return name and not measured and before[-1] not in _BEFORE_YEAR


FIGURE = (
    Rule(
        "made by",
        "who made, founded or found something",
        hides(
            2.6,
            r"(?:[^,;]{3,90}) (?:wurde|wurden) (?:[^,;]{0,60}? )?von (?P<who>(?:der |dem |den )?"
            r"[A-ZÄÖÜ][^,;]{2,60}?) (?:erfunden|entdeckt|gegründet|entwickelt|vorgeschlagen|erbaut"
            r"|formuliert|eingeführt|verfasst|geschrieben|komponiert|gemalt|entworfen|geprägt"
            r"|aufgestellt|gestürzt|beschrieben)",
            "who",
        ),
        (
            (
                "Der Buchdruck mit beweglichen Lettern wurde von Johannes Gutenberg erfunden.",
                (
                    "Der Buchdruck mit beweglichen Lettern wurde von "
                    "{{c1::Johannes Gutenberg}} erfunden."
                ),
            ),
        ),
        ("Die Straße wurde von Schnee bedeckt.", "Der Fund wurde 1856 im Neandertal gemacht."),
        needs=(" von ",),
    ),
    Rule(
        "figure",
        "numbers with units, dates, limits",
        figure,
        (
            (
                "Ein Seemeile misst 1,852 km.",
                "Ein Seemeile misst {{c1::1,852 km}}.",
            ),
            (
                "Die Fahne muss am 3. Oktober 1990 gehisst worden sein.",
                "Die Fahne muss am {{c1::3. Oktober 1990}} gehisst worden sein.",
            ),
            (
                "Der Druck beträgt höchstens 4 bis 6 bar.",
                "Der Druck beträgt höchstens {{c1::4 bis 6 bar}}.",
            ),
        ),
        ("In Schutzzone 1 wird nicht geangelt.", "Der Nachweis steht in Kapitel 3."),
    ),
)
