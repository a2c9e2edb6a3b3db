"""Write the everyday Chinese words, and the everyday readings, that a trade word is easily taken for.

Usage: python tools/import_everyday_chinese.py DICT DATA_DIR

DICT is ``dict.txt`` of jieba (MIT): a word, how often it was met and what it is on each line. Kept are words
that hold a name of the pack and are none (保险柜), and common nouns, times, places and sayings that the pack
does not use (星座). Of common words that the pack does not use, the readings in pinyin are kept. Needs
pypinyin.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from hqguide.parts import sounds
from hqguide.parts.everyday_chinese import CHINESE_TALK, LEXICON
from hqguide.parts.everyday_pinyin import READINGS
from hqguide.parts.language import CATEGORIES, GLOSSARY, Language, load_language
from hqguide.parts.normalise import han
from hqguide.parts.wordlist import write

LEAST, LEAST_HOLDING, LEAST_READ = 60, 2, 150
LONGEST = 6
NOUNS = ("n", "t", "s", "i", "l", "j")
ORGANISATIONS = ("nt", "ns", "i", "m", "v")
# What such words end with may be wanted here, or be who sells or mends it.
GOODS = frozenset(
    "机器柜板线盒座头管灯表壳孔片仪泵阀网件料膜纸胶剂粉丝针钳笔刀箱包套带贴块圈环轮扣卡厂店铺商城组用"
)
NOTICE = """
From jieba 0.42.1 (https://github.com/fxsjy/jieba), dict.txt, cut down by tools/import_everyday_chinese.py.
The MIT License (MIT). Copyright (c) 2013 Sun Junyi.
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions: The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY
KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A
PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def rows(path: Path) -> Iterator[tuple[str, int, str]]:
    """Each word of two Han characters or more, how often it was met, and what it is."""
    for line in path.read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split(" ")
        if 1 < len(word) <= LONGEST and han(word) == word:
            yield word, int(count), kind


def inner(word: str, language: Language) -> list[str]:
    """The names of the pack that lie inside a word."""
    size = len(word)
    pieces = (word[a:b] for a in range(size) for b in range(a + 2, size + 1) if b - a < size)
    return [piece for piece in pieces if piece in language.index.chinese]


def holds_by_accident(word: str, count: int, kind: str, language: Language) -> bool:
    """Whether a word holds a name and is something else: it ends with neither it nor a kind of goods."""
    names = inner(word, language)
    if not names or count < LEAST_HOLDING or word.endswith(("公司", "系统", "软件", "程序")):
        return False
    wanted = word.endswith(tuple(names)) or word[-1] in GOODS
    return not wanted or kind in ORGANISATIONS


def tells_of_another(word: str, count: int, kind: str, used: str, language: Language) -> bool:
    """Whether a word is a common noun or saying that the pack does not use."""
    if count < LEAST or not kind.startswith(NOUNS) or kind == "vn":
        return False
    return word not in used and word not in CHINESE_TALK and not inner(word, language)


def readings(words: Iterator[tuple[str, int, str]], language: Language) -> set[str]:
    """The joined pinyin of common words that are no part of a name, but for those that read like one."""
    index = language.index
    used = "\n".join(index.chinese)
    out = set()
    for word, count, _ in words:
        if count < LEAST_READ or word in used:
            continue
        reading = sounds.toneless("".join(lazy_pinyin(word, style=Style.NORMAL, v_to_u=False)))
        if reading.isascii() and reading not in index.pinyin and sounds.blur(reading) not in index.blurred:
            out.add(reading)
    return out


def main(dictionary: Path, data: Path) -> None:
    """Read, choose, count, write."""
    language = load_language(data)
    used = "".join((data / name).read_text(encoding="utf-8") for name in (CATEGORIES, GLOSSARY))
    names = language.index.chinese
    chosen = {
        word
        for word, count, kind in rows(dictionary)
        if word not in names
        if holds_by_accident(word, count, kind, language)
        or tells_of_another(word, count, kind, used, language)
    }
    read = readings(rows(dictionary), language)
    write(LEXICON.path, NOTICE, chosen)
    write(READINGS.path, NOTICE, read)
    print(f"{len(chosen)} words, {len(read)} readings")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
