"""The rules of recognition: one file each."""
