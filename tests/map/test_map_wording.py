import re

from hqguide.map.wording import CHINESE, DIRECTIONS, ENGLISH, say


def test_every_phrase_is_there_in_both_languages_with_the_same_values() -> None:
    assert set(CHINESE) - set(DIRECTIONS) == set(ENGLISH)
    for key, words in ENGLISH.items():
        assert set(re.findall(r"{(\w+)}", words)) == set(re.findall(r"{(\w+)}", CHINESE[key])), key


def test_directions_are_their_own_english_words() -> None:
    assert say("north", "en") == say("north", "both") == "north"
    assert say("south-west", "zh") == "西南"
