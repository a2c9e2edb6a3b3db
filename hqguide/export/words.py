"""The words of the page and the paper around a plan, in English and Chinese."""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def all_words() -> Mapping[str, Mapping[str, str]]:
    """The words by language, ``en`` and ``zh``, and key."""
    text = resources.files("hqguide.export").joinpath("templates", "words.json").read_text("utf-8")
    found: dict[str, dict[str, str]] = json.loads(text)
    return found


def words_in(language: str) -> Mapping[str, str]:
    """The words of ``language``; English for any that is not Chinese."""
    return all_words()["zh" if language == "zh" else "en"]
