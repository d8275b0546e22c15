"""What people write in an afternoon: split, Python-Markdown for each field, genanki row by row."""

import sys
from pathlib import Path

import genanki
import markdown

_MODEL = genanki.Model(
    1_600_000_001,
    "Usual",
    fields=[{"name": "Front"}, {"name": "Back"}],
    templates=[{"name": "Card 1", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}],
)
_EXTENSIONS = ["tables", "sane_lists", "def_list", "footnotes", "fenced_code"]


def main(source: Path, output: Path) -> None:
    deck = genanki.Deck(1_600_000_002, "Usual")
    for file in sorted(source.glob("*.md")):
        for note in file.read_text(encoding="utf-8").split("\nQ: ")[1:]:
            fields = [markdown.markdown(p, extensions=_EXTENSIONS) for p in note.split("\nA: ", 1)]
            deck.add_note(genanki.Note(_MODEL, fields))
    genanki.Package(deck).write_to_file(output)


main(Path(sys.argv[1]), Path(sys.argv[2]))
