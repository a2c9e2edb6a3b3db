"""``hqguide keys``: every key of the screens."""

import click

from hqguide.errors import FOUND


@click.command("keys")
def command() -> int:
    """Print every key of the screens, as Markdown in English and Chinese."""
    from hqguide.tui.commands import keys_markdown

    click.echo(keys_markdown(), nl=False)
    return FOUND
