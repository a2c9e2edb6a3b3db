"""What the user records: lists today, in one TinyDB file that a crash cannot lose."""
