"""Multiple-choice and other questions: where they begin, their options, answers and keys."""
