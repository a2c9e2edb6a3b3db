"""What is made from the table of commands: bindings, the key line, ``docs/keys.md``."""

from textual.binding import Binding, BindingType

from hqguide.tui.command_table import COMMANDS
from hqguide.tui.keys import MODES, Command, Mode, key_name

AFTERWORD = """\
In a text box letters and digits are text: press `Esc` or `Down` to leave it, or use the function keys.
Lists also move with `Up` `Down` `j` `k` `PgUp` `PgDn` `g` `G` `Home` `End`. Full-width punctuation
typed with an input method on works like the plain key. The mouse chooses, scrolls and zooms.
"""


def commands(mode: Mode, *, typing: bool = False) -> tuple[Command, ...]:
    """The commands that work in ``mode``, its own first: those of its text box while ``typing``."""
    away = "rows" if typing else "box"
    own = tuple(one for one in COMMANDS if mode and one.mode == mode and one.focus != away)
    return own + tuple(one for one in COMMANDS if not one.mode)


def bindings(mode: Mode, *, box: bool = False) -> list[BindingType]:
    """Textual's bindings for the commands of ``mode``: those of its text box, or all the others."""
    return [
        Binding(",".join(one.all_keys()), one.action, one.en, id=one.id, tooltip=one.help_en, show=one.shown)
        for one in COMMANDS
        if one.mode == mode and (one.focus == "box") == box
    ]


def keys_markdown() -> str:
    """``docs/keys.md``: every key, in both languages."""
    out = ["# Keys", "", "Made from `hqguide/tui/command_table.py`; change it there.", ""]
    for mode in ("", *MODES):
        out += [
            f"## {title(mode)}",
            "",
            "| key | command | 命令 | what it does | 说明 |",
            "|---|---|---|---|---|",
        ]
        out += [_row(one) for one in COMMANDS if one.mode == mode]
        out.append("")
    return "\n".join(out) + "\n" + AFTERWORD


def title(mode: Mode) -> str:
    """The name of a mode in both languages."""
    go = next((one for one in COMMANDS if one.id == f"go.{mode}"), None)
    return f"{go.en} · {go.zh}" if go else "Everywhere · 各处"


def _row(one: Command) -> str:
    keys = " ".join(f"`{key_name(key)}`" for key in one.keys)
    where = " (in the text box)" if one.focus == "box" else ""
    return f"| {keys} | {one.en}{where} | {one.zh} | {one.help_en} | {one.help_zh} |"
