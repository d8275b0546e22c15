"""What several commands take: the same words, help and defaults in all of them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class TextFormat(StrEnum):
    """What a text on standard input may be."""

    MD = "md"
    TXT = "txt"
    HTML = "html"


Sources = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Files and folders of texts, pages and documents; - for standard input.  "
        "[default: source]",
        show_default=False,
    ),
]
From = Annotated[
    TextFormat | None,
    typer.Option(
        "--from", help="What standard input is; it is guessed otherwise.", show_default=False
    ),
]
DeckName = Annotated[
    str,
    typer.Option(
        "--deck", "-d", help="The deck's name in Anki; :: parts levels.", show_default=False
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]
Strict = Annotated[bool, typer.Option("--strict", help="Warnings count as errors: exit with 1.")]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        help="How many processes read large sources.  [default: the cores]",
        show_default=False,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="Compile every file again, and keep nothing for next time."),
]
