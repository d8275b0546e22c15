"""How much more than its form a German statement is worth."""

import re

from deckgen.extract.concepts.choice import Topic, words
from deckgen.extract.languages.german.clauses import clause

_RULE = re.compile(
    r"\b(?:muss|müssen|darf|dürfen|nur|nie|niemals|verboten|vorgeschrieben|verpflichtet|mindestens"
    r"|höchstens|spätestens|heißt|heißen|genannt|nennt|bezeichnet)\b"
)
_RELATION = re.compile(
    r"\b(?:führ(?:t|en|te|ten)|verursach\w+|bewirk\w+|entsteh\w+|entstand\w*|schütz\w+|dien\w+"
    r"|hingegen|dagegen|während|Gegensatz|Unterschied|mehr|weniger|Ursache|Folge)\b"
)
_ABBREVIATION = re.compile(r"\b[A-ZÄÖÜ]{2,}\b")
_TECHNICAL = re.compile(r"\b[^\W\d_]{15,}\b")
_SUPPOSED = re.compile(r"\b(?:würde|würden|hätte|hätten|wäre|wären|vielleicht|wohl)\b")
_SHORT = 5  # words: a shorter statement rarely says what it speaks of


def gain(statement: str, topic: Topic) -> float:
    """The same signs as in English, with the words of German."""
    parts = clause(statement)
    worth = 0.9 * bool(words(parts.first if parts else "") & topic.section)
    worth += 0.3 * bool(words(statement) & topic.page)
    worth += 0.4 * bool(_ABBREVIATION.search(statement))
    worth += 0.3 * bool(_TECHNICAL.search(statement))
    worth += 0.4 * bool(_RULE.search(statement))
    worth += 0.3 * bool(_RELATION.search(statement))
    worth -= 0.8 * bool(_SUPPOSED.search(statement))
    worth += 0.4 * (statement.count(",") > 1)
    return worth - 0.8 * (len(statement.split()) < _SHORT)
