"""``python -m bench.definitions FOLDER [SPLIT ...]``: which sentences become definitions.

``FOLDER`` is a checkout of the DEFT corpus, which marks the sentences that contain a definition.
A sentence counts as found where deckgen has a candidate of a defining form for it, before the best
candidates of a page are chosen.
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen.extract.concepts import Passage, candidates
from deckgen.extract.concepts.forms import DEFINING
from deckgen.extract.languages.english import ENGLISH
from deckgen.model.note import Origin

SPLITS = {
    "train": "data/deft_files/train",
    "dev": "data/deft_files/dev",
    "test": "data/test_files/labeled/subtask_1",
}
_NUMBER = re.compile(r"^\s*\d+\s*\.(?:\s+|$)")  # opens a group of sentences that follow each other
_SPACED = (  # tokens -> running text
    (r"\(?\s*\[ link \](?: [a-z](?= ))?(?:\s*\))?", ""),  # what was a link to a figure
    (r"\s+([,.;:!?%)\]’”]|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b)", r"\1"),
    (r"([(\[$“‘])\s+", r"\1"),
    (r"(?<=\w) - (?=\w)", "-"),
    (r"\bcan not\b", "cannot"),
    (r"\"\s*([^\"]*?)\s*\"", r'"\1"'),
    (r"\s+", " "),
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, and whether people found a definition in it."""

    text: str
    defines: bool


Group = tuple[Labelled, ...]


def groups(folder: Path) -> Iterator[Group]:
    """Sentences that follow each other in a book; the folder holds files of either format."""
    for file in sorted(folder.iterdir()):
        read = _tagged if file.name.startswith("t") and file.suffix == ".deft" else None
        if file.name.startswith("task_1"):
            read = _labelled
        if read is not None:
            yield from _grouped(read(file.read_text(encoding="utf-8")))


def _tagged(text: str) -> Iterator[Labelled]:
    """One token on a line, with its tag; blank lines between sentences."""
    for block in re.split(r"\n\s*\n", text):
        rows = [line.split("\t") for line in block.splitlines() if line.strip()]
        tokens = " ".join(row[0].strip() for row in rows)
        yield Labelled(tokens, any(row[4].strip()[2:] == "Definition" for row in rows))


def _labelled(text: str) -> Iterator[Labelled]:
    """One sentence on a line, with its label."""
    for sentence, label in csv.reader(text.splitlines(), delimiter="\t"):
        yield Labelled(sentence, label == "1")


def _grouped(sentences: Iterable[Labelled]) -> Iterator[Group]:
    group: list[Labelled] = []
    for sentence in sentences:
        if (number := _NUMBER.match(sentence.text)) and group:
            yield tuple(group)
            group = []
        text = _running(sentence.text[number.end() if number else 0 :])
        if text:
            group.append(Labelled(text, sentence.defines))
    if group:
        yield tuple(group)


def _running(text: str) -> str:
    for pattern, by in _SPACED:
        text = re.sub(pattern, by, text)
    return text.strip()


def found(group: Group) -> list[bool]:
    """For each sentence whether deckgen would ask for what it defines.

    A line without a full stop is a heading, as it stands above its text on a page. The corpus
    prints some sentences twice in a row: both get the answer of the first.
    """
    defined: set[str] = set()
    passage: list[str] = []
    headings: tuple[str, ...] = ()
    for text in dict.fromkeys(sentence.text for sentence in group):
        if text[-1].isalnum():
            defined |= _of_passage(passage, headings)
            passage, headings = [], (text,)
        else:
            passage.append(text)
    defined |= _of_passage(passage, headings)
    return [sentence.text in defined for sentence in group]


def _of_passage(sentences: list[str], headings: tuple[str, ...]) -> set[str]:
    """The sentences in which the evidence of a defining note begins."""
    text = " ".join(sentences)
    made = candidates((Passage(text, Origin("", 1, headings, "plain"), ENGLISH),), "")
    starts = [text.find(c.evidence) for c in made if c.form.rule in DEFINING]
    said: set[str] = set()
    begin = 0
    for sentence in sentences:
        end = begin + len(sentence)
        if any(begin <= start < end for start in starts):
            said.add(sentence)
        begin = end + 1
    return said


def main(folder: Path, splits: list[str]) -> None:
    print(f"{'split':<6} {'sentences':>9} {'defining':>8}  precision recall    F1  always-yes")
    for name in splits or SPLITS:
        hits = misses = extra = total = 0
        for group in groups(folder / SPLITS[name]):
            for sentence, said in zip(group, found(group), strict=True):
                total += 1
                hits += said and sentence.defines
                misses += sentence.defines and not said
                extra += said and not sentence.defines
        precision, recall = hits / (hits + extra or 1), hits / (hits + misses or 1)
        score = 2 * hits / (2 * hits + misses + extra)
        always = 2 * (hits + misses) / (hits + misses + total)
        print(
            f"{name:<6} {total:>9,} {hits + misses:>8,} {precision:>10.3f} {recall:>6.3f}"
            f" {score:>5.3f} {always:>11.3f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
