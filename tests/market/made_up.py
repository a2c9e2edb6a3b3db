"""The synthetic pack of the keeper's tests, and changes that break it; no real place is in it."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Pack = dict[str, Any]
Break = tuple[str, Callable[[Pack], None], str, str]
SOURCE = "synthetic-source"


def claim(key: str, **more: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "id": key,
        "method": "field survey",
        "confidence": "high",
        "source": SOURCE,
        "goods": [{"zh": "电阻", "en": "resistors", "categories": ["passive"]}],
        "as_of": "2024-05-01",
    }
    return {**base, **more}


def synthetic_pack() -> Pack:
    """Two joined halls, three stalls and one of everything else."""
    text = Path(__file__).with_name("synthetic_pack.json").read_text(encoding="utf-8")
    pack: Pack = json.loads(text)
    return pack


def write_pack(folder: Path, pack: Pack) -> Path:
    for name, content in pack.items():
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return folder


def put(value: Any, *path: str | int) -> Callable[[Pack], None]:
    """A change that sets ``value`` at ``path``; a last step of ``+`` appends to the list there."""

    def change(pack: Pack) -> None:
        target: Any = pack
        for step in path[:-1]:
            target = target[step]
        if path[-1] == "+":
            target.append(copy.deepcopy(value))
        else:
            target[path[-1]] = value

    return change


HALL = ("buildings", 0)
STALL = ("stalls", 0)
CLAIM = ("stalls", 0, "claims", 0)
PLAN = ("floorplans", 0)
GOODS = {"zh": "电阻", "en": "resistors", "categories": ["passive"]}
SYNTHETIC = synthetic_pack()
