"""Lists in German running text."""

import re

from deckgen.extract.concepts.forms.deletions import hidden
from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.languages.german.antecedents import points_back
from deckgen.extract.languages.german.clauses import clause, is_noun
from deckgen.extract.languages.german.wording import informative, is_name, sentence
from deckgen.extract.languages.german.words import PREPOSITIONS, SUBORDINATORS

_LONGEST = 34  # words
_COUNT = r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|mehrere|verschiedene|folgende)"
_COUNTED = re.compile(
    rf"(?P<lead>Es gibt|Man unterscheidet)(?: zwischen)? (?P<what>{_COUNT}[^:,]{{3,70}}): "
    r"(?P<list>[^:]{8,300})"
)
MEMBERS = {
    "gehören": "gehört", "gehört": "gehört", "zählen": "zählt", "zählt": "zählt",
    "gehörten": "gehörte", "zählten": "zählte",
}  # fmt: skip
_DIVIDED = re.compile(
    r"(?:[^,;:]{3,80}? (?:gliedert|gliedern|unterteilt|unterteilen|teilt|teilen)"
    r" sich(?: [^,;:]{3,60}?)?? in"
    r"|Man (?:unterscheidet|unterteilt)(?: [^,;:]{3,50}?)??(?: in| zwischen)?"
    r"|[^,;:]{3,80}? unterscheidet man(?: zwischen)?) (?P<what>[^;:]{8,200})"
)
_LISTED = re.compile(r"(?P<head>[^:]{10,160}): (?P<list>[^:]{8,240})")
_SEVERAL = re.compile(r"[^,]{2,60}(?:, [^,]{2,60}){1,9},? (?:und|oder|sowie|bzw\.) [^,]{2,80}")
_PAIR = re.compile(r"[^,]{2,60} (?:und|oder|sowie) [^,]{2,60}")


def counted(text: str, parts: object = None) -> Form | None:
    """``Es gibt drei Arten von Deichen: ...`` -> Welche drei Arten von Deichen gibt es?"""
    found = _COUNTED.fullmatch(text.rstrip(". "))
    if not found or not is_list(found["list"]) or len(found["list"].split()) > _LONGEST:
        return None
    verb = "gibt es" if found["lead"] == "Es gibt" else "unterscheidet man"
    return Form(3.0, f"Welche {weak(found['what'])} {verb}?", sentence(found["list"]))


def weak(phrase: str) -> str:
    """``drei große Arten`` behind "welche": ``drei großen Arten``."""
    words = phrase.split()
    noun = next((i for i, word in enumerate(words) if i and is_noun(word)), 0)
    words[1:noun] = [f"{w}n" if w.endswith("e") else w for w in words[1:noun]]
    if words[0] in ("verschiedene", "folgende"):
        words = words[1:]
    return " ".join(words)


def members(text: str, parts: object = None) -> Form | None:
    """``Zu den Nadelbäumen gehören ...`` -> Was gehört zu den Nadelbäumen?"""
    said = clause(text)
    if not said or said.verb not in MEMBERS or not re.match(r"Zu[mr]? ", said.first):
        return None
    group = said.first[:1].lower() + said.first[1:]
    if not is_name(group.split(maxsplit=1)[1]) or not is_list(said.rest):
        return None
    what = re.sub(r"^(?:u\. a\.|vor allem|unter anderem|z\. B\.|insbesondere) ", "", said.rest)
    return Form(3.0, f"Was {MEMBERS[said.verb]} {group}?", sentence(what))


def listed(text: str, parts: object = None) -> Form | None:
    """``Der Wald hat drei Schichten: ...`` hides the list."""
    found = _LISTED.fullmatch(text.rstrip(". "))
    if not found or not is_list(found["list"]) or len(found["list"].split()) > _LONGEST:
        return None
    if clause(found["head"]) is None:
        return None  # a title
    span = found.span("list")
    return Form(2.8, cloze=hidden(text, (span,))) if informative(text, span) else None


def divided(text: str, parts: object = None) -> Form | None:
    """``Ein Baum gliedert sich in Wurzel, Stamm und Krone.`` hides the parts."""
    found = _DIVIDED.fullmatch(text.rstrip(". "))
    if not found or not is_list(found["what"]) or points_back(text):
        return None
    span = found.span("what")
    return Form(2.8, cloze=hidden(text, (span,))) if informative(text, span) else None


def is_list(text: str) -> bool:
    """Whether a text names several things, and says nothing of them."""
    plain = text.rstrip(". ")
    if not (_SEVERAL.fullmatch(plain) or _PAIR.fullmatch(plain)):
        return False
    items = plain.split(", ")
    return not any(clause(i) or i.split()[0] in SUBORDINATORS - PREPOSITIONS for i in items)


LISTING = (
    Rule(
        "counted",
        "how many there are, and which",
        counted,
        (
            (
                "Es gibt drei große Arten von Deichen: Seedeiche, Flussdeiche und Sommerdeiche.",
                (
                    "Welche drei großen Arten von Deichen gibt es? / "
                    "Seedeiche, Flussdeiche und Sommerdeiche."
                ),
            ),
            (
                "Man unterscheidet vier Arten von Nadeln: flache, runde, spitze und stumpfe.",
                (
                    "Welche vier Arten von Nadeln unterscheidet man? / "
                    "Flache, runde, spitze und stumpfe."
                ),
            ),
        ),
        ("Es gibt drei Gründe: Der Deich ist alt.",),
        defines=True,
        needs=(": ",),
    ),
    Rule(
        "members",
        "what belongs to a group",
        members,
        (
            (
                "Zu den Nadelbäumen gehören Fichten, Tannen und Kiefern.",
                "Was gehört zu den Nadelbäumen? / Fichten, Tannen und Kiefern.",
            ),
            (
                "Zur Ausrüstung zählen Helm, Seil und Gurt.",
                "Was zählt zur Ausrüstung? / Helm, Seil und Gurt.",
            ),
        ),
        ("Zu den Nadelbäumen gehört, wer Nadeln hat.",),
        needs=("Zu",),
    ),
    Rule(
        "divided",
        "into what something is divided",
        divided,
        (
            (
                "Ein Baum gliedert sich in Wurzel, Stamm und Krone.",
                "Ein Baum gliedert sich in {{c1::Wurzel, Stamm und Krone}}.",
            ),
        ),
        ("Der Baum teilt sich den Platz mit anderen.",),
        needs=("glieder", "teil", "unterscheide"),
    ),
    Rule(
        "listed",
        "a list behind a colon",
        listed,
        (
            (
                "Der Wald hat drei Schichten: Kräuter, Sträucher und Bäume.",
                "Der Wald hat drei Schichten: {{c1::Kräuter, Sträucher und Bäume}}.",
            ),
        ),
        ("Die Regel ist einfach: Bleib unter der Linie.",),
        needs=(": ",),
    ),
)
