"""Shorten a tour without changing what is bought: 2-opt, or-opt, and stops that do not pay left out.

Both moves price reversed pieces by their own direction, so stairs that are slower up than down are
treated exactly.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from hqguide.route.problem import START, Problem, Tour

_EPSILON = 1e-7
_LONGEST_PIECE = 3


def shorten(problem: Problem, tour: Sequence[int]) -> Tour:
    """``tour`` in an order that neither a 2-opt nor an or-opt move makes shorter."""
    way = [START, *tour, problem.end]
    while _two_opt(problem, way) or _or_opt(problem, way):
        pass
    return tuple(way[1:-1])


def _two_opt(problem: Problem, way: list[int]) -> bool:
    """Reverse pieces of ``way`` in place while that shortens it; whether anything changed."""
    travel, changed, first = problem.travel, False, 1
    while first < len(way) - 2:
        before, a = way[first - 1], way[first]
        row_before, row_a = travel[before], travel[a]
        there = back = 0.0
        for last in range(first + 1, len(way) - 1):
            previous, b, after = way[last - 1], way[last], way[last + 1]
            there += travel[previous][b]
            back += travel[b][previous]
            old = row_before[a] + there + travel[b][after]
            if row_before[b] + back + row_a[after] < old - _EPSILON:
                way[first : last + 1] = way[first : last + 1][::-1]
                changed = True
                break
        else:
            first += 1
    return changed


def _or_opt(problem: Problem, way: list[int]) -> bool:
    """Move one piece of up to three sites to where it fits best, turned or not; whether one moved."""
    for size in range(1, min(_LONGEST_PIECE, len(way) - 2) + 1):
        for first in range(1, len(way) - size):
            if _move(problem, way, first, size):
                return True
    return False


def _move(problem: Problem, way: list[int], first: int, size: int) -> bool:
    travel = problem.travel
    piece, rest = way[first : first + size], way[:first] + way[first + size :]
    before, after = rest[first - 1], rest[first]
    saved = travel[before][piece[0]] + travel[piece[-1]][after] - travel[before][after]
    if saved <= _EPSILON:
        return False
    head, tail = piece[0], piece[-1]
    turned = sum(travel[b][a] - travel[a][b] for a, b in pairwise(piece))
    from_head, from_tail = travel[head], travel[tail]
    best, place, turn = saved - _EPSILON, -1, False
    left = rest[0]
    for index in range(1, len(rest)):
        right = rest[index]
        row = travel[left]
        base = row[right]
        if row[head] + from_tail[right] - base < best:
            best, place, turn = row[head] + from_tail[right] - base, index, False
        if row[tail] + from_head[right] - base + turned < best:
            best, place, turn = row[tail] + from_head[right] - base + turned, index, True
        left = right
    if place < 0:
        return False
    way[:] = rest[:place] + (piece[::-1] if turn else piece) + rest[place:]
    return True


def drop_idle(problem: Problem, tour: Sequence[int]) -> Tour:
    """``tour`` without the stops whose walk and time are worth more than what only they give."""
    way = [START, *tour, problem.end]
    while len(way) > 2:
        best, second = _two_best(problem, way[1:-1])
        loss = [0.0] * len(problem.travel)
        for item, (doubt, site) in enumerate(best):
            if site >= 0:
                loss[site] += second[item] - doubt
        gain, index = max(
            (_saving(problem, way, position) - loss[way[position]], -position)
            for position in range(1, len(way) - 1)
        )
        if gain <= _EPSILON:
            break
        del way[-index]
    return tuple(way[1:-1])


def _saving(problem: Problem, way: Sequence[int], position: int) -> float:
    before, site, after = way[position - 1], way[position], way[position + 1]
    travel = problem.travel
    return travel[before][site] + travel[site][after] - travel[before][after] + problem.stop[site]


def _two_best(problem: Problem, tour: Sequence[int]) -> tuple[list[tuple[float, int]], list[float]]:
    """For each item its surest (doubt, site) on ``tour`` and the doubt at the next best site."""
    best = [(math.inf, -1)] * problem.items
    second = [math.inf] * problem.items
    for site in tour:
        for item, doubt in problem.offers[site]:
            if doubt < best[item][0]:
                second[item] = best[item][0]
                best[item] = (doubt, site)
            elif doubt < second[item]:
                second[item] = doubt
    return best, second
