"""Slips of the keyboard, drawn at random: a letter wrong, left out, added, or two swapped."""

import random

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LETTERS_AND_DIGITS = LETTERS + "0123456789"


def slip(text: str, count: int, draw: random.Random, letters: str = LETTERS) -> str:
    """``text`` with ``count`` slips at places apart, never in its first letter."""
    places = draw.sample(range(1, len(text)), min(count, len(text) - 1))
    for place in sorted(places, reverse=True):
        before, letter, after = text[:place], text[place], text[place + 1 :]
        kind = draw.choice(("wrong", "missing", "added", "swapped"))
        if kind == "swapped" and after and after[0] != letter:
            text = before + after[0] + letter + after[1:]
        elif kind == "missing":
            text = before + after
        elif kind == "added":
            text = before + draw.choice(letters) + letter + after
        else:
            text = before + draw.choice(letters.replace(letter, "")) + after
    return text
