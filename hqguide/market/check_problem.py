"""What the check of a data pack finds: a file, a place in it, what is wrong."""

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """One broken rule. ``where`` is the id or path inside ``file``; empty for the whole file."""

    file: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.where}: {self.what}" if self.where else f"{self.file}: {self.what}"
