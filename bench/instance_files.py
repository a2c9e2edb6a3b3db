"""Read published routing instances as errands: purchaser, clustered, orienteering, and time window files.

The kind is told from the text of a file, not from its name. Known best values are looked for in files
beside the instances whose name has "known" in it. No instance is shipped.
"""

import csv
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hqguide.errors import GuideError
from hqguide.route.solver.task import Found, Task

Matrix = NDArray[np.float64]
# A prize unit in an orienteering file outweighs any walk saved.
PRIZE = 1_000.0
_VALUE_COLUMNS = (
    "opt_revisits_allowed_metric_closure(CP-SAT)",
    "best_known",
    "literature_value_recalled",
    "known",
    "cost",
    "value",
)


@dataclass(frozen=True)
class Instance:
    """A file read: the errands that together stand for it, and what a found tour is worth in its terms.

    ``most`` says that larger values are better. The best over ``tasks`` counts.
    """

    kind: str
    tasks: tuple[Task, ...]
    value: Callable[[Task, Found], float | None]
    most: bool = False


def read_instance(path: Path) -> Instance:
    """The instance of a file; :class:`GuideError` when it is none that is known, or is broken."""
    text = path.read_text(encoding="utf-8", errors="replace")
    for tells, reader in _READERS:
        if re.search(tells, text):
            try:
                return reader(text)
            except (ValueError, KeyError, IndexError) as error:
                raise GuideError(f"This file cannot be read: {error}", where=str(path)) from error
    raise GuideError(
        "This is no instance of a known kind.", where=str(path), hint="TPPLIB, GTSPLIB, OP, TSPTW."
    )


def _cost(task: Task, found: Found) -> float | None:
    return None if found.missed else found.cost


def _tpplib(text: str) -> Instance:
    """A TPPLIB file. Its distances are cut off to whole numbers, and market 1 is the depot."""
    sections = _sections(text)
    travel = _distances(sections, np.floor)
    wanted = {int(row[0]): int(row[1]) for row in sections["DEMAND_SECTION"][1:]}
    offers: dict[int, list[tuple[int, float]]] = {item: [] for item in wanted}
    for market, _, *rest in sections["OFFER_SECTION"]:
        for item, price, stock in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            if int(stock) < wanted[int(item)]:
                raise ValueError("markets with less in stock than is wanted are not supported")
            offers[int(item)].append((int(market) - 1, float(price) * wanted[int(item)]))
    task = _round_trip(travel, 0, [offers[item] for item in sorted(offers)])
    return Instance("purchaser", (task,), _cost)


def _gtsplib(text: str) -> Instance:
    """A GTSPLIB file: exactly one node of each cluster. One errand for each node of the smallest cluster.

    Rounded distances do not keep the triangle inequality; a toll on every stop keeps a second node of a
    cluster from being visited for a shorter way.
    """
    sections = _sections(text)
    travel = _distances(sections, lambda metres: np.floor(metres + 0.5))
    numbers = [int(number) for row in sections["GTSP_SET_SECTION"] for number in row]
    clusters: list[list[int]] = [[]]
    for number in numbers:
        if number == -1:
            clusters.append([])
        else:
            clusters[-1].append(number - 1)
    clusters = sorted((cluster[1:] for cluster in clusters if cluster), key=len)
    toll = float(travel.max())
    rows = [[(node, 0.0) for node in cluster] for cluster in clusters[1:]]
    tasks = tuple(_round_trip(travel, node, rows, toll) for node in clusters[0])

    def value(task: Task, found: Found) -> float | None:
        return None if found.missed else found.cost - toll * len(found.tour)

    return Instance("clusters", tasks, value)


def _minizinc(text: str) -> Instance:
    """MiniZinc: one-way roads, -1 for none; towns may be passed twice. The last is the depot."""
    travel = _dzn_table(text, "dist")
    travel[travel < 0] = np.inf
    for middle in range(len(travel)):
        np.minimum(travel, travel[:, middle, None] + travel[middle], out=travel)
    price = _dzn_table(text, "price")
    rows = [[(town, float(cost)) for town, cost in enumerate(column)] for column in price.T]
    return Instance("one-way purchaser", (_round_trip(travel, len(travel) - 1, rows),), _cost)


def _dzn_table(text: str, name: str) -> Matrix:
    found = re.search(rf"\b{name}\s*=\s*\[\|(.*?)\|\s*\]", text, re.DOTALL)
    if found is None:
        raise ValueError(f"it has no table {name}")
    rows = (row for row in found[1].split("|") if row.strip())
    return np.array([[float(cell) for cell in row.split(",") if cell.strip()] for row in rows])


def _orienteering(text: str) -> Instance:
    """Time limit, then x, y and prize of every point; the first is the start and the second the end."""
    lines = [line.split() for line in text.splitlines() if line.strip()]
    limit, points = float(lines[0][0]), np.array([[float(cell) for cell in line[:3]] for line in lines[1:]])
    travel = _metres(points[:, :2])
    prizes = [(number, float(prize)) for number, prize in enumerate(points[:, 2]) if prize > 0]
    task = Task(
        travel=travel,
        start=0,
        end=1,
        stop=(0.0,) * len(points),
        offers=tuple(((number, 0.0),) for number, _ in prizes),
        penalty=tuple(PRIZE * prize for _, prize in prizes),
        latest=limit + 1e-9,
    )

    def value(_: Task, found: Found) -> float:
        return sum(prize for (_, prize), at in zip(prizes, found.sellers, strict=True) if at)

    return Instance("orienteering", (task,), value, most=True)


def _time_windows(text: str) -> Instance:
    """Number of points, a matrix of times with service in it, and a window for each; point 0 is the depot."""
    cells = [
        float(cell)
        for line in text.splitlines()
        if not line.lstrip().startswith("#")
        for cell in line.split()
    ]
    size = int(cells[0])
    if len(cells) < 1 + size * size + 2 * size:
        raise ValueError(f"it should have {1 + size * size + 2 * size} numbers and has {len(cells)}")
    travel = np.array(cells[1 : 1 + size * size]).reshape(size, size)
    return _windowed(travel, np.array(cells[1 + size * size :][: 2 * size]).reshape(size, 2))


def _time_windows_by_place(text: str) -> Instance:
    """Number, x, y, demand, ready, due, service of every customer; distances are cut off to whole numbers."""
    rows = []
    for line in text.splitlines():
        cells = line.split()
        if len(cells) == 7 and re.fullmatch(r"\d+", cells[0]) and cells[0] != "999":
            rows.append([float(cell) for cell in cells])
    table = np.array(rows)
    travel = np.floor(_metres(table[:, 1:3])) + table[:, 6, None]
    np.fill_diagonal(travel, 0.0)
    return _windowed(travel, table[:, 4:6])


def _windowed(travel: Matrix, windows: Matrix) -> Instance:
    task = Task(
        travel=travel,
        start=0,
        end=0,
        stop=(0.0,) * len(travel),
        offers=tuple(((point, 0.0),) for point in range(1, len(travel))),
        windows=tuple(((float(opens), float(closes)),) for opens, closes in windows),
        waiting=0.0,
    )
    return Instance("time windows", (task,), _cost)


def _round_trip(
    travel: Matrix, depot: int, rows: Sequence[Sequence[tuple[int, float]]], toll: float = 0.0
) -> Task:
    return Task(
        travel=travel,
        start=depot,
        end=depot,
        stop=(toll,) * len(travel),
        offers=tuple(tuple(row) for row in rows),
    )


def _sections(text: str) -> dict[str, list[list[str]]]:
    """The lines of each section of a TSPLIB-like file, split into words; the head is one-word sections."""
    found: dict[str, list[list[str]]] = {}
    rows: list[list[str]] = []
    for line in text.splitlines():
        words = line.replace(":", " ").split()
        if not words or words[0] == "EOF":
            continue
        if words[0].endswith("_SECTION"):
            rows = found.setdefault(words[0], [])
            words = words[1:]
        elif re.match(r"[A-Z]", words[0]):
            found[words[0]] = [words[1:]]
            continue
        if words:
            rows.append(words)
    return found


def _distances(sections: dict[str, list[list[str]]], whole: Callable[[Matrix], Matrix]) -> Matrix:
    kind = sections["EDGE_WEIGHT_TYPE"][0][0]
    if kind == "EXPLICIT":
        return _explicit(sections)
    points = np.array([[float(cell) for cell in row[1:3]] for row in sections["NODE_COORD_SECTION"]])
    if kind == "EUC_2D":
        return np.asarray(whole(_metres(points) + 1e-9))
    if kind == "CEIL_2D":
        return np.ceil(_metres(points) - 1e-9)
    if kind == "ATT":
        return np.ceil(_metres(points) / math.sqrt(10.0) - 1e-9)
    if kind == "GEO":
        return _geographic(points)
    raise ValueError(f"distances of type {kind} are not supported")


def _explicit(sections: dict[str, list[list[str]]]) -> Matrix:
    size = int(sections["DIMENSION"][0][0])
    shape = sections["EDGE_WEIGHT_FORMAT"][0][0]
    cells = np.array([float(cell) for row in sections["EDGE_WEIGHT_SECTION"] for cell in row])
    if shape == "FULL_MATRIX":
        return cells.reshape(size, size)
    triangles = {
        "UPPER_ROW": np.triu_indices(size, 1),
        "UPPER_DIAG_ROW": np.triu_indices(size),
        "LOWER_ROW": np.tril_indices(size, -1),
        "LOWER_DIAG_ROW": np.tril_indices(size),
    }
    travel = np.zeros((size, size))
    travel[triangles[shape]] = cells
    return np.maximum(travel, travel.T)


def _geographic(points: Matrix) -> Matrix:
    """Distances on the globe as TSPLIB defines them: degrees and minutes, its own radius and pi."""
    degrees = np.trunc(points)
    angle = 3.141592 * (degrees + 5.0 * (points - degrees) / 3.0) / 180.0
    latitude, longitude = angle[:, 0], angle[:, 1]
    q1 = np.cos(longitude[:, None] - longitude)
    q2, q3 = np.cos(latitude[:, None] - latitude), np.cos(latitude[:, None] + latitude)
    travel: Matrix = np.floor(
        6378.388 * np.arccos(np.clip(0.5 * ((1 + q1) * q2 - (1 - q1) * q3), -1, 1)) + 1.0
    )
    np.fill_diagonal(travel, 0.0)
    return travel


def _metres(points: Matrix) -> Matrix:
    return np.asarray(np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2)))


_READERS: tuple[tuple[str, Callable[[str], Instance]], ...] = (
    (r"OFFER_SECTION", _tpplib),
    (r"GTSP_SET_SECTION", _gtsplib),
    (r"\bnumproducts\b", _minizinc),
    (r"(?m)^\s*CUST\s*NO", _time_windows_by_place),
    (r"\A\s*[\d.]+\s+\d+\s*\n\s*[-\d.]+\s+[-\d.]+\s+[-\d.]+\s*\n", _orienteering),
    (r"\A\s*\d+\s*\n", _time_windows),
)


def known_values(path: Path) -> Iterator[tuple[str, float]]:
    """Names of instances and their best known values, from the files beside ``path`` and above it."""
    for folder in list(path.parents)[:3]:
        for file in sorted(folder.glob("*known*")):
            if file.suffix == ".csv":
                yield from _known_table(file)
            elif file.suffix == ".txt" and file.stem.endswith(path.parent.name):
                yield from _known_list(file)


def _known_table(file: Path) -> Iterator[tuple[str, float]]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            column = next((name for name in _VALUE_COLUMNS if row.get(name)), None)
            if column and row.get("instance"):
                yield row["instance"], float(row[column])


def _known_list(file: Path) -> Iterator[tuple[str, float]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if len(words) > 1 and not line.startswith("#"):
            yield words[0], float(words[1])


def known_value(path: Path) -> float | None:
    """The best known value of the instance at ``path``; ``None`` when no file beside it has one."""
    for name, value in known_values(path):
        same = name in (path.name, path.stem) or path.as_posix().endswith(f"/{name}")
        if same or (Path(name).stem == path.stem and path.suffix in (".tpp", ".gtsp")):
            return value
    return None
