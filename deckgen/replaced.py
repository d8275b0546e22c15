"""Pages in whose place a draft stands: they are not built beside it, and their notes are its."""

import posixpath
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from deckgen.edges import files
from deckgen.edges.project import Project
from deckgen.model.deck import RenderedNote
from deckgen.model.diagnostic import Diagnostic, Severity
from deckgen.model.source import ENDINGS, Source

# The pages that each draft replaces, by the draft's path; all paths are relative to the root.
Drafts = dict[str, tuple[str, ...]]


def known(project: Project) -> Drafts:
    """The drafts that the lock knows and that are not built with the rest.

    A page that is built alone must not come back beside its draft.
    """
    found: Drafts = {}
    for path in project.elsewhere:
        if _is_markdown(path):
            text, _ = files.read(project.root / path, path)
            found |= by(text) if isinstance(text, Source) else {}
    return found


def by(source: Source) -> Drafts:
    """What one source says that it replaces, if it is a draft."""
    if not (_is_markdown(source.path) and "replaces" in source.text):
        return {}
    from deckgen.parse import matter

    names = matter.replaces(source.text)
    if names is None:
        return {}
    folder = posixpath.dirname(source.path)
    return {source.path: tuple(posixpath.normpath(posixpath.join(folder, n)) for n in names)}


def pages(drafts: Drafts) -> dict[str, str]:
    """The draft in the place of each page. No page can replace, over others, its own draft."""
    found: dict[str, str] = {}
    for draft, names in drafts.items():
        for page in names:
            if page not in found and page not in _chain(draft, found):
                found[page] = draft
    return found


def _chain(draft: str, found: Mapping[str, str]) -> list[str]:
    """A draft, and the drafts that replace it in their turn."""
    chain = [draft]
    while chain[-1] in found:
        chain.append(found[chain[-1]])
    return chain


def family(
    pages: Mapping[str, str], built: Collection[str], *, drafting: bool = False
) -> frozenset[str]:
    """The pages whose notes belong to a draft that is built; ``drafting``, the drafts of pages.

    Where a page alone is built, the notes of its draft stay as they are.
    """
    found: set[str] = set()
    for page in pages:
        _, *drafts = _chain(page, pages)
        if any(draft in built for draft in drafts):
            found.add(page)
        if drafting and page in built:
            found.update(drafts)
    return frozenset(found)


def left_out(
    pages: Mapping[str, str],
    notes: list[RenderedNote],
    diagnostics: list[Diagnostic],
    built: Collection[str],
) -> tuple[list[RenderedNote], list[Diagnostic]]:
    """Notes and problems without those of pages that have a draft; each such page is told."""
    gone = {path: draft for path, draft in pages.items() if path in built}
    told = [
        Diagnostic(
            "replaced-page",
            Severity.NOTE,
            f"not built: its draft {draft} stands in its place",
            page,
            hint="to build the page itself, delete the draft, or its line “replaces”",
        )
        for page, draft in gone.items()
    ]
    return [n for n in notes if n.path not in gone], [
        *(d for d in diagnostics if d.path not in gone),
        *told,
    ]


def _is_markdown(path: str) -> bool:
    return ENDINGS.get(PurePosixPath(path).suffix.lower()) == "markdown"
