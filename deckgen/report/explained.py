"""A source line by line: what each part was taken for, and the notes that came of it."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from deckgen.model.coverage import Fate
from deckgen.model.diagnostic import Severity
from deckgen.model.document import Aside, Chrome, Part
from deckgen.model.explained import Explained
from deckgen.model.note import ClozeNote, Note, QuestionNote, front
from deckgen.report.excerpts import clipped

_NUMBER = 4  # cells of a line number
_LABEL = 30  # cells, at most, of what a line was taken for
_CONTEXT = {"heading": "context"}
_FATES: dict[Fate, str] = {
    "card": "made cards",
    "context": "context",
    "chatter": "chatter",
    "left out": "left out",
}
PROSE = frozenset({"paragraph", "list"})


def explained(source: Explained, root: Path, width: int) -> Iterator[str]:
    """The lines for one source, each at most ``width`` cells wide."""
    yield (root / source.source.path).as_posix()
    texts = source.source.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    longest = max((len(taken_for(part)) for part in source.document.parts), default=0)
    label_width = min(_LABEL, longest)
    for group in groups(source):
        last = max((i for i, part in enumerate(group) if part.rule != "site"), default=-1)
        for i, part in enumerate(group):
            label = clipped(taken_for(part), label_width).ljust(label_width)
            head = f"{part.line:>{_NUMBER}} | {label} | "
            yield head + clipped(texts[part.line - 1].strip(), width - len(head))
            if i == last:
                for fate in _became(source, group):
                    yield f"{'':>{_NUMBER}} | {clipped(f'-> {fate}', width - _NUMBER - 3)}"
    if summary := coverage(source):
        yield summary


def groups(source: Explained) -> Iterator[tuple[Part, ...]]:
    """The parts in order, those of one block together with the site's lines within."""
    starts = {b.line for b in source.document.blocks if not isinstance(b, Chrome | Aside)}
    starts |= {note.origin.line for note in source.notes}
    number, rule = 0, ""
    keyed: list[tuple[int, Part]] = []
    for part in source.document.parts:
        number += part.line in starts or part.rule not in ("site", rule)
        rule = rule if part.rule == "site" else part.rule
        keyed.append((number, part))
    for _, members in groupby(keyed, key=lambda pair: pair[0]):
        yield tuple(part for _, part in members)


def taken_for(part: Part) -> str:
    """``question · stem``, ``site · share``."""
    role = part.role or _CONTEXT.get(part.rule, "")
    return f"{part.rule} · {role}" if role and role != part.rule else part.rule


def _became(source: Explained, group: tuple[Part, ...]) -> Iterator[str]:
    lines = {part.line for part in group}
    notes = [note for note in source.notes if note.origin.line in lines]
    told = [sentence for sentence in source.told if sentence.line in lines]
    by_sentence = {made for sentence in told for made in sentence.fronts}
    for note in notes:
        if not note.origin.extracted or front(note) not in by_sentence:
            yield _card(note)
    problems = [d for d in source.diagnostics if d.line in lines]
    for problem in problems:
        lost = "left out" if problem.severity is Severity.ERROR else problem.severity.value
        yield f"{lost}: {problem.code}"
    for sentence in told:
        yield from (_card(note) for note in notes if front(note) in sentence.fronts)
        if sentence.fate != "card":
            yield f"{sentence.fate} ({sentence.why}): {sentence.text}"
    if not (notes or problems or told) and group[0].rule in PROSE:
        yield "prose without a card"


def _card(note: Note) -> str:
    kind = "cloze card" if isinstance(note, ClozeNote) else "card"
    found = " found in prose" if note.origin.extracted else ""
    choices = len(note.choices) if isinstance(note, QuestionNote) else 0
    options = f" with {choices} options" if choices else ""
    return f"{kind}{options}{found}: {front(note)}"


def coverage(source: Explained) -> str:
    """``41 sentences: 14 made cards, 5 context, 12 chatter, 10 left out``; empty without prose."""
    if not source.told:
        return ""
    fates = Counter(sentence.fate for sentence in source.told)
    counted = [f"{fates[fate]} {word}" for fate, word in _FATES.items() if fates[fate]]
    many = "sentence" if len(source.told) == 1 else "sentences"
    return f"{len(source.told)} {many} of prose: {', '.join(counted)}"
