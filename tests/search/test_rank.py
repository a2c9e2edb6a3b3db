"""Scores follow the evidence: words on the sign, age, confidence, floors before whole buildings."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from hqguide.guide import Guide
from hqguide.market.model import Building, Claim, Goods, Name, Stall, Status
from hqguide.parts.understand import Meaning
from hqguide.search.offers import Offer, Shelf, Spot
from hqguide.search.rank import Wanted, content_words, either, fits, nearer, relation, score, spread, together

HALL = Building("synthetic-hall", Name(en="Synthetic Hall"), "synthetic", Status("open"))


def claim(name: str, *goods: Goods) -> Claim:
    return Claim(name, "press", "high", "synthetic", goods=goods)


def offer(spot: Spot, goods: Sequence[Goods], worth: float) -> Offer:
    return Offer(spot, claim(spot.path, *goods), worth)


def shelf_of(*offers: Offer) -> Shelf:
    lines = tuple((one, goods) for one in offers for goods in one.claim.goods)
    shelf = Shelf(offers, lines, {}, {}, {}, {})
    for line in lines:
        for category in line[1].categories:
            shelf.by_category.setdefault(category, []).append(line)
    return shelf


def stall(name: str, floor: str = "1F") -> Spot:
    return Spot(f"synthetic-hall/{floor}/{name}", HALL, floor, Stall(name, "counter", ()))


FLOOR = Spot("synthetic-hall/1F", HALL, "1F")
WHOLE = Spot("synthetic-hall", HALL, None)
RELAY = Goods("继电器", "relays", ("switch.relay",))
SWITCHES = Goods("开关", "switches", ("switch",))


def wanted(category: str, term: str, zh: str = "") -> Wanted:
    meaning = Meaning(category, 1.0, "alias", term, zh)
    return Wanted((meaning,), (content_words(term),), zh, phrase=term)


def test_a_category_answers_itself_better_than_its_group_and_its_members(guide: Guide) -> None:
    language = guide.language
    itself = relation("switch.relay", "switch.relay", language)
    assert itself == 1.0
    assert itself > relation("switch", "switch.relay", language) > 0
    assert itself > relation("switch.relay", "switch", language) > 0
    assert relation("switch.relay", "ic", language) == 0.0


def test_the_words_on_the_sign_beat_the_same_category_without_them(guide: Guide) -> None:
    named = offer(stall("a"), [RELAY], 1.0)
    unnamed = offer(stall("b"), [Goods("开关类", "controls", ("switch.relay",))], 1.0)
    fit = fits(wanted("switch.relay", "relay", "继电器"), shelf_of(named, unnamed), guide.language)
    assert fit[named] == 1.0
    assert 0 < fit[unnamed] < 0.5


def test_words_on_a_sign_count_whatever_the_category(guide: Guide) -> None:
    sign = offer(stall("a"), [Goods("样品", "sample quantities", ("passive",))], 1.0)
    fit = fits(wanted("pcb.bom", "sample quantities"), shelf_of(sign), guide.language)
    assert fit[sign] > 0.8


def test_a_part_number_on_a_sign_is_a_perfect_fit(guide: Guide) -> None:
    one = offer(stall("a"), [RELAY], 1.0)
    shelf = shelf_of(one)
    shelf.by_part["HT48R05"] = [one]
    assert fits(Wanted((), (), "", "HT48R05A"), shelf, guide.language)[one] == 1.0


def test_a_stall_stands_for_itself_and_alone_does_not_make_a_floor_an_answer() -> None:
    one = offer(stall("a"), [RELAY], 0.8)
    assert [s.spot.path for s in score({one: 1.0})] == ["synthetic-hall/1F/a"]
    two = offer(stall("b"), [RELAY], 0.8)
    assert {s.spot.path for s in score({one: 1.0, two: 1.0})} >= {"synthetic-hall/1F"}


def test_a_floor_gains_from_its_stalls_and_a_whole_building_is_vaguer_than_a_floor() -> None:
    sign, building = offer(FLOOR, [RELAY], 0.8), offer(WHOLE, [RELAY], 0.8)
    shop = offer(stall("a"), [RELAY], 0.8)
    alone = next(s for s in score({sign: 1.0}) if s.spot.path == FLOOR.path)
    joined = next(s for s in score({sign: 1.0, shop: 1.0}) if s.spot.path == FLOOR.path)
    vague = next(s for s in score({building: 1.0}))
    assert joined.score > alone.score > vague.score


def test_a_closed_hall_has_no_points() -> None:
    gone = Building("synthetic-gone", Name(en="Gone"), "synthetic", Status("closed"))
    assert score({offer(Spot("synthetic-gone", gone, None), [RELAY], 1.0): 1.0})[0].score == 0.0


def test_stalls_beyond_the_third_of_a_floor_wait_for_other_floors() -> None:
    many = {offer(stall(str(n)), [RELAY], 0.9): 1.0 for n in range(6)}
    other = {offer(stall("other", "2F"), [RELAY], 0.1): 1.0}
    ranked = spread(score(many | other))
    paths = [s.spot.path for s in ranked]
    assert paths.index("synthetic-hall/2F/other") < paths.index("synthetic-hall/1F/5")
    assert len(paths) == len(set(paths)) == 8


def test_near_places_are_lifted_but_not_above_much_better_ones() -> None:
    far = Building("synthetic-far", Name(en="Far"), "synthetic", Status("open"))
    here, there = offer(WHOLE, [RELAY], 0.5), offer(Spot("synthetic-far", far, None), [RELAY], 0.52)
    metres = {"synthetic-hall": 10.0, "synthetic-far": 900.0}
    assert nearer(score({here: 1.0, there: 1.0}), metres)[0].spot is WHOLE
    strong = offer(Spot("synthetic-far", far, None), [RELAY], 0.9)
    assert nearer(score({here: 1.0, strong: 1.0}), metres)[0].spot is not WHOLE


@given(st.lists(st.floats(0, 1), max_size=8))
def test_independent_hints_add_up_to_no_more_than_certainty(parts: list[float]) -> None:
    assert max(parts, default=0.0) * 0.999 - 1e-12 <= either(parts) <= 1.0


def test_an_offer_that_answers_two_wishes_fits_better_than_either() -> None:
    one, two = offer(stall("a"), [RELAY], 1.0), offer(stall("b"), [SWITCHES], 1.0)
    fit = together([{one: 0.5}, {one: 0.5, two: 0.6}])
    assert fit[one] > fit[two]
