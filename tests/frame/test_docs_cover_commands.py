from collections.abc import Iterator
from pathlib import Path

import click

from hqguide.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]


def walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """``command`` and every command below it, each with the words that call it; hidden ones left out."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                yield from walk(below, f"{path} {name}")


def undocumented(command: click.Command, text: str) -> list[str]:
    """The commands below ``command`` that ``text`` does not name as a reader would type them."""
    return [path for path, _ in walk(command, "hqguide") if path not in text]


def unexplained_options(command: click.Command, text: str) -> list[str]:
    """The long options of ``command`` and those below it that ``text`` does not name."""
    return [
        f"{path} {name}"
        for path, below in walk(command, "hqguide")
        for option in below.params
        if isinstance(option, click.Option)
        for name in option.opts
        if name.startswith("--") and f"`{name}" not in text
    ]


def manual() -> str:
    return (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_manual() -> None:
    assert undocumented(cli, manual()) == []


def test_every_option_is_in_the_manual() -> None:
    assert unexplained_options(cli, manual()) == []


def test_every_command_explains_itself() -> None:
    assert [path for path, command in walk(cli, "hqguide") if not command.help] == []


def test_a_command_or_option_missing_in_the_manual_is_named() -> None:
    @click.group(name="sample")
    def group() -> None:
        """Stand in for the command line."""

    @group.command()
    def known() -> None:
        """Do what the docs say."""

    @group.command()
    @click.option("--quietly")
    def forgotten(quietly: str) -> None:
        """Do what no page says."""

    assert undocumented(group, "`hqguide known` does it") == ["hqguide forgotten"]
    assert unexplained_options(group, "`hqguide known` does it") == ["hqguide forgotten --quietly"]
