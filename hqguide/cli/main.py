"""The ``hqguide`` command: its subcommands, loaded when called, and its exit codes."""

import io
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

import click

from hqguide import __version__
from hqguide.cli.output import complain, talk
from hqguide.errors import BAD_INPUT, FOUND, INTERRUPTED, GuideError

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "find": "hqguide.cli.find",
        "show": "hqguide.cli.show",
        "list": "hqguide.cli.lists",
        "bom": "hqguide.cli.bom",
        "route": "hqguide.cli.route",
        "walk": "hqguide.cli.walk",
        "export": "hqguide.cli.export",
        "map": "hqguide.cli.map",
        "here": "hqguide.cli.here",
        "hours": "hqguide.cli.hours",
        "say": "hqguide.cli.say",
        "note": "hqguide.cli.note",
        "stock": "hqguide.cli.stock",
        "data": "hqguide.cli.data",
        "keys": "hqguide.cli.keys",
    }
)


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for, so that ``find`` starts quickly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Command names in the order of the manual."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command called ``name``; every module of the command line names its own ``command``."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[name]).command
        return command


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.version_option(__version__, prog_name="hqguide")
@click.option(
    "--data", type=click.Path(path_type=Path), metavar="FOLDER", help="Read this data pack instead."
)
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw the screens with ASCII characters only.")
@click.pass_context
def cli(ctx: click.Context, data: Path | None, ascii_only: bool) -> int:
    """Offline field guide to Huaqiangbei: what you call it in, hall, floor and counter out.

    Without a command the guide opens in the terminal.
    """
    from hqguide.guide import Guide

    ctx.obj = Guide(folder=data)
    if ctx.invoked_subcommand:
        return FOUND
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo(ctx.get_help())
        return FOUND
    if ascii_only:
        os.environ["HQGUIDE_ASCII"] = "1"
    from hqguide import tui

    tui.run(folder=data)
    return FOUND


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code, one of those in :mod:`hqguide.errors`."""
    _never_fail_to_print()
    try:
        code = cli.main(args=arguments, prog_name="hqguide", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except GuideError as error:
        complain(f"hqguide: {error}")
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SystemExit:
        return FOUND  # The reader of a pipe has gone, which click takes for a failure.
    return code if isinstance(code, int) else FOUND


def _never_fail_to_print() -> None:
    """Print characters the terminal cannot show as escapes instead of failing, and say why."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not _speaks_utf8(stream):
            stream.reconfigure(errors="backslashreplace")
    if not _speaks_utf8(sys.stdout):
        talk(f"The terminal is set to {sys.stdout.encoding}: Chinese is shown as escapes. Try PYTHONUTF8=1.")


def _speaks_utf8(stream: TextIO) -> bool:
    return (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"
