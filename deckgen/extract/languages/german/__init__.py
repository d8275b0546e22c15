"""German: a starter set. Where a rule is not sure of case or gender, the sentence is left alone."""

from deckgen.extract.concepts.choice import Topic
from deckgen.extract.concepts.forms.form import Form
from deckgen.extract.concepts.language import Asked, Language
from deckgen.extract.concepts.statements import Statement
from deckgen.extract.languages.german import forms, listings
from deckgen.extract.languages.german.antecedents import points_back
from deckgen.extract.languages.german.statements import statements
from deckgen.extract.languages.german.worth import gain

_SIGNS = frozenset(
    """
    der das und ist sind ein eine einer eines einem einen dem den des von mit für auf nicht werden
    wird wurde auch sich zum zur im durch oder wenn bei aus nach über zwischen sowie dass wie vor
    kann können muss müssen dieser diese dieses sie er es haben hat ihre beim vom unter als am
    """.split()
)


def _asked(statement: Statement, topic: Topic) -> Asked:
    forms_found = _forms(statement)
    worth = gain(statement.text, topic) if forms_found else 0.0
    for form in forms_found:
        if not points_back(form.front or form.cloze):
            yield form, worth


def _forms(statement: Statement) -> tuple[Form, ...]:
    if statement.named:
        return forms.named_back(statement.text)
    if statement.talk:
        return ()
    beside = forms.beside(statement.text)
    return (*forms.own(statement.text), *beside) if statement.alone else beside


GERMAN = Language(
    "German",
    signs=_SIGNS,
    rules=forms.RULES,
    statements=statements,
    forms=_asked,
    listed=listings.cards,
    of_sentences=listings.of_sentences,
    capitals=True,
    words=85,
)
