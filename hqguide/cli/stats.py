"""How ``hqguide data stats`` reads on a terminal."""

from collections.abc import Mapping

from hqguide.cli.output import line, seen
from hqguide.market.stats import Stats

_BUILDING = "{:<30} {:>6} {:>6} {:>8} {:>8}  {:<10} {}"
_CATEGORY = "{:<22} {:>9} {:>6}  {:<10} {}"


def show(found: Stats, names: Mapping[str, str]) -> None:
    """Print the counts as tables; ``names`` are the English names of the categories."""
    line(
        f"{len(found.buildings)} buildings, {found.stalls} stalls, {found.numbered} of them numbered, "
        f"{found.claims} claims ({found.superseded} superseded), {found.sources} sources; "
        f"reviewed {found.as_of}",
        style="title",
    )
    line()
    line(
        _BUILDING.format("building", "claims", "stalls", "numbered", "floors", "newest", "state"),
        style="title",
    )
    for b in found.buildings:
        floors = f"{b.floors_known}/{b.floors}"
        line(_BUILDING.format(b.id, b.claims, b.stalls, b.numbered, floors, seen(b.newest), b.state))
    line()
    line("floor: claims, stalls, newest", style="title")
    for f in found.floors:
        line(f"{f.building}/{f.floor}: {f.claims}, {f.stalls}, {seen(f.newest)}")
    line()
    line(_CATEGORY.format("category", "buildings", "claims", "newest", ""), style="title")
    for c in found.categories:
        line(_CATEGORY.format(c.id, c.buildings, c.claims, seen(c.newest), names.get(c.id, "")))
    for title, counts in (
        ("year", found.years),
        ("method", found.methods),
        ("confidence", found.confidences),
    ):
        line()
        line(f"claims by {title}", style="title")
        for name, count in counts.items():
            line(f"{count:>6}  {name}")
    _nobody("Nobody is known to sell", found.nowhere, names)
    _nobody("Known only from superseded claims or halls that are gone", found.only_old, names)


def _nobody(title: str, categories: tuple[str, ...], names: Mapping[str, str]) -> None:
    line()
    line(f"{title}: {len(categories)}", style="title")
    for category in categories:
        line(f"{category}  {names.get(category, '')}", indent=2)
