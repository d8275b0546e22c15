"""What the parts of a question are marked with: one visible table of patterns.

Every pattern is anchored at the start of a line and has no nested repetition: linear time.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from deckgen.parse import wording

CHECKS = "✓✔✅☑🗸"
CROSSES = "✗✘❌✖"
BLANK = re.compile(r"_{2,}|\.{5,}|…{2,}")  # to be filled in
_TICKED_BOXES = "☒🗹⊠▣"
_HASHES = re.compile(r"^(?:#{1,6}\s+|>\s?)+")
_BULLETS = f"-*•◦▪●○◯☐□–·‣⁃∙■◆➢➤►{_TICKED_BOXES}"

_LABEL = re.compile(
    r"(?:(?:multiple|single)[- ](?:choice|answer|response)(?: questions?)?"
    r"|(?:(?:practice|sample|quiz|exam|test|review|example|actual) )?(?:question|item|frage|aufgabe"
    r"|pregunta|pergunta|domanda|vraag|quest[ãa]o)(?: text)?"
    r"(?: ?(?:no[.:]? ?|number |# ?|: ?){0,2}(?P<a>\d{1,4}))?(?: ?\(?(?:of|/|out of) ?\d{1,4}\)?)?"
    r"|term|q ?(?P<b>\d{1,4})|(?P<c>\d{1,4})[.)](?: (?:question|multiple choice|true or false))?"
    r"|true (?:or|/) false|true/false|select all that apply|choose (?:one|the best answer))\s*[:.]?"
    r"(?P<more>(?: {2,}|\s*[|·•,]\s*)\S.{0,160})?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"(?:(?P<label>(?:{wording.QUESTION}|q\.?)\s*(?:no\.?\s*|nr\.?\s*)?#?\s*|#\s?"
    rf"|no\.\s?)?(?P<number>\d{{1,4}})(?:\s?[(\[][^()\[\]]{{1,40}}[)\]](?=[.:]))?\s*"
    rf"(?:(?:of|/|von|de|sur)\s*\d{{1,4}}\s*)?(?P<sign>\.\s?[-–—]|[.):：](?:\*\*|__)?|[-–—]|(?=\s))\s+"
    rf"|\[(?P<square>\d{{1,4}})\]\s+)"
    rf"(?P<text>\S.*)",
    re.IGNORECASE,
)
_ASKED = re.compile(rf"(?:{wording.QUESTION}|q)\s*[:.]\s*(\S.*)", re.IGNORECASE)
_LETTERED = re.compile(
    r"[,;.·|\s]{0,3}(?:option |choice |answer )?"
    r"(?:\((?P<paren>[A-Za-z])\)|\[(?P<square>[A-WYZa-wyz])\]|(?P<bare>[A-Za-z])(?:[.):]"
    r"|\s[-–—](?=\s))|(?P<ring>[Ⓐ-ⓩ①-⑳]))"
    r"(?:(?:\s+|(?=[^\sa-z.]))(?P<text>\S.*)|$)",
    re.IGNORECASE,
)
# What a lettered option begins with, marks of a right one in front of it or not: a quick look.
_MAY_BE_LETTERED = re.compile(
    r"[^A-Za-z(\[Ⓐ-ⓩ①-⑳]*+(?:(?:option|choice|answer) )?"
    r"(?:[(\[][A-Za-z][)\]]|[A-Za-z](?:[.):]|\s[-–—])|[Ⓐ-ⓩ①-⑳])",
    re.IGNORECASE,
)
_BOLD_SIGN = re.compile(
    r"(?:\*\*|__)(\(?(?:[A-Za-z]|\d{1,2}|[ivxIVX]{2,5})(?:[.):]|\)))(?:\*\*|__)\s*(?=\S)"
)
_BULLET = re.compile(
    rf"[{_BULLETS}]\s*(?P<empty>\[[ xX]\])$"
    rf"|(?:(?P<bullet>[{_BULLETS}{CHECKS}{CROSSES}])\s*(?P<box>\[[ xX]\]|\( ?[xX•●*]? ?\)(?=\s))?"
    rf"|(?P<radio>[(\[] ?[ •●xX*✓✔]? ?[)\]]))\s+(?P<text>\S.*)"
)
_BARE_LETTER = re.compile(r"(?P<sign>[A-J])\s{1,4}(?P<text>\S.*)")
_ROMAN = re.compile(r"\(?(?P<sign>[ivx]{1,5}|[IVX]{1,5})[.)]\s+(?P<text>\S.*)")
ROMANS = tuple("I II III IV V VI VII VIII IX X XI XII".split())
_ORDINAL = re.compile(r"\(?(\d{1,2})[.)]\s+(\S.*)")
_KEYED = re.compile(
    rf"(?:(?:correct )?(?:answer|ans|key|solution)\s?:\s?|{wording.ANSWER})\(?[A-K]\)?\.?",
    re.IGNORECASE,
)
_KEYED_WITH_TEXT = re.compile(
    r"(?:correct )?(?:answer|ans|solution)\s?:\s?\(?[A-Ka-k][.)]\s\S", re.IGNORECASE
)
_ANSWER = re.compile(
    r"(?:(?:the|and)\s+)?(?:(?:correct|right|best|model|suggested|official"
    r"|expected)\s+)?(?:answer|ans|option|choice|key|response|oa)(?:\(s\)|s)?"
    r"\s*(?:(?:is|are)\s*[:\-–—]?|[:.=]|[-–—](?=\s))\s*(?P<value>.*)"
    r"|(?:correct|right)\s*[:=]\s*(?P<short>\S.*)"
    r"|(?:correct|right)\s+answers?(?:\(s\))?\s*(?P<bare>\S?.*)"
    r"|(?:ans|answer)\s+\(?(?P<letter>[A-Ja-j])\)?\.?$"
    r"|r\s?[:.]\s?\(?(?P<sign>[A-Ea-e])\)?\.?$"
    r"|(?:resp|rpta|rta|gab|lsg|rép)\.?\s?:\s?(?P<abbreviated>\S.*)"
    rf"|(?:{wording.ANSWER})(?P<foreign>.*)",
    re.IGNORECASE,
)
_NAMES_OPTION = re.compile(  # "Answer: Option C"
    r"(?:option|choice|answer|alternativ[ea]?|opción|opção|opzione|réponse|antwort)\s?\(?"
    r"(?=(?:[A-K]|\d{1,2})\)?\s?(?:$|[.):,–—-]))",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"(?:(?:detailed|answer|correct|full|brief|response|general|official|expert)\s+)?"
    r"(?:explanations?(?:/references?)?|rationales?|reason(?:ing)?|justification|feedback|discussion|solution"
    r"|explained|oe(?=\s?:)|why(?=\s?:)"
    r"|why(?:\s+(?:this|it|that|the|answer|option|[a-j]))?(?:\s+(?:answer|option"
    r"|one))?(?:\s+[a-j])?(?:'s|’s|\s+is)\s+(?:right|correct|the answer|the best answer|best))"
    r"(?:\s*\([^)]{0,40}\))?\s*(?:[:?]|[-–—](?=\s)|\.?$)\s*(?P<text>.*)"
    rf"|{wording.EXPLANATION}\s*(?:[:：]|[-–—](?=\s)|$)\s*(?P<foreign>.*)"
    r"|(?-i:Sol)\.:?\s+(?P<short>\S.*)",
    re.IGNORECASE,
)
_OPTION_NOTE = re.compile(
    r"\(?(?:option|choice|answer)\s+\(?(?P<a>[A-Ja-j])\)?(?:\s*[:.\-–—]\s*|\s+(?=\(?(?:is|was"
    r"|would|in)))(?P<text>\S.*)"
    r"|\((?:option|choice|answer)\s(?P<e>[A-Ja-j])\)\s+(?P<apart>\S.*)"
    r"|(?:explanation|rationale|reason|feedback)\s+(?:for\s+)?(?:option\s+|answer\s+|choice\s+)?"
    r"\(?(?P<d>[A-Ja-j])\)?\s*[:.–—-]\s*(?P<reason>\S.*)"
    r"|why\s+(?:option\s+|answer\s+)?\(?(?P<c>[A-Ja-j])\)?\s+is\s+(?:in)?(?:correct|wrong"
    r"|right)\s*[:.–—-]\s*(?P<why>\S.*)"
    r"|(?P<b>[A-Ja-j])(?=\s+is\s+(?:in)?correct\b|\s+is\s+(?:wrong|right|false"
    r"|true)\b)(?P<rest>.*)",
    re.IGNORECASE,
)
_SUFFIX_MARK = re.compile(
    rf"\s*(?:\*\*)?(?:[{CHECKS}]+|\((?:the )?(?:correct|right|true)(?: (?:answer|option|choice))?\)"
    rf"|\[(?:correct|right)\]"
    r"|\s\*{1,2}|[←⟵<][-–—]*\s*(?:correct|right)(?: answer)?|[-–—]\s*correct(?: answer)?"
    r"|\sCorrect)(?:\*\*)?\s*$",
    re.IGNORECASE,
)
_PREFIX_MARK = re.compile(rf"(?:[{CHECKS}]\s*|\*\s?(?=\(?[A-Za-z][.)])|=>\s*|→\s*)")
_VERDICT_BEHIND = re.compile(
    r"\s(?:[-–—]{1,2}\s?|(?P<open>\())\*{0,2}(?P<verdict>correct|incorrect|right"
    r"|wrong)\*{0,2}\s?[:.,;–—-]\*{0,2}\s*(?P<said>\S.*)$",
    re.IGNORECASE,
)
_TAIL = 80  # characters at the end of a line that tell how it ends
_FINISHED = re.compile(
    r"(?:[?:]|_{2,}[.?]?|\.{3}|…|\b(?:EXCEPT|NOT))[\"”’')\]*_]*"
    r"(?:\s?[*_]{0,2}[(\[][^()\[\]]{1,40}[)\]][*_.]{0,2})?$"
)


# What test-bank programs print behind the answer: "ANS: B  PTS: 1  DIF: Easy  REF: p. 58".
_METADATA = re.compile(r"\s+(?=(?:PTS|DIF|REF|OBJ|TOP|MSC|NAT|LOC|STA|BLM)\s*:)")
_STATUS = re.compile(
    r"\s+(?:Incorrect|Most Voted|Your answer|Selected"
    r"|[*_]{0,2}(?i:[(\[](?:your|my) (?:answer|choice|response|pick)[)\]])[*_]{0,2})\s*$"
)

_asked_often = lru_cache(maxsize=1024)  # many rules look at one line, and ahead from it


@dataclass(frozen=True, slots=True)
class Marked:
    """An option as its line shows it. ``style`` tells letters, numbers and bullets apart.

    ``note`` is what the line says of this option behind its text.
    """

    style: str
    label: str
    text: str
    marked: bool
    note: str = ""


@_asked_often
def bare(text: str) -> str:
    """A line without the Markdown around it: hashes, quote marks, bold or italics of it all."""
    text = _HASHES.sub("", text).strip() if text.startswith(("#", ">")) else text.strip()
    for mark in ("***", "**", "__", "*", "_"):
        if len(text) > 2 * len(mark) and text.startswith(mark):
            inside, closing, rest = text[len(mark) :].partition(mark)
            if closing and not rest.strip():
                return inside.strip()
            if closing and (inside.rstrip().endswith((":", ".")) or rest.lstrip().startswith(":")):
                return inside.strip() + rest  # **Explanation:** text
            if closing and _KEYED_WITH_TEXT.match(inside) and rest.strip()[:1].isupper():
                return f"{inside.strip().rstrip('.')}. {rest.strip()}"  # **Answer: b. fog** It …
            if closing and _KEYED.fullmatch(inside):
                return f"{inside.strip(' .')}. {rest.strip()}"  # **Answer: b)** text
    return text


@_asked_often
def label(text: str) -> tuple[bool, int | None]:
    """Whether a line only announces a question ("Multiple Choice"), and the number it gives."""
    found = _LABEL.fullmatch(bare(text))
    # What follows on the line ("Question 7   Topic 2") is known as such behind a number only.
    if not found or (found["more"] and not (found["a"] or found["b"])):
        return False, None
    number = found["a"] or found["b"] or found["c"]
    return True, int(number) if number else None


@_asked_often
def numbered(text: str) -> tuple[int, str] | None:
    """``12. Which ...`` -> (12, "Which ...")."""
    found = _NUMBERED.match(bare(text))
    if not found:
        return None
    plain = found["square"] or found["sign"][:1] in tuple(".):：")
    # "Question 3 - Which ...", "Q.3 Which ...": only behind a word, and where a sentence begins
    if not plain and (not found["label"] or found["text"][0].islower()):
        return None
    return int(found["number"] or found["square"]), found["text"]


@_asked_often
def asked(text: str) -> str | None:
    """``Q: Which ...`` -> "Which ..."."""
    found = _ASKED.match(bare(text))
    return found[1] if found else None


@_asked_often
def answer(text: str) -> str | None:
    """The value of an answer line, possibly empty; None where the line is none."""
    if text.lower() in ("definition", "back"):  # a flashcard export with a whole question in front
        return ""
    found = _ANSWER.match(bare(text))
    if not found:
        return None
    for name in ("value", "short", "bare", "letter", "sign", "abbreviated", "foreign"):
        if found[name] is not None:
            value = _METADATA.split(str(found[name]))[0].strip().strip("*_").strip()
            value = _NAMES_OPTION.sub("", value, count=1) if _NAMES_OPTION.match(value) else value
            return re.sub(r"(?<=\w)\s+[^\w\s(%°]+$", "", value)
    return ""


@_asked_often
def explanation(text: str) -> str | None:
    """What follows "Explanation:" on its line, possibly empty; None where the line is none."""
    found = _EXPLAINED.match(bare(text))
    return (found["text"] or found["foreign"] or found["short"] or "").strip() if found else None


def option_note(text: str) -> tuple[str, str] | None:
    """``Option B: ...`` -> ("B", "..."): what is said of one option alone."""
    found = _OPTION_NOTE.match(bare(text))
    if not found:
        return None
    if found["a"]:
        return found["a"].upper(), found["text"]
    if found["e"]:
        return found["e"].upper(), found["apart"]
    if found["d"]:
        return found["d"].upper(), found["reason"][:1].upper() + found["reason"][1:]
    if found["c"]:
        return found["c"].upper(), found["why"][:1].upper() + found["why"][1:]
    # "A is incorrect because ..." says its verdict without the letter, which shuffling changes.
    verdict = found["rest"].strip().removeprefix("is ")
    return found["b"].upper(), verdict[:1].upper() + verdict[1:]


@_asked_often
def letter(text: str) -> Marked | None:
    """``B) text`` in any of its spellings."""
    text = _BOLD_SIGN.sub(r"\1 ", text, count=1)
    if not _MAY_BE_LETTERED.match(text):
        return None
    plain, marked = _unmarked(text)
    found = _LETTERED.match(plain)
    if not found:
        return None
    sign = found["paren"] or found["square"] or found["bare"] or ringed(found["ring"])
    body, more = _unmarked(found["text"] or "")
    style = "ring" if sign.isdigit() else "letter" if sign.isupper() else "small"
    return _with_note(Marked(style, sign.upper(), body, marked or more))


def bare_letter(text: str) -> Marked | None:
    """``A text``: an option only where ``B text`` stands on the next line."""
    found = _BARE_LETTER.fullmatch(text)
    if not found:
        return None
    body, marked = _unmarked(found["text"])
    return Marked("bare letter", found["sign"], body, marked)


def roman(text: str) -> Marked | None:
    """``(ii) text``; its label is the numeral in capitals."""
    plain, marked = _unmarked(_BOLD_SIGN.sub(r"\1 ", text, count=1))
    found = _ROMAN.match(plain)
    if not found or found["sign"].upper() not in ROMANS:
        return None
    body, more = _unmarked(found["text"])
    style = "roman" if found["sign"].islower() else "ROMAN"
    return _with_note(Marked(style, found["sign"].upper(), body, marked or more))


def after_roman(label: str) -> str:
    """II -> III; nothing behind the last that is known."""
    place = ROMANS.index(label) + 1 if label in ROMANS else len(ROMANS)
    return ROMANS[place] if place < len(ROMANS) else ""


@_asked_often
def ordinal(text: str) -> Marked | None:
    """``2. text`` as an option."""
    plain, marked = _unmarked(_BOLD_SIGN.sub(r"\1 ", text, count=1))
    found = _ORDINAL.match(plain)
    if not found:
        return None
    body, more = _unmarked(found[2])
    return _with_note(Marked("ordinal", found[1], body, marked or more))


@_asked_often
def bullet(text: str) -> Marked | None:
    """``- text``, ``- [x] text``, ``✓ text``."""
    found = _BULLET.match(text)
    if not found:
        return None
    if found["empty"]:  # the option stands on the lines below
        return Marked("box", "", "", found["empty"] != "[ ]")
    body, marked = _unmarked(found["text"])
    note = ""
    if inner := letter(found["text"]) or ordinal(found["text"]):
        marked = marked or inner.marked
        body, note = inner.text, inner.note
    box = found["box"] or found["radio"] or ""
    sign = found["bullet"] or "-"
    ticked = bool(re.search(r"[•●xX*✓✔]", box)) or sign in CHECKS or sign in _TICKED_BOXES
    style = "box" if box or sign in f"☐□○◯{_TICKED_BOXES}" else "bullet"
    return _with_note(Marked(style, inner.label if inner else "", body, marked or ticked, note))


def _with_note(option: Marked) -> Marked:
    """``text - Incorrect: why`` -> the text, and what is said of it."""
    found = _VERDICT_BEHIND.search(option.text)
    if not found or not found.start():
        return option
    right = found["verdict"].lower() in ("correct", "right")
    said = found["said"].strip().removesuffix(")" if found["open"] == "(" else "\n")
    said = said[:1].upper() + said[1:]
    return replace(
        option, text=option.text[: found.start()], note=said, marked=option.marked or right
    )


@_asked_often
def unlettered(text: str) -> Marked:
    """Any line, read as an option without a marker."""
    body, marked = _unmarked(text)
    return Marked("line", "", body, marked)


def finished(text: str) -> bool:
    """Whether a stem is complete: it asks, announces its options, or leaves a blank."""
    return bool(_FINISHED.search(text[-_TAIL:]))


def ringed(sign: str) -> str:
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
