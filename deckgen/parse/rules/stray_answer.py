"""``Answer: B`` or ``A: …`` where no question stands above it."""

import re
from dataclasses import replace

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Block, Chrome, Paragraph
from deckgen.parse import labels, markers, wording
from deckgen.parse.lines import Line
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import paragraph

_LABEL = re.compile(
    rf"(?:correct |right |the correct )?(?:answers?|ans)\s?[:.=]\s?\S|{wording.ANSWER}\S",
    re.IGNORECASE,
)
_LONGEST = 12  # words: more is prose
# Other labels of an answer are words that prose begins with ("Back: …", "Response: …").
_SURE = frozenset(
    """
    a answer antwort réponse respuesta resposta risposta antwoord odpowiedź svar ответ 答 答案 回答
    """.split()
)


def read(context: Context, at: int) -> Reading | None:
    """An answer that no question took; in the notes of an author it is kept as prose."""
    page = context.page
    line = page.lines[at]
    if line.verbatim:
        return None
    label = labels.answer(line.text) if page.markdown and not page.saved else None
    if label and label.word in _SURE and label.sign == ":":
        below = paragraph.read(context, at)
        prose = tuple(
            replace(block, text=block.text.replace(line.text, label.text, 1).strip())
            for block in below.blocks
            if isinstance(block, Paragraph)
        )
        prose = tuple(block for block in prose if block.text)
        return _reported(line, label.text, prose, below.stop)
    value = markers.answer(markers.bare(line.text))
    labelled = value and _LABEL.match(markers.bare(line.text))
    if not value or not labelled or len(line.text.split()) > _LONGEST:
        return None
    return _reported(line, value, (Chrome(line.text, "answer", line.number),), at + 1)


def _reported(line: Line, value: str, blocks: tuple[Block, ...], stop: int) -> Reading:
    shown = " ".join(value.split()[:_LONGEST])
    problem = Diagnostic(
        "answer-without-question",
        Severity.WARNING,
        f"no question stands above the answer “{shown}”",
        "",
        line.number,
        line.indent + 1,
        "write the question above it, behind “Q:”, with its number or with a question mark",
    )
    return Reading(blocks, stop, problems=(problem,))
