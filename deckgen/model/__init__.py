"""Frozen values that travel between the stages. Knows nothing of the rest of the program."""
