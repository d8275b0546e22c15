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


_VERDICT = re.compile(
    r"(?:so\s+|therefore,?\s+)?(?:(?:the|this|that|our)\s+(?:statement|claim|sentence"
    r"|assertion|proposition)\s+is|(?:this|that|it)(?:\s+is|['’]s)"
    r"|(?:the\s+)?(?:correct\s+)?answer(?:\s+is|:))?\s*(?:therefore\s+|simply\s+|quite\s+"
    r"|actually\s+|plainly\s+)?[\"“']?"
    r"(?P<said>true|false|not true|untrue|incorrect|wrong|correct)[\"”']?(?:[.,:;!–—]"
    r"|\s+(?:because|since|as|for|[–—])\b|\s+[–—]|$)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\btrue or false\s?[?:.]?\s*$", re.IGNORECASE)


def verdict(stem: str, explanation: tuple[str, ...]) -> str:
    """``True`` or ``False``, if an explanation opens with it; nothing for any other question."""
    asked = without_prompt(stem) != stem or bool(_ASKED.search(stem))
    found = _VERDICT.match(explanation[0]) if asked and explanation else None
    if not found:
        return ""
    return "True" if found["said"].lower() in ("true", "correct") else "False"


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
