"""Readings of everyday Chinese words: who types ``jiankang`` means 健康, not 监控 misspelled.

The list is from jieba, cut down by ``tools/import_everyday_chinese.py`` to words that the pack does not use.
"""

from pathlib import Path

from hqguide.parts.wordlist import WordList

READINGS = WordList(Path(__file__).with_name("everyday_pinyin.txt"))
"""The joined, toneless pinyin of the words."""

_LEAST = 4


def is_everyday_reading(letters: str) -> bool:
    """Whether Latin letters run together read as an everyday word; a few letters may be anything."""
    return len(letters) >= _LEAST and READINGS.holds(letters)
