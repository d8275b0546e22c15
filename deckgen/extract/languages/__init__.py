"""The languages of prose. A new one is a room beside ``german`` and a name in this tuple."""

from deckgen.extract.languages.english import ENGLISH
from deckgen.extract.languages.german import GERMAN

LANGUAGES = (ENGLISH, GERMAN)
