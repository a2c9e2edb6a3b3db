"""Shopping lists into planned walks: what a list asks for, its plans, and the walk under way."""
