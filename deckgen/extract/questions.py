"""Questions of the document -> question notes. No guess is ever shown as right."""

import difflib
import re
import unicodedata
from dataclasses import replace

from deckgen.extract import explanations
from deckgen.extract.order import asks_for_several, by_size, ordered
from deckgen.extract.truth import truth, verdict, without_prompt
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.document import Option, Question
from deckgen.model.note import Choice, Origin, QuestionNote

# What parts the letters of a key: "A, D", "a and d", "A et C".
_BETWEEN = re.compile(
    r"\s{0,8}[,;/&+]\s{0,8}(?:(?:and|und|et)\s+)?|\s+(?:and|und|et|y|e|en)\s+", re.IGNORECASE
)
_LETTER = re.compile(
    r"\(?([A-Za-z]|\d{1,2})\)?(?:\s*[.):;,–—-]+\s*|\s*$|\s+(?=because|since|as\b|is\b))(.*)",
    re.DOTALL,
)
# Two columns to pair ("A-2, B-1"), which no list of options can hold.
_PAIRED = re.compile(
    r"(?:\(?\w{1,2}\)?\s?(?:->|[-–—=→:])\s?\(?\w{1,2}\)?(?:\s?[,;|]\s?|\s|\.?$)){2,40}",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"\b(?:(?:put|place|arrange|order|sort|rank|list|number|sequence)\b.{0,120}\b(?:order"
    r"|sequence|chronological(?:ly)?"
    r"|from\b.{1,60}\bto)\b|(?:correct|right|proper|logical|chronological) (?:order|sequence)\b"
    r"|in (?:the )?(?:correct|right|proper) order|reihenfolge|dans l['’]ordre|en orden|em ordem"
    r"|in ordine|volgorde)",
    re.IGNORECASE,
)
_SPOKEN = 6  # words: a longer key that is no option may be an explanation
_ALL_OF_THEM = re.compile(r"(?:all|both) (?:of )?(?:the|these|them|a and)\b", re.IGNORECASE)
_SEQUENCE = re.compile(r"\(?\w\)?(?:\s?(?:,|;|->|→|>|-|–|\s)\s?\(?\w\)?){2,25}\.?")
_LETTERS_ONLY = re.compile(r"\(?[A-Fa-f]\)?(?:\s?(?:,|;|&|and)\s?\(?[A-Fa-f]\)?){0,5}\.?")
# What may have a letter for an answer without being an option.
_NAMED_BY_LETTER = re.compile(
    r"\b(?:vitamins?|letters?|blood|hepatitis|notes?|keys?|scale|chord|strings?|grade|clef|drive"
    r"|language|symbol|column"
    r"|class|group|type|variable|constant|unit)\b",
    re.IGNORECASE,
)
_LETTERS = 3  # characters of a key that is a letter or two
_COMPARED = 80  # characters of an answer that is misspelt
_ALIKE = 0.75  # of its letters
_STATED_LETTER = re.compile(
    r"(?:\b(?:[Oo]ptions?|[Cc]hoices?|[Aa]nswers?)\s+\(?([A-J])\)?\s+is\s+(?:the\s+)?(?:correct"
    r"|right|best)\b"
    r"|\b(?:correct|right|best)\s+(?:answer|option"
    r"|choice)\s+is\s+(?:option\s+)?\(?([A-J])\)?(?![\w'’]))"
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
    if _PAIRED.fullmatch(question.key):
        message = "a matching question has no card of its own"
        hint = "ask for each pair in a question of its own"
        return None, (_problem(question, origin, "matching-question", message, hint),)
    if _is_ordering(question):
        message = "an order of several things has no card of its own"
        hint = "ask for the first, or for what follows what, in a question of its own"
        return None, (_problem(question, origin, "ordering-question", message, hint),)
    if any(not o.text.strip() for o in question.options):
        message, hint = (
            "an option of this question is empty",
            "write its text, or delete its letter",
        )
        return None, (_problem(question, origin, "empty-option", message, hint),)
    if len(question.options) > 1:
        return _with_options(question, origin)
    if _only_letters(question):
        if question.explanation:
            return _from_explanation(question, origin), ()
        message = f"the answer “{_short(question.key)}” names an option, but there are none"
        hint = "write the options above it, or the answer in words"
        return None, (_at_key(question, origin, "key-without-options", message, hint),)
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
        if not right and len(question.key.split()) > _SPOKEN:  # a key in whole sentences
            question = replace(question, explanation=(question.key, *question.explanation))
            right = _stated(question)
        if not right:
            return None, (
                _at_key(
                    question,
                    origin,
                    "key-not-an-option",
                    f"the answer “{_short(question.key)}” is none of the options",
                    _meant(question.key, question.options),
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
    if len(right) == len(question.options) and _ALL_OF_THEM.match(question.options[-1].text):
        right = right[-1:]  # "A, B and C", where C says that A and B are right
    chosen = frozenset(right)
    choices = tuple(
        Choice(o.text, i in chosen, o.rationale) for i, o in enumerate(question.options)
    )
    answer = "\n".join(c.text for c in choices if c.right)
    explanation = (*_remark(question, answer), *question.explanation)
    order = ordered(choices, explanation, tuple(o.label for o in question.options))
    note = QuestionNote(
        _stem(question.stem),
        order.choices,
        answer,
        explanation,
        origin,
        several=asks_for_several(question.stem),
        numbered=order.numbered,
    )
    return note, _letters(order.named, question, origin)


def _letters(named: str, question: Question, origin: Origin) -> tuple[Diagnostic, ...]:
    """That the letters in a text keep the choices in their order."""
    if not named or any(o.text == named for o in question.options):
        return ()
    message = f"“{_short(named)}” calls a choice by its letter, so the choices are not shuffled"
    hint = "name it in words, and the order changes from day to day"
    problem = _problem(question, origin, "letters-in-explanation", message, hint)
    return (replace(problem, severity=Severity.NOTE, near=named),)


def _remark(question: Question, answer: str) -> tuple[str, ...]:
    """What the answer line says besides naming an option: ``C, because the ice is heavy``."""
    signs = [sign.strip("(). ") for sign in _BETWEEN.split(question.key.strip())]
    several = len(signs) > 1 and all(len(sign) == 1 for sign in signs)
    found = None if several else _LETTER.match(question.key.strip())
    remark = found[2].strip() if found else ""
    said, known = _plain(remark), _plain(answer)
    if said in known or known in said:
        return ()
    return () if any(said in _plain(text) for text in question.explanation) else (remark,)


def _with_answer(question: Question, origin: Origin) -> QuestionNote:
    said = truth(question.key, question.stem)
    if said is not None:
        stem = without_prompt(question.stem)
        choices = (
            Choice(said.true, said.value, fixed=True),
            Choice(said.false, not said.value, fixed=True),
        )
        answer = said.true if said.value else said.false
        return QuestionNote(f"{said.prompt}: {stem}", choices, answer, question.explanation, origin)
    return QuestionNote(_stem(question.stem), (), question.key, question.explanation, origin)


def _from_explanation(question: Question, origin: Origin) -> QuestionNote:
    """Options were lost: what the explanation tells of them, in its own words."""
    if said := verdict(question.stem, question.explanation):
        return _with_answer(replace(question, key=said), origin)
    mined = explanations.mine(question.stem, question.explanation)
    choices: tuple[Choice, ...] = ()
    if mined.short and mined.wrong:
        texts = by_size(explanations.shuffled(question.stem, (mined.answer, *mined.wrong)))
        choices = tuple(Choice(t, t == mined.answer) for t in texts)
        choices = ordered(choices, question.explanation).choices
    answer = mined.answer[:1].upper() + mined.answer[1:] if not choices else mined.answer
    explanation = question.explanation
    if not choices and (answer,) == explanation:
        explanation = ()
    return QuestionNote(_stem(question.stem), choices, answer, explanation, origin)


def key(value: str, options: tuple[Option, ...]) -> tuple[int, ...]:
    """The indices of the options that a key names, by letter, number or text; empty if none."""
    value = unicodedata.normalize("NFKC", value).strip().strip("*_").strip()
    labels = [o.label.upper() or chr(ord("A") + i) for i, o in enumerate(options)]
    texts = [_plain(o.text) for o in options]
    single = value.strip("().: ").upper()
    if single in labels:
        return (labels.index(single),)
    if _plain(value) in texts:
        return (texts.index(_plain(value)),)
    named = [sign.strip("(). ").upper() for sign in _BETWEEN.split(value)]
    if len(named) > 1 and all(sign in labels for sign in named):
        return tuple(sorted({labels.index(sign) for sign in named}))
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
    truths = [_plain(o.text) for o in question.options]
    if sorted(truths) == ["false", "true"] and (
        said := verdict(f"True or false: {question.stem}", question.explanation)
    ):
        return (truths.index(said.lower()),)
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
    if begins:
        return tuple(begins) if len(begins) == 1 else ()
    name = _plain(explanations.subject(question.stem, question.explanation))
    if same := tuple(i for i, t in enumerate(truths) if name and t == name):
        return same
    texts = tuple(o.text for o in question.options)
    meant = explanations.clear(question.stem, question.explanation, texts)
    return () if meant is None else (meant,)


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


def _is_ordering(question: Question) -> bool:
    """Whether all that is listed is to be put in order; one option may still hold a whole order."""
    if not _ORDERS.search(question.stem) or any(o.marked for o in question.options):
        return False
    value = question.key.strip()
    named = re.findall(r"\w", value)
    if _SEQUENCE.fullmatch(value) or (value.isupper() and len(value) == len(question.options)):
        return len(named) >= max(3, len(question.options))
    texts = [_plain(o.text) for o in question.options]
    said = f" {_plain(value)} "
    return len(texts) > 2 and all(f" {t} " in said for t in texts)


def _only_letters(question: Question) -> bool:
    """A key that can only mean an option, where no options are."""
    return bool(
        _LETTERS_ONLY.fullmatch(question.key.strip())
        and not _NAMED_BY_LETTER.search(question.stem)
        and question.key.strip(" .").upper() != "F"
    )


def _problem(question: Question, origin: Origin, code: str, message: str, hint: str) -> Diagnostic:
    line, column = question.line, question.column
    return Diagnostic(code, Severity.ERROR, message, origin.path, line, column, hint)


def _at_key(question: Question, origin: Origin, code: str, message: str, hint: str) -> Diagnostic:
    """A problem with the key stands where the key stands."""
    line, column = question.key_place if question.key_place[0] else (question.line, question.column)
    return Diagnostic(code, Severity.ERROR, message, origin.path, line, column, hint)
