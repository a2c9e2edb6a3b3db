"""A made-up market as a data pack on disk: its stalls are synthetic, its words those of the shipped pack."""

import shutil
from pathlib import Path

import msgspec

from bench.synthetic_market import synthetic_market
from hqguide.market.pack import default_folder
from hqguide.parts.language import load_language


def write_pack(folder: Path, stalls: int) -> None:
    """Write a pack of ``stalls`` synthetic stalls into ``folder``, which must not be there yet."""
    shutil.copytree(default_folder(), folder, ignore=shutil.ignore_patterns("directory"))
    market = synthetic_market(stalls, load_language(folder))
    for name, value in (
        ("pack.json", market.manifest),
        ("buildings.json", market.buildings),
        ("stalls.json", market.stalls),
        ("sources.json", market.sources),
    ):
        (folder / name).write_bytes(msgspec.json.encode(value))
