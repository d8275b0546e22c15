"""The editor at work: sources are compiled, and what came of them is read card by card."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from deckgen.check import Choice, Collection, Page, of_collection, of_page, silence
from deckgen.check.words import plain, words
from deckgen.compiler import Compiled, compile_deck, inputs_of
from deckgen.convert.places import placed, shown
from deckgen.edges import config
from deckgen.edges.project import root_of
from deckgen.model.diagnostic import Diagnostic, EnvironmentProblem, Severity
from deckgen.model.explained import Explained
from deckgen.model.note import Note, front
from deckgen.model.source import Inputs
from deckgen.parse.lines import physical
from deckgen.seal import Sealed

_FIRST_WORDS = 12  # of a front by which a refused note is known again


@dataclass(frozen=True, slots=True)
class Checked:
    """A compilation and what the editor says of it."""

    compiled: Compiled
    remarks: tuple[Diagnostic, ...]

    @property
    def sealed(self) -> Sealed:
        """The deck that was compiled."""
        return self.compiled.sealed

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the texts and with the cards, by file and line."""
        return _in_order((*self.compiled.diagnostics, *self.remarks))

    @property
    def broken(self) -> bool:
        """Whether something was lost, or cannot be learned."""
        return any(d.severity is Severity.ERROR for d in self.problems)

    @property
    def doubtful(self) -> bool:
        """Whether an editor would change something."""
        return any(d.severity is not Severity.NOTE for d in self.problems)


def check(
    inputs: Inputs,
    now: int,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Checked, list[Explained]]:
    """Compile sources and edit what came of them; nothing is written.

    ``select`` and ``ignore`` are codes or groups; what is selected here goes before the
    configuration. Raises EnvironmentProblem for an unknown one, and what ``compile_deck`` raises.
    """
    choice = choice_of(inputs, select, ignore)
    heard: list[Explained] = []
    compiled = compile_deck(inputs, now, tell=heard.append)
    return Checked(compiled, remarks(heard, compiled, choice)), heard


def choice_of(inputs: Inputs, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Choice:
    """Which rules speak, by the configuration of the sources and by the command.

    Raises EnvironmentProblem for a code that no rule has.
    """
    settings = config.read(root_of(inputs_of(inputs)))
    selected = select or settings.select or ("all",)
    inside = tuple((pattern, _codes(names)) for pattern, names in settings.ignore_in)
    return Choice(_codes(selected), _codes((*settings.ignore, *ignore)), inside)


def remarks(
    heard: Iterable[Explained], compiled: Compiled, choice: Choice
) -> tuple[Diagnostic, ...]:
    """What the editor says of the notes that are in the deck, at their places in the files."""
    living = _Living(compiled)
    said: list[Diagnostic] = []
    pages: list[Page] = []
    texts: list[list[str]] = []
    for one in heard:
        lines = physical(one.source.text)
        page = Page(one.source, one.document, one.notes, one.diagnostics)
        page = replace(page, notes=tuple(n for n in page.notes if living.has(page, n)))
        pages.append(page)
        texts.append(lines)
        said += [shown(r.diagnostic, one.source) for r in of_page(page, lines, choice)]
    pages_with_notes = [(p, t) for p, t in zip(pages, texts, strict=True) if p.notes or p.problems]
    decks = tuple(dict.fromkeys(change.now.deck for change in compiled.sealed.changes))
    whole = Collection(tuple(p for p, _ in pages_with_notes), decks)
    sources = {page.path: page.source for page in whole.pages}
    for remark in of_collection(whole, [t for _, t in pages_with_notes], choice):
        said.append(shown(remark.diagnostic, sources[remark.diagnostic.path]))
    return _in_order(said)


class _Living:
    """The notes of a deck, by where they are: what is left out or refused has no editor."""

    def __init__(self, compiled: Compiled) -> None:
        sealed = compiled.sealed
        self._places = {(change.now.path, change.line) for change in sealed.changes}
        self._refused = {(note.path, _beginning(note.front)) for note in sealed.refused}

    def has(self, page: Page, note: Note) -> bool:
        """Whether a note of a page became a note of the deck."""
        line = placed(note, page.source).origin.line
        refused = (page.path, _beginning(plain(front(note)))) in self._refused
        return (page.path, line) in self._places and not refused


def _beginning(text: str) -> tuple[str, ...]:
    return words(text)[:_FIRST_WORDS]


def _codes(names: Iterable[str]) -> frozenset[str]:
    found, unknown = silence.codes(names)
    for name in unknown:
        raise EnvironmentProblem(f"the editor has no rule “{name}”", silence.meant(name))
    return found


def _in_order(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(problems, key=lambda d: (d.path, d.line, d.column)))
