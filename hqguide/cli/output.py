"""What commands print: JSON as UTF-8 bytes, text without control characters."""

import sys

import click
import msgspec

from hqguide.text import plain


def json_out(value: object) -> None:
    """One JSON document on a line of its own, UTF-8 whatever the terminal speaks."""
    sys.stdout.flush()
    click.echo(msgspec.json.encode(value))


def line(text: str = "", *, indent: int = 0, style: str | None = None) -> None:
    """One line of text for people; ``style`` is ``title``, ``dim`` or ``warn``."""
    shown = " " * indent + plain(text)
    if style == "title":
        shown = click.style(shown, bold=True)
    elif style == "dim":
        shown = click.style(shown, dim=True)
    elif style == "warn":
        shown = click.style(shown, fg="yellow")
    # Named, so that click does not put an encoding of its own in the place of the terminal's.
    click.echo(shown, file=sys.stdout)


def talk(text: str) -> None:
    """A line on stderr: what happened, never data."""
    click.echo(plain(text), file=sys.stderr)


def seen(as_of: str | None, estimated: bool = False) -> str:
    """The date of a claim: as given, ``about`` when somebody estimated it, or that it has none."""
    if not as_of:
        return "undated"
    return f"about {as_of}" if estimated else as_of


def complain(text: str) -> None:
    """An error on stderr, its lines kept apart, without control characters."""
    for row in text.split("\n"):
        click.echo(" " * (len(row) - len(row.lstrip())) + plain(row.lstrip()), file=sys.stderr)
