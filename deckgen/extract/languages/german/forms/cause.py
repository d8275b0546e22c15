"""Why, when and what for, in German: the verb stays second, so the question is always right."""

import re

from deckgen.extract.concepts.forms.form import Form, Rule
from deckgen.extract.languages.german.antecedents import points_back
from deckgen.extract.languages.german.clauses import clause
from deckgen.extract.languages.german.forms.patterns import hides
from deckgen.extract.languages.german.wording import asks, is_name, main_part, sentence

_WHY = re.compile(r"(?P<claim>.{8,180}?), (?P<why>(?:weil|da) [^:;]{8,})")
_WHEN = re.compile(
    r"(?P<claim>[^,;:]{6,120}), (?P<when>(?:(?:nur|erst) )?(?:wenn|sobald|falls|sofern) .{8,})"
)
_AIM = re.compile(
    r"(?P<claim>[^;:]{8,160}?), (?P<aim>damit .{8,}"
    r"|um (?!es |genau |ehrlich |nicht zu ).{4,}? \w*zu\w* ?\w*)"
)
_LONGEST = 16  # words of a question
_ONLY = re.compile(r" (?:immer )?(?P<only>nur|erst|dann)(?: dann)?$")  # "besteht nur, wenn"
_SUBORDINATE = re.compile(r"(?:Wenn|Weil|Da|Obwohl|Sobald|Damit|Falls|Während|Um)\b")


def reason(text: str, parts: object = None) -> Form | None:
    """``Eis schwimmt, weil es leichter ist als Wasser.`` -> Warum schwimmt Eis?"""
    return _asked("Warum", _WHY.fullmatch(text.rstrip(". ")), "why", 2.6)


def case(text: str, parts: object = None) -> Form | None:
    """``Ein Mangel liegt vor, wenn ...`` -> Wann liegt ein Mangel vor?"""
    return _asked("Wann", _WHEN.fullmatch(text.rstrip(". ")), "when", 2.6)


def aim(text: str, parts: object = None) -> Form | None:
    """``Der Teig ruht, damit er aufgeht.`` -> Wozu ruht der Teig?"""
    return _asked("Wozu", _AIM.fullmatch(text.rstrip(". ")), "aim", 2.4)


def _asked(word: str, found: re.Match[str] | None, answer: str, weight: float) -> Form | None:
    if not found or _SUBORDINATE.match(found["claim"]) or points_back(found["claim"]):
        return None
    claim = found["claim"]
    if main_part(claim) != claim:
        return None  # it belongs to the clause that hangs on the claim
    if word == "Wann" and (only := _ONLY.search(claim)):
        claim = claim[: only.start()]
        found_answer = (
            found[answer] if only["only"] == "dann" else f"{only['only']} {found[answer]}"
        )
    else:
        found_answer = found[answer]
    said = clause(claim) or clause(f"{claim} so")  # "Eis schwimmt": the verb is the last word
    if said and said.subject and is_name(said.subject) and len(claim.split()) <= _LONGEST:
        rest = "" if not clause(claim) else said.rest
        return Form(weight, asks(word, said, rest), sentence(found_answer))
    if len(claim.split()) < 4:
        return None
    return Form(weight - 0.2, f"{sentence(claim)} {word}?", sentence(found_answer))


CAUSE = (
    Rule(
        "case",
        "when something is the case, or happens",
        case,
        (
            (
                "Ein Glatteisunfall liegt vor, wenn ein Wagen auf Eis ins Rutschen kommt.",
                ("Wann liegt ein Glatteisunfall vor? / Wenn ein Wagen auf Eis ins Rutschen kommt."),
            ),
            (
                "Die Sicherung löst aus, sobald der Strom zu stark wird.",
                "Wann löst die Sicherung aus? / Sobald der Strom zu stark wird.",
            ),
        ),
        ("Er bremst, wenn der Wagen rutscht.",),
        defines=True,
        needs=("wenn ", "sobald ", "falls ", "sofern "),
    ),
    Rule(
        "reason",
        "why something is so",
        reason,
        (
            (
                "Eis schwimmt auf Wasser, weil es eine geringere Dichte hat.",
                "Warum schwimmt Eis auf Wasser? / Weil es eine geringere Dichte hat.",
            ),
            (
                "Im Winter friert der See von oben zu, da Eis leichter ist als Wasser.",
                ("Im Winter friert der See von oben zu. Warum? / Da Eis leichter ist als Wasser."),
            ),
        ),
        ("Das liegt daran, dass Eis leichter ist.",),
        needs=("weil ", " da "),
    ),
    Rule(
        "aim",
        "what something is done for",
        aim,
        (
            (
                "Der Teig muss eine Stunde ruhen, damit die Hefe gehen kann.",
                "Wozu muss der Teig eine Stunde ruhen? / Damit die Hefe gehen kann.",
            ),
            (
                "Die Leitungen werden gespült, um Luft aus ihnen zu entfernen.",
                "Wozu werden die Leitungen gespült? / Um Luft aus ihnen zu entfernen.",
            ),
        ),
        (
            "Er ruht eine Stunde, damit die Hefe gehen kann.",
            "Der Teig ruht in einem Tuch, das man braucht, um ihn warm zu halten.",
        ),
        needs=("damit ", " um "),
    ),
    Rule(
        "reason first",
        "why something is so, the reason first",
        hides(
            2.4,
            r"(?:Da|Weil) (?P<why>[^,;:]{8,140}), (?P<then>[a-zäöüß]+ .{8,})",
            "why",
        ),
        (
            (
                "Da Eis leichter ist als Wasser, frieren Seen von oben zu.",
                "Da {{c1::Eis leichter ist als Wasser}}, frieren Seen von oben zu.",
            ),
        ),
        ("Da steht ein Baum, der alt ist.",),
        needs=("Da ", "Weil "),
    ),
    Rule(
        "condition",
        "what happens when, or if",
        hides(
            2.2,
            r"(?:(?:Wenn|Sobald|Falls|Sofern|Wer) (?P<case>[^,;:]{8,140})"
            r"|(?P<verb>[A-ZÄÖÜ][a-zäöüß]+(?:t|en)) (?!man\b|sich\b)(?P<subject>[^,;:]{3,140})),"
            r" (?:so |dann )?(?P<then>[a-zäöüß]+(?:t|en|ss|rf|nn) .{4,160})",
            "then",
        ),
        (
            (
                "Wenn der Deich bricht, läuft das Land hinter ihm voll.",
                "Wenn der Deich bricht, {{c1::läuft das Land hinter ihm voll}}.",
            ),
            (
                "Steigt der Druck im Kessel, so öffnet sich das Ventil.",
                "Steigt der Druck im Kessel, so {{c1::öffnet sich das Ventil}}.",
            ),
            (
                "Wer in der Probezeit einen Unfall verschuldet, muss zur Nachschulung.",
                "Wer in der Probezeit einen Unfall verschuldet, {{c1::muss zur Nachschulung}}.",
            ),
        ),
        ("Wenn das Wetter mitspielt, gut.", "Wer das Wetter kennt."),
        needs=(", ",),
    ),
)
