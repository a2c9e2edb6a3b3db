"""Take out the stops of a batch that cost more than they give."""

import numpy as np

from hqguide.route.solver.batch import Batch, last_slots, next_slots
from hqguide.route.solver.model import Floats, Ints

_LEAST = 1e-4


def trim(batch: Batch) -> None:
    """Take out, in place, stops whose detour and time are worth more than what only they give."""
    price = batch.prices()
    rows = np.arange(batch.size)
    while True:
        loss = losses(batch.rows(rows), price[rows])
        place = loss.argmin(axis=1)
        idle = loss[np.arange(len(rows)), place] < -_LEAST
        rows, place = rows[idle], place[idle]
        if not len(rows):
            return
        lost = price[rows, place]
        at = np.arange(batch.way.shape[1])
        after = np.minimum(at + (at >= place[:, None]), at[-1])
        batch.way[rows] = np.take_along_axis(batch.way[rows], after, axis=1)
        batch.count[rows] -= 1
        price[rows] = price[rows[:, None], after]
        price[rows, -1] = np.inf
        _reprice(batch, price, rows, lost)


def _reprice(batch: Batch, price: Floats, rows: Ints, lost: Floats) -> None:
    """Find the cheapest sellers anew where one of them was taken out of ``rows`` with its prices."""
    levels = len(batch.best)
    where, items = np.nonzero(np.isfinite(lost) & (lost <= batch.best[-1, rows]))
    column = price[rows[where], :, items]
    cheapest = np.sort(np.partition(column, levels - 1, axis=1)[:, :levels], axis=1)
    batch.best[:, rows[where], items] = np.minimum(cheapest, batch.model.share[items, None]).T


def losses(batch: Batch, price: Floats) -> Floats:
    """By way and position what taking the stop out costs; ``inf`` where nothing may be taken out."""
    last, after = last_slots(batch.model, batch.best), next_slots(batch.model, batch.best)
    lost = np.where(price <= last[:, None, :], after[:, None, :] - price, 0)
    return np.asarray(lost.sum(axis=2) - savings(batch))


def savings(batch: Batch) -> Floats:
    """By way and position the time of the stop and its detour; ``-inf`` where nothing may be taken out."""
    model, way = batch.model, batch.way
    legs = batch.legs()
    saving = model.stop[way]
    saving[:, 1:-1] += legs[:, :-1] + legs[:, 1:]
    saving[:, 1:-1] -= model.travel.ravel().take(way[:, :-2] * len(model.nodes) + way[:, 2:])
    place = np.arange(way.shape[1])
    saving[(place <= len(model.first)) | (place > batch.count[:, None] - len(model.last))] = -np.inf
    return np.asarray(saving)
