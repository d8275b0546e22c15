"""The sections of a page: each heading with the lines that stand below it."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from deckgen.parse import languages, markers, tags
from deckgen.parse.page import Page

# These name a list of terms wherever they stand in a heading ("Geology glossary") ...
_SURELY = """
    glossary|vocabulary|vocab|word ?list|terminology|definitions|flash ?cards
    glossar|vokabeln?|vokabelliste|wortschatz|fachbegriffe|grundbegriffe|definitionen|karteikarten
    lernkarten|begriffserklärungen?|glossaire|vocabulaire|lexique|définitions|glosario|vocabulario
    léxico|definiciones|glossário|vocabulário|definições|glossario|vocabolario|lessico|definizioni
    woordenlijst|begrippenlijst|woordenschat|definities|słowniczek|słownictwo|słówka|definicje
    ordlista|ordliste|glosor|gloser|sanasto|slovníček|slovíčka|kelimeler|глоссарий|словарь
    определения|词汇|词汇表|术语|术语表|生词|名词解释|詞彙|術語|単語|単語帳|用語|用語集|語彙|단어|단어장|용어
    مصطلحات|المصطلحات|مفردات|المفردات|تعريفات|מונחים|מושגים|הגדרות|אוצר מילים|λεξιλόγιο|ορισμοί
    \\w{2,20}vokabeln
"""
# ... and these only alone, or behind a word such as "key".
_ALONE = """
    terms?|words|concepts|definition|abbreviations|acronyms|wörter|begriffe|abkürzungen|termes
    notions|mots|mots[- ]clés|abréviations|términos|palabras|abreviaturas
    nouns|verbs|adjectives|adverbs|idioms|nomen|substantive|verben|adjektive|adverbien|redewendungen
    phrases|expressions|sayings|proverbs|redemittel|ausdrücke|sätze|sprichwörter|proverbes|modismos
    expresiones|frases|espressioni|frasi|modi di dire|expressões|uitdrukkingen|uttryck|udtryk
    выражения|verbi|avverbi|sostantivi|substantivos|advérbios|werkwoorden|naamwoorden|czasowniki
    noms|verbes|adjectifs|adverbes|locutions|sustantivos|verbos|adjetivos|adverbios|nomi|aggettivi
    conceptos|termos|palavras
    conceitos|termini|parole|concetti|begrippen|pojęcia|begrepp|begreber|begreper|термины|понятия
"""
_BEFORE = "key|important|main|new|basic|useful|essential|wichtige|neue|zentrale|nouvelles|nuevas"
_AFTER = "(?:clés|importants|importantes|clave|chave|chiave|and definitions|und definitionen)"


def _any_of(table: str) -> str:
    return "|".join(line.strip() for line in table.strip().splitlines())


_NAMES_GLOSSARY = re.compile(
    rf"(?:.{{0,50}}\s)?(?:{_any_of(_SURELY)})(?:\s.{{0,50}}|\s?[:(–—-].{{0,50}})?"
    rf"|(?:(?:{_BEFORE})\s)?(?:{_any_of(_ALONE)})(?:\s(?:and|und|et|y|e|&)\s(?:{_any_of(_ALONE)}))?"
    rf"(?:\s{_AFTER})?(?:\s?[:(–—].{{0,50}}|\s\d{{1,3}})?"
    rf"|(?:{_BEFORE})\s(?:{_any_of(_ALONE)})\s(?:in|of|for|from)\s.{{1,50}}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:(?:[IVX]{1,5}|[A-Z])[.)]|\d{1,2}(?:\.\d{1,2})?[.)]?)\s+(?=\S)")
_LONGEST_NAME = 8  # words
_LOWEST = 7  # the level of a line such as "Key terms:", below all headings
_MOST = 0.6  # of the headings of a level ask, or of its sections end in tags
_LEAST = 3  # headings that ask; two sections that end in tags are enough
_BOLD = 6  # the level of a bold line that reads as a heading, below those with hashes
_ASKS = re.compile(r"[?？؟][\"”’»)*_]{0,4}$")
_ANYTHING = re.compile(
    r"(?:any )?(?:further |more |open )?(?:questions|fragen|q&a)\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading at index ``start`` over the lines from ``body`` to ``stop`` (excluded).

    ``glossary`` says that it, or a heading above it, names a list of terms; ``parent`` is the
    place of the section around it in the outline, or -1.
    """

    start: int
    body: int
    stop: int
    level: int
    text: str
    glossary: bool
    parent: int

    @property
    def family(self) -> tuple[int, int]:
        """What it shares with the sections of its level under the same parent."""
        return self.parent, self.level


@dataclass(frozen=True, slots=True)
class Outline:
    """All sections in reading order.

    ``customs`` are the families whose headings are cards: most of them ask, or most of their
    sections end in lines of tags.
    """

    sections: tuple[Section, ...]
    customs: frozenset[tuple[int, int]]

    def place(self, at: int) -> int:
        """The place of the innermost section around an index, or -1."""
        place = bisect_right(self.sections, at, key=lambda s: s.start) - 1
        while place >= 0 and self.sections[place].stop <= at:
            place = self.sections[place].parent
        return place

    def at(self, at: int) -> Section | None:
        """The section whose heading stands at an index."""
        place = bisect_right(self.sections, at, key=lambda s: s.start) - 1
        found = self.sections[place] if place >= 0 else None
        return found if found and found.start == at and found.level < _LOWEST else None

    def in_glossary(self, at: int) -> bool:
        """Whether a heading above an index names a list of terms."""
        place = self.place(at)
        return place >= 0 and self.sections[place].glossary


def of(page: Page) -> Outline:
    """The outline of a page."""
    heads = [(i, found) for i in range(len(page.lines)) if (found := _head(page, i))]
    starts: list[tuple[int, int, int, str, int]] = []
    open_: list[int] = []  # places of the sections around this one
    stops = [len(page.lines)] * len(heads)
    for place, (start, (level, text)) in enumerate(heads):
        while open_ and heads[open_[-1]][1][0] >= level:
            stops[open_.pop()] = start
        starts.append((start, _behind(page, start), level, text, open_[-1] if open_ else -1))
        open_.append(place)
    sections: list[Section] = []
    for place, (start, body, level, text, parent) in enumerate(starts):
        above = parent >= 0 and sections[parent].glossary
        sections.append(
            Section(start, body, stops[place], level, text, above or names_glossary(text), parent)
        )
    return Outline(tuple(sections), _customs(page, sections))


def _customs(page: Page, sections: list[Section]) -> frozenset[tuple[int, int]]:
    families: dict[tuple[int, int], list[Section]] = {}
    for section in sections:
        families.setdefault(section.family, []).append(section)
    return frozenset(family for family, found in families.items() if _are_cards(page, found))


def _are_cards(page: Page, sections: list[Section]) -> bool:
    asking = sum(asks(section.text) for section in sections)
    if asking >= _LEAST and asking > _MOST * len(sections):
        return True
    tagged = sum(_ends_in_tags(page, section) for section in sections)
    return tagged > 1 and tagged >= _MOST * len(sections)


def _ends_in_tags(page: Page, section: Section) -> bool:
    last = section.stop - 1
    while last >= section.body and page.lines[last].blank:
        last -= 1
    return last > section.body and bool(tags.of_line(page.lines[last]))


def names_glossary(text: str) -> bool:
    """Whether a heading says that terms follow: "Key terms", "Vokabeln", "French – English"."""
    if languages.pair(text):
        return True
    text = _NUMBERED.sub("", markers.bare(text).rstrip(":： ").strip(), count=1)
    return len(text.split()) <= _LONGEST_NAME and bool(_NAMES_GLOSSARY.fullmatch(text))


def asks(text: str) -> bool:
    """Whether a heading asks something that can be answered."""
    long_enough = len(text.split()) > 1 or (len(text) > 4 and not text.isascii())
    return long_enough and bool(_ASKS.search(text)) and not _ANYTHING.fullmatch(text)


def _head(page: Page, at: int) -> tuple[int, str] | None:
    line = page.lines[at]
    if line.blank or line.verbatim:
        return None
    found = page.heading(at)
    apart = at + 1 == len(page.lines) or page.lines[at + 1].blank
    if found and (page.markdown or apart):  # elsewhere a heading is guessed, and may be an entry
        level = found[0] if not line.text.startswith("**") else _BOLD
        return level, tags.apart(found[1], anywhere=True)[0]
    alone = len(line.text) < 60 and page.gap(at) and not markers.bullet(line.text)
    return (_LOWEST, line.text) if alone and names_glossary(line.text) else None


def _behind(page: Page, at: int) -> int:
    """The index behind a heading and the line that underlines it."""
    below = page.lines[at + 1].text if at + 1 < len(page.lines) else ""
    underlined = page.markdown and not page.lines[at].text.startswith("#")
    return at + 2 if underlined and len(below) > 1 and set(below) in ({"="}, {"-"}) else at + 1
