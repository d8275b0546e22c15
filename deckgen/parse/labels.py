"""What people write in front of a question and in front of its answer, in one table of labels.

A label stands at the start of a line: behind a bullet or a number, bold or not, with a number of
its own or not, before a colon: ``Q:``, ``- **Frage 3:**``, ``Réponse :``, ``问：``. A letter alone
may stand before a dot as well (``Q. … A. …``).
"""

import re
from dataclasses import dataclass

# Words or letters for the question | those for its answer. A letter that stands for both in two
# languages is told by its partner: "F: … A: …" is German, "F: … S: …" is Swedish.
_TABLE = """
    q question ques quest | a answer ans
    front prompt recto | back response verso
    frage f vorderseite | antwort a rückseite
    v vs | r rs
    question q | réponse reponse r rép
    pregunta p | respuesta r
    pergunta p | resposta r
    domanda d | risposta r
    vraag v | antwoord a
    pytanie p | odpowiedź odpowiedz o
    fråga f | svar s
    spørgsmål spørsmål | svar s
    kysymys k | vastaus v
    otázka o | odpověď odpoveď
    kérdés k | válasz v
    soru s | cevap yanıt c
    întrebare | răspuns
    вопрос в | ответ о
    питання | відповідь
    ερώτηση ε | απάντηση α
    سؤال س | جواب الجواب ج
    שאלה ש | תשובה ת
    प्रश्न | उत्तर
    问 问题 問 問題 | 答 答案 解答
    質問 問 | 回答 答え 答
    질문 문 | 답 답변
"""
_CUES = frozenset("cue cues question questions stichwort stichworte fragen indices".split())
_NOTES = frozenset(["notes", "note-taking area", "notizen", "notas", "main notes"])
_LEAD = re.compile(r"(?:[-*+•]\s+|\d{1,3}[.)]\s+)?(?:#{1,6}\s+|>\s?)?")
_SIGN = re.compile(r"[:：.)]")
_LONGEST = 60  # characters: no label with its sign is longer
_SENTENCE_END = re.compile(r"[?.!:？。！؟][\"”’»)*_]{0,4}$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label as its line has it: the word, its closing sign, its number or none, the text."""

    word: str
    sign: str
    numbered: bool
    text: str


def _rows() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    halves = [line.split("|") for line in _TABLE.strip().splitlines()]
    return [(tuple(front.split()), tuple(back.split())) for front, back in halves]


def _partners() -> dict[str, frozenset[str]]:
    """The labels of an answer by the label of its question."""
    found: dict[str, set[str]] = {}
    for fronts, backs in _rows():
        for front in fronts:
            found.setdefault(front, set()).update(backs)
    return {front: frozenset(backs) for front, backs in found.items()}


_PARTNERS = _partners()
_ANSWERS = frozenset(back for backs in _PARTNERS.values() for back in backs)


def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    inside = "|".join(re.escape(word) for word in longest_first)
    return re.compile(
        rf"(?P<mark>\*\*|__|\*|_)?(?P<word>{inside})\s?(?:\#?\d{{1,4}})?\s?"
        r"(?P<closed>\*\*|__|\*|_)?\s?"
        r"(?:(?P<sign>[:：])|(?P<dot>[.)])(?=\s|\*|_|$))",
        re.IGNORECASE,
    )


_QUESTION = _pattern(frozenset(_PARTNERS))
_ANSWER = _pattern(_ANSWERS)


def question(text: str) -> Label | None:
    """``**Q1:** Which …`` -> the label "q" with "Which …"; None for a line without one."""
    return _read(_QUESTION, text)


def answer(text: str, of: Label | None = None) -> Label | None:
    """The same for an answer: to the question with the label ``of``, or to any."""
    found = _read(_ANSWER, text)
    if found is None or of is None:
        return found
    fits = found.word in _PARTNERS[of.word] and (found.sign == ":" or of.sign == ".")
    return found if fits else None


def is_word(label: Label) -> bool:
    """Whether a label is a word and not a letter, which may stand for anything."""
    return len(label.word) > 1 or label.word in ("q", "问", "問")


def columns(first: str, second: str) -> bool:
    """Whether the heads of two columns are such labels: ``| Question | Answer |``.

    Notes in the manner of Cornell have their cues on the left, and what they ask for beside them.
    """
    front, back = (head.strip(" *_:").lower() for head in (first, second))
    if back in _NOTES:
        return bool(_CUES & set(re.split(r"\s?[/,&]\s?|\s(?:and|or)\s", front)))
    return len(front) > 1 and back in _PARTNERS.get(front, ())


def same_line(text: str, of: Label) -> tuple[str, str] | None:
    """``Which …? A: This one.`` -> ("Which …?", "This one."): both on the line of the question."""
    if ":" not in text and "：" not in text:
        return None
    for found in _ANSWER.finditer(text):
        before, behind = text[: found.start()].rstrip(), text[found.end() :].strip("*_ ")
        apart = text[found.start() - 1 : found.start()].isspace() or found["word"] in "答答案"
        fits = found["word"].lower() in _PARTNERS[of.word] and found["sign"]
        if apart and fits and behind and _SENTENCE_END.search(before):
            return before, behind
    return None


def _read(pattern: re.Pattern[str], text: str) -> Label | None:
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    if not _SIGN.search(text, start, start + _LONGEST):
        return None
    found = pattern.match(text, start)
    if not found:
        return None
    word = found["word"].lower()
    if found["dot"] and len(word) > 1 and not any(c.isdigit() for c in found[0]):
        return None  # "Answer." ends a sentence
    rest = text[found.end() :]
    mark = found["mark"] or ""
    if found["closed"] and found["closed"] != mark:
        return None
    if found["closed"]:
        mark = ""  # **Q**: Which …
    elif mark and rest.startswith(mark):
        rest = rest[len(mark) :]  # **Q:** Which …
    elif mark and rest.rstrip().endswith(mark):
        rest = rest.rstrip()[: -len(mark)]  # **Q: Which …?**
    elif mark:
        return None
    rest = rest.removeprefix("**") if not mark and rest.count("**") % 2 else rest
    numbered = any(c.isdigit() for c in found[0])
    return Label(word, ":" if found["sign"] else ".", numbered, rest.strip())
