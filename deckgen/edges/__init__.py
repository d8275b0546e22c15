"""The world: disk, configuration, lock file. Nothing of the core knows these rooms."""
