"""What the parts of a question are marked with: one visible table of patterns.

Every pattern is anchored at the start of a line and has no nested repetition: linear time.
"""

import re
from dataclasses import dataclass

CHECKS = "✓✔✅☑🗸"
CROSSES = "✗✘❌✖"
_BULLETS = "-*•◦▪●○◯☐□–·‣⁃∙■◆➢➤►"

_LABEL = re.compile(
    r"(?:(?:multiple|single)[- ](?:choice|answer|response)(?: questions?)?"
    r"|(?:(?:practice|sample|quiz|exam|test|review|example|actual) )?(?:question|item)(?: text)?"
    r"(?: ?(?:no[.:]? ?|number |# ?|: ?){0,2}(?P<a>\d{1,4}))?(?: ?\(?(?:of|/|out of) ?\d{1,4}\)?)?"
    r"|term|q ?(?P<b>\d{1,4})|(?P<c>\d{1,4})[.)]"
    r"|true (?:or|/) false|true/false|select all that apply|choose (?:one|the best answer))\s*[:.]?"
    r"(?P<more>(?: {2,}|\s*[|·•,]\s*)\S.{0,160})?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:(?:question|frage|q)\s*(?:no\.?\s*)?#?\s*|#\s?|no\.\s?)?(\d{1,4})\s*(?:(?:of|/)\s*\d{1,4}\s*)?[.):]\s+(\S.*)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:question|frage|q)\s*[:.]\s*(\S.*)", re.IGNORECASE)
_LETTERED = re.compile(
    r"[,;.·|\s]{0,3}(?:option |choice |answer )?"
    r"(?:\((?P<paren>[A-Za-z])\)|\[(?P<square>[A-WYZa-wyz])\]|(?P<bare>[A-Za-z])(?:[.):]|\s[-–—](?=\s))|(?P<ring>[Ⓐ-ⓩ①-⑳]))"
    r"(?:\s+|(?=[^\sa-z.]))(?P<text>\S.*)",
    re.IGNORECASE,
)
_BULLET = re.compile(
    rf"(?:(?P<bullet>[{_BULLETS}{CHECKS}{CROSSES}])\s*(?P<box>\[[ xX]\])?"
    rf"|(?P<radio>[(\[] ?[ •●xX*✓✔]? ?[)\]]))\s+(?P<text>\S.*)"
)
_ORDINAL = re.compile(r"\(?(\d{1,2})[.)]\s+(\S.*)")
_ANSWER = re.compile(
    r"(?:(?:the|and)\s+)?(?:(?:correct|right|best|model|suggested|official|expected)\s+)?(?:answer|ans|option|choice|key|response)(?:\(s\)|s)?"
    r"\s*(?:(?:is|are)\s*[:\-–—]?|[:.=]|[-–—](?=\s))\s*(?P<value>.*)"
    r"|(?:correct|right)\s*[:=]\s*(?P<short>\S.*)"
    r"|(?:correct|right)\s+answers?\s*(?P<bare>\S?.*)"
    r"|(?:ans|answer)\s+\(?(?P<letter>[A-Ja-j])\)?\.?$",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"(?:(?:detailed|answer|correct|full|brief)\s+)?"
    r"(?:explanations?|rationales?|reason(?:ing)?|justification|feedback|discussion|solution|explained"
    r"|why(?:\s+(?:this|it|that|the|answer|option|[a-j]))?(?:\s+(?:answer|option"
    r"|one))?(?:\s+[a-j])?(?:'s|’s|\s+is)\s+(?:right|correct|the answer|the best answer|best))"
    r"(?:\s*\([^)]{0,40}\))?\s*(?:[:?]|[-–—](?=\s)|\.?$)\s*(?P<text>.*)",
    re.IGNORECASE,
)
_OPTION_NOTE = re.compile(
    r"\(?(?:option|choice|answer)\s+\(?(?P<a>[A-Ja-j])\)?(?:\s*[:.\-–—]\s*|\s+(?=\(?(?:is|was|would|in)))(?P<text>\S.*)"
    r"|(?P<b>[A-Ja-j])(?=\s+is\s+(?:in)?correct\b|\s+is\s+(?:wrong|right|false|true)\b)(?P<rest>.*)",
    re.IGNORECASE,
)
_SUFFIX_MARK = re.compile(
    rf"\s*(?:[{CHECKS}]+|\((?:the )?(?:correct|right|true)(?: (?:answer|option|choice))?\)"
    rf"|\[(?:correct|right)\]"
    r"|[←⟵<][-–—]*\s*(?:correct|right)(?: answer)?|[-–—]\s*correct(?: answer)?|\sCorrect)\s*$",
    re.IGNORECASE,
)
_PREFIX_MARK = re.compile(rf"(?:[{CHECKS}]\s*|\*\s?(?=\(?[A-Za-z][.)])|=>\s*|→\s*)")
_TAIL = 80  # characters at the end of a line that tell how it ends
_FINISHED = re.compile(r"(?:[?:]|_{2,}[.?]?|\.{3}|…|\b(?:EXCEPT|NOT))[\"”’')\]*_]*$")


# What test-bank programs print behind the answer: "ANS: B  PTS: 1  DIF: Easy  REF: p. 58".
_METADATA = re.compile(r"\s+(?=(?:PTS|DIF|REF|OBJ|TOP|MSC|NAT|LOC|STA|BLM)\s*:)")
_STATUS = re.compile(r"\s+(?:Incorrect|Most Voted|Your answer|Selected)\s*$")


@dataclass(frozen=True, slots=True)
class Marked:
    """An option as its line shows it. ``style`` tells letters, numbers and bullets apart."""

    style: str
    label: str
    text: str
    marked: bool


def bare(text: str) -> str:
    """A line without the Markdown around it: hashes, quote marks, bold or italics of it all."""
    text = re.sub(r"^(?:#{1,6}\s+|>\s?)+", "", text).strip()
    for mark in ("***", "**", "__", "*", "_"):
        if len(text) > 2 * len(mark) and text.startswith(mark):
            inside, closing, rest = text[len(mark) :].partition(mark)
            if closing and not rest.strip():
                return inside.strip()
            if closing and (inside.rstrip().endswith((":", ".")) or rest.startswith(":")):
                return inside.strip() + rest  # **Explanation:** text
    return text


def label(text: str) -> tuple[bool, int | None]:
    """Whether a line only announces a question ("Multiple Choice"), and the number it gives."""
    found = _LABEL.fullmatch(bare(text))
    # What follows on the line ("Question 7   Topic 2") is known as such behind a number only.
    if not found or (found["more"] and not (found["a"] or found["b"])):
        return False, None
    number = found["a"] or found["b"] or found["c"]
    return True, int(number) if number else None


def numbered(text: str) -> tuple[int, str] | None:
    """``12. Which ...`` -> (12, "Which ...")."""
    found = _NUMBERED.match(bare(text))
    return (int(found[1]), found[2]) if found else None


def asked(text: str) -> str | None:
    """``Q: Which ...`` -> "Which ..."."""
    found = _ASKED.match(bare(text))
    return found[1] if found else None


def answer(text: str) -> str | None:
    """The value of an answer line, possibly empty; None where the line is none."""
    if text.lower() in ("definition", "back"):  # a flashcard export with a whole question in front
        return ""
    found = _ANSWER.match(bare(text))
    if not found:
        return None
    for name in ("value", "short", "bare", "letter"):
        if found[name] is not None:
            value = _METADATA.split(str(found[name]))[0].strip().strip("*_").strip()
            return re.sub(r"(?<=\w)\s+[^\w\s(%°]+$", "", value)
    return ""


def explanation(text: str) -> str | None:
    """What follows "Explanation:" on its line, possibly empty; None where the line is none."""
    found = _EXPLAINED.match(bare(text))
    return found["text"].strip() if found else None


def option_note(text: str) -> tuple[str, str] | None:
    """``Option B: ...`` -> ("B", "..."): what is said of one option alone."""
    found = _OPTION_NOTE.match(bare(text))
    if not found:
        return None
    if found["a"]:
        return found["a"].upper(), found["text"]
    # "A is incorrect because ..." says its verdict without the letter, which shuffling changes.
    verdict = found["rest"].strip().removeprefix("is ")
    return found["b"].upper(), verdict[:1].upper() + verdict[1:]


def letter(text: str) -> Marked | None:
    """``B) text`` in any of its spellings."""
    plain, marked = _unmarked(text)
    found = _LETTERED.match(plain)
    if not found:
        return None
    sign = found["paren"] or found["square"] or found["bare"] or _ringed(found["ring"])
    body, more = _unmarked(found["text"])
    style = "ring" if sign.isdigit() else "letter" if sign.isupper() else "small"
    return Marked(style, sign.upper(), body, marked or more)


def ordinal(text: str) -> Marked | None:
    """``2. text`` as an option."""
    plain, marked = _unmarked(text)
    found = _ORDINAL.match(plain)
    if not found:
        return None
    body, more = _unmarked(found[2])
    return Marked("ordinal", found[1], body, marked or more)


def bullet(text: str) -> Marked | None:
    """``- text``, ``- [x] text``, ``✓ text``."""
    found = _BULLET.match(text)
    if not found:
        return None
    body, marked = _unmarked(found["text"])
    if inner := letter(found["text"]) or ordinal(found["text"]):
        marked = marked or inner.marked
        body = inner.text
    box = found["box"] or found["radio"] or ""
    ticked = bool(re.search(r"[•●xX*✓✔]", box)) or (found["bullet"] or "-") in CHECKS
    style = "box" if box or (found["bullet"] or "-") in "☐□○◯" else "bullet"
    return Marked(style, inner.label if inner else "", body, marked or ticked)


def unlettered(text: str) -> Marked:
    """Any line, read as an option without a marker."""
    body, marked = _unmarked(text)
    return Marked("line", "", body, marked)


def finished(text: str) -> bool:
    """Whether a stem is complete: it asks, announces its options, or leaves a blank."""
    return bool(_FINISHED.search(text[-_TAIL:]))


def _ringed(sign: str) -> str:
    """Ⓐ -> A, ① -> 1."""
    if "①" <= sign <= "⑳":
        return str(ord(sign) - ord("①") + 1)
    offset = ord(sign) - 0x24B6
    return chr(ord("A") + offset % 26)


def _unmarked(text: str) -> tuple[str, bool]:
    """An option without what marks it as right, and whether anything did."""
    marked = False
    text = text.strip()
    status = _STATUS.search(text, max(0, len(text) - _TAIL))
    text = text[: status.start()] if status else text
    prefix = _PREFIX_MARK.match(text)
    if prefix and len(text) > prefix.end():
        text, marked = text[prefix.end() :], True
    suffix = _SUFFIX_MARK.search(text, max(0, len(text) - _TAIL))
    if suffix and suffix.start() > 0:
        text, marked = text[: suffix.start()], True
    text = text.rstrip(CROSSES + " ").lstrip(CROSSES + " ")
    for mark in ("**", "__"):
        if (
            len(text) > 4
            and text.startswith(mark)
            and text.endswith(mark)
            and text.count(mark) == 2
        ):
            text, marked = text[2:-2].strip(), True
    return text, marked
