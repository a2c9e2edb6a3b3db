"""The interface says the same in both languages."""

import string
from pathlib import Path

from hqguide.tui.look import Look
from hqguide.tui.words import WORDS

SOURCES = sorted((Path(__file__).parents[2] / "hqguide" / "tui").rglob("*.py"))


def fields(text: str) -> set[str]:
    return {name.split(":")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_places_to_fill() -> None:
    for key, (english, chinese) in WORDS.items():
        assert english and chinese, key
        assert fields(chinese) <= fields(english), key
        assert fields(english) - fields(chinese) <= {"confidence"}, key


def test_every_word_is_said_somewhere() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name != "words.py")
    built = {key for key in WORDS if key.startswith(("state ", "confidence ", "trip ", "prompt ", "part "))}
    unsaid = [key for key in set(WORDS) - built if f'"{key}"' not in code and f"'{key}'" not in code]
    assert unsaid == []


def test_ascii_look_uses_no_other_characters() -> None:
    look = Look(ascii=True)
    glyphs = (
        look.more
        + look.dot
        + look.pointer
        + look.walk
        + "".join(map(look.box, ("bought", "not found", "wanted")))
    )
    assert glyphs.isascii()


def test_words_are_filled_in() -> None:
    assert Look().say("places", n=3) == "3 places"
    assert Look("zh").say("places", n=3) == "3 处"
