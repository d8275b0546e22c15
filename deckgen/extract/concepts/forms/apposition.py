"""A thing that is explained beside its name, inside a sentence about something else."""

import re

from deckgen.extract.concepts.antecedents import hangs, points_back
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.forms.wording import inside, sentence
from deckgen.extract.language.clauses import Clause, clause, is_plural

_EXPLAINED = re.compile(
    r", (?:or )?(?P<what>(?:an?|the|any) (?:[\w’'-]+ ){0,4}?[\w’'-]+ "
    r"(?:that|which|who|in which|used|for|of)\b[^,;]{8,140})(?=[,.;]|$)"
)
_AFTER = re.compile(
    r"^.*\b(?:of|in|on|at|by|for|from|with|without|to|into|through|under|called|as|is|are|has|have"
    r"|and|or|uses?|need|needs|gives?|get|gets)\s+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r".*\b(?P<term>(?:an?|the) (?:[\w+’'-]+ ?){1,5})$", re.IGNORECASE)
_NAMING = re.compile(
    r"^(?P<what>.{20,200}?), an? \w+ (?:that )?(?:[\w-]+ ){0,3}?"
    r"(?:calls?|known as|called|termed|named) "
    r"(?P<term>[^,.]{3,50})\.?$"
)
_GLOSS = re.compile(
    r", (?:meaning(?: that)?|which (?:means(?: that)?|refers to|is to say))"
    r" (?P<what>[^,;]{12,200})"
)
_ADJECTIVE = re.compile(r"(?P<what>(?:an? )?[\w-]+(?: [\w-]+)?)(?: as well| too)?")
_EXPANDED = re.compile(
    r"\b(?P<short>[A-Z][A-Za-z]{0,2}[A-Z]{1,6}s?),? (?:\()?(?:which is )?"
    r"(?:short for|which stands for|standing for"
    r"|an (?:acronym|abbreviation) (?:for|of)) (?P<full>[^,.;()]{6,80})"
)
_CASE = re.compile(
    r"(?:When|If) (?P<case>[^,]{12,120}), (?:it|this|that(?: [\w-]+){0,3}) "
    r"(?:is|are) (?:known as |called )"
    r"(?P<term>an? [\w-]+(?: [\w-]+){0,3}?)\.?$"
)
_OPENING = re.compile(
    r"(?:With|For|In|On|At|By|From|Under|During|After|Before|Without|To|Because"
    r"|Since|When|If|As|Although|Though|While|Once|Unless|Until|Whenever)\b"
)
_TELLING = re.compile(r"\b(?:that|which|who|whose|where|used|for|of)\b")
_NO_TERM = frozenset("well too also again either together more less so much".split())
_LONGEST_TERM = 5  # words


def apposition(text: str, parts: Clause | None) -> Form | None:
    """``He wants a partition, a court action that ...`` -> What is a partition?"""
    found = _EXPLAINED.search(text.rstrip("."))
    if not found:
        return None
    before = _before(text, found.start())
    term = _term(before)
    opens = text.startswith(before) and _OPENING.match(before)
    goes_on = clause(sentence(found["what"]))
    if not term or (goes_on and (opens or not _TELLING.search(goes_on.subject))):
        return None  # "With care, a motor that ..." goes on as a sentence
    verb = "are" if found["what"].split()[0] == "any" or is_plural(term) else "is"
    return Form(2.5, f"What {verb} {term}?", sentence(found["what"]))


def naming(text: str, parts: Clause | None) -> Form | None:
    """``The body adapts to what it is asked, an idea called overload.`` -> What is overload?"""
    found = _NAMING.match(text)
    if not found or len(found["term"].split()) > _LONGEST_TERM:
        return None
    return Form(2.5, f"What is {found['term'].strip()}?", sentence(found["what"]))


def gloss(text: str, parts: Clause | None) -> Form | None:
    """``It has a narrow index, which refers to a small gap.`` -> What does a narrow index mean?"""
    found = _GLOSS.search(text.rstrip("."))
    if not found:
        return None
    term = _term(_before(text, found.start()))
    if (
        parts
        and not hangs(parts.subject)
        and (said := _ADJECTIVE.fullmatch(parts.predicate.split(",")[0]))
    ):
        asked = f"What does it mean that {inside(parts.subject)} {parts.verb} {said['what']}?"
        return Form(2.5, asked, sentence(found["what"]))
    return Form(2.5, f"What does {term} mean?", sentence(found["what"])) if term else None


def expansion(text: str, parts: Clause | None) -> Form | None:
    """``GAAP, short for Generally Accepted ...`` -> What does GAAP stand for?"""
    found = _EXPANDED.search(text)
    if not found:
        return None
    return Form(2.0, f"What does {found['short']} stand for?", sentence(found["full"]))


def case(text: str, parts: Clause | None) -> Form | None:
    """``When land goes back to its giver, that is a reversion.`` -> What is a reversion?"""
    found = _CASE.match(text.rstrip("."))
    if not found or points_back(found["case"]):
        return None
    return Form(2.5, f"What is {found['term']}?", sentence(f"When {found['case']}"))


def _before(text: str, end: int) -> str:
    """The words in front of a comma, from the comma before it on."""
    return re.split(r"[,;:]", text[:end])[-1].strip()


def _term(before: str) -> str:
    """The noun phrase that ends where the explanation begins."""
    named = _ARTICLE.match(before)
    term = named["term"] if named else _AFTER.sub("", before)
    words = term.split()
    if {*words} & _NO_TERM:
        return ""
    if not 0 < len(words) <= _LONGEST_TERM or re.search(
        r"\b(?:it|they|them|you|this|that)\b", term
    ):
        return ""
    if words[0].lower() in ("a", "an", "the"):
        return " ".join([words[0].lower(), *words[1:]])
    return term if not named and len(words) <= 3 and term.replace(" ", "").isalpha() else ""
