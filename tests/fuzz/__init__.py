"""Fuzzing of the whole pipeline: ``python -m tests.fuzz``."""
