"""The page: one HTML file that holds its data, looks and scripts, and asks for nothing else.

What runs in it is named by its digest in the policy of the page; anything else, whatever a text may
bring along, is refused by the browser. Cards live in frames that belong to no origin.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache, partial
from importlib.resources import files
from typing import Any

from deckgen.compiler import Compiled
from deckgen.model.diagnostic import Diagnostic
from deckgen.model.explained import Explained
from deckgen.model.notetype import NoteType
from deckgen.preview import charts
from deckgen.preview.data import Looked, looked
from deckgen.preview.sources import View

_SCRIPTS = ("state.js", "frames.js", "cards.js", "source.js", "filters.js", "main.js")
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HOLE = re.compile(r"<!-- hole: (?P<name>[a-z-]+) -->")
# What a card may do in its frame: show itself, its own pictures and sounds, and run our scripts.
_RULES = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:; "
    "font-src data:; base-uri 'none'; form-action 'none'"
)


def page(
    compiled: Compiled,
    read: Iterable[Explained],
    media: Mapping[str, str],
    version: int = 0,
) -> str:
    """The page of a compilation and of the sources that were read for it.

    ``media`` are the pictures and sounds that it carries, as ``data:`` URLs by the name that Anki
    calls them. With a ``version`` the page is served, and asks its server for a newer one.
    """
    types = [sealed.note_type for sealed in compiled.sealed.deck.types]
    scripts = card_scripts(types)
    shown = looked(compiled, read, scripts)
    frame, own = _asset("frame.js"), _own_script()
    allowed = " ".join(_digest(script) for script in (own, frame, *scripts))
    policy = f"{_RULES}; script-src {allowed}"
    shells = {t.kind: _shell(t, frame, policy) for t in types}
    data = _data(shown, compiled, scripts, shells, media) | {"version": version}
    policy += "; connect-src 'self'" if version else ""
    return _filled(
        "page.html",
        {
            "policy": html.escape(policy, quote=True),
            "style": _asset("page.css"),
            "title": html.escape(shown.deck),
            "facts": html.escape(_facts(shown)),
            "kinds": charts.bars(shown.kinds, "kind"),
            "decks": charts.bars(shown.decks, "deck", partial(_within, shown.deck)),
            "lengths": charts.lengths(shown.lengths),
            "coverage": charts.coverage(shown.coverage),
            "problems": _problems(shown),
            "data": _embedded(data),
            "script": own,
        },
    )


def card_scripts(types: Iterable[NoteType]) -> tuple[str, ...]:
    """The scripts of all templates, each once."""
    sides = (
        side for t in types for template in t.templates for side in (template.front, template.back)
    )
    return tuple(dict.fromkeys(script for side in sides for script in _SCRIPT.findall(side)))


def _data(
    shown: Looked,
    compiled: Compiled,
    scripts: tuple[str, ...],
    shells: Mapping[str, str],
    media: Mapping[str, str],
) -> dict[str, Any]:
    documents = list(dict.fromkeys(shells.values()))
    numbered = {problem: number for number, problem in enumerate(shown.problems)}
    kinds = [note.kind for note in compiled.sealed.deck.notes]
    notes = [
        note | {"shell": documents.index(shells[kind])}
        for note, kind in zip(shown.notes, kinds, strict=True)
    ]
    return {
        "deck": shown.deck,
        "notes": notes,
        "cards": shown.cards,
        "sources": [_source(view, numbered) for view in shown.views],
        "problems": [_problem(problem) for problem in shown.problems],
        "media": dict(media),
        "scripts": scripts,
        "shells": documents,
    }


def _source(view: View, numbered: Mapping[Diagnostic, int]) -> dict[str, Any]:
    """Lines as texts and marks in turn, for there are many of them."""
    return {
        "path": view.path,
        "unit": view.unit,
        "lines": [[part for p in line for part in (p.text, p.mark)] for line in view.lines],
        "marks": [[mark.fate, mark.why, mark.notes] for mark in view.marks],
        "troubles": [[t.line, numbered[t.problem]] for t in view.troubles],
    }


def _problem(problem: Diagnostic) -> dict[str, Any]:
    return {
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


def _facts(shown: Looked) -> str:
    facts = [
        _counted(len(shown.notes), "note"),
        _counted(len(shown.cards), "card"),
        _counted(len(shown.views), "source"),
    ]
    return " · ".join(
        [*facts, *([_counted(len(shown.problems), "problem")] if shown.problems else [])]
    )


def _within(root: str, deck: str) -> str:
    """A deck without the one that all are in, as people write it."""
    return deck.removeprefix(f"{root}::").replace("::", " › ")


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _problems(shown: Looked) -> str:
    if not shown.problems:
        return '<p class="quiet">Nothing is wrong with these texts.</p>'
    rows = [
        f'<li><button type="button" class="{problem.severity.value}" data-problem="{number}">'
        f'<span class="message">{html.escape(problem.message)}</span> '
        f'<span class="place">{html.escape(place(problem))} · {html.escape(problem.code)}</span>'
        "</button></li>"
        for number, problem in enumerate(shown.problems)
    ]
    return f'<ul class="problems">{"".join(rows)}</ul>'


def place(problem: Diagnostic) -> str:
    """Where a problem is, for a person."""
    if not problem.line:
        return problem.path
    if problem.unit == "line":
        return f"{problem.path}:{problem.line}"
    return f"{problem.path}, {problem.unit} {problem.line}"


def _shell(note_type: NoteType, frame: str, policy: str) -> str:
    """The page in a frame, in which the sides of a card are shown, as in Anki's reviewer."""
    return _filled(
        "frame.html",
        {"policy": html.escape(policy, quote=True), "style": note_type.css, "script": frame},
    )


def _own_script() -> str:
    parts = "\n".join(_asset(name) for name in _SCRIPTS)
    return f'(function () {{\n"use strict";\n{parts}}})();'


def _digest(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _embedded(data: dict[str, Any]) -> str:
    """JSON that no HTML parser takes for anything else."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _filled(name: str, values: Mapping[str, str]) -> str:
    """A file of assets/ with its holes filled, each once: what fills one is not looked at again."""
    return _HOLE.sub(lambda hole: values[hole["name"]], _asset(name))


@cache
def _asset(name: str) -> str:
    return files("deckgen.preview").joinpath("assets", name).read_text(encoding="utf-8")
