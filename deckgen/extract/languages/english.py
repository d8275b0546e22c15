"""English: its tables stand in ``concepts/`` and ``language/``; here they are put together."""

import re

from deckgen.extract.concepts import antecedents, chatter, choice, forms, listings
from deckgen.extract.concepts.forms import Form
from deckgen.extract.concepts.language import Asked, Language
from deckgen.extract.concepts.statements import Statement, may_explain, statements
from deckgen.extract.language.clauses import Clause, clause

_ASKED = 2.0  # the weight of a question of the text with its answer
_EXISTS = re.compile(r"There (?:is|are) (?!also\b|another\b|(?:the|these|those|its|their)\b)")
_SIGNS = frozenset(
    """
    the of and to are that with from it this which be not has had can but they these their its you
    your when if there will would should would must may does what how who been were than into
    because while each other such more some only also about between through does did do
    """.split()
)


def _asked(statement: Statement, topic: choice.Topic) -> Asked:
    parts = clause(statement.text)
    alone = statement.alone and not (parts and _hangs(parts))
    gain: float | None = None
    for form in _forms(statement, parts, alone=alone):
        exists = bool(form.cloze and _EXISTS.match(form.cloze))
        if antecedents.points_back(form.front or form.cloze) and not exists:
            continue
        if statement.talk and chatter.talks(f"{form.front} {form.back}"):
            continue
        if form.cloze and not (alone or exists):
            continue  # the whole is not understood
        if gain is None:
            gain = choice.gain(statement.text, parts.subject if parts else "", topic)
        yield form, gain


def _forms(statement: Statement, parts: Clause | None, *, alone: bool) -> tuple[Form, ...]:
    if statement.named:
        return forms.named_afterwards(statement.text)
    if statement.asked:
        return (Form(_ASKED, statement.asked, statement.text, rule="asked by the text"),)
    if statement.talk:
        return forms.beside(statement.text) if may_explain(statement.text) else ()
    return forms.recast(statement.text, parts) if alone else forms.beside(statement.text)


def _hangs(parts: Clause) -> bool:
    if parts.subject.lower() == "there" and (parts.copula or parts.predicate.startswith("be ")):
        return False  # "There are three kinds of ..."
    if antecedents.names_itself(parts.subject):
        return False
    return antecedents.hangs(parts.subject) and not antecedents.explained(
        parts.opening, parts.subject
    )


ENGLISH = Language(
    "English",
    signs=_SIGNS,
    rules=forms.RULES,
    statements=statements,
    forms=_asked,
    listed=listings.cards,
    of_sentences=listings.of_sentences,
)
