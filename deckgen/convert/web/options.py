"""Which elements are the options of a question, and what the page says of them.

Only what the page itself says counts: a box that somebody has checked is no answer, unless nobody
but the author of the page can have checked it.
"""

import re

from deckgen.convert.web.dom import Element, is_choice

_RIGHT = frozenset(
    "correct iscorrect correctanswer answercorrect correctoption optioncorrect correctchoice "
    "choicecorrect correctresponse rightanswer answerright rightoption isright".split()
)
_WRONG = frozenset(
    "incorrect wrong isincorrect iswrong notcorrect incorrectanswer answerincorrect wronganswer "
    "answerwrong incorrectoption wrongoption incorrectchoice wrongchoice".split()
)
_SAYS = re.compile(r"data-(?:is-?)?(?:correct|right|answer|iscorrect|correct-answer)$")
_NAMES_KEY = re.compile(
    r"data-(?:correct(?:-?answer)?|answer(?:-?key)?|right(?:-?answer)?|key|solution)"
)
_YES = frozenset(("true", "yes", "correct", "right"))
_NO = frozenset(("false", "no", "incorrect", "wrong"))
_SPOKEN = re.compile(r"(?P<no>in|not )?correct(?: answer| response)?[.!]?", re.IGNORECASE)
LONGEST_VERDICT = 16  # letters
_SUBJECTS = frozenset("answer option choice item response alternative".split())
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


def ticked(task: Element) -> bool | None:
    """Whether an item of a list of tasks is done, as Markdown shows ``- [x]``; None for no task.

    Nobody can check such a box on the page: its author did.
    """
    boxes = [e for e in task.elements() if is_choice(e)]
    if not {"task", "list"} <= task.words or len(boxes) != 1:
        return None
    attributes = boxes[0].attributes
    return "checked" in attributes if "disabled" in attributes else None


def keyed(box: Element, path: list[Element]) -> bool:
    """Whether an element around several boxes names the value of this one as the right one."""
    value = box.get("value").strip().lower()
    around = (e for e in reversed(path) if e.choices > 1)
    told = (e.get(name) for e in around for name in e.attributes if _NAMES_KEY.fullmatch(name))
    return bool(value) and next(told, "").strip().lower() == value


def _parts(option: Element) -> list[Element]:
    return [e for _, e in zip(range(40), option.elements(), strict=False) if e.name in _PARTS]


def spoken(element: Element) -> bool | None:
    """The verdict that an element is nothing but the words or the sign of; None for any other."""
    if element.size > LONGEST_VERDICT or element.choices:
        return None
    text = element.text()
    title = element.get("title") or element.get("alt") or element.get("aria-label")
    said = _SPOKEN.fullmatch(text if any(c.isalpha() for c in text) else title.strip())
    return not said["no"] if said else None


def _names(element: Element) -> set[str]:
    """The names of classes without hyphens, and without the prefix of a plug-in."""
    found: set[str] = set()
    for name in element.get("class").lower().split():
        found.add(re.sub(r"[-_]", "", name))
        parts = [p for p in re.split(r"[-_]+", name) if p]
        if len(parts) > 1 and parts[-1] in _RIGHT | _WRONG:
            plain = len(parts[-1]) <= len("incorrect")
            if not plain or set(parts[:-1]) & _SUBJECTS:
                found.add(parts[-1])
    return found


def _said(element: Element, option: Element) -> bool | None:
    names = _names(element)
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
    if element is not option and element.size < option.size:
        if (said := spoken(element)) is not None:
            return said
        if option.choices and not element.size:
            return next((_ICONS[n] for n in element.classes if n in _ICONS), None)
    return None
