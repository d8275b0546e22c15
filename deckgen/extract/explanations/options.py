"""Whether a phrase can stand beside the answer, and in which words."""

import re

from deckgen.extract.explanations import parallel, shapes
from deckgen.extract.explanations.answer import Answer
from deckgen.extract.explanations.mentions import Name
from deckgen.extract.explanations.phrases import (
    IN_BRACKETS,
    SHARED,
    act,
    alike,
    cased,
    head_of,
    phrase,
    statement,
    tidy,
    words,
)
from deckgen.extract.explanations.shapes import Shape
from deckgen.extract.explanations.siblings import NO_OPTIONS

_MAY = re.compile(  # "the faster boat may hold its course": what it may do
    r"(?!not\b)(?:[\w'’-]+\s){1,6}?(?:may|can|should|must|need to|ought to)\s(?P<a>(?!not\b"
    r"|be\b)[a-z]+\s.+)"
)
_WHY = re.compile(r"(?:^|[.!?,]\s)why\b|\b(?:reason|cause)\b", re.IGNORECASE)
_IS_CUT = re.compile(r"\s(?:and|or|but|the|an?|of|to|with|by|for|than|as)$")
_WITHIN = re.compile(r"\s(?:in|at|of|during|on)\s(?:the|an?)\s((?:[\w-]+\s){1,3}[\w-]+)$")


def beside(names: list[Name], stem: str, answer: Answer) -> tuple[str, ...]:
    """Those of the names that can be options beside the answer, each once."""
    found: list[str] = []
    for name, known in names:
        shape = known or shapes.of(name)
        if shape == "statement" and answer.shape == "act" and (done := _MAY.match(name)):
            name, shape = done["a"], "act"
        option = _worded(name, shape, words(answer.text.split()[-1]))
        if (
            option
            and not _IS_CUT.search(option)
            and option.split()[0].lower() not in NO_OPTIONS
            and _fits(option, shape, stem, answer)
            and _is_apart(option, shape, stem, answer)
            and not (shape == "thing" and is_topic(option, stem))
            and all(alike(option, f) < 1 for f in found)
        ):
            found.append(tidy(option))
    return tuple(cased(f, answer.text) for f in found)


def _is_apart(option: str, shape: Shape, stem: str, answer: Answer) -> bool:
    """Whether it is not the answer in other words; sentences share what they speak of."""
    if shape == "thing":
        return _is_sibling(option, answer) and not _is_part(option, stem, answer)
    if shape != "statement":
        return alike(option, answer.text) < SHARED
    own = words(option) - words(stem)
    return bool(own) and len(own & words(answer.text)) < SHARED * len(own)


def _is_sibling(option: str, answer: Answer) -> bool:
    """``privileged access management`` beside "federated identity management": each its own."""
    name, right = (IN_BRACKETS.sub("", text) for text in (option, answer.text))
    if words(name.split()[-1]) & words(right.split()[-1]):
        return alike(name, right) < 1
    return alike(name, right) < SHARED


def _is_part(option: str, stem: str, answer: Answer) -> bool:
    """``VA panels`` beside "VA technology": the answer's name before something else."""
    core, own = words(head_of(option)), words(answer.text) - words(stem)
    if core & (words(head_of(answer.text)) | words(parallel.head(stem))):
        return False
    rest = words(option) - core
    return bool(rest) and rest <= own and option.split()[-1].islower()


def _worded(name: str, shape: Shape, family: set[str]) -> str:
    if shape == "statement":
        return statement(name)
    inner = _WITHIN.search(name)
    if inner and shape == "thing" and words(inner[1].split()[-1]) & family:
        name = inner[1]  # "a child in the first stage": the stage
    return act(name) if shape == "act" else phrase(name)


def _fits(option: str, shape: Shape, stem: str, answer: Answer) -> bool:
    """Whether an option stands beside the answer without giving it away by its form."""
    if shape == answer.shape:
        return True
    if answer.shape == "statement" and shape == "thing" and asks_why(stem):
        return True  # "Lack of light" is a reason as well
    # "Recycling" is a thing and an act.
    single = {option, answer.text} if {shape, answer.shape} == {"act", "thing"} else set()
    return any(len(text.split()) == 1 and text.endswith("ing") for text in single)


def asks_why(stem: str) -> bool:
    """Whether a stem asks for a reason."""
    return bool(_WHY.search(stem))


def is_topic(phrase: str, stem: str) -> bool:
    """What the question is about cannot be a wrong answer to it."""
    said = words(phrase)
    return bool(said) and said <= words(stem)
