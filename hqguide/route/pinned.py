"""Which sites stand for the places the walker pinned."""

from hqguide.route.choice import Choice
from hqguide.route.pins import Pins, inside


def pinned_sites(
    choice: Choice, pins: Pins
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """Sites that come first and last, and for each place to visit besides the sites that count as it.

    Of the sites inside a place that comes first or last the one that sells most of the list stands for it.
    """
    sells = [sum(site in wanted.offers for wanted in choice.wanted) for site in range(len(choice.sites))]
    chosen: dict[str, int] = {}
    for path in (*pins.first, *pins.last):
        free = [site for site in choice.pinned.get(path, ()) if site not in chosen.values()]
        if free:
            chosen[path] = max(free, key=lambda site: (sells[site], -site))
    fixed = {choice.sites[site].place for site in chosen.values()}
    others = [
        path
        for path in pins.must
        if path in choice.pinned and not any(inside(place, path) for place in fixed)
    ]
    return (
        tuple(chosen[path] for path in pins.first if path in chosen),
        tuple(chosen[path] for path in pins.last if path in chosen),
        tuple(choice.pinned[path] for path in others),
    )
