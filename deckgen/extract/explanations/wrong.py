"""The wrong options that an explanation speaks of."""

import re
from functools import lru_cache

from deckgen.extract.explanations import amounts, parallel, shapes
from deckgen.extract.explanations.answers import Answer
from deckgen.extract.explanations.phrases import (
    SHARED,
    act,
    alike,
    cased,
    several,
    statement,
    tidy,
    words,
)
from deckgen.extract.explanations.phrases import phrase as phrase_of
from deckgen.extract.explanations.phrasing import first
from deckgen.extract.explanations.rejections import REJECTIONS, SETTINGS
from deckgen.extract.explanations.segments import opened, segments
from deckgen.extract.explanations.shapes import Shape
from deckgen.extract.language import sentences
from deckgen.extract.language.clauses import clause, is_plural

_OTHERS = re.compile(
    r"\b(?:other|remaining|incorrect|wrong|alternative)\s+(?:\w+\s+)?(?:options?|choices?"
    r"|answers?|responses?|alternatives?|terms?|items?|ones?)\b|\bthe others\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"^(?:in contrast|by contrast|conversely|on the other hand|meanwhile|however|similarly"
    r"|likewise|whereas|unlike\b[^,]{0,80}"
    r"|in the context of[^,]{0,60}|among[^,]{0,60}|compared (?:to|with)[^,]{0,60}|the (?:other"
    r"|remaining)[^,]{0,60})\s*[,:]\s*(?P<rest>.+)$",
    re.IGNORECASE,
)
_CONCEDED = re.compile(
    r"^(?:while|although|though|even though|whereas|and while|but while)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_NEITHER = re.compile(
    r"^(?:neither|both|either)\s+(?P<a>.{3,80}?)\s+(?:nor|and|or)\s+(?P<b>.+)$", re.IGNORECASE
)
_THOUGHT_OF = re.compile(
    r"^(?:and |but )?(?:although|though|while) .{0,60}?\b"
    r"(?:think of|thinks of|sees?|regards?|treats?) "
    r"(?P<a>[^,]{3,60}?) as\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no|never|rather than|instead|incorrect|wrong|differs?|only|but|would|yet"
    r"|too|likewise|alone|different|elsewhere|unrelated|lacks?|fails?|without)\b|n['’]t\b",
    re.IGNORECASE,
)


_GAPPED = re.compile(
    r"(?P<a>(?:the|an?)\s[\w-]+(?:\s[\w-]+)?)(?:\s(?:for|by|in|to|on|how)\s|,\s)", re.IGNORECASE
)
_WITHIN = re.compile(r"\s(?:in|at|of|during|on)\s(?:the|an?)\s((?:[\w-]+\s){1,3}[\w-]+)$")
_REASON = re.compile(r",?\s(?:because|since|as|so that|which|who|where|that)\s")
_OF_BEFORE = re.compile(r"(?:it|them|its|their)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the|this|these)\s", re.IGNORECASE)
_SIMPLE = re.compile(  # a verb that no table has
    r"(?P<a>(?:(?:the|an?)\s)?[\w-]+)\s(?!is\b|was\b|has\b|does\b)[a-z]{3,}(?<!s)s(?:\s|$)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(?:if|when|whenever|once|unless|had)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they|he|she|this|these)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?P<a>[^,]{3,50}), (?:the|an?|which|who|short for|or|also|too|tempting)\b[^,]{2,80},?$",
    re.IGNORECASE,
)
_CHOOSERS = frozenset(
    """
    students candidates learners people beginners applicants examinees readers trainees rookies
    many most some others everyone anyone nobody somebody folks those whoever everybody anybody
    """.split()
)
_WORDS_FOR_WORDS = frozenset("word term name prefix suffix phrase letter rule trick test".split())
_SHORTEST_RUN = 2  # subjects: a single one may speak of the answer
_UNMARKED = 3  # subjects, where nothing says that they are wrong
_LONGEST_RUN = 5  # subjects: more than options, an article
_LONGEST_SUBJECT = 5  # words
_LONGEST_NAME = 7  # words of an answer that a bare noun can stand beside

Mention = tuple[str, Shape | None]


def wrong_options(stem: str, answer: Answer, told: str, spoken: list[str]) -> tuple[str, ...]:
    """What ``spoken`` sets against the answer, or names with the answer's own noun.

    ``told`` is the sentence that gives the answer: what it names is no wrong option.
    """
    text = answer.text
    if amounts.asks_often(stem):
        return tuple(cased(other, text) for other in amounts.other_intervals(text, spoken))
    if amounts.asks(stem) or amounts.is_amount(text):
        return tuple(cased(amount, text) for amount in amounts.others(stem, text, spoken))
    named: list[Mention] = []
    contrasting = False
    for sentence in spoken:
        for part in segments(sentence):
            names, contrast = _mentioned(part, contrasting, answer, stem)
            contrasting = contrasting or contrast
            if not names:
                break
            named += names
    if answer.shape == "thing":
        named = _run(spoken, named, stem, told, answer)
        if stem_setting(stem):
            named += _settings(spoken)
    found = _options(named, stem, answer)
    if answer.shape != "thing":
        return found
    like = _options([(name, None) for name in parallel.alike(text, spoken)], stem, answer)
    asked = parallel.head(stem) == text.split()[-1].lower()
    more = len(like) > len(found) and (len(found) < 2 or (asked and set(found) <= set(like)))
    return like if more else found


def true_options(stem: str, answer: Answer, told: str, spoken: list[str]) -> tuple[str, ...]:
    """To a stem that asks what is not so: what later sentences say is."""
    named: list[Mention] = []
    for part in (*segments(told)[1:], *(p for sentence in spoken for p in segments(sentence))):
        parts = clause(part)
        if thought := _THOUGHT_OF.match(part):
            named.append((thought["a"], None))
        elif (
            parts
            and answer.shape == "act"
            and (_PRONOUN.match(part) or _is_topic(parts.subject, stem))
        ):
            named += _listed(f"{parts.verb} {parts.predicate}")
        elif parts and not _OTHERS.search(parts.subject):
            named += [(name, None) for name in several(parts.subject)]
    return _options(named, stem, answer)


def _listed(said: str) -> list[Mention]:
    """``does make bile, store sugar, and break down alcohol`` -> three acts."""
    text = re.sub(r"^(?:does|do|can|may|will|must|should)\s+(?:also\s+|all\s+)?", "", said)
    if _NEGATED.search(text):
        return []
    return [(re.sub(r"^(?:and|or)\s+", "", act), "act") for act in re.split(r",\s+", text)]


def _options(names: list[Mention], stem: str, answer: Answer) -> tuple[str, ...]:
    """Those of the names that can be options beside the answer, each once."""
    found: list[str] = []
    for name, known in names:
        shape = known or shapes.of(name)
        option = _worded(name, shape, words(answer.text.split()[-1]))
        if (
            option
            and option.split()[0].lower() not in _CHOOSERS | _WORDS_FOR_WORDS
            and _fits(option, shape, answer)
            and _is_apart(option, shape, stem, answer)
            and not (shape == "thing" and _is_topic(option, stem))
            and all(alike(option, f) < 1 for f in found)
        ):
            found.append(tidy(option))
    return tuple(cased(f, answer.text) for f in found)


def _is_apart(option: str, shape: Shape, stem: str, answer: Answer) -> bool:
    """Whether it is not the answer in other words; sentences share what they speak of."""
    if shape != "statement":
        return alike(option, answer.text) < SHARED
    own = words(option) - words(stem)
    return bool(own) and len(own & words(answer.text)) < SHARED * len(own)


def _worded(name: str, shape: Shape, family: set[str]) -> str:
    if shape == "statement":
        return statement(name)
    inner = _WITHIN.search(name)
    if inner and shape == "thing" and words(inner[1].split()[-1]) & family:
        name = inner[1]  # "a child in the first stage": the stage
    return act(name) if shape == "act" else phrase_of(name)


def _fits(option: str, shape: Shape, answer: Answer) -> bool:
    """Whether an option stands beside the answer without giving it away by its form."""
    if shape == answer.shape:
        return True
    # "Recycling" is a thing and an act.
    single = {option, answer.text} if {shape, answer.shape} == {"act", "thing"} else set()
    return any(len(text.split()) == 1 and text.endswith("ing") for text in single)


def _mentioned(
    text: str, contrasting: bool, answer: Answer, stem: str
) -> tuple[list[Mention], bool]:
    """The phrases a part of a sentence sets against the right answer, and whether it sets any."""
    text = opened(text.rstrip(".!"))
    if (against := _set_against(text)) is not None:
        return list(against), True
    parts = clause(text)
    if parts is None:
        if contrasting and (gapped := _GAPPED.match(text)):
            return [(gapped["a"], None)], True
        return [], bool(_OTHERS.search(text))
    if _OTHERS.search(parts.subject):
        return [], True
    if parts.opening and (not contrasting or _CONDITION.match(parts.opening)):
        return [], bool(_OTHERS.search(text))
    if shapes.is_gerund(parts.subject, bare=True) and answer.shape == "act":
        return [(_without_aside(parts.subject), "act")], True
    names = several(_without_aside(parts.subject))
    if contrasting:
        return [(name, None) for name in names], True
    said = _REASON.split(f"{parts.verb} {parts.predicate}", maxsplit=1)[0]
    listed = len(names) > 2
    if not _NEGATED.search(said) or (parts.opening and not listed):
        return [], False
    if len(answer.text.split()) > _LONGEST_NAME:
        return [], False  # beside a definition, a bare noun is no choice
    agree = listed or all(_agrees(name, answer, stem) for name in names)
    if not agree or _OF_BEFORE.match(parts.predicate):
        return [], False
    return [(name, None) for name in names], listed


def _agrees(name: str, answer: Answer, stem: str) -> bool:
    """Whether a subject is worded like the answer: with an article or without, one or several.

    Beside several things, "a deposition" is worded like "interrogatories": both name a kind.
    """
    bare, plural = not _ARTICLE.match(answer.text), _number(answer.text)
    return (
        _is_akin(name, answer, stem)
        or (bare and plural and bool(re.match(r"an? ", name, re.IGNORECASE)))
        or (bool(_ARTICLE.match(name)) != bare and _number(name) == plural)
    )


def _is_akin(name: str, answer: Answer, stem: str) -> bool:
    """Whether it ends in the noun of the answer or of the stem."""
    family = words(parallel.head(stem)) | words(answer.text.split()[-1])
    return len(name.split()) > 1 and bool(words(name.split()[-1]) & family)


@lru_cache(maxsize=256)
def _set_against(text: str) -> tuple[Mention, ...] | None:
    """What a text names in one of the phrasings that reject; None if it is none of them."""
    if found := first(REJECTIONS, text):
        phrasing, names = found
        parts = [p for n in names for p in ([n] if phrasing.shape else several(n))]
        return tuple((part, phrasing.shape) for part in parts)
    if (pair := _NEITHER.match(text)) and (rest := clause(f"{pair['b']}.")):
        return (pair["a"], None), (rest.subject, None)
    contrast = _CONTRAST.match(text) or _CONCEDED.match(text)
    if not contrast:
        return None
    return tuple((name, None) for name in several(_subject(contrast["rest"])))


def _run(
    spoken: list[str], named: list[Mention], stem: str, told: str, answer: Answer
) -> list[Mention]:
    """With them, the subjects of the last sentences, where each speaks of another thing.

    "Nitrogen. Oxygen keeps us alive. Argon is rare." A run of two or more, or one that leads to
    what is set against the answer.
    """
    known = [name.lower() for name, _ in named]
    explicit = any(_set_against(opened(part)) for s in spoken for part in segments(s))
    run: list[str] = []
    for at in range(len(spoken) - 1, -1, -1):
        earlier = " ".join((stem, told, *spoken[:at]))
        subjects = _subjects(spoken[at], stem)
        fit = subjects and all(
            s.lower() in known
            or (_is_new(s, earlier, stem, answer) and (explicit or _agrees(s, answer, stem)))
            for s in subjects
        )
        if fit:
            run = [*subjects, *run]
        elif run or not known:
            break  # behind the last of them may stand a remark
    marked = bool(known) or any(_is_akin(name, answer, stem) for name in run)
    if not (_SHORTEST_RUN if marked else _UNMARKED) <= len(run) <= _LONGEST_RUN:
        return named
    lower = {name.lower() for name in run}
    return [*((name, None) for name in run), *((n, s) for n, s in named if n.lower() not in lower)]


def _number(name: str) -> bool:
    """Whether a name is a plural; "Mars" and what else has no article is none."""
    single = len(name.split()) == 1 and name[:1].isupper() and name.endswith("s")
    return not single and is_plural(name)


def _subjects(sentence: str, stem: str) -> list[str]:
    found: list[str] = []
    for part in segments(sentence):
        text = opened(part)
        parts = clause(text)
        if found and (gapped := _GAPPED.match(part)):
            found.append(gapped["a"])
        elif (against := _set_against(text)) is not None:
            found += [name for name, shape in against if shape is None]
        elif own := _by_head(text, stem):
            found.append(own)
        elif parts is None and (simple := _SIMPLE.match(text)):
            found.append(simple["a"])
        elif parts and not parts.opening and not _OF_BEFORE.match(parts.predicate):
            found += several(_without_aside(parts.subject))
    return found


def _by_head(text: str, stem: str) -> str:
    """``The data link layer moves ...``: the stem's own noun ends a subject, whatever its words."""
    head = parallel.head(stem)
    said = text.split()[:_LONGEST_SUBJECT]
    at = next((i for i, w in enumerate(said) if w.lower() == head and i > 1), 0) if head else 0
    named = " ".join(said[: at + 1])
    return (
        named
        if at and re.match(r"(?:the|an?)\s(?!\S+\s(?:of|in|for|to|that)\b)", named, re.IGNORECASE)
        else ""
    )


def _is_new(subject: str, earlier: str, stem: str, answer: Answer) -> bool:
    """Whether a subject is brought in as another thing of the answer's kind."""
    option = phrase_of(subject)
    if not option or len(option.split()) > _LONGEST_SUBJECT or shapes.of(option) != "thing":
        return False
    if option.split()[0].lower() in _CHOOSERS | _WORDS_FOR_WORDS:
        return False
    head = words(parallel.head(stem))
    said = words(option)
    if head and words(option.split()[-1]) == head:
        return bool(said - head - words(answer.text))
    own = words(answer.text.split()[-1])
    if len(answer.text.split()) > 1 and words(option.split()[-1]) == own:
        return bool(said - words(answer.text))
    return bool(said) and not said & words(earlier)


def stem_setting(stem: str) -> bool:
    """Whether a stem asks in, during or under which of several."""
    last = (sentences.split(stem) or (stem,))[-1]
    return bool(
        re.match(r"(?:in|during|under|at|on|by|after|with) (?:which|what)\b", last, re.IGNORECASE)
    )


def _settings(spoken: list[str]) -> list[Mention]:
    found: list[Mention] = []
    for sentence in spoken:
        if setting := first(SETTINGS, opened(sentence)):
            found += [(name, "thing") for name in setting[1]]
    return found


def _without_aside(subject: str) -> str:
    """``The oboe, the smaller reed,`` -> "The oboe"; lists stay whole."""
    found = _ASIDE.match(subject)
    return found["a"] if found else subject


def _subject(text: str) -> str:
    parts = clause(text[:1].upper() + text[1:])
    return parts.subject if parts and not parts.opening else ""


def _is_topic(phrase: str, stem: str) -> bool:
    """What the question is about cannot be a wrong answer to it."""
    said = words(phrase)
    return bool(said) and said <= words(stem)
