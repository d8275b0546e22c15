"""The rules for questions with options."""
