"""The rules for files, decks and whole collections."""
