"""True and false, in the languages of question banks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Truth:
    """The verdict on a statement, and the words in which it is asked for."""

    value: bool
    true: str
    false: str
    prompt: str


_PAIRS = (
    ("True", "False", "True or false"),
    ("Richtig", "Falsch", "Richtig oder falsch"),
    ("Wahr", "Falsch", "Wahr oder falsch"),
    ("Vrai", "Faux", "Vrai ou faux"),
    ("Verdadero", "Falso", "Verdadero o falso"),
    ("Verdadeiro", "Falso", "Verdadeiro ou falso"),
    ("Vero", "Falso", "Vero o falso"),
    ("Waar", "Onwaar", "Waar of onwaar"),
    ("Juist", "Onjuist", "Juist of onjuist"),
)


def truth(key: str, stem: str) -> Truth | None:
    """What a key says of a statement; None where it is no verdict.

    "Falsch" below a question is an answer like any other, so only English is believed there. Where
    a word belongs to two languages, the first is taken.
    """
    said = key.strip(" .").lower()
    english = {"t": "true", "f": "false"}.get(said, said)
    for true, false, prompt in _PAIRS:
        if true != "True" and stem.rstrip().endswith("?"):
            return None
        if english in (true.lower(), false.lower()):
            return Truth(english == true.lower(), true, false, prompt)
    return None
