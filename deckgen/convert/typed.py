"""Labels that somebody has typed, though the program around the text could have counted."""

import re

_LABEL = re.compile(
    r"\W{0,2}(?:(?:\d{1,3}|[A-Za-z])[.)](?:\s|$)|(?:Q|A|Question|Answer|Ans|Correct answer"
    r"|Explanation)\s?\d{0,3}\s*[:.)]|Question \d{1,3}(?:\s(?:of|/)\s\d{1,3})?(?:\s|$))",
    re.IGNORECASE,
)


def is_labelled(text: str) -> bool:
    """Whether a text begins with a label of its own: ``A)``, ``1.``, ``Answer:``."""
    return bool(_LABEL.match(text))
