"""Two things set against each other in German."""

import re

from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.languages.german.antecedents import points_back, straight
from deckgen.extract.languages.german.clauses import Clause, clause, noun_phrase
from deckgen.extract.languages.german.wording import inside, is_name, sentence

_AGAINST = re.compile(r"Im (?:Gegensatz|Unterschied) (?P<to>zu|zum|zur) (?P<one>[^,;:]{3,80})")
_AGAINST_INSIDE = re.compile(
    r"im (?:Gegensatz|Unterschied) (?P<to>zu|zum|zur) (?P<behind>.{6,160})"
)
_OF = {"zu": "von", "zum": "vom", "zur": "von der"}
_DIFFERS = re.compile(
    r"sich (?P<of>vom|von) (?P<one>[^,;:]{3,60}?) (?P<how>(?:durch|in|im|darin,|dadurch,) .{4,})"
)
_SECOND = re.compile(
    r"(?P<one>.{8,160}?)[,;] (?:während (?P<while>.{8,})|wohingegen (?P<where>.{8,})"
    r"|(?P<other>[^,;]{3,60}?) (?:hingegen|dagegen|jedoch|aber) (?P<rest>.{3,160})"
    r"|(?P<verb>[^,;]{3,60}? [a-zäöüß]+) (?:hingegen|dagegen|jedoch) (?P<tail>.{3,160}))"
)
_FIRST = re.compile(r"Während (?P<one>[^,]{8,120}), (?P<verb>[a-zäöüß]+) (?P<rest>.{8,})")
_AND_MORE = re.compile(r" (?:und|oder|sowie)\b")
_REFERS = re.compile(r"\b(?:von|mit|zu|aus|an|bei|für|durch|auf|gegen) (?:ihr|ihm|ihn|ihnen|sie)\b")
_TIME = re.compile(r"(?:läuft|lief|fährt|schläft|wartet|dauert|brennt)$")


def unlike(text: str, parts: object = None) -> Form | None:
    """``Im Gegensatz zur Ebbe ...`` -> Wodurch unterscheidet sich die Flut von der Ebbe?"""
    said = clause(text)
    if said and said.subject and (inner := _AGAINST_INSIDE.match(said.rest)):
        return _unlike_inside(said, inner)
    found = _AGAINST.fullmatch(said.first) if said else None
    turned = straight(text) if found else ""
    told = clause(turned) if turned else None
    if not said or not found or not told or not is_name(told.first):
        return None
    one = found["one"]
    of = _OF[found["to"]]
    return Form(3.0, f"{_asked(said.plural)} {inside(told.first)} {of} {one}?", sentence(turned))


def _unlike_inside(said: Clause, found: re.Match[str]) -> Form | None:
    """``Kröten haben im Unterschied zu Fröschen eine warzige Haut.``"""
    one = noun_phrase(found["behind"])
    rest = found["behind"][len(one) :].strip()
    if not one or not rest or rest.startswith(",") or not is_name(said.subject):
        return None
    front = f"{_asked(said.plural)} {inside(said.subject)} {_OF[found['to']]} {one}?"
    return Form(3.0, front, sentence(f"{said.subject} {said.verb} {rest}"))


def _asked(plural: bool) -> str:
    return f"Wodurch {'unterscheiden' if plural else 'unterscheidet'} sich"


def differs(text: str, parts: object = None) -> Form | None:
    """``X unterscheidet sich von Y durch Z.`` -> Wodurch unterscheidet sich X von Y?"""
    said = clause(text)
    if not said or not said.verb.startswith("unterscheide") or not is_name(said.subject):
        return None
    found = _DIFFERS.match(said.rest)
    if not found or points_back(found["one"]):
        return None
    front = f"{_asked(said.plural)} {inside(said.subject)} {found['of']} {found['one']}?"
    return Form(3.0, front, sentence(found["how"]))


def two_clauses(text: str, parts: object = None) -> Form | None:
    """``X steigt, während Y fällt.`` -> Worin unterscheiden sich X und Y?"""
    plain = text.rstrip(". ")
    if found := _SECOND.fullmatch(plain):
        said = clause(found["one"])
        one = said.subject if said else ""
        second = found["while"] or found["where"] or found["other"] or found["verb"] or ""
        other = noun_phrase(second)
        if found["other"] and len(second[len(other) :].split()) > 1:
            return None  # more than a verb behind the subject
    elif found := _FIRST.fullmatch(plain):
        if _TIME.search(found["one"]):
            return None
        second = found["rest"].removeprefix("sich ")
        one, other = noun_phrase(found["one"]), noun_phrase(second)
    else:
        return None
    if not (is_name(one) and is_name(other)) or "," in one or one.lower() == other.lower():
        return None
    if _AND_MORE.match(second[second.find(other) + len(other) :]):
        return None
    if _REFERS.search(plain[len(one) + 1 :]):
        return None  # "X schadet Sparern, während Schuldner von ihm profitieren"
    if other.split()[0].lower() in ("den", "dem", "des", "einen", "einem"):
        return None
    return Form(2.8, f"Worin unterscheiden sich {inside(one)} und {inside(other)}?", sentence(text))


CONTRAST = (
    Rule(
        "unlike",
        "one thing against another: in contrast to",
        unlike,
        (
            (
                "Im Gegensatz zur Fichte wirft die Lärche im Herbst ihre Nadeln ab.",
                (
                    "Wodurch unterscheidet sich die Lärche von der Fichte? / "
                    "Die Lärche wirft im Herbst ihre Nadeln ab."
                ),
            ),
            (
                "Im Unterschied zu Fröschen haben Kröten eine warzige Haut.",
                (
                    "Wodurch unterscheiden sich Kröten von Fröschen? / "
                    "Kröten haben eine warzige Haut."
                ),
            ),
            (
                "Lärchen werfen im Gegensatz zu Tannen im Herbst ihre Nadeln ab.",
                (
                    "Wodurch unterscheiden sich Lärchen von Tannen? / "
                    "Lärchen werfen im Herbst ihre Nadeln ab."
                ),
            ),
        ),
        (
            "Die Lärche ist im Gegensatz dazu im Winter kahl.",
            "Im Gegensatz dazu wirft die Lärche ihre Nadeln ab.",
        ),
        needs=("Gegensatz", "Unterschied"),
    ),
    Rule(
        "differs",
        "how one thing differs from another",
        differs,
        (
            (
                "Die Tanne unterscheidet sich von der Fichte durch ihre aufrechten Zapfen.",
                (
                    "Wodurch unterscheidet sich die Tanne von der Fichte? / "
                    "Durch ihre aufrechten Zapfen."
                ),
            ),
        ),
        (
            "Die Tanne unterscheidet sich kaum.",
            "Die Tanne unterscheidet sich von ihm durch Zapfen.",
        ),
        needs=("unterscheide",),
    ),
    Rule(
        "contrast",
        "two clauses set against each other",
        two_clauses,
        (
            (
                "Die Zapfen der Tanne stehen aufrecht, während die Zapfen der Fichte hängen.",
                (
                    "Worin unterscheiden sich die Zapfen der Tanne und die Zapfen der Fichte? / "
                    "Die Zapfen der Tanne stehen aufrecht, während die Zapfen der Fichte hängen."
                ),
            ),
            (
                "Der Stamm ist braun, die Krone hingegen grün.",
                (
                    "Worin unterscheiden sich der Stamm und die Krone? / "
                    "Der Stamm ist braun, die Krone hingegen grün."
                ),
            ),
        ),
        (
            "Während der Motor läuft, bleibt die Klappe zu.",
            "Die Krone ist grün, weil sie Chlorophyll enthält.",
        ),
        needs=("ährend ", "hingegen ", "dagegen ", "jedoch ", " aber "),
    ),
)
