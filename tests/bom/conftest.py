"""Bills read with the language of the shipped pack."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hqguide.bom.bill import read_bill
from hqguide.bom.model import Bom
from hqguide.parts.language import Language, load_language
from tests.bom.bom_samples import save

DATA = Path(__file__).resolve().parents[2] / "data"
Bill = Callable[..., Bom]


@pytest.fixture(scope="session")
def bom_language() -> Language:
    return load_language(DATA)


@pytest.fixture
def bill(tmp_path: Path, bom_language: Language) -> Bill:
    """Read a text (or bytes) as a bill."""

    def read(
        content: str | bytes,
        name: str = "bill.csv",
        encoding: str = "utf-8",
        boards: int = 1,
        spare: float = 0.0,
    ) -> Bom:
        if isinstance(content, bytes):
            path = tmp_path / name
            path.write_bytes(content)
        else:
            path = save(tmp_path, content, name, encoding)
        return read_bill(path, bom_language, boards, spare)

    return read
