"""``hqguide say``: the words to show a seller."""

import click

from hqguide.cli.output import json_out, line
from hqguide.errors import FOUND, NOTHING_FOUND
from hqguide.guide import Guide


@click.command("say")
@click.argument("words", nargs=-1, required=True)
@click.option("--item", default="", help="Fill the phrase with this item, in any language.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def command(guide: Guide, words: tuple[str, ...], item: str, as_json: bool) -> int:
    """The Chinese for a part, or a shop phrase: say usb-c connector; say "do you have" --item "0603 10k"."""
    phrases = guide.say(" ".join(words), item)
    if as_json:
        json_out(phrases)
    for phrase in phrases if not as_json else ():
        line(phrase.zh, style="title")
        line(phrase.pinyin)
        line(phrase.en, style="dim")
        if phrase.note:
            line(phrase.note, indent=2, style="dim")
    return FOUND if phrases else NOTHING_FOUND
