"""Coverage counts, against a small synthetic market and a slow count over the shipped one."""

from pathlib import Path

import msgspec

from hqguide.market.model import Building, Claim, Floor, Goods, Name, Stall, Status
from hqguide.market.pack import Manifest, Market, load_market
from hqguide.market.stats import UNDATED, stats


def claim(key: str, category: str = "passive", **more: object) -> Claim:
    base = Claim(
        id=key,
        method="field survey",
        confidence="high",
        source="synthetic",
        goods=(Goods(en="x", categories=(category,)),),
        as_of="2013",
    )
    return msgspec.structs.replace(base, **more)


def hall(key: str, state: str = "open", *claims: Claim) -> Building:
    return Building(
        id=key,
        name=Name(en=key),
        kind="electronics market",
        status=msgspec.convert({"state": state}, Status),
        floors=(Floor(level=1, label="1F", claims=claims), Floor(level=2, label="2F")),
    )


def market() -> Market:
    return Market(
        folder=Path(),
        manifest=Manifest(format=1, name="Synthetic", version="1", as_of="2026-01-01"),
        buildings=(
            hall("synthetic-hall", "open", claim("a"), claim("b", "ic.mcu", superseded_by="a", as_of=None)),
            hall("synthetic-ruin", "closed", claim("c", "opto.led")),
        ),
        stalls=(
            Stall(
                id="s",
                kind="counter",
                building="synthetic-hall",
                level=2,
                counter="2A001",
                claims=(claim("d", as_of="2024-03"),),
            ),
            Stall(id="t", kind="area", claims=(claim("e", "tool.solder", method="press"),)),
        ),
        sources={},
    )


KNOWN = ("battery", "ic", "ic.mcu", "opto.led", "passive", "tool", "tool.solder")


def test_buildings_count_their_claims_stalls_and_floors() -> None:
    found = stats(market(), KNOWN)
    one = found.buildings[0]
    assert (one.claims, one.stalls, one.numbered, one.floors, one.floors_known) == (3, 1, 1, 2, 2)
    assert one.newest == "2024-03"
    ruin = found.buildings[1]
    assert (ruin.claims, ruin.floors_known, ruin.newest) == (1, 1, "2013")


def test_floors_count_their_own_claims_and_those_of_their_stalls() -> None:
    floors = {(floor.building, floor.floor): floor for floor in stats(market(), KNOWN).floors}
    assert floors["synthetic-hall", "1F"].claims == 2
    assert floors["synthetic-hall", "2F"].stalls == 1
    assert floors["synthetic-ruin", "2F"].newest is None


def test_categories_count_only_what_still_stands() -> None:
    found = {category.id: category for category in stats(market(), KNOWN).categories}
    assert (found["passive"].buildings, found["passive"].claims, found["passive"].newest) == (1, 2, "2024-03")
    assert (found["tool.solder"].buildings, found["tool.solder"].claims) == (0, 1)
    assert found["ic.mcu"].claims == found["opto.led"].claims == 0


def test_years_methods_and_confidences_add_up_to_all_claims() -> None:
    found = stats(market(), KNOWN)
    assert found.years == {"2013": 3, "2024": 1, UNDATED: 1}
    assert found.methods == {"field survey": 4, "press": 1}
    assert found.claims == sum(found.confidences.values()) == 5
    assert (found.superseded, found.stalls, found.numbered) == (1, 2, 1)


def test_categories_without_a_living_place_are_named() -> None:
    found = stats(market(), KNOWN)
    assert found.nowhere == ("battery",)
    assert found.only_old == ("ic", "ic.mcu", "opto.led")


def test_the_shipped_pack_adds_up() -> None:
    shipped = load_market()
    found = stats(shipped, ())
    assert found.claims == len(list(shipped.claims())) == sum(found.years.values())
    in_buildings = sum(one.claims for one in found.buildings)
    elsewhere = sum(len(stall.claims) for stall in shipped.stalls if stall.building is None)
    assert in_buildings + elsewhere == found.claims


def test_the_page_on_data_tells_the_true_counts() -> None:
    shipped = load_market()
    categories = msgspec.json.decode((shipped.folder / "categories.json").read_bytes())
    found = stats(shipped, [category["id"] for category in categories])
    page = (Path(__file__).resolve().parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
    fresh = sum(count for year, count in found.years.items() if year != UNDATED and int(year) >= 2023)
    assert f"{found.claims} claims, {found.years['2013']} of them from 2013" in page
    assert f"{fresh} are from 2023 or later" in page
    assert f"{len(found.buildings)} buildings" in page
    assert f"{len(found.nowhere)} categories have no place on record" in page
