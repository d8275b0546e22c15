"""The wrong options that an explanation speaks of."""

import re
from dataclasses import replace

from deckgen.extract.explanations import amounts, options, parallel, shapes
from deckgen.extract.explanations.answer import Answer
from deckgen.extract.explanations.mentions import Mention, Name, mentions
from deckgen.extract.explanations.phrases import cased, words
from deckgen.extract.explanations.phrasing import first
from deckgen.extract.explanations.rejections import SETTINGS
from deckgen.extract.explanations.segments import opened
from deckgen.extract.explanations.siblings import agrees, is_akin, is_new
from deckgen.extract.language import sentences

_NO_REASON = re.compile(
    r"\b(?:explain|account for|reason|cause|part|role|effect|influence|affect|matter|responsible"
    r"|rather than|to do with|make|change|produce|lead)s?\b",
    re.IGNORECASE,
)
_SOME = re.compile(r"\bsome(?:thing|where|one)\s(?:\w+\s){0,2}\w+(?=[.,;:]|$)", re.IGNORECASE)
_DONE_WITH = re.compile(
    r"(?!using\b|being\b|having\b)\w{3,}ing\s(?:the|an?)\s(?P<a>[\w-]+(?:\s[\w-]+){0,2}?)",
    re.IGNORECASE,
)
_ALIKE = 2  # options with the noun of the answer: then all of them have it
_SHORTEST_RUN = 2  # subjects: a single one may speak of the answer
_UNMARKED = 3  # subjects, where nothing says that they are wrong
_LONGEST_RUN = 5  # subjects: more than options, an article
_LONGEST_NAME = 7  # words of an answer that a bare noun can stand beside


def wrong_options(stem: str, answer: Answer, told: str, spoken: list[str]) -> tuple[str, ...]:
    """What ``spoken`` sets against the answer, or names with the answer's own noun.

    ``told`` is the sentence that gives the answer: what it names is no wrong option.
    """
    text = answer.text
    if amounts.asks_often(stem):
        return tuple(cased(other, text) for other in amounts.other_intervals(text, spoken))
    if amounts.asks(stem) or amounts.is_amount(text):
        return tuple(cased(amount, text) for amount in amounts.others(stem, text, spoken))
    if _SOME.match(text):
        alike: list[Name] = [(f[0], None) for s in spoken for f in _SOME.finditer(s)]
        return options.beside(alike, stem, answer)
    rows = [tuple(mentions(sentence, stem)) for sentence in spoken]
    if answer.shape == "thing":
        rows = [tuple(map(_of_things, row)) for row in rows]
    named = _spoken_of(rows, answer, stem, told)
    if answer.shape == "thing":
        named = _run(rows, spoken, named, stem, told, answer)
        if _asks_for_setting(stem):
            named += _settings(spoken)
        named = _of_one_kind(named, rows, stem, answer)
    found = options.beside(named, stem, answer)
    if answer.shape != "thing":
        return found
    names: list[Name] = [(name, None) for name in parallel.alike(text, spoken)]
    like = options.beside(names, stem, answer)
    asked = parallel.head(stem) == text.split()[-1].lower()
    more = len(like) > len(found) and (len(found) < 2 or (asked and set(found) <= set(like)))
    return like if more else found


def _of_one_kind(
    named: list[Name], rows: list[tuple[Mention, ...]], stem: str, answer: Answer
) -> list[Name]:
    """Beside two branches and a third one, "presidents" are none, unless they are denied."""
    akin = [name for name in named if is_akin(name[0], answer, stem)]
    if len(akin) < _ALIKE:
        return named
    denied = {n for row in rows for m in row for n in m.names if m.mark in ("against", "denied")}
    return [name for name in named if name in akin or name in denied]


def _of_things(mention: Mention) -> Mention:
    """``Opening the valve``, beside things: the valve."""
    names = tuple(
        (found["a"], None)
        if shape is None and (found := _DONE_WITH.fullmatch(name))
        else (name, shape)
        for name, shape in mention.names
    )
    return replace(mention, names=names)


def _spoken_of(rows: list[tuple[Mention, ...]], answer: Answer, stem: str, told: str) -> list[Name]:
    """What is set against the answer, and from there on all that something is said of."""
    named: list[Name] = []
    contrasting = False
    for row in rows:
        for mention in row:
            contrasting = contrasting or mention.mark == "against" or mention.others
            if mention.mark == "nothing" or mention.others:
                break
            if mention.opened and not contrasting:
                continue
            acts = answer.shape == "act" and all(
                shapes.is_gerund(name, bare=True) for name, _ in mention.names
            )
            contrasts = contrasting and answer.shape != "statement"
            if answer.shape == "statement" and not _is_reason(mention):
                continue
            if mention.mark == "against" or contrasts or (mention.names and acts):
                named += [(name, "act") for name, _ in mention.names] if acts else mention.names
                contrasting = contrasting or acts
            elif mention.mark in ("denied", "doubted") and _is_denied(mention, answer, stem, told):
                named += mention.names
                contrasting = contrasting or len(mention.names) > 2
    return named


def _is_reason(mention: Mention) -> bool:
    """Whether what is named can stand beside a reason: a sentence, or a thing that is none."""
    sentences_only = bool(mention.names) and all(shape for _, shape in mention.names)
    return sentences_only or bool(_NO_REASON.search(mention.text))


def _is_denied(mention: Mention, answer: Answer, stem: str, told: str) -> bool:
    """Whether what is denied of a subject tells that it is no answer."""
    if answer.shape == "statement":
        return options.asks_why(stem) and bool(_NO_REASON.search(mention.text))
    if len(answer.text.split()) > _LONGEST_NAME:
        return False  # beside a definition, a bare noun is no choice
    names = [name for name, _ in mention.names]
    known = words(f"{stem} {told}")
    return all(
        is_akin(name, answer, stem)
        or (
            is_new(name, known, stem, answer, strict=False)
            and (mention.mark == "denied" or agrees(name, answer, stem, told))
        )
        for name in names
    )


def _run(
    rows: list[tuple[Mention, ...]],
    spoken: list[str],
    named: list[Name],
    stem: str,
    told: str,
    answer: Answer,
) -> list[Name]:
    """With them, the subjects of the last sentences, where each speaks of another thing.

    "Nitrogen. Oxygen keeps us alive. Argon is rare." A run of two or more, or one that leads to
    what is set against the answer.
    """
    known = [name.lower() for name, _ in named]
    explicit = any(mention.mark == "against" for row in rows for mention in row)
    run: list[str] = []
    for at in range(len(rows) - 1, -1, -1):
        earlier = words(" ".join((stem, told, *spoken[:at])))
        subjects = [
            name for m in rows[at] for name, shape in m.names if shape is None and not m.opened
        ]
        fit = subjects and all(
            s.lower() in known
            or (is_new(s, earlier, stem, answer) and (explicit or agrees(s, answer, stem, told)))
            for s in subjects
        )
        if fit:
            run = [*subjects, *run]
        elif not subjects and all(m.mark == "back" for m in rows[at]):
            continue
        elif run or not known:
            break  # behind the last of them may stand a remark
    marked = bool(known) or any(is_akin(name, answer, stem) for name in run)
    if not (_SHORTEST_RUN if marked else _UNMARKED) <= len(run) <= _LONGEST_RUN:
        return named
    lower = {name.lower() for name in run}
    return [*((name, None) for name in run), *((n, s) for n, s in named if n.lower() not in lower)]


def _asks_for_setting(stem: str) -> bool:
    """Whether a stem asks in, during or under which of several."""
    last = (sentences.split(stem) or (stem,))[-1]
    return bool(
        re.match(r"(?:in|during|under|at|on|by|after|with) (?:which|what)\b", last, re.IGNORECASE)
    )


def _settings(spoken: list[str]) -> list[Name]:
    found: list[Name] = []
    for sentence in spoken:
        if setting := first(SETTINGS, opened(sentence)):
            found += [(name, "thing") for name in setting[1]]
    return found
