"""JSON Schema of every file of the market room, made from the structs that read it."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from hqguide.market.district import Station, StreetFile
from hqguide.market.fieldnotes import Advice, Event, Phrase, PriceIndex, PricePoint
from hqguide.market.floorplan import FloorPlan
from hqguide.market.floorways import FloorWays
from hqguide.market.hours import Calendar
from hqguide.market.kits import Kit
from hqguide.market.model import Building, Source, Stall
from hqguide.market.pack import Manifest

FILES: Mapping[str, Any] = MappingProxyType(
    {
        "advice": tuple[Advice, ...],
        "buildings": tuple[Building, ...],
        "floorplans": tuple[FloorPlan, ...],
        "floorways": tuple[FloorWays, ...],
        "holidays": Calendar,
        "kits": tuple[Kit, ...],
        "metro": tuple[Station, ...],
        "pack": Manifest,
        "phrases": tuple[Phrase, ...],
        "price_index": PriceIndex,
        "prices": tuple[PricePoint, ...],
        "sources": dict[str, Source],
        "stalls": tuple[Stall, ...],
        "streets": StreetFile,
        "timeline": tuple[Event, ...],
    }
)


def schemas() -> dict[str, bytes]:
    """JSON Schema 2020-12 by file name (``stalls.schema.json``), as the bytes to publish."""
    return {f"{name}.schema.json": schema_of(name, kind) for name, kind in FILES.items()}


def schema_of(name: str, kind: Any) -> bytes:
    """JSON Schema 2020-12 of the file ``name`` that is read as ``kind``, as the bytes to publish."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{name}.json"}
    body = msgspec.json.encode({**head, **msgspec.json.schema(kind)})
    return msgspec.json.format(body, indent=1) + b"\n"


def write_schemas(folder: Path) -> int:
    """Write every schema into ``folder``, made if need be; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    found = schemas()
    for name, content in found.items():
        (folder / name).write_bytes(content)
    return len(found)
