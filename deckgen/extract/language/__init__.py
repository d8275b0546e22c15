"""What is known of English: sentences, verbs, clauses. Another language would stand beside it."""
