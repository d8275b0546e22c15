"""The three note types: a contract for ever.

Anki matches a note type by id, then its fields and templates one by one by their integer ids
(docs/anki.md). Adding, removing or reordering one would turn every note in every collection into a
"conflict" that gets no updates. So nothing in the tables below may change: a new need takes one of
the spare fields, which may be renamed because it carries an id. Templates and CSS are free; they
live in assets/.
"""

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files

from deckgen.model.notetype import THEMES, Field, NoteType, Template

_PART = re.compile(r"<!-- part: (?P<name>[a-z.-]+) -->")
_QUESTION_ID = 1_762_300_800_101
_CONCEPT_ID = 1_762_300_800_102
_CLOZE_ID = 1_762_300_800_103

_SPARE = ("Spare 1", "Spare 2", "Spare 3", "Spare 4")
_QUESTION_FIELDS = (
    "Stem", "Choices", "Key", "Answer", "Rationales", "Explanation", "Hint", "Type Answer",
    "Flags", "Media", "Context", "Source", "ID", *_SPARE,
)  # fmt: skip
_CONCEPT_FIELDS = (
    "Front", "Back", "Reverse Front", "Reverse Back", "Extra", "Evidence", "Hint", "Type Answer",
    "Flags", "Media", "Context", "Source", "ID", *_SPARE,
)  # fmt: skip
_CLOZE_FIELDS = (
    "Text", "Extra", "Evidence", "Hint", "Type Answer", "Flags", "Media", "Context", "Source",
    "ID", *_SPARE,
)  # fmt: skip


@cache
def note_types() -> dict[str, NoteType]:
    """The note types by kind."""
    return {
        "question": _note_type(
            "question", "deckgen Question", _QUESTION_ID, _QUESTION_FIELDS, {"Question": ""}
        ),
        "concept": _note_type(
            "concept",
            "deckgen Concept",
            _CONCEPT_ID,
            _CONCEPT_FIELDS,
            {"Forward": "forward-", "Reverse": "reverse-"},
        ),
        "cloze": _note_type("cloze", "deckgen Cloze", _CLOZE_ID, _CLOZE_FIELDS, {"Cloze": ""}),
    }


def restyled(note_type: NoteType, theme: str, css: str) -> NoteType:
    """A note type in one of the ``THEMES``, with CSS of the author's own behind it."""
    parts = [note_type.css, "" if theme == THEMES[0] else _asset(f"themes/{theme}.css"), css]
    return replace(note_type, css="\n".join(part.strip() + "\n" for part in parts if part.strip()))


def _note_type(
    kind: str, name: str, type_id: int, fields: tuple[str, ...], templates: dict[str, str]
) -> NoteType:
    """``templates`` maps template names to the prefix of their files in assets/KIND/."""
    return NoteType(
        kind=kind,
        name=name,
        id=type_id,
        cloze=kind == "cloze",
        # Ids are positions under the note type's own id: unique, and readable in a bug report.
        fields=tuple(Field(field, type_id * 1000 + 1 + i) for i, field in enumerate(fields)),
        templates=tuple(
            Template(
                template,
                type_id * 1000 + 501 + i,
                _asset(f"{kind}/{prefix}front.html"),
                _asset(f"{kind}/{prefix}back.html"),
            )
            for i, (template, prefix) in enumerate(templates.items())
        ),
        css=_asset("style.css"),
    )


def _asset(name: str) -> str:
    """A file of assets/, with the parts that it includes: ``<!-- part: source.html -->``."""
    text = files("deckgen").joinpath("assets", *name.split("/")).read_text(encoding="utf-8")
    return _PART.sub(lambda m: _asset(f"parts/{m['name']}").rstrip("\n"), text)
