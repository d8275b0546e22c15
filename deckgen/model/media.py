"""A picture, a sound or a video of a note."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["image", "sound"]


@dataclass(frozen=True, slots=True)
class Media:
    """A file that goes into the package.

    ``path`` is relative to the root of the build, with forward slashes. ``name`` is what Anki calls
    it: made of its content, so that another content is another file, and the same is stored once.
    A video is a sound to Anki.
    """

    name: str
    path: str
    kind: Kind
