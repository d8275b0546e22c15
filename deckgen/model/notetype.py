"""Note types: what Anki matches by id, field by field. The contract is notetypes.py."""

from dataclasses import dataclass

THEMES = ("paper", "plain", "contrast")  # the looks that deckgen brings; the first is the default


@dataclass(frozen=True, slots=True)
class Looks:
    """What the author decided on the looks of all cards: a theme, and CSS to stand behind it."""

    theme: str = THEMES[0]
    css: str = ""


AS_THEY_ARE = Looks()


@dataclass(frozen=True, slots=True)
class Field:
    """A field with the integer id by which Anki knows it for ever."""

    name: str
    id: int


@dataclass(frozen=True, slots=True)
class Template:
    """A card template with the integer id by which Anki knows it for ever."""

    name: str
    id: int
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """``kind`` is the short name used in the lock; ``name`` is what Anki shows."""

    kind: str
    name: str
    id: int
    cloze: bool
    fields: tuple[Field, ...]
    templates: tuple[Template, ...]
    css: str

    def row(self, values: dict[str, str]) -> tuple[str, ...]:
        """Values by field name as a row in field order; raises KeyError for an unknown field."""
        names = {field.name for field in self.fields}
        if unknown := values.keys() - names:
            raise KeyError(f"{self.kind} has no field {sorted(unknown)}")
        return tuple(values.get(field.name, "") for field in self.fields)

    def index(self, name: str) -> int:
        """The position of a field."""
        return next(i for i, field in enumerate(self.fields) if field.name == name)
