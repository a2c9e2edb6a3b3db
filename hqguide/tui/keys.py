"""What a command is: its keys, its words, where it works; and how keys are named."""

from typing import Literal, NamedTuple

from hqguide.tui.look import Language

Mode = Literal["", "find", "map", "list", "route"]
Focus = Literal["", "box", "rows"]

MODES: tuple[Mode, ...] = ("find", "map", "list", "route")

# What an input method types instead of the key while Chinese punctuation is on.
FULL_WIDTH = {
    "slash": ("ideographic_comma", "fullwidth_solidus"),
    "question_mark": ("fullwidth_question_mark",),
    "plus": ("fullwidth_plus_sign",),
    "equals_sign": ("fullwidth_equals_sign",),
    "minus": ("fullwidth_hyphen_minus",),
    "underscore": ("em_dash",),
    **{str(digit): (chr(ord("０") + digit),) for digit in range(10)},
}

NAMES = {
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "underscore": "_",
    "escape": "Esc",
    "backspace": "Bksp",
    "enter": "Enter",
    "space": "Space",
    "delete": "Del",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}


class Command(NamedTuple):
    """One thing a reader can do.

    ``focus`` says where its keys work: in the text box, anywhere but there, or (empty) both, as far as
    the box does not take the key as text. ``shown`` puts it on the key line. ``action`` is Textual's.
    """

    id: str
    mode: Mode
    keys: tuple[str, ...]
    en: str
    zh: str
    help_en: str
    help_zh: str
    action: str
    focus: Focus = "rows"
    shown: bool = True

    def label(self, language: Language) -> str:
        """The short name on the key line."""
        return self.en if language == "en" else self.zh

    def help(self, language: Language) -> str:
        """The sentence on the help screen."""
        return self.help_en if language == "en" else self.help_zh

    def all_keys(self) -> tuple[str, ...]:
        """The keys and what an input method types in their place."""
        return tuple(one for key in self.keys for one in (key, *FULL_WIDTH.get(key, ())))

    def key(self, typing: bool) -> str:
        """The key to show, as printed on it; while ``typing`` one that is not text, or nothing."""
        usable = [key for key in self.keys if not typing or not is_text(key)]
        return key_name(usable[0]) if usable else ""


def is_text(key: str) -> bool:
    """Whether a text box takes ``key`` as text, or to move in it."""
    return len(key) == 1 or key in {"space", "delete", "left", "right", "home", "end"} or key in FULL_WIDTH


def key_name(key: str) -> str:
    """``key`` as printed on it: ``/`` for ``slash``, ``Ctrl+P`` for ``ctrl+p``."""
    if len(key) == 1:
        return key
    return "+".join(
        NAMES.get(part, part.capitalize() if len(part) > 1 else part.upper()) for part in key.split("+")
    )
