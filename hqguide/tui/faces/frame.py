"""What every screen has: the tabs on top and the keys at the bottom."""

from hqguide.tui.command_table import COMMANDS
from hqguide.tui.commands import commands
from hqguide.tui.keys import MODES, Mode, key_name
from hqguide.tui.look import Look
from hqguide.tui.runs import ink
from hqguide.tui.widgets.bar import Part

HELP_LAST = ("help", "quit")


def tabs(mode: Mode, look: Look, wanted: int, *, typing: bool) -> list[Part]:
    """The tabs, the one where the reader is marked by brackets as well as by colour."""
    left = [Part((ink(f" {look.say('brand')} ", "gold.bold"), ("  ", "")))]
    for one in MODES:
        go = next(command for command in COMMANDS if command.id == f"go.{one}")
        key = key_name(go.keys[1] if typing else go.keys[0])
        count = f" {wanted}" if one == "list" and wanted else ""
        text = f"{key} {go.label(look.language)}{count}"
        here = one == mode
        left.append(
            Part((ink(f"[{text}]" if here else f" {text} ", "on" if here else "off"), (" ", "")), go.action)
        )
    return left


def rest(look: Look) -> Part:
    """What stands for the keys that have no room; a click on it shows every key."""
    return Part((ink(f" {look.more}", "dim"),), "app.help")


def hints(mode: Mode, look: Look, *, typing: bool) -> tuple[list[Part], list[Part]]:
    """The keys that work now, those of the mode first; help and quit at the right end."""
    able = [(one, one.key(typing)) for one in commands(mode, typing=typing) if one.shown]
    parts = {
        one.id: Part((ink(f" {key}", "key"), ink(f" {one.label(look.language)} ", "dim")), one.action)
        for one, key in able
        if key
    }
    return [part for name, part in parts.items() if name not in HELP_LAST], [
        parts[name] for name in HELP_LAST if name in parts
    ]
