"""Which places to go to for a list, and in which order: the solver behind the planned walk."""
