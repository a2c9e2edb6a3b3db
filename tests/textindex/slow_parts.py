"""The search of part numbers as one would write it first: every number looked at, one after the other."""

from collections.abc import Sequence

from hqguide.textindex.folding import CONFUSABLE, fold, fragments


def slow_search(numbers: Sequence[str], text: str, limit: int) -> list[tuple[int, float]]:
    """Rows with scores, best first."""
    keys = [fold(number) for number in numbers]
    rank = {row: at for at, row in enumerate(sorted(range(len(keys)), key=lambda row: keys[row].encode()))}
    typed, pieces = fold(text), fragments(text)
    size = len(typed.encode())
    found: dict[int, float] = {}

    def best(scores: dict[int, float]) -> dict[int, float]:
        chosen = sorted(scores.items(), key=lambda item: (-item[1], rank[item[0]]))[:limit]
        return dict(chosen)

    def share(row: int, letters: int) -> float:
        return 0.08 * min(1.0, letters / len(keys[row].encode()))

    if not typed or limit < 1:
        return []
    begun = {row: 0.90 + share(row, size) for row, key in enumerate(keys) if key.startswith(typed)}
    found = best({row: 1.0 if keys[row] == typed else score for row, score in begun.items()})
    if len(found) < limit:
        found = best({row: 0.76 + share(row, size) for row, key in enumerate(keys) if typed in key}) | found
    if len(found) < limit and len(pieces) > 1:
        letters = len("".join(pieces).encode())
        holding = [row for row, key in enumerate(keys) if all(piece in key for piece in pieces)]
        found = best({row: 0.70 + share(row, letters) for row in holding}) | found
    if len(found) < limit and typed.isascii() and len(typed) >= (6 if found else 4):
        near = {row: score for row, key in enumerate(keys) if (score := mistyped(typed, key, 1))}
        if len(typed) >= 9 and len(near) < limit:
            near = {row: score for row, key in enumerate(keys) if (score := mistyped(typed, key, 2))}
        found = best(near) | found
    return sorted(found.items(), key=lambda item: (-item[1], rank[item[0]]))[:limit]


def mistyped(typed: str, key: str, edits: int) -> float | None:
    """The score of a number a few slips away, ``None`` when it is further."""
    size = len(typed)
    whole = distance(typed, key)
    ends = min(distance(typed, key[:end]) for end in (size - 1, size, size + 1))
    slips = min(whole, ends)
    if slips > edits:
        return None
    full = len(key) >= size
    alike = full and look(key[:size]) == look(typed)
    swapped = slips > 0 and full and sorted(key[:size]) == sorted(typed)
    cost = min(slips, 0.3) if alike else slips - 0.3 * swapped
    score = 0.88 - 0.10 * cost - 0.04 * (ends < min(whole, edits + 1)) - 0.02 * (key[:1] != typed[:1])
    return score - min(0.03, 0.004 * abs(len(key) - size))


def look(text: str) -> bytes:
    """``text`` with digits for the letters that look like them."""
    return text.encode().translate(CONFUSABLE)


def distance(one: str, other: str) -> int:
    """Fewest letters to change, leave out, add or swap with their neighbour, none twice."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            least = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, rows[-2][j - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]
