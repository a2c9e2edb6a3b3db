"""Made-up part numbers in the shapes makers use, and questions for them. Seeded; no number need exist."""

import random
import re
from collections.abc import Callable, Iterator, Sequence

from bench.synthetic_judging import Neighbours
from bench.synthetic_slips import LETTERS_AND_DIGITS, slip
from hqguide.textindex.folding import fold

# In a shape, [abc|de] is one of the choices, # a digit, @ a letter, ~ a three-figure value code.
SHAPES = (
    "GRM[033|155|188|21B|219|31C|32E][R71|R61|C80|5C1][0J|1A|1C|1E|1H|2A]~[K|M|J][A|E|G]##[D|J|L]",
    "CL[03|05|10|21|31|32][A|B|C|F]~[K|M|J|Z][O|Q|P|A|B|L][8|5]N[N|Q][N|B][C|E|G]",
    "CC[0201|0402|0603|0805|1206][K|M|J][R|P][X7R|X5R|NP0]#BB~",
    "C[1005|1608|2012|3216][X7R|X5R|C0G][0J|1A|1C|1E|1H]~[K|M|J][080|125|160]A[A|B|C]",
    "RC[0201|0402|0603|0805|1206|2512][F|J]R-[07|10|13]#[R|K|M]##L",
    "RC[0402|0603|0805|1206][F|J]R-[07|10|13]###[R|K]L",
    "[0402|0603|0805|1206]W[GF|8F|GJ|MF]###[0|1|2|3|J|K|L]T5E",
    "ERJ-[2RKF|3EKF|6ENF|8ENF|2GEJ]###[0|1|2|3|R][V|X]",
    "CRCW[0402|0603|0805|1206]#[R|K]##[FKED|JNEA|FKEA|FKTA]",
    "EEE-[FK|FT|FC|1C|HA][0|1|V][A|C|E|H|J]###[U|P|R]",
    "T[491|495|520][A|B|C|D]~[K|M]0[04|06|10|16|25]AT",
    "[SWPA|SLF|NR|CDRH|VLS][252010|3015|4018|4030|5040|6045][S|T|F]~[M|N]T",
    "STM32[F0|F1|F2|F3|F4|G0|G4|H7|L0|L1|L4|U5|WB]##[C|R|V|Z|K|G][4|6|8|B|C|E|G|I][T|U|H|Y][6|7][|TR|J]",
    "[GD32|APM32|AT32|CH32|HK32|MM32|N32|PY32][F103|F303|E230|V203|G030|L010][C|R|V|K|G][4|6|8|B|C]T#",
    "[TPS|LM|LP|TLV|OPA|INA|ADS|DRV|BQ|CSD|ISO|UCC|REF]#####[|A|B|-Q1][DR|DBVR|DGKR|RGER|PWR|DCKR|RTER]",
    "[SN74|CD74|74|MC74][HC|HCT|LVC|AHC|LS|AUP][|1G|2G]###[|A]#[D|DR|PW|PWR|N|DBVR]",
    "[MAX|LTC|LT|AD|ADM|ADP|ADUM|DS]####[|A|B|C][EUA|ESA|ARZ|BRZ|ACPZ|CPZ|IS8|ETB][+|+T|-REEL7|-RL7|#PBF]",
    "[AMS1117|LD1117|XC6206|ME6211|RT9013|HT7333|AP2112|TLV1117]-#.#[|TRG1|V|MR|-T][|A|B]#",
    "[1N|BAT|BAV|SS|SK|MBR|US|ES|RS|MUR]####[|W|WS|A|S|L][|-7-F|T1G|-TP]",
    "[SMBJ|SMAJ|SMCJ|P6KE|ESD|PESD][3.3|5.0|6.5|12|15|24|33|58][A|CA][|-TR|-13-F|F]#",
    "[IRF|IRLZ|IRLML|AO|AON|SI|BSS|FDS|NTD|MMBT|DMN|STP|IPB]#####[|A|N|PBF|TRPBF|LT1G|-7]",
    "[B|S|SM|BM]##B-[XH|PH|SRSS|GHS|ZR|EH|VH][-A|-K|-S|-TB|-SM4-TB][|(LF)(SN)]#",
    "[05|04|50|53|43|87|47|22]####-####",
    "[W25Q|GD25Q|MX25L|EN25Q|P25Q][16|32|64|128|256|512][J|F|E|D|C][V|W|S][SS|SN|ZP|ST|UX]I[Q|G|M][|TR]",
    "[XC7A|XC7K|XC6SLX|EP4CE|10M|LCMXO2-|GW1N-]##[|T]-[1|2|3][FTG256|CSG324|FGG484|QNG88][C|I|C8N]",
    "[nRF51|nRF52|nRF53|CC26|CC13|EFR32]###-[QFAA|CIAA|QIAA|RGZR|IM32][-R|-R7||-T]",
    "[WS28|SK68|XL-|KT-|LTST-C]###[B|-MINI|UBC|UGC|KGKT][-E|-V5|-YR1S2/3T||-B]",
    "@@####[|A|B|-#][@@|@@@@|-@@#]",
)
PACKINGS = ("-TR", "-T/R", "-RL", "/T", "-G", "-LF", "-7", "-13", "-Q", "-S1")
_CHOICE = re.compile(r"\[([^\]]*)\]|[#@~]")


def synthetic_numbers(count: int, seed: int = 8) -> list[str]:
    """``count`` different part numbers, in no order."""
    draw = random.Random(seed)  # noqa: S311 # drawn anew from a seed, nothing secret
    seen: dict[str, None] = {}
    while len(seen) < count:
        number = _filled(draw.choice(SHAPES), draw)
        # Makers append how a part is packed when the plain number is taken.
        seen.setdefault(number if number not in seen else number + draw.choice(PACKINGS))
    return list(seen)


def _filled(shape: str, draw: random.Random) -> str:
    def fill(found: re.Match[str]) -> str:
        if found[1] is not None:
            return str(draw.choice(found[1].split("|")))
        if found[0] == "~":
            return f"{draw.choice((10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82))}{draw.randrange(7)}"
        return draw.choice("0123456789" if found[0] == "#" else "ABCDEFGHJKLMNPQRSTUVWXYZ")

    return _CHOICE.sub(fill, shape)


def part_questions(numbers: Sequence[str], seed: int) -> Iterator[tuple[str, str, list[int], list[int]]]:
    """About 120 questions: kind, text, rows of all right answers, and of those the question was made from."""
    draw = random.Random(seed)  # noqa: S311 # drawn anew from a seed, nothing secret
    folded = [fold(number) for number in numbers]
    neighbours = Neighbours((row, number, (0,)) for row, number in enumerate(folded))
    asking = _Asking(numbers, folded, draw)
    for kind, count, ask in (
        ("whole", 16, asking.whole),
        ("begun", 16, asking.begun),
        ("inside", 16, asking.inside),
        ("one slip", 20, lambda: asking.slipped(1)),
        ("two slips", 12, lambda: asking.slipped(2)),
        ("no punctuation", 10, asking.bare),
        ("split by a blank", 10, asking.split),
        ("look-alike", 12, asking.confused),
        ("two pieces", 12, asking.pieces),
    ):
        for text, right in _several(count, ask):
            meant = [row for row, number in enumerate(folded) if right(number)]
            slips = _SLIPS.get(kind, 0)
            near = neighbours.as_near(fold(text), folded[meant[0]], slips) if slips else []
            yield kind, text, sorted({*meant, *near}), meant


Question = tuple[str, Callable[[str], bool]]
_SLIPS = {"one slip": 1, "two slips": 2}


def _several(count: int, ask: Callable[[], Question | None]) -> Iterator[Question]:
    done = 0
    while done < count:
        question = ask()
        if question:
            done += 1
            yield question


class _Asking:
    """Questions of each kind about numbers drawn at random."""

    def __init__(self, numbers: Sequence[str], folded: Sequence[str], draw: random.Random) -> None:
        self.numbers, self.folded, self.draw = numbers, folded, draw

    def _any(self, least: int = 6) -> tuple[str, str]:
        while True:
            row = self.draw.randrange(len(self.numbers))
            if len(self.folded[row]) >= least:
                return self.numbers[row], self.folded[row]

    def whole(self) -> Question:
        number, key = self._any()
        return self.draw.choice((number, number.lower())), lambda other: other == key

    def begun(self) -> Question:
        number, _ = self._any(9)
        text = number[: self.draw.randint(5, len(number) - 2)].lower()
        key = fold(text)
        return text, lambda other: other.startswith(key)

    def inside(self) -> Question:
        _, key = self._any(10)
        size = self.draw.randint(5, 7)
        start = self.draw.randint(1, len(key) - size)
        piece = key[start : start + size]
        return piece, lambda other: piece in other

    def slipped(self, count: int) -> Question | None:
        number, key = self._any(8 + count)
        text = slip(number.lower(), count, self.draw, LETTERS_AND_DIGITS)
        return None if fold(text) == key else (text, lambda other: other == key)

    def bare(self) -> Question | None:
        number, key = self._any(9)
        return None if number.isalnum() else (key, lambda other: other == key)

    def split(self) -> Question:
        number, key = self._any(9)
        at = self.draw.randint(3, len(number) - 3)
        return f"{number[:at]} {number[at:]}".lower(), lambda other: other == key

    def confused(self) -> Question | None:
        _, key = self._any(9)
        swaps = {"0": "o", "o": "0", "1": "i", "i": "1", "5": "s", "s": "5", "8": "b", "b": "8", "2": "z"}
        places = [at for at, letter in enumerate(key) if letter in swaps]
        if not places:
            return None
        at = self.draw.choice(places)
        text = key[:at] + swaps[key[at]] + key[at + 1 :]
        return text, lambda other: other in (key, text)

    def pieces(self) -> Question:
        _, key = self._any(12)
        first, second = key[1:5], key[-5:-1]
        text = self.draw.choice((f"{first} {second}", f"{second} {first}"))
        return text, lambda other: first in other and second in other
