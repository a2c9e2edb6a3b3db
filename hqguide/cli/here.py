"""``hqguide here``: where you are, remembered, and which halls are near in which direction."""

import click

from hqguide.cli.output import json_out, line, talk
from hqguide.errors import FOUND, NOTHING_FOUND
from hqguide.guide import Guide
from hqguide.market.whereabouts import Here, Near


@click.command("here")
@click.argument("words", nargs=-1)
@click.option("--forget", is_flag=True, help="Forget where you are.")
@click.option("-n", "count", type=click.IntRange(0), default=5, metavar="N", help="Halls at most (5).")
@click.option("--json", "as_json", is_flag=True, help="Answer as one JSON object.")
@click.pass_obj
def command(guide: Guide, words: tuple[str, ...], forget: bool, count: int, as_json: bool) -> int:
    """Say where you are, or show it: a metro exit (华强路 A), a hall, floor or counter, coordinates.

    The nearest halls follow, with distance and direction. Coordinates are WGS-84 unless gcj02 (Amap) or
    bd09 (Baidu) stands before them.
    """
    if forget:
        if words:
            raise click.UsageError("--forget takes no place")
        return _forget(guide, as_json)
    here = guide.set_here(" ".join(words)) if words else guide.here()
    near = guide.near_here(count) if here else ()
    if as_json:
        json_out({"here": here, "near": near})
        return FOUND if here else NOTHING_FOUND
    if here is None:
        talk("It is not known where you are. Set it: hqguide here 华强路 A")
        return NOTHING_FOUND
    _print(here, near)
    return FOUND


def _forget(guide: Guide, as_json: bool) -> int:
    known = guide.forget_here()
    talk("The place is forgotten." if known else "No place was set.")
    if as_json:
        json_out({"here": None, "near": ()})
    return FOUND


def _print(here: Here, near: tuple[Near, ...]) -> None:
    both = f"{here.words} · {here.words_zh}" if here.words_zh != here.words else here.words
    line(both, style="title")
    if here.as_of:
        line(f"Set {here.as_of[:16].replace('T', ' ')}", style="dim")
    if here.sign_zh:
        line(f"Its sign names {', '.join(here.sign_zh)}")
    if here.leads_to:
        line(f"It leads to {', '.join(here.leads_to)}")
    at = here.position
    if at is None:
        line("Position: not known, so nothing can be measured from here.")
        return
    line(f"{at.lat:.5f}, {at.lon:.5f} WGS-84, ±{at.accuracy_m:.0f} m: {at.basis}", style="dim")
    for one in near:
        line(_way(one))
    if not all(one.sure for one in near):
        line("?: the two points may be off by more than the distance, so the direction too.", style="dim")


def _way(one: Near) -> str:
    """``   118 m NE  ±62 m  Mini Port · 迷你港 (mini-port)``, with ``?`` behind a doubtful direction."""
    heading = one.heading.short + ("" if one.sure else "?")
    name = " · ".join(part for part in (one.name_en, one.name_zh) if part)
    state = "" if one.status == "open" else f", {one.status}"
    return f"{one.metres:>6.0f} m {heading:<3} ±{one.off_by_m:.0f} m  {name} ({one.place}{state})"
