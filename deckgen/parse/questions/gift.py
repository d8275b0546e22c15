r"""GIFT, the text format of Moodle: what stands in the braces of a question.

``{=right ~wrong#feedback ####general}``, ``{T}``, ``{#3:0.5}``; a backslash takes the meaning from
a sign. Escapes are resolved last, by ``shown``.
"""

import html
import re
from dataclasses import dataclass
from decimal import Decimal

from deckgen.parse.page import Page

TITLE = re.compile(r"::(?P<title>(?!:)(?:[^:\\\n]|\\.|:(?!:)){1,300})::\s*")
CATEGORY = re.compile(r"\$CATEGORY:\s*(?P<path>.*)", re.IGNORECASE)
_OPENS = re.compile(r"(?<![\\{$])\{")
_CLOSES = re.compile(r"(?<!\\)\}")
_SURE = re.compile(
    r"(?<![\\{$])\{\s*(?:[=~](?!\s{0,8}[=~>}])|#{4}\s*\S|#\s*(?:[-+]?\d|[=~])|(?:TRUE|FALSE|T|F)\s*(?:#[^{}\n]{0,2000})?\})"
)
_TRUTH = re.compile(r"(?P<value>TRUE|FALSE|T|F)\s*(?P<rest>(?:#.*)?)", re.DOTALL | re.IGNORECASE)
_WEIGHT = re.compile(r"%(?P<percent>[^%\s]{0,12})%\s*")
_PERCENT = re.compile(r"-?\d{1,3}(?:\.\d{1,6})?")
_SIGN = re.compile(r"(?<!\\)[=~]")
_GENERAL = re.compile(r"(?<!\\)####")
_FEEDBACK = re.compile(r"(?<!\\)#")
_ARROW = re.compile(r"(?<!\\)->")
_FORMAT = re.compile(r"\[(?P<name>html|moodle|plain|markdown)\]\s*", re.IGNORECASE)
_NUMBER = r"[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][-+]?\d{1,3})?"
_AROUND = re.compile(rf"(?P<value>{_NUMBER})(?:\s*:\s*(?P<margin>{_NUMBER}))?")
_BETWEEN = re.compile(rf"(?P<low>{_NUMBER})\s*\.\.\s*(?P<high>{_NUMBER})")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,10})\b[^<>]{0,500}>")
_BLOCKS = frozenset("p br div li tr h1 h2 h3 h4 h5 h6 pre".split())
_ESCAPED = re.compile(r"\\([~=#{}:\\n])")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer in the braces: ``sign`` is ``=`` or ``~``, ``at`` its offset in the block.

    ``weight`` is a percentage, None where the text gives none.
    """

    sign: str
    text: str
    at: int
    weight: Decimal | None = None
    feedback: str = ""

    @property
    def full(self) -> bool:
        """Whether it earns all points by itself."""
        return self.sign == "=" and (self.weight is None or self.weight == 100)


@dataclass(frozen=True, slots=True)
class Fault(Exception):
    """What keeps braces from being read, and the offset where it stands."""

    message: str
    at: int


@dataclass(frozen=True, slots=True)
class Braces:
    """``kind`` is "choice", "short", "number", "truth", "matching" or "essay"."""

    kind: str
    answers: tuple[Answer, ...] = ()
    truth: bool = False
    general: str = ""


def is_bank(page: Page) -> bool:
    """Whether anything on the page is GIFT beyond doubt: then comments and ``{}`` are GIFT too."""
    return any(
        not line.verbatim
        and (_SURE.search(line.text) or TITLE.match(line.text) or CATEGORY.match(line.text))
        for line in page.lines
    )


def looks_so(block: str) -> bool:
    """Whether a block is a question in GIFT by its own shape."""
    if "{" not in block:
        return False
    return bool(_SURE.search(block)) or bool(TITLE.match(block) and _OPENS.search(block))


def braces(block: str) -> tuple[int, int]:
    """Offsets of the brace that opens the answers and of the one that closes them.

    Either is -1 where there is none. A formula in the question has braces too, so the first brace
    that surely opens answers is taken before the first one at all.
    """
    opening = (_SURE.search(block) or _OPENS.search(block)) if "{" in block else None
    if not opening:
        return -1, -1
    closing = _CLOSES.search(block, opening.start() + 1)
    return opening.start(), closing.start() if closing else -1


def answers(inside: str, offset: int) -> Braces:
    """What stands in the braces, ``offset`` being where that begins. Raises Fault."""
    parts = _GENERAL.split(inside, maxsplit=1)
    body, general = parts[0], (parts[1].strip() if len(parts) > 1 else "")
    text = body.strip()
    if not text:
        return Braces("essay", general=general)
    if truth := _TRUTH.fullmatch(text):
        return Braces("truth", _said(truth), truth["value"][0].upper() == "T", general)
    if text.startswith("#"):
        start = body.index("#") + 1
        found = _listed(body[start:], offset + start, bare="=")
        return Braces("number", tuple(_numeric(a) for a in found), general=general)
    found = _listed(body, offset)
    if all(a.sign == "=" for a in found):
        matching = sum(bool(_ARROW.search(a.text)) for a in found) > 1
        return Braces("matching" if matching else "short", found, general=general)
    return Braces("choice", found, general=general)


def _said(truth: re.Match[str]) -> tuple[Answer, ...]:
    """``{T#for those who were wrong#for those who were right}``: wrong first, then right."""
    said = [part.strip() for part in _FEEDBACK.split(truth["rest"])[1:3]]
    return tuple(Answer(sign, "", 0, feedback=s) for sign, s in zip("~=", said, strict=False))


def _listed(body: str, offset: int, bare: str = "") -> tuple[Answer, ...]:
    """The answers with their signs. Text without a sign has the sign ``bare``, or is a fault."""
    starts = list(_SIGN.finditer(body))
    if not starts or body[: starts[0].start()].strip():
        if not bare or starts:
            raise Fault("an answer in braces begins with “=” or “~”", offset + _inked(body))
        return (_answer(bare, body, offset),)
    ends = [sign.start() for sign in starts[1:]] + [len(body)]
    return tuple(
        _answer(sign[0], body[sign.end() : end], offset + sign.end())
        for sign, end in zip(starts, ends, strict=True)
    )


def _answer(sign: str, text: str, at: int) -> Answer:
    said, *feedback = _FEEDBACK.split(text, maxsplit=1)
    at += _inked(said)
    said = said.strip()
    weight = None
    if given := _WEIGHT.match(said):
        if not _PERCENT.fullmatch(given["percent"]):
            raise Fault(f"“{given['percent']}” is no percentage", at + 1)
        weight = Decimal(given["percent"])
        said = said[given.end() :].strip()
    return Answer(sign, said, at, weight, feedback[0].strip() if feedback else "")


def _numeric(answer: Answer) -> Answer:
    if answer.sign == "~":  # the feedback for every other number
        return answer
    if between := _BETWEEN.fullmatch(answer.text):
        said = f"{between['low']} to {between['high']}"
    elif around := _AROUND.fullmatch(answer.text):
        exact = not around["margin"] or not re.search("[1-9]", around["margin"])
        said = around["value"] if exact else f"{around['value']} ± {around['margin']}"
    else:
        raise Fault(f"“{answer.text}” is no number", answer.at)
    return Answer("=", said, answer.at, answer.weight, answer.feedback)


def _inked(text: str) -> int:
    return len(text) - len(text.lstrip())


def shown(text: str, *, markdown: bool) -> str:
    """A text as a card shows it: without its format, its escapes and, in plain text, its HTML."""
    text = text.strip()
    given = _FORMAT.match(text)
    if given:
        text = text[given.end() :]
    if not markdown and _TAG.search(text):
        text = _TAG.sub(lambda tag: "\n" if tag[2].lower() in _BLOCKS else "", text)
        text = html.unescape(text)
    text = _ESCAPED.sub(lambda sign: "\n" if sign[1] == "n" else sign[1], text)
    return "\n".join(line for raw in text.split("\n") if (line := " ".join(raw.split())))
