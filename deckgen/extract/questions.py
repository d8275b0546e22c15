"""Questions of the document -> question notes. No guess is ever shown as right."""

import difflib
import re
from dataclasses import replace

from deckgen.extract import explanations
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Option, Question
from deckgen.model.note import Choice, Origin, QuestionNote

_SEPARATED = re.compile(
    r"\(?([A-Za-z]|\d)\)?(?:(?:\s*(?:,|;|/|&|\+|\band\b)){1,2}\s*\(?([A-Za-z]|\d)\)?)+\.?",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"\(?([A-Za-z]|\d{1,2})\)?(?:\s*[.):;,–—-]+\s*|\s*$|\s+(?=because|since|as\b|is\b))(.*)",
    re.DOTALL,
)
_LETTERS = 3  # characters of a key that is a letter or two
_COMPARED = 80  # characters of an answer that is misspelt
_ALIKE = 0.75  # of its letters
_TRUTH = {"true": True, "t": True, "false": False, "f": False}
_STATED_LETTER = re.compile(
    r"(?:\b(?:[Oo]ptions?|[Cc]hoices?|[Aa]nswers?)\s+\(?([A-J])\)?\s+is\s+(?:the\s+)?(?:correct|right|best)\b"
    r"|\b(?:correct|right|best)\s+(?:answer|option|choice)\s+is\s+(?:option\s+)?\(?([A-J])\)?(?![\w'’]))"
)
_TRUE_FALSE = re.compile(r"^(?:true (?:or|/) false|true/false|t/f)\s*[:?.–—-]\s*", re.IGNORECASE)


def note(question: Question, origin: Origin) -> tuple[QuestionNote | None, tuple[Diagnostic, ...]]:
    """The note of one question, or what keeps it from becoming one."""
    if not question.stem:
        return None, (
            _problem(
                question,
                origin,
                "empty-question",
                "this question has no text",
                "write the question in front of its options",
            ),
        )
    if len(question.options) > 1:
        return _with_options(question, origin)
    if question.key:
        return _with_answer(question, origin), ()
    if question.explanation:
        return _from_explanation(question, origin), ()
    return None, (
        _problem(
            question,
            origin,
            "question-without-answer",
            f"no answer to “{_short(question.stem)}”",
            "add a line “Answer: …” below it",
        ),
    )


def _with_options(
    question: Question, origin: Origin
) -> tuple[QuestionNote | None, tuple[Diagnostic, ...]]:
    right = tuple(i for i, o in enumerate(question.options) if o.marked)
    named = key(question.key, question.options) if right and question.key else right
    if named != right and (named or len(question.key) <= _LETTERS):
        return None, (
            _problem(
                question,
                origin,
                "key-not-an-option",
                f"the answer “{_short(question.key)}” is not the option that is marked as right",
                "keep the mark or the answer, whichever is right",
            ),
        )
    if named != right:  # a remark, perhaps: the mark is believed, and nothing is lost
        question = replace(question, explanation=(question.key, *question.explanation))
    if not right and question.key:
        right = key(question.key, question.options)
        if not right:
            return None, (
                _problem(
                    question,
                    origin,
                    "key-not-an-option",
                    f"the answer “{_short(question.key)}” is none of the options",
                    _meant(question.key, question.options),
                    near=question.key if len(question.key) > _LETTERS else f": {question.key}",
                ),
            )
    if not right:
        right = _stated(question)
    if not right:
        return None, (
            _problem(
                question,
                origin,
                "options-without-key",
                f"no option of “{_short(question.stem)}” is given as right",
                "add a line “Answer: B” below the options, or mark the right one with ✓",
            ),
        )
    choices = tuple(Choice(o.text, i in right, o.rationale) for i, o in enumerate(question.options))
    answer = "\n".join(c.text for c in choices if c.right)
    explanation = (*_remark(question, answer), *question.explanation)
    return QuestionNote(_stem(question.stem), choices, answer, explanation, origin), ()


def _remark(question: Question, answer: str) -> tuple[str, ...]:
    """What the answer line says besides naming an option: ``C, because the ice is heavy``."""
    several = _SEPARATED.fullmatch(question.key.strip())
    found = None if several else _LETTER.match(question.key.strip())
    remark = found[2].strip() if found else ""
    said, known = _plain(remark), _plain(answer)
    if said in known or known in said:
        return ()
    return () if any(said in _plain(text) for text in question.explanation) else (remark,)


def _with_answer(question: Question, origin: Origin) -> QuestionNote:
    truth = _TRUTH.get(question.key.strip(" .").lower())
    if truth is not None:
        stem = _TRUE_FALSE.sub("", question.stem)
        choices = (Choice("True", truth), Choice("False", not truth))
        return QuestionNote(
            f"True or false: {stem}",
            choices,
            "True" if truth else "False",
            question.explanation,
            origin,
        )
    return QuestionNote(_stem(question.stem), (), question.key, question.explanation, origin)


def _from_explanation(question: Question, origin: Origin) -> QuestionNote:
    """Options were lost: what the explanation tells of them, in its own words."""
    mined = explanations.mine(question.stem, question.explanation)
    choices: tuple[Choice, ...] = ()
    if mined.short and mined.wrong:
        texts = explanations.shuffled(question.stem, (mined.answer, *mined.wrong))
        choices = tuple(Choice(t, t == mined.answer) for t in texts)
    answer = mined.answer[:1].upper() + mined.answer[1:] if not choices else mined.answer
    explanation = question.explanation
    if not choices and (answer,) == explanation:
        explanation = ()
    return QuestionNote(_stem(question.stem), choices, answer, explanation, origin)


def key(value: str, options: tuple[Option, ...]) -> tuple[int, ...]:
    """The indices of the options that a key names, by letter, number or text; empty if none."""
    value = value.strip().strip("*_").strip()
    labels = [o.label.upper() or chr(ord("A") + i) for i, o in enumerate(options)]
    texts = [_plain(o.text) for o in options]
    single = value.strip("().: ").upper()
    if single in labels:
        return (labels.index(single),)
    if _plain(value) in texts:
        return (texts.index(_plain(value)),)
    if _SEPARATED.fullmatch(value):
        named = re.findall(r"(?<!\w)(?:[A-Za-z]|\d)(?!\w)", value)
        if all(n.upper() in labels for n in named):
            return tuple(sorted({labels.index(n.upper()) for n in named}))
    if (
        re.fullmatch(r"[A-J]{2,6}", value)
        and all(c in labels for c in value)
        and list(value) == sorted(set(value))
    ):
        return tuple(labels.index(c) for c in value)
    lettered = _letter_and_text(value, labels, texts)
    return _by_text(value, texts) if lettered is None else lettered


def _letter_and_text(value: str, labels: list[str], texts: list[str]) -> tuple[int, ...] | None:
    """The option of a letter and its text; nothing where the two disagree; None for no letter."""
    found = _LETTER.match(value)
    if not found or found[1].upper() not in labels:
        return None
    index = labels.index(found[1].upper())
    said = _plain(found[2])
    # "B. The text of C": the letter and the text disagree, and neither is believed.
    others = [i for i, text in enumerate(texts) if text == said]
    return () if others and index not in others else (index,)


def _by_text(value: str, texts: list[str]) -> tuple[int, ...]:
    said = _plain(value)
    if not said:
        return ()
    inside = [
        i for i, t in enumerate(texts) if t and (f" {t} " in f" {said} " or f" {said} " in f" {t} ")
    ]
    if len(inside) > 1:  # the longest option that is named whole
        whole = [i for i in inside if f" {texts[i]} " in f" {said} "]
        longest = max(whole, key=lambda i: len(texts[i]), default=None)
        inside = (
            [longest]
            if longest is not None and all(texts[i] in texts[longest] for i in inside)
            else []
        )
    return tuple(inside) if len(inside) == 1 else ()


def _stated(question: Question) -> tuple[int, ...]:
    """The key that the explanation states in so many words, by letter or by an option's text."""
    labels = [o.label for o in question.options]
    text = " ".join(question.explanation)
    letters = {a or b for a, b in _STATED_LETTER.findall(text)}
    if len(letters) == 1 and (letter := letters.pop()) in labels:
        return (labels.index(letter),)
    if not question.explanation:
        return ()
    named = explanations.stated(question.explanation)
    if named:
        return _by_text(named, [_plain(o.text) for o in question.options])
    opening = _plain(question.explanation[0])
    begins = [
        i
        for i, o in enumerate(question.options)
        if (t := _plain(o.text))
        and re.match(
            rf"(?:the |a |an )?{re.escape(t)} (?:is|are|was|were|means|refers)\b(?! (?:not|in"
            rf"|wrong|false|only))",
            opening,
        )
    ]
    return tuple(begins) if len(begins) == 1 else ()


def _meant(value: str, options: tuple[Option, ...]) -> str:
    """A hint for an answer that is none of the options: perhaps it is misspelt."""
    texts = [o.text[:_COMPARED] for o in options]
    near = (
        difflib.get_close_matches(value[:_COMPARED], texts, 1, _ALIKE)
        if len(value) > _LETTERS
        else []
    )
    if near:
        return f"did you mean “{_short(near[0])}”?"
    return "name the letter of an option, or its exact text"


def _stem(text: str) -> str:
    return _TRUE_FALSE.sub("True or false: ", text)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+|[%°$€£+<>=/-]", text.lower()))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


def _problem(
    question: Question, origin: Origin, code: str, message: str, hint: str, near: str = ""
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, origin.path, question.line, 1, hint, near=near)
