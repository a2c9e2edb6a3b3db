"""How things are said and drawn: the interface language, and the few glyphs that are not words."""

from typing import Literal, NamedTuple

from hqguide.tui.words import WORDS

Language = Literal["en", "zh"]


class Look(NamedTuple):
    """The reader's choice of language and characters; faces draw with it."""

    language: Language = "en"
    ascii: bool = False

    def say(self, key: str, **values: object) -> str:
        """The interface words called ``key``, with ``values`` filled in."""
        words = WORDS[key][0 if self.language == "en" else 1]
        return words.format(**values) if values else words

    @property
    def more(self) -> str:
        """What stands for text that was cut off."""
        return "~" if self.ascii else "…"

    @property
    def dot(self) -> str:
        """What stands between facts of one line, blanks included."""
        return " - " if self.ascii else " · "

    @property
    def pointer(self) -> str:
        """What marks the highlighted row, beside its colour."""
        return ">" if self.ascii else "▌"

    @property
    def times(self) -> str:
        """What stands before a factor."""
        return "x" if self.ascii else "×"

    @property
    def walk(self) -> str:
        """What stands before a leg of a walk."""
        return "|" if self.ascii else "│"

    def box(self, state: str) -> str:
        """The tick box of an item that is wanted, bought, not found, or behind a closed door."""
        return {"bought": "[x]", "not found": "[-]", "closed": "[#]"}.get(state, "[ ]")
