"""What a visitor would do without a planner: the nearest counter next, or as few counters as possible."""

from hqguide.route.problem import START, Problem, Tour


def nearest_first(problem: Problem) -> Tour:
    """Always on to the nearest site that sells something still missing."""
    missing = set(range(problem.items))
    tour: list[int] = []
    here = START
    while missing:
        row = problem.travel[here]
        sites = {site for item in missing for _, site in problem.sellers[item]}
        here = min(sites, key=lambda site: (row[site], site))
        tour.append(here)
        missing -= {item for item, _ in problem.offers[here]}
    return tuple(tour)


def fewest_stops(problem: Problem) -> Tour:
    """The site that sells most of what is missing, again and again, in that order (greedy set cover)."""
    missing = set(range(problem.items))
    tour: list[int] = []
    while missing:
        sells: dict[int, int] = {}
        for item in missing:
            for _, site in problem.sellers[item]:
                sells[site] = sells.get(site, 0) + problem.lines[item]
        site = min(sells, key=lambda one: (-sells[one], one))
        tour.append(site)
        missing -= {item for item, _ in problem.offers[site]}
    return tuple(tour)
