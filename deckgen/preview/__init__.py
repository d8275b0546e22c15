"""A deck and its sources as one page to look at. The page knows no disk and no network."""

from deckgen.preview.page import page

__all__ = ["page"]
