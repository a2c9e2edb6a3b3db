"""Kits: lists to start from, each line with who says so."""

import pytest

from hqguide.errors import GuideError
from hqguide.market.kits import kit_called, load_kits
from hqguide.market.pack import default_folder

KITS = load_kits(default_folder())


def test_the_phone_kit_names_the_parts_of_a_phone() -> None:
    kit = kit_called(KITS, "phone")
    texts = {line.text for line in kit.lines}
    assert {"phone screen", "phone battery", "phone camera module", "phone logic board"} <= texts
    assert "two months" in kit.about


@pytest.mark.parametrize("name", ["phone", " PHONE ", "a phone from parts", "用零件装手机"])
def test_a_kit_is_found_by_its_id_and_its_names(name: str) -> None:
    assert kit_called(KITS, name).id == "phone"


def test_an_unknown_kit_names_those_there_are() -> None:
    with pytest.raises(GuideError) as error:
        kit_called(KITS, "spaceship")
    assert "phone" in error.value.hint
    with pytest.raises(GuideError, match="no kit called"):
        kit_called((), "phone")
