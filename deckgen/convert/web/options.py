"""Which elements are the options of a question, and what the page says of them.

Only what the page itself says counts: a box that somebody has checked is no answer.
"""

import re

from deckgen.convert.web.dom import Element

_RIGHT = frozenset(
    "correct iscorrect correctanswer answercorrect correctoption optioncorrect correctchoice "
    "choicecorrect correctresponse rightanswer answerright rightoption isright".split()
)
_WRONG = frozenset(
    "incorrect wrong isincorrect iswrong notcorrect incorrectanswer answerincorrect wronganswer "
    "answerwrong incorrectoption wrongoption incorrectchoice wrongchoice".split()
)
_SAYS = re.compile(r"data-(?:is-?)?(?:correct|right|answer|iscorrect|correct-answer)$")
_YES = frozenset(("true", "yes", "correct", "right"))
_NO = frozenset(("false", "no", "incorrect", "wrong"))
_SPOKEN = re.compile(r"(?P<no>in|not )?correct(?: answer)?[.!]?", re.IGNORECASE)
_OPTION = frozenset("option choice alternative mcoption answeroption answerchoice".split())
_PARTS = frozenset("label input span i img b strong a div p td svg".split())
_ICONS = {"fa-check": True, "fa-times": False, "fa-xmark": False, "fa-remove": False}
_ICONS |= {"glyphicon-ok": True, "glyphicon-remove": False}


def is_option(element: Element) -> bool:
    """Whether the name of an element's class says that it is an option."""
    names = {re.sub(r"[-_]", "", name) for name in element.get("class").lower().split()}
    return bool(names & _OPTION) and element.choices <= 1


def verdict(option: Element) -> bool | None:
    """Whether the page says of an option that it is right, or wrong; None if it says nothing."""
    said = {v for e in (option, *_parts(option)) if (v := _said(e, option)) is not None}
    return said.pop() if len(said) == 1 else None


def _parts(option: Element) -> list[Element]:
    return [e for _, e in zip(range(40), option.elements(), strict=False) if e.name in _PARTS]


def _said(element: Element, option: Element) -> bool | None:
    names = {re.sub(r"[-_]", "", name) for name in element.get("class").lower().split()}
    if names & _WRONG:
        return False
    if names & _RIGHT:
        return True
    for name, value in element.attributes.items():
        if _SAYS.fullmatch(name):
            value = value.strip().lower()
            numbered = "correct" in name or "right" in name
            if value in _YES or (numbered and value in ("1", "")):
                return True
            if value in _NO or (numbered and value == "0"):
                return False
    if element is not option and not element.size:
        spoken = _SPOKEN.fullmatch(
            (element.get("title") or element.get("alt") or element.get("aria-label")).strip()
        )
        if spoken:
            return not spoken["no"]
        if option.choices:
            return next((_ICONS[n] for n in element.classes if n in _ICONS), None)
    return None
