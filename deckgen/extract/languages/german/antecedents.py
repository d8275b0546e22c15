"""What points back in German: resolved where number and gender leave no doubt, or not at all."""

import re
from dataclasses import dataclass

from deckgen.extract.languages.german.clauses import bare, clause, is_noun, is_plural, noun_phrase
from deckgen.extract.languages.german.wording import inside, is_name, raised
from deckgen.extract.languages.german.words import ARTICLES, FINITE, POINTERS, PRONOUNS

_BY_ARTICLE = {"der": "m", "die": "f", "das": "n", "ein": "mn", "eine": "f", "jeder": "m"}
_BY_ARTICLE |= {"jede": "f", "jedes": "n", "kein": "mn", "keine": "f"}
_BY_ENDING = (
    (
        re.compile(
            r".{2,}(?:ung|heit|keit|schaft|ion|tät|ik|enz|anz|ose|yse|ese"
            r"|säure|kraft|zelle|stelle|größe|welle|quelle|pflicht|schicht|zahl|pflanze)"
        ),
        "f",
    ),
    (re.compile(r".{2,}(?:chen|lein|ment|um|oxid|gesetz|recht|gas|tier|wasser|system)"), "n"),
    (re.compile(r".{2,}(?:ismus|ling|eur|stoff|strom|vertrag|druck|prozess|vorgang)"), "m"),
)
_LONGEST = 7  # words of a name that is said again
_PRONOUN = {"er": "m", "sie": "f", "es": "n"}
_DEMONSTRATIVE = {"dieser": "m", "diese": "fp", "dieses": "n"}
_NOBODY = frozenset(
    """
    gibt gab handelt handelte geht ging kommt kam bedarf folgt empfiehlt lohnt reicht regnet heißt
    kann muss darf wird gilt
    """.split()
)
_FIRST = re.compile(r"(?P<who>Er|Sie|Es) (?P<verb>[a-zäöüß]+)\b")
_NOUN_AGAIN = re.compile(r"(?P<this>Diese[rs]?) (?P<noun>[A-ZÄÖÜ][\w-]+)\b")
_OWN = re.compile(
    r"(?P<own>Ihre|Ihr) (?P<more>(?:[a-zäöüß]{3,}(?P<ending>e[rs]?n?) )?)(?P<noun>[A-ZÄÖÜ][\w-]+)\b"
)
_INSIDE = re.compile(
    r"(?:^[^,]*|^(?:[^,]*, )?(?:und|aber) )\b(?:dies(?:e[rsnm]?)?|hierbei|hierfür|jene[rsnm]?"
    r"|solche[rsnm]?(?= [A-ZÄÖÜ]))\b"
    r"|\b(?:siehe (?:oben|unten)|oben genannte[nrsm]?|obige[nrsm]?|erstere[rnsm]?"
    r"|letztere[rnsm]?)\b",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"(?:Unter|Als|Mit|Von) (?P<article>(?:der|einer) )?(?P<term>(?:[a-zäöüß]+en )?[A-ZÄÖÜ][\w-]+) "
    r"(?:versteht|bezeichnet|ist|spricht|wird)\b"
)
_IMPERSONAL = re.compile(r"Es (?:gibt|gab|existieren) ")
_KINDS = re.compile(
    r"(?P<lead>(?:Es gibt|Man unterscheidet) \w+ (?:\w+ )?(?:Arten|Formen|Typen|Gruppen|Stufen"
    r"|Phasen|Klassen|Teile|Schichten|Bereiche))(?P<list>: .+)"
)
# "Der Grund ist ...", "Ein bekanntes Beispiel ist ...": of what, the sentence before says.
_OF_WHAT = re.compile(
    r"(?:(?:Der|Die|Das|Ein|Eine) )?(?:[a-zäöüß]+ )?(?:Grund|Gründe|Folgen?|Ergebnis"
    r"|Ursachen?|Vorteile?|Nachteile?|Unterschied|Ziel|Beispiele?|Voraussetzung|Ausnahmen?|Zweck) "
    r"(?:hierfür |dafür |davon )?(?:ist|sind|war|waren)\b|(?:Das|Die|Der) (?:Ergebnis|Folge|Grund):"
    r"|(?:(?:Von|Bis|Nach|Ab) (?:dort|hier|da)|Zum anderen|Andererseits"
    r"|(?:(?:Als|Eine?|Einen) )?weitere[rsn]?)\b",
    re.IGNORECASE,
)
_IN_PARENTHESES = re.compile(r" \([^()]{1,60}\)")
_LEAD = re.compile(
    r"(?:Trotzdem|Dennoch|Außerdem|Zudem|Ferner|Darüber hinaus|Zusätzlich|Allerdings"
    r"|Jedoch|Weiterhin|Zum Beispiel"
    r"|Beispielsweise|Im Allgemeinen|In der Regel|Grundsätzlich|Übrigens|Des Weiteren|Hingegen"
    r"|Dagegen|Im Gegenzug|Umgekehrt|Genauer gesagt|Vereinfacht gesagt|Normalerweise|Schließlich"
    r"|Insgesamt|Generell|Typischerweise|Bekanntlich|Tatsächlich|Natürlich) (?=[a-zäöüß])"
)


@dataclass(frozen=True, slots=True)
class Named:
    """What the sentence before speaks of; ``gender`` has "m", "f", "n" or "p" for a plural."""

    name: str = ""
    gender: str = ""


def heard(text: str) -> Named:
    """What a sentence, or a heading, speaks of."""
    if found := _DEFINED.match(text):
        return _defined(found)
    parts = clause(text)
    subject = parts.subject if parts else noun_phrase(text)
    name = noun_phrase(subject)
    if not name or not is_name(name) or (parts is None and name != text.strip()):
        return Named()
    gender = "p" if parts and parts.plural else _gender(name)
    whole = is_name(subject) and "," not in subject and len(subject.split()) <= _LONGEST
    return Named(subject if whole else name, gender)


def _defined(found: re.Match[str]) -> Named:
    """``Unter der Osmose versteht man ...``: a word that is defined, as a subject."""
    term, article = found["term"], (found["article"] or "").strip()
    if article:
        words = [w.removesuffix("n") if w[:1].islower() else w for w in term.split()]
        return Named(" ".join(["Die" if article == "der" else "Eine", *words]), "f")
    return Named(term, _gender(term)) if " " not in term else Named()


def _gender(name: str) -> str:
    words = name.split()
    if found := _BY_ARTICLE.get(words[0].lower()):
        return found
    head = next((bare(word) for word in words if is_noun(word)), "")
    ends = words[-1] == head or words[1:2] in (["der"], ["des"], ["von"])
    return next((g for ending, g in _BY_ENDING if ends and ending.fullmatch(head)), "")


def resolve(text: str, memory: Named) -> str:
    """The statement with what points back replaced, itself where nothing does, else nothing."""
    text = _without_lead(text)
    for resolver in (_as_subject, _by_noun, _as_owner, _behind_verb, _of_kind):
        if memory.name and (resolved := resolver(text, memory)):
            text = resolved
            break
    return "" if points_back(text) or _INSIDE.search(text) or _KINDS.match(text) else text


def points_back(text: str) -> bool:
    """Whether a text needs what came before: ``Das``, ``Dabei``, ``Für sie ...``."""
    words = text.split()
    first = bare(words[0]).lower() if words else ""
    if _OF_WHAT.match(text):
        return True
    second = words[1] if len(words) > 1 else ""
    if first in ARTICLES:
        return first in POINTERS and second.rstrip(",") in FINITE  # "Das ist", but "Das Tier ist"
    if first in POINTERS and not _IMPERSONAL.match(text):
        return True
    parts = clause(text)
    if not parts or "," in parts.first:
        return False
    spoken_of = parts.rest.split()[0] if parts.rest else ""
    if spoken_of in ("das", "dies") and not noun_phrase(parts.rest):
        return True
    return spoken_of in PRONOUNS - {"sich", "man"} and not (
        spoken_of == "es" and parts.verb in _NOBODY
    )


def _as_subject(text: str, memory: Named) -> str:
    found = _FIRST.match(text)
    if not found or not _agrees(found["who"], found["verb"], memory):
        return ""
    if found["who"] == "Es" and (found["verb"] in _NOBODY or re.search(r", (?:dass|ob)\b", text)):
        return ""
    return f"{raised(memory.name)}{text[len(found['who']) :]}"


def _behind_verb(text: str, memory: Named) -> str:
    """``Für den Menschen ist sie harmlos.``: the subject stands behind the verb."""
    parts = clause(text)
    who, _, rest = parts.rest.partition(" ") if parts else ("", "", "")
    if not parts or parts.subject or who not in _PRONOUN or "," in parts.first or not rest:
        return ""
    if points_back(parts.first) or not _agrees(who, parts.verb, memory) or who == "es":
        return ""
    return f"{parts.first} {parts.verb} {inside(memory.name)} {rest}."


def _agrees(who: str, verb: str, memory: Named) -> bool:
    plural = is_plural(verb)
    gender = "p" if plural and who.lower() == "sie" else _PRONOUN[who.lower()]
    return gender in memory.gender and (gender == "p") == plural


def _by_noun(text: str, memory: Named) -> str:
    """``Rote Blutzellen ... Diese Zellen ...``: the noun comes again, or the end of it."""
    found = _NOUN_AGAIN.match(text)
    parts = clause(text)
    if not found or not parts or parts.first != found[0]:
        return ""
    genders = _DEMONSTRATIVE[found["this"].lower()]
    gender = "p" if parts.plural else genders[0]
    head = bare(noun_phrase(memory.name).split()[-1]).lower()
    if gender not in memory.gender or gender not in genders:
        return ""
    return f"{memory.name}{text[found.end() :]}" if head.endswith(found["noun"].lower()) else ""


def _as_owner(text: str, memory: Named) -> str:
    """``Ihre Ziele waren ...`` -> ``Die Ziele der Revolution waren ...``, where forms are sure."""
    found = _OWN.match(text)
    owner = genitive(memory) if found else ""
    if not found or not owner:
        return ""
    if found["own"] == "Ihre":
        article, more = "Die", found["more"]
    else:
        article = {"er": "Der", "es": "Das"}.get(found["ending"] or "", "")
        more = found["more"].rstrip()[:-1] + " "  # "wichtigstes" -> "wichtigste"
    return f"{article} {more}{found['noun']} {owner}{text[found.end() :]}" if article else ""


def _of_kind(text: str, memory: Named) -> str:
    """``Es gibt drei Arten: ...`` -> ``Es gibt drei Arten von Wellen: ...``"""
    found = _KINDS.match(text)
    name = memory.name
    if not found or memory.gender != "p" or " " in name or not name.endswith(("n", "s")):
        return ""
    return f"{found['lead']} von {name}{found['list']}"


def genitive(named: Named) -> str:
    """``die elektrische Spannung`` -> ``der elektrischen Spannung``: only what ends alike in it."""
    head, of, rest = _IN_PARENTHESES.sub("", named.name).partition(" von ")
    words = head.split()
    if named.gender not in ("f", "p") or words[0].lower() not in ("die", "eine"):
        return ""
    if not all(word.endswith(("e", "en")) for word in words[1:-1]):
        return ""
    article = "einer" if words[0].lower() == "eine" else "der"
    weak = [word if word.endswith("n") else f"{word}n" for word in words[1:-1]]
    return " ".join([article, *weak, words[-1]]) + of + rest


def _without_lead(text: str) -> str:
    """``Außerdem speichert die Leber Eisen.`` -> ``Die Leber speichert Eisen.``"""
    found = _LEAD.match(text)
    return straight(f"Nun {text[found.end() :]}") or text if found else text


def straight(text: str) -> str:
    """A statement whose subject stands behind the verb, with its subject first; or nothing."""
    parts = clause(text)
    if not parts:
        return ""
    reflexive = parts.rest.startswith("sich ")
    rest = parts.rest.removeprefix("sich ")
    name = noun_phrase(rest, names=not parts.plural)
    if not name or name.split()[0].lower() in ("den", "dem", "des", "einen", "einem", "eines"):
        return ""
    behind = f"{'sich ' if reflexive else ''}{rest[len(name) :].strip()}".strip()
    return f"{raised(name)} {parts.verb} {behind}." if behind and is_name(name) else ""
