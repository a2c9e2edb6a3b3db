"""A planned walk or a list into a file, a module a format; and what of it comes back."""
