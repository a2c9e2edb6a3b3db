"""Errors a user can act on, and the exit codes of the command line."""

FOUND = 0
NOTHING_FOUND = 1
BAD_INPUT = 2
INTERRUPTED = 130


class GuideError(Exception):
    """Something the user can mend: what went wrong, where, and what to do about it.

    Front ends print it on stderr and leave with :data:`BAD_INPUT`; a traceback is never shown for it.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}\n  {self.hint}" if self.hint else text
