"""A thing that a clause behind its name tells of: "which ...", "in which ...", "where ..."."""

import re

from deckgen.extract.concepts.antecedents import hangs
from deckgen.extract.concepts.forms.definition import SAYS_NOTHING
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.wording import content, hide, sentence
from deckgen.extract.language.clauses import Clause, is_plural
from deckgen.extract.language.phrases import ending
from deckgen.extract.language.verbs import PAST, PLURAL, SINGULAR

_IS = re.compile(
    r",? \(?which (?P<verb>is|are) (?P<what>(?:defined as )?(?:an?|the|any|when|how|those|one)"
    r" [^;()]{8,200}?)"
    r"(?=\)|[;]|$|, (?:and|but|so|which|while|as)\b)"
)
_TELLS = re.compile(
    r", (?P<what>(?:which|in which|wherein|where|whereby|by which|through which)"
    r" (?P<first>[\w’'-]+) [^;]{8,})"
)
_WHERE = re.compile(r"(?:in which|wherein|where) ")
_GOES_ON = re.compile(r"[;)]|, (?:and|but|so|which|while|whereas)\b")
_OF_ALL = re.compile(
    r"(?:means?|causes?|led|made|makes?|leads?|allow(?:s|ed)?|gave|gives?|created?|creates"
    r"|result(?:s|ed)?|helped|helps|in|we|you|he|she|they|would|could|might|may|can|cannot|will"
    r"|then|also|was|were|has|had|have|explains?|brought|forced|caused|enabled?|enables)$"
)


def kind(text: str, parts: Clause | None) -> Form | None:
    """``Rennet sets milk into curd, which is the solid part.`` -> What is curd?"""
    for found in _IS.finditer(text.rstrip(".")):
        term = ending(text[: found.start()])
        if not term or hangs(term) or content(term) <= content(found["what"]):
            continue
        if SAYS_NOTHING.match(found["what"]) or is_plural(term) != (found["verb"] == "are"):
            continue
        what = re.sub(r"^defined as ", "", found["what"])
        return Form(2.5, f"What {found['verb']} {term}?", sentence(what))
    return None


def told(text: str, parts: Clause | None) -> Form | None:
    """``Tears contain lysozyme, which breaks down bacteria.`` hides what is told of.

    Where the sentence cannot stand alone, what the clause says is asked for.
    """
    for found in _TELLS.finditer(text.rstrip(".")):
        term = ending(text[: found.start()])
        which = found["what"].startswith("which")
        named = term.split()[-1][:1].isupper() if term else False
        if not term or (which and not named and _OF_ALL.match(found["first"])):
            continue
        if hangs(term) or re.search(r"\b\d", term) or not _agrees(term, found):
            continue
        if (
            made := _asked(term, found)
            if parts is None or (not which and not term.startswith("the "))
            else None
        ):
            return made
        if made := _hidden(text, term, found):
            return made
    return None


def _hidden(text: str, term: str, found: re.Match[str]) -> Form | None:
    begin = text[: found.start()].lower().rfind(term.lower())
    if begin < 0:
        return None
    article = re.match(r"(?:an?|the) ", term)
    begin += article.end() if article else 0
    name = text[begin : begin + len(term) - (article.end() if article else 0)]
    end = begin + len(name)
    if text[:begin].split()[1:] and text[:begin].split()[-1][:1].isupper():
        return None  # a part of a longer name
    if not content(name) or content(name) <= content(f"{text[:begin]} {found['what']}"):
        return None
    return Form(0.9, cloze=f"{text[:begin]}{hide(name)}{text[end:]}")


def _asked(term: str, found: re.Match[str]) -> Form | None:
    """The clause as an answer: ``What is a time series? / One in which ...``."""
    what = _GOES_ON.split(found["what"])[0]
    plural = is_plural(term)
    if content(term) <= content(what) or re.search(r"\b(?:it|they|its|their)\b", what[:24]):
        return None
    if what.startswith("which"):
        first = found["first"]
        if first in ("became", "known", "did"):
            return None
        if first not in SINGULAR and first not in PLURAL and first not in PAST:
            return None
        do = "did" if first in PAST else "do" if plural else "does"
        return Form(1.4, f"What {do} {term} do?", sentence(what.removeprefix("which ")))
    if term.split()[0] in ("a", "an"):
        return Form(2.0, f"What is {term}?", sentence(f"One {what}"))
    happens = _WHERE.match(what)
    if not happens or plural or " of " in term:
        return None
    return Form(0.8, f"What happens in {term}?", sentence(what[happens.end() :]))


def _agrees(term: str, found: re.Match[str]) -> bool:
    """Whether the verb behind "which" has the number of the term."""
    if not found["what"].startswith("which "):
        return True
    first = found["first"]
    if first == "are":
        return is_plural(term)
    if first.endswith("s") and not first.endswith("ss"):
        return not is_plural(term)
    return first in PAST or is_plural(term)
