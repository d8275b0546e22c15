"""Lines of a word list: ``Term - definition``, ``**Term**: definition`` and their kin."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from deckgen.parse import deletions, languages, markers, terms
from deckgen.parse.lines import Line
from deckgen.parse.page import Page

_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<term>[^\s*_](?:[^*_\n]{0,90}[^\s*_])?)(?P=mark)")
_BEHIND_BOLD = re.compile(r"\s*(?P<sign>[:：=]|[-–—](?=\s)|→|->)?\s*(?P<text>\S.*)?")
_ADDED = re.compile(r"(?P<added>[(\[][^()\[\]]{1,60}[)\]])\s*[:–—-]\s+(?=\S)")
_IS = re.compile(r"(?:is|are|means|refers to|denotes)\s+(?=\w+\s\w)", re.IGNORECASE)
_ITEM = re.compile(
    r"(?P<bullet>[-*+•●○▪■◦])\s+(?P<text>\S.*)|(?P<number>\d{1,3})[.)]\s+(?P<rest>\S.*)"
)
_SIGNS: dict[str, re.Pattern[str]] = {
    # A dash behind a comma is an ending: "das Fenster, - – the window".
    "dash": re.compile(r"(?P<term>\S.{0,99}?)(?<!,)\s{1,9}[-–—]{1,2}\s+(?P<text>\S.*)"),
    "equals": re.compile(
        r"(?P<term>\S[^=]{0,99}?)\s{0,9}(?:(?<![=<>!:+-])=(?![=>]))\s*(?P<text>\S.*)"
    ),
    "arrow": re.compile(r"(?P<term>\S.{0,99}?)\s{1,9}(?:→|⇒|↔|->|=>)\s+(?P<text>\S.*)"),
    "tab": re.compile(r"(?P<term>\S(?:\S| (?! )){0,99})\s{3,40}(?P<text>\S(?:\S| (?! {2}))*)"),
    # Two spaces are a sign in a list of terms only; elsewhere they are how somebody types.
    "gap": re.compile(r"(?P<term>\S(?:\S| (?! )){0,79}) {2}(?P<text>\S(?:\S| (?! ))*)"),
    "dots": re.compile(
        r"(?P<term>\S(?:\S| (?![ .])){0,79})(?: ?\.{3,80}| ?…{1,40}|(?: \.){1,60})"
        r" (?P<text>[^\s.].*)"
    ),
    "colon": re.compile(r"(?P<term>[^\s:：][^:：]{0,99}?)\s?(?::(?=\s)|：)\s*(?P<text>\S.*)"),
}

_SENTENCE_ENDS = ("?", ".", "!")
_LEAST_PHRASE = 2  # words
_LONGEST_PHRASE = 20
_MOST_LONGER = 3  # times as many words as the other side


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of such a list. ``style`` and ``listed`` tell whether two lines are marked alike.

    ``listed`` is the sign of its item ("-", "1" for a number) or empty.
    """

    at: int
    style: str
    listed: str
    indent: int
    term: str
    text: str


def read(page: Page, at: int) -> tuple[Entry, ...]:
    """The ways to read a line as an entry: with bold there is one, else one for each sign."""
    line = page.lines[at]
    if line.verbatim or line.blank or page.chrome(at) or line.indent > 7:
        return ()
    item = _ITEM.fullmatch(line.text)
    listed, text = "", line.text
    if item:
        listed = item["bullet"] or "1"
        text = item["text"] or item["rest"]
    if text.startswith(("[ ]", "[x]", "#", ">", "|", "![", "<", "(", "[[")):
        return ()
    if languages.pair(text):
        return ()  # "French – English" is the name of a list
    made = _maker(at, line, listed)
    bold = _bold(text)
    if bold:
        return (made("bold", *bold),)
    shown = deletions.shielded(text)
    found: list[Entry] = []
    for style, pattern in _SIGNS.items():
        split = pattern.fullmatch(shown)
        if split:
            found.append(made(style, text[: split.end("term")], text[split.start("text") :]))
    return tuple(e for e in found if e.term.strip())


def _maker(at: int, line: Line, listed: str) -> Callable[[str, str, str], Entry]:
    return lambda style, term, text: Entry(at, style, listed, line.indent, term, text.strip())


def _bold(text: str) -> tuple[str, str] | None:
    """``**Term**: text``, ``**Term:** text``, ``**Term** – text``, ``**Term** text``."""
    found = _BOLD.match(text)
    if not found:
        return None
    rest = _BEHIND_BOLD.fullmatch(text, found.end())
    if not rest or not rest["text"]:
        return None
    term, said = found["term"], rest["text"]
    if rest["sign"] or term.endswith((":", "：")):
        return term.rstrip(":： "), said
    added = _ADDED.match(said)
    if added:
        return f"{term} {added['added']}", said[added.end() :]
    if not text[found.end()].isspace() or not said[0].isalpha():
        return None
    return term, _IS.sub("", said, count=1) if _IS.match(said) else said


def is_sound(page: Page, entry: Entry) -> bool:
    """Whether the line by itself can be a term and what it means."""
    if page.saved and markers.letter(entry.term):
        return False  # an option
    if markers.answer(entry.term) is not None or markers.explanation(entry.term) is not None:
        return False
    if markers.label(entry.term)[0]:
        return False
    if is_phrase(entry):
        return True
    if entry.style == "tab" and entry.term.endswith("?"):
        return True  # a question in a row of tab-separated cards; its answer may be a number
    if entry.style in ("equals", "arrow") and entry.term.endswith("!"):
        entry = replace(entry, term=entry.term[:-1])  # a remark: "das Ei, pl. die Eier!"
    longest = 14 if entry.style in ("tab", "equals") else terms.LONGEST_TERM
    return terms.is_term(entry.term, longest) and not terms.is_data(entry.text)


def is_phrase(entry: Entry) -> bool:
    """Whether a line is a sentence and the same sentence in another language."""
    term, text = terms.bare(entry.term), terms.bare(entry.text)
    ends = term[-1:], text[-1:]
    alike = ends[0] in _SENTENCE_ENDS and ends[0] == ends[1]
    sizes = sorted((len(term.split()), len(text.split())))
    same = {*term.lower().split()} & {*text.lower().split()}
    return (
        entry.style in ("bold", "dash", "equals", "tab")
        and alike
        and sizes[0] >= _LEAST_PHRASE
        and sizes[1] <= min(_MOST_LONGER * sizes[0], _LONGEST_PHRASE)
        and 2 * len(same) < sizes[0]
    )
