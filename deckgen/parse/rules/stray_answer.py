"""``A: …`` where no question stands above it."""

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Paragraph
from deckgen.parse import labels
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import paragraph

# Other labels of an answer are words that prose begins with ("Back: …", "Response: …").
_SURE = frozenset(
    """
    a answer antwort réponse respuesta resposta risposta antwoord odpowiedź svar ответ 答 答案 回答
    """.split()
)


def read(context: Context, at: int) -> Reading | None:
    """The paragraph that is called an answer; it is kept as prose and reported."""
    page = context.page
    line = page.lines[at]
    label = None if line.verbatim else labels.answer(line.text)
    if not page.markdown or label is None or label.word not in _SURE or label.sign != ":":
        return None
    below = paragraph.read(context, at)
    problem = Diagnostic(
        "answer-without-question",
        Severity.ERROR,
        "this answer has no question",
        "",
        line.number,
        line.indent + 1,
        "write its question above it, behind “Q:”",
    )
    prose = tuple(
        Paragraph(label.text, block.line)
        for block in below.blocks
        if isinstance(block, Paragraph) and label.text
    )
    return Reading(prose, below.stop, problems=(problem,))
