"""True and false, in the languages of question banks."""

import re
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

_PROMPT = re.compile(
    rf"\*{{0,2}}(?:{'|'.join(prompt for _, _, prompt in _PAIRS)}|true/false"
    rf"|t/f)\s?[:?.–—-]\*{{0,2}}\s*",
    re.IGNORECASE,
)


def without_prompt(stem: str) -> str:
    """A statement without the "True or false:" in front of it."""
    found = _PROMPT.match(stem)
    return stem[found.end() :] if found else stem


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
