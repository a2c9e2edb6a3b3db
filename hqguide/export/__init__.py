"""A planned walk into a file: Markdown for paper and editors, one offline page for the phone."""
