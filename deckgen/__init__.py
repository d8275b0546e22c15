"""deckgen compiles study text into Anki decks."""

__version__ = "0.1.0"
