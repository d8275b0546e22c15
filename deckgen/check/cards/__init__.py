"""The rules for every card: what it asks, how it is answered, what a cloze hides."""
