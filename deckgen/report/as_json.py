"""A plan as JSON for scripts; the shape is documented in docs/identity.md."""

import json
from typing import Any

from deckgen.compiler import Compiled
from deckgen.model.lock import LockedNote, shown

_VERSION = 1


def as_json(compiled: Compiled) -> str:
    """The plan of a build: notes, retired notes, note types, diagnostics."""
    sealed = compiled.sealed
    plan: dict[str, Any] = {
        "version": _VERSION,
        "deck": sealed.deck.name,
        "notes": [
            {
                "state": change.state,
                **_note(change.now),
                "line": change.line,
                "was": _note(change.was) if change.was and change.state == "edited" else None,
                "moved_from": change.was.deck if change.was and change.moved else None,
                "ambiguous_with": shown(change.rival) or None,
            }
            for change in sealed.changes
        ],
        "retired": [_note(note) for note in sealed.retired],
        "updated_note_types": list(sealed.updated_types),
        "diagnostics": [
            {
                "code": d.code,
                "severity": d.severity.value,
                "message": d.message,
                "path": d.path,
                "line": d.line,
                "column": d.column,
                "hint": d.hint,
            }
            for d in compiled.diagnostics
        ],
    }
    return json.dumps(plan, ensure_ascii=False, indent=1)


def _note(note: LockedNote) -> dict[str, Any]:
    return {
        "guid": note.guid,
        "kind": note.kind,
        "path": note.path,
        "deck": note.deck,
        "front": shown(note.front),
        "back": shown(note.back),
    }
