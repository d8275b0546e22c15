"""Answers behind a button, and what to call them: the label that the page has only in its looks."""

import re

from deckgen.convert.web.dom import Element, Text

_REVEAL = re.compile(
    r"(?:(?:click|tap|press)(?: here)? (?:to|for)(?: the)? )?"
    r"(?:(?:show|hide|reveal|view|see|toggle|display|check|get)(?: me)?"
    r"(?: (?:the|full|correct|model|sample|my|your))*? )?"
    r"(?:(?P<answer>answer|solution|answer key)|(?P<explanation>explanation|rationale|why))s?"
    r"(?: (?:and|&) explanations?)?\W*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:the )?correct answers?\b"
    r"|\W{0,3}(?:(?:the|detailed|correct|right|best|model|full|sample) ){0,3}"
    r"(?:answers?|ans|solutions?|explanations?|rationales?|reason(?:ing)?|feedback|hints?|why|key"
    r"|option|choice|correct|incorrect)\b\s*(?:\(|[:.=]|[–-](?!\w)|is\b|are\b|$)|\W{0,3}a\s?:",
    re.IGNORECASE,
)
# The page fetches its answers from elsewhere, and the next question follows.
_ANOTHER = re.compile(r"\W{0,3}(?:question\b|q ?\d|\d{1,3}[.)]\s)|.{0,300}\?\s*$", re.IGNORECASE)
_LETTER = re.compile(r"\(?[A-Ja-j]\)?(?:\s*[.):,–-]|\s*$|\s+and\s)")
_SHORT = 12  # words of an answer; more explain
_ANSWER = frozenset(("answer", "solution", "correctanswer", "rightanswer", "quizanswer"))
_EXPLANATION = frozenset(("explanation", "rationale", "quizexplanation", "answerexplanation"))


def reveals(text: str) -> str:
    """What a button or a summary uncovers: "Answer", "Explanation", or nothing."""
    found = _REVEAL.fullmatch(text.strip())
    if not found:
        return ""
    return "Answer" if found["answer"] else "Explanation"


def named(element: Element) -> str:
    """What an element is called by its class, where there is but one such and no options in it."""
    names = {re.sub(r"[-_]", "", name) for name in element.get("class").lower().split()}
    if element.choices or not element.size or element.name in ("li", "label", "td", "tr", "dd"):
        return ""
    return "Answer" if names & _ANSWER else "Explanation" if names & _EXPLANATION else ""


def label(element: Element, kind: str, *, chosen: bool) -> str:
    """The label for an answer that has none: ``Answer: `` or ``Explanation: ``, or nothing.

    ``chosen`` says that the question has options: a long answer explains then.
    """
    text = element.text()
    if _LABELLED.match(text) or _ANOTHER.match(text):
        return ""
    short = not chosen or _LETTER.match(text) or len(text.split()) <= _SHORT
    short = short or _names_first(element)
    if kind == "Answer" and short:
        return "Answer: "
    return "Explanation: "


def _names_first(element: Element) -> bool:
    """Whether an answer begins with a few words in bold: the right option, before its reason."""
    while (first := next(iter(_filled(element)), None)) is not None and isinstance(first, Element):
        if first.name in ("b", "strong"):
            return len(first.text().split()) <= _SHORT
        element = first
    return False


def _filled(element: Element) -> list[Element | Text]:
    return [c for c in element.children if isinstance(c, Element) or c.data.strip()]
