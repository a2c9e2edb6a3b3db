"""Load a data pack from a folder of JSON files into one immutable :class:`Market`.

Files are decoded strictly: an unknown field, a wrong type or a missing file is a
:class:`~hqguide.errors.GuideError` that names the file and the place in it.
"""

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TypeVar

import msgspec

from hqguide.errors import GuideError
from hqguide.market.model import Building, Claim, Record, Source, Stall
from hqguide.packfile import decode

FORMAT = 1

T = TypeVar("T")


class Manifest(Record, frozen=True):
    """``pack.json``: which format the pack has, its name and the day its facts were last reviewed."""

    format: int
    name: str
    version: str
    as_of: str


class Market(msgspec.Struct, frozen=True, dict=True, eq=False):
    """The loaded pack: its manifest, buildings in file order, stalls, sources."""

    folder: Path
    manifest: Manifest
    buildings: tuple[Building, ...]
    stalls: tuple[Stall, ...]
    sources: Mapping[str, Source]

    @cached_property
    def by_id(self) -> Mapping[str, Building]:
        """Buildings by id."""
        return {building.id: building for building in self.buildings}

    @cached_property
    def stalls_by_building(self) -> Mapping[str | None, tuple[Stall, ...]]:
        """Stalls by building id; those of no known building under ``None``."""
        groups: dict[str | None, list[Stall]] = {}
        for stall in self.stalls:
            groups.setdefault(stall.building, []).append(stall)
        return {key: tuple(group) for key, group in groups.items()}

    def claims(self) -> Iterator[Claim]:
        """Every claim: of buildings, of their floors, of stalls."""
        for building in self.buildings:
            yield from building.claims
            for floor in building.floors:
                yield from floor.claims
        for stall in self.stalls:
            yield from stall.claims


def default_folder() -> Path:
    """The pack to read: ``HQGUIDE_DATA``, else the one in the wheel, else the checkout's ``data/``."""
    override = os.environ.get("HQGUIDE_DATA")
    if override:
        return Path(override)
    inside = Path(str(resources.files("hqguide"))) / "data"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "data"


def read_file(folder: Path, name: str, kind: type[T]) -> T:
    """Decode ``folder/name`` as ``kind``; a :class:`GuideError` names the file and what is wrong in it."""
    return decode(folder / name, kind)


def load_market(folder: Path | None = None) -> Market:
    """Read the pack in ``folder`` (default :func:`default_folder`).

    Raises :class:`GuideError` for a missing, broken or newer pack.
    """
    folder = folder or default_folder()
    manifest = read_file(folder, "pack.json", Manifest)
    if manifest.format != FORMAT:
        raise GuideError(
            f"data format {manifest.format}, this hqguide reads format {FORMAT}",
            where=str(folder / "pack.json"),
            hint="Update hqguide or use an older pack.",
        )
    return Market(
        folder=folder,
        manifest=manifest,
        buildings=read_file(folder, "buildings.json", tuple[Building, ...]),
        stalls=read_file(folder, "stalls.json", tuple[Stall, ...]),
        sources=read_file(folder, "sources.json", dict[str, Source]),
    )
