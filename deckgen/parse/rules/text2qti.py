"""text2qti: ``1.  Which …?`` with ``*a) right``, ``[*]``, ``=  number``, ``*  short answer``."""

from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Block, Chrome, Heading, Option, Paragraph, Question
from deckgen.parse.lines import Line
from deckgen.parse.page import Page
from deckgen.parse.questions import text2qti
from deckgen.parse.questions.text2qti import Part
from deckgen.parse.reading import Context, Reading
from deckgen.parse.rules import question

_ANSWERS = ("right", "wrong", "number", "short", "essay")


def read(context: Context, at: int) -> Reading | None:
    """One line about the quiz, or one question."""
    if not context.text2qti or context.page.lines[at].verbatim:
        return None
    line = context.page.lines[at]
    if line.text == "COMMENT":
        return _comment(context.page, at)
    if about := text2qti.QUIZ.fullmatch(line.text):
        return Reading((_about(about["name"].lower(), about["text"], line),), at + 1)
    if line.text.startswith("%"):
        return Reading((Chrome(line.text, "comment", line.number),), at + 1)
    if any(
        p.fullmatch(line.text) for p in (text2qti.SETTING, text2qti.OF_QUESTION, text2qti.GROUP)
    ):
        return Reading((Chrome(line.text, "setting of the quiz", line.number),), at + 1)
    numbered = text2qti.NUMBER.fullmatch(line.text)
    return _question(context, at, int(numbered["number"]), numbered["text"]) if numbered else None


def _about(name: str, text: str, line: Line) -> Block:
    if name in ("quiz title", "text title") and text:
        return Heading(text, 1 if name == "quiz title" else 2, line.number)
    return (
        Paragraph(text, line.number)
        if text
        else Chrome(line.text, "setting of the quiz", line.number)
    )


def _comment(page: Page, at: int) -> Reading:
    end = at
    while end < len(page.lines) - 1 and page.lines[end].text != "END_COMMENT":
        end += 1
    inside = page.lines[at : end + 1]
    return Reading(
        tuple(Chrome(ln.text, "comment", ln.number) for ln in inside if ln.text), end + 1
    )


def _question(context: Context, at: int, number: int, inline: str) -> Reading | None:
    """A question up to the next one; None for one whose answer another convention gives."""
    page = context.page
    parts = [Part("stem", page.lines[at], [inline])]
    roles = [(at, "stem")]
    here = at + 1
    while here < len(page.lines):
        line = page.lines[here]
        indented = line.indent > 1 and page.lines[at].indent < line.indent
        if line.text and not indented and (text2qti.opens_outside(line) or line.text == "COMMENT"):
            break
        found = text2qti.part(line) if not indented else None
        if found:
            parts.append(found)
        elif line.text and page.gap(here) and not indented and not line.verbatim:
            break
        else:
            parts[-1].text.append(line.raw)
        roles.append((here, _role(parts[-1].kind)))
        here += 1
    answers = [p for p in parts if p.kind in _ANSWERS]
    if not answers:
        if question.read(context, at):
            return None
        return Reading((_made(page.lines[at], number, parts),), here, tuple(roles))
    bad = [p for p in answers if p.kind == "number" and text2qti.numeric(p.content) is None]
    if bad:
        problem = Diagnostic(
            "bank-syntax",
            Severity.ERROR,
            f"“{bad[0].content[:60]}” is no number",
            "",
            bad[0].line.number,
            bad[0].line.indent + 1 + bad[0].line.text.index(bad[0].text[0]),
            "write it as =  1.4 +- 0.1, or =  [1.3, 1.5]",
        )
        lost = Chrome(inline, "a question that cannot be read", page.lines[at].number)
        return Reading((lost,), here, tuple(roles), (problem,))
    return Reading((_made(page.lines[at], number, parts),), here, tuple(roles))


def _role(kind: str) -> str:
    return "stem" if kind == "stem" else "options" if kind in _ANSWERS else "explanation"


def _made(first: Line, number: int, parts: list[Part]) -> Question:
    options: list[Option] = []
    explanation: list[str] = []
    accepted: list[Part] = []
    for part in parts[1:]:
        text = part.content
        if part.kind in ("right", "wrong"):
            options.append(Option(text, "", part.kind == "right"))
        elif part.kind == "feedback" and options:
            last = options[-1]
            options[-1] = Option(last.text, "", last.marked, f"{last.rationale}\n{text}".strip())
        elif part.kind in ("number", "short"):
            accepted.append(part)
        elif part.kind != "essay":
            explanation.append(text)
    keys = [
        (text2qti.numeric(p.content) or "") if p.kind == "number" else p.content for p in accepted
    ]
    if keys[1:]:
        explanation.insert(0, f"Also right: {', '.join(keys[1:])}.")
    return Question(
        stem=parts[0].content,
        options=tuple(options),
        key=keys[0] if keys else "",
        explanation=tuple(explanation),
        line=first.number,
        number=number,
        column=first.indent + 1,
    )
