"""Dates of evidence as they are shown: as exact as known, and said to be estimated when they are."""

from hqguide.tui.look import Look


def about(as_of: str | None, look: Look, estimated: bool) -> str:
    """The date, with "about" before an estimated one, or the word for none."""
    if not as_of:
        return look.say("undated")
    return look.say("about date", date=as_of) if estimated else as_of


def year(as_of: str | None, look: Look, estimated: bool = False) -> str:
    """The year of a date in a column of its own: ``~2013`` for an estimated one."""
    if not as_of:
        return look.say("undated")
    return f"{'~' if estimated else ''}{as_of[:4]}"
