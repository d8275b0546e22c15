"""German forms that ask what something is, means, consists of, is for, or depends on."""

import re

from deckgen.extract.concepts.forms.deletions import hidden
from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.languages.german.clauses import Clause, clause, is_noun
from deckgen.extract.languages.german.wording import (
    alone,
    asks,
    informative,
    inside,
    is_name,
    main_part,
    quoted,
    sentence,
    told,
)
from deckgen.extract.languages.german.words import ADVERBS, ARTICLES, FINITE, PREPOSITIONS, TO_BE

_NOMINATIVE = frozenset("der die das ein eine kein keine jede jeder jedes alle".split())
_WHO_DOES = re.compile(r".+(?:er|or|ist|wirt|mann|ling|ant|ent|eur)")  # "Was ist Bäcker?"
_FOLLOWS = re.compile(r", (?:daher|deshalb|deswegen|somit|weshalb|denn|und|aber|jedoch)\b")
_IN_CASE = re.compile(r", (?:wenn|sobald|weil|da|falls|sofern|damit|um) ")
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.")
_PARTICLES = frozenset("von van de".split())
SAYS_NOTHING = re.compile(
    r"(?:(?:ein|eine|das|die|der) )?(?:weitere[rs]? |gute[rs]? |bekannte[rs]? |typische[rs]? "
    r"|klassische[rs]? |wichtige[rs]? |häufige[rs]? |große[rs]? |schöne[rs]? |kleine[rs]? )?"
    r"(?:Beispiele?|Thema|Sache|Punkt|Frage|Problem|Grund|Muss|Fall|Rolle|Ding|Wahl)\b"
)
_MEANS = (
    # verb, what follows the subject in the question
    (("bedeutet", "bedeuten"), ""),
    (("besagt", "besagen"), ""),
    (("heißt,",), ""),
    (("umfasst", "umfassen", "umfasste", "umfassten"), ""),
    (("beschreibt", "beschreiben"), ""),
    (("bezeichnet", "bezeichnen"), ""),
    (("gibt", "geben"), "an"),
    (("legt", "legen"), "fest"),
)
# Verbs and the preposition behind which their object stands -> how it is asked for.
_ASKED_BY = (
    ("besteht bestehen bestand bestanden", "aus", "Woraus", ""),
    ("besteht bestehen bestand", "darin", "Worin", ""),
    ("setzt setzen", "aus", "Woraus", "zusammen"),
    ("ergibt ergeben", "aus", "Woraus", ""),
    ("entsteht entstehen entstand entstanden", "durch", "Wodurch", ""),
    ("entsteht entstehen entstand entstanden", "aus", "Woraus", ""),
    ("beruht beruhen basiert basieren", "auf darauf", "Worauf", ""),
    ("führt führen führte führten", "zu zum zur dazu", "Wozu", ""),
    ("dient dienen diente dienten", "zu zum zur als der dem dazu", "Wozu", ""),
    ("hängt hängen", "von vom", "Wovon", "ab"),
    ("schützt schützen", "vor", "Wovor", ""),
    ("steht stehen", "für", "Wofür", ""),
    ("sorgt sorgen", "für", "Wofür", ""),
    ("eignet eignen", "für zum zur", "Wofür", ""),
    ("ernährt ernähren", "von vom", "Wovon", ""),
    ("zeichnet zeichnen", "durch", "Wodurch", "aus"),
    ("äußert äußern", "durch in", "Wodurch", ""),
    ("richtet richten", "nach", "Wonach", ""),
    ("bezieht beziehen", "auf", "Worauf", ""),
    ("beginnt beginnen begann begannen", "mit", "Womit", ""),
    ("endet enden endete endeten", "mit", "Womit", ""),
    ("liegt liegen befindet befinden", "in im am auf unter über zwischen oberhalb unterhalb hinter",
     "Wo", ""),
)  # fmt: skip
_BY = {
    verb: [(p.split(), w, end) for verbs, p, w, end in _ASKED_BY if verb in verbs.split()]
    for verbs, *_ in _ASKED_BY
    for verb in verbs.split()
}
_TIME = re.compile(
    r"\b(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Frühling"
    r"|Frühjahr|Sommer|Herbst|Winter|Uhr|\w*zeit|Jahrhundert)\b"
)
_PASSIVE = re.compile(
    r"(?P<before>(?:[a-zäöüß]+ )?)(?P<what>durch (?:(?!durch\b)[^,;]){4,140}) "
    r"(?P<verb>[a-zäöüß]+(?:t|en))"
)
_GOES_ON = re.compile(
    rf" (?:und|aber|sowie) (?:(?:{'|'.join(sorted(FINITE))}|[a-zäöüß]{{3,}}t) \S"
    r"|[a-zäöüß]+en (?:der|die|das|den|dem|ein\w*|kein\w*|im|in|am|auf)\b)|[;:]"
)


def kind(text: str, parts: object = None) -> Form | None:
    """``Ein Siel ist ein Tor im Deich.`` -> Was ist ein Siel?"""
    said = clause(text)
    what = _nominal(said) if said and said.verb in TO_BE and said.subject else ""
    if (
        not said
        or not what
        or SAYS_NOTHING.match(inside(said.subject))
        or not is_name(said.subject.split(",")[0])
    ):
        return None
    words = said.subject.split()
    if what.startswith("es, "):
        return Form(3.0, f"Was {said.verb} {inside(said.subject)}?", sentence(what[4:]))
    if _is_somebody(words):
        begin = text.find(what, len(said.first))
        spans = ((0, len(said.first)), (begin, begin + len(what)))
        fits = all(informative(text, span) for span in spans)
        return Form(2.5, cloze=hidden(text, spans)) if fits else None
    if len(words) == 1 and not said.plural and _WHO_DOES.fullmatch(words[0]):
        front = f"Was versteht man unter {quoted(said.subject)}?"
    else:
        front = f"Was {said.verb} {inside(said.subject)}?"
    return Form(3.0, front, sentence(what))


def _nominal(said: Clause) -> str:
    """What a subject is said to be, if it is a noun in the nominative; else nothing."""
    words = said.rest.split()
    while words and words[0].lower() in ADVERBS | {"somit", "dabei", "demnach"}:
        words = words[1:]
    what = _FOLLOWS.split(" ".join(words))[0]
    if re.match(r"es, (?!dass).+ \S*zu\S* ?\S*$", what):
        return what  # "Aufgabe des Siels ist es, Wasser abzuleiten"
    if not words or SAYS_NOTHING.match(what) or _GOES_ON.search(what.split(",")[0]):
        return ""
    main = main_part(re.sub(r"\([^()]*\)", "", what)).split()
    if not main or not is_noun(main[-1].lstrip("*„")):
        return ""  # "ist eine Woche geöffnet"
    if words[0].lower() in _NOMINATIVE:
        return what
    noun = next((word for word in words if is_noun(word)), "")
    before = words[: words.index(noun)] if noun else words
    described = not before or before[-1].endswith(("e", "er", "es"))
    return what if noun and described and not set(before) & (ARTICLES | PREPOSITIONS) else ""


def _is_somebody(words: list[str]) -> bool:
    """``Georg Simon Ohm``: a name of two words or more, without an article."""
    return (
        1 < len(words) < 5
        and all(word in _PARTICLES or word[:1].isupper() for word in words)
        and all(word.isalpha() or _INITIAL.fullmatch(word) for word in words)
        and words[0].lower() not in ARTICLES
        and not words[0].endswith(("e", "er", "es"))
    )


def meaning(text: str, parts: object = None) -> Form | None:
    """``Der Freibord bezeichnet den Abstand ...`` -> Was bezeichnet ...?"""
    said = clause(text)
    if not said or not said.subject or not is_name(said.subject):
        return None
    comma = "," if said.verb == "heißt" and "heißt," in text else ""
    end = next((end for verbs, end in _MEANS if said.verb + comma in verbs), None)
    if end is None:
        return None
    rest = said.rest
    if end:
        if not (found := re.match(rf"{end}, (?P<what>.+)", rest)):
            return None
        rest = found["what"]
    what = rest.lstrip(",: ")
    if len(what.split()) < 2 or _GOES_ON.search(what):
        return None
    if said.verb in ("bezeichnet", "bezeichnen") and alone(said.subject):
        return Form(3.0, f"Was versteht man unter {quoted(said.subject)}?", told(what))
    if said.verb.startswith("umfass"):
        return Form(2.6, asks("Was", said, ""), told(what))
    return Form(3.0, asks("Was", said, end), told(what))


def by_preposition(text: str, parts: object = None) -> Form | None:
    """``Messing besteht aus Kupfer und Zink.`` -> Woraus besteht Messing?"""
    said = clause(text)
    if not said or not said.subject or not is_name(said.subject) or said.verb not in _BY:
        return None
    if _IN_CASE.search(said.rest):
        return None
    reflexive = "sich" if said.rest.startswith("sich ") else ""
    rest = said.rest.removeprefix("sich ")
    for prepositions, word, end in _BY[said.verb]:
        what = rest.removesuffix(f" {end}") if end else rest
        words = [w for w in what.split(maxsplit=3) if w not in ADVERBS]
        if (end and what == rest) or len(words) < 2 or _GOES_ON.search(what):
            continue
        if words[0].rstrip(",") in prepositions:
            if word == "Wo" and (_TIME.search(what) or re.search(r"\d", what)):
                return None  # "liegt im Mai", "liegt zwischen 5 und 7"
            front = asks(word, said, " ".join(part for part in (reflexive, end) if part))
            return Form(2.6, front, sentence(what))
    return None


def by_what(text: str, parts: object = None) -> Form | None:
    """``Malaria wird durch Mücken übertragen.`` -> Wodurch wird Malaria übertragen?"""
    said = clause(text)
    if not said or said.verb not in ("wird", "werden", "wurde", "wurden") or not said.subject:
        return None
    found = _PASSIVE.fullmatch(said.rest)
    if not found or not is_name(said.subject):
        return None
    front = asks("Wodurch", said, f"{found['before']}{found['verb']}")
    return Form(2.6, front, sentence(found["what"]))


DEFINITION = (
    Rule(
        "kind",
        "what something is",
        kind,
        (
            (
                "Ein Siel ist ein Tor im Deich, durch das Wasser abfließt.",
                "Was ist ein Siel? / Ein Tor im Deich, durch das Wasser abfließt.",
            ),
            (
                "Buhnen sind Dämme, die ins Meer gebaut werden.",
                "Was sind Buhnen? / Dämme, die ins Meer gebaut werden.",
            ),
            (
                "Die Aufgabe des Siels ist es, das Wasser ins Meer zu leiten.",
                "Was ist die Aufgabe des Siels? / Das Wasser ins Meer zu leiten.",
            ),
            (
                "Theodor Storm war ein Dichter aus Husum.",
                "{{c1::Theodor Storm}} war {{c2::ein Dichter aus Husum}}.",
            ),
        ),
        (
            "Das Siel ist eine Woche geschlossen.",
            "Der Deich ist hoch.",
            "Der Deich ist ein gutes Beispiel.",
            "Den Deich ist er gelaufen.",
        ),
        defines=True,
    ),
    Rule(
        "meaning",
        "what a word means, what a law says, what a quantity tells",
        meaning,
        (
            (
                "Der Freibord bezeichnet den Abstand zwischen Deck und Wasser.",
                "Was versteht man unter „Freibord“? / Den Abstand zwischen Deck und Wasser.",
            ),
            (
                "Das Hebelgesetz besagt, dass Kraft mal Kraftarm gleich Last mal Lastarm ist.",
                (
                    "Was besagt das Hebelgesetz? / "
                    "Dass Kraft mal Kraftarm gleich Last mal Lastarm ist."
                ),
            ),
            (
                "Blanchieren heißt, Gemüse kurz in kochendes Wasser zu tauchen.",
                "Was heißt Blanchieren? / Gemüse kurz in kochendes Wasser zu tauchen.",
            ),
            (
                "Die Dichte gibt an, wie schwer ein Kubikmeter eines Stoffes ist.",
                "Was gibt die Dichte an? / Wie schwer ein Kubikmeter eines Stoffes ist.",
            ),
        ),
        ("Die Kuh gibt Milch.", "Das bedeutet viel Arbeit.", "Der Hund heißt Bello."),
        defines=True,
    ),
    Rule(
        "by preposition",
        "of what, for what, by what, on what: a verb with its preposition",
        by_preposition,
        (
            (
                "Messing besteht aus Kupfer und Zink.",
                "Woraus besteht Messing? / Aus Kupfer und Zink.",
            ),
            (
                "Der Zweck eines Ankers besteht darin, das Boot am Ort zu halten.",
                "Worin besteht der Zweck eines Ankers? / Darin, das Boot am Ort zu halten.",
            ),
            (
                "Der Kiel dient der Stabilität des Bootes.",
                "Wozu dient der Kiel? / Der Stabilität des Bootes.",
            ),
            (
                "Mörtel setzt sich aus Sand, Kalk und Wasser zusammen.",
                "Woraus setzt sich Mörtel zusammen? / Aus Sand, Kalk und Wasser.",
            ),
            (
                "Die Reichweite hängt von der Höhe der Antenne ab.",
                "Wovon hängt die Reichweite ab? / Von der Höhe der Antenne.",
            ),
        ),
        (
            "Der Vertrag besteht weiter.",
            "Er besteht aus Holz.",
            "Das Boot liegt in Kiel und wird gebaut.",
        ),
        defines=True,
    ),
    Rule(
        "by what",
        "by what something happens",
        by_what,
        (
            (
                "Die Schlafkrankheit wird durch den Stich der Tsetsefliege übertragen.",
                (
                    "Wodurch wird die Schlafkrankheit übertragen? / "
                    "Durch den Stich der Tsetsefliege."
                ),
            ),
        ),
        ("Die Schlafkrankheit wird oft spät erkannt.",),
    ),
)
