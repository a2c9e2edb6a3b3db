"""A made-up market of any size. Seeded; describes nothing real.

Goods are the categories of the real pack. Halls, stalls, their names and numbers are drawn at random from
short lists, and every id begins with ``synthetic``.
"""

import random
from pathlib import Path

from hqguide.market.model import Alias, Building, Claim, Goods, Name, Source, Stall, Status
from hqguide.market.pack import Manifest, Market
from hqguide.parts.language import Language

LUCKY = (
    "鑫源华昌鸿运达兴盛隆泰恒丰瑞祥宏伟金龙凤天宇星辰光明新世永胜利康宝德信诚嘉美佳创联通飞腾跃卓越杰思维科锐博众合汇聚亿"
    "万千百安顺和海洋山川江河东南西北中立诺雅凯旋航捷速易优智慧芯晶亚太欧环球国际正大方圆云鹏展翔志远成功文强富贵喜福"
)
TOWNS = ("", "", "", "", "深圳市", "深圳", "福田", "华强北", "香港", "东莞")
TRADES = (
    ("电子", "Electronics"),
    ("科技", "Technology"),
    ("数码", "Digital"),
    ("通讯", "Telecom"),
    ("电子商行", "Electronics Trading"),
    ("电子科技", "Electronic Technology"),
    ("实业", "Industrial"),
    ("元器件", "Components"),
    ("半导体", "Semiconductor"),
    ("微电子", "Microelectronics"),
    ("光电", "Optoelectronics"),
    ("电子有限公司", "Electronics Co Ltd"),
    ("科技有限公司", "Technology Co Ltd"),
    ("贸易", "Trading"),
    ("配件行", "Accessories"),
    ("五金", "Hardware"),
    ("仪器", "Instruments"),
    ("电源", "Power"),
)
_FIRST = """
Alder Bay Cedar Delta Ember Falcon Garnet Harbor Indigo Juniper Kestrel Lotus Maple North Ocean
Pearl Quartz River Silver Tiger Ultra Valley Willow Zenith Bright Ever Gold Grand High Jade Lucky
Micro Nova Omni Prime Rapid Solar Swift Trans Uni Well Win
"""
_SECOND = """
beam bond cell chip core craft crest field flow forge gate grid kind lane light line link mark
mate net path peak point port ray ridge rise scope source spark spring star stone tech tone tron
view volt wave way
"""
_BRANDS = """
村田 Murata|国巨 Yageo|东电化 TDK|基美 Kemet|威世 Vishay|德州仪器 TI|意法半导体 ST|恩智浦 NXP
英飞凌 Infineon|微芯 Microchip|亚德诺 ADI|安森美 onsemi|瑞萨 Renesas|罗姆 ROHM|东芝 Toshiba
松下 Panasonic|安世 Nexperia|达尔 Diodes|美信 Maxim|乐鑫 Espressif|兆易创新 GigaDevice|沁恒 WCH
华邦 Winbond|美光 Micron|海力士 Hynix|铠侠 Kioxia|赛灵思 Xilinx|莱迪思 Lattice|瑞昱 Realtek
联发科 MediaTek|全志 Allwinner|瑞芯微 Rockchip|移远 Quectel|安信可 Ai-Thinker|莫仕 Molex|泰科 TE
安费诺 Amphenol|广濑 Hirose|欧姆龙 Omron|宏发 Hongfa|亿光 Everlight|光宝 Liteon|尼吉康 Nichicon
红宝石 Rubycon|顺络 Sunlord|风华 Fenghua|厚声 Uniohm|力特 Littelfuse|博世 Bosch|盛思锐 Sensirion
矽力杰 Silergy|圣邦微 SGMicro|思瑞浦 3PEAK|合泰 Holtek|新唐 Nuvoton|普源 Rigol|鼎阳 Siglent
优利德 UNI-T|白光 Hakko|快克 Quick|倍思 Baseus|安克 Anker|绿联 Ugreen
"""
_HALLS = """
流萤 Liuying|望舒 Wangshu|青梧 Qingwu|听澜 Tinglan|白鹭 Bailu|长汀 Changting|南栀 Nanzhi
云麓 Yunlu|松涛 Songtao|碧溪 Bixi|枫桥 Fengqiao|鹤鸣 Heming|竹里 Zhuli|墨池 Mochi|朝露 Zhaolu
晚晴 Wanqing|石门 Shimen|雁归 Yangui|琴台 Qintai|半亩 Banmu|砚湖 Yanhu|梨园 Liyuan
霜降 Shuangjiang|沙鸥 Shaou
"""
FIRST, SECOND = tuple(_FIRST.split()), tuple(_SECOND.split())
BRANDS = tuple(brand for line in _BRANDS.split("\n") if line for brand in line.split("|"))
HALLS = tuple(hall for line in _HALLS.split("\n") if line for hall in line.split("|"))
HALL_KINDS = (("电子城", "Electronics City"), ("广场", "Plaza"), ("大厦", "Tower"), ("市场", "Market"))
LEVELS = (-1, 1, 2, 3, 4, 5, 6, 7, 8)


def synthetic_market(stalls: int, language: Language, seed: int = 7) -> Market:
    """A market of ``stalls`` stalls in 24 halls, with goods of ``language``."""
    draw = random.Random(seed)  # noqa: S311 # drawn anew from a seed, nothing secret
    halls = tuple(_hall(number, name, draw) for number, name in enumerate(HALLS))
    goods = [category.id for category in language.categories if category.parent]
    draw.shuffle(goods)
    return Market(
        folder=Path("synthetic"),
        manifest=Manifest(format=1, name="synthetic", version="0", as_of="2026-11-23"),
        buildings=halls,
        stalls=tuple(_stall(number, halls, goods, language, draw) for number in range(stalls)),
        sources={"synthetic": Source("synthetic", "synthetic", "none", "bench/synthetic_market.py")},
    )


def _hall(number: int, name: str, draw: random.Random) -> Building:
    zh, en = name.split()
    kind_zh, kind_en = draw.choice(HALL_KINDS)
    code = f"{en[0]}{'ABCDEFGHJKLMNPQRSTUVWXYZ'[number]}"
    return Building(
        id=f"synthetic-hall-{number:02d}",
        name=Name(zh + kind_zh, f"{en} {kind_en}"),
        kind="hall",
        status=Status("unknown"),
        aliases=(Alias(code, "en", "short"), Alias(en, "en", "short"), Alias(zh, "zh", "short")),
    )


def _common(draw: random.Random, size: int, fall: float) -> int:
    """A number below ``size``; small ones are drawn oftener, the more so the larger ``fall``."""
    return min(size - 1, int(size * draw.random() ** (1 + fall)))


def _stall(
    number: int, halls: tuple[Building, ...], goods: list[str], language: Language, draw: random.Random
) -> Stall:
    hall, level = _common(draw, len(halls), 0.6), LEVELS[1 + _common(draw, len(LEVELS) - 1, 0.5)]
    level = -1 if draw.random() < 0.03 else level
    floor = f"B{-level}" if level < 0 else str(level)
    counter = (
        f"{floor}{draw.choice('ABCDEFGH')}{draw.randrange(1, 400):03d}",
        f"{floor}{draw.randrange(1, 999):03d}",
        f"{draw.choice('ABCDEFGHK')}{floor}-{draw.randrange(1, 260)}{draw.choice(('', '', 'A'))}",
    )[hall % 3]
    sold = {goods[_common(draw, len(goods), 0.8)] for _ in range(draw.randint(1, 6))}
    brands = {BRANDS[_common(draw, len(BRANDS), 0.8)] for _ in range(draw.choice((0, 0, 1, 1, 2, 3)))}
    claim = Claim(
        id=f"synthetic-{number:05d}",
        method="field survey",
        confidence="low",
        source="synthetic",
        goods=(Goods(en="synthetic goods", categories=tuple(sorted(sold))),),
        brands=tuple(sorted(brands)),
    )
    name = _name(language, draw)
    return Stall(claim.id, "counter", (claim,), halls[hall].id, level, counter, name)


def _name(language: Language, draw: random.Random) -> Name:
    """A trading name: Chinese, and English by its sound, by other words or by initials."""
    stem = "".join(draw.choices(LUCKY, k=draw.choice((2, 2, 3))))
    zh, en = draw.choice(TRADES)
    sounds = language.spell(stem).split()
    kind = draw.random()
    if kind < 0.4:
        latin = "".join(sounds).capitalize()
    elif kind < 0.55:
        latin = " ".join(sound.capitalize() for sound in sounds)
    elif kind < 0.9:
        latin = draw.choice(FIRST) + draw.choice(SECOND)
        latin += f" {draw.choice(FIRST)}" if draw.random() < 0.25 else ""
    else:
        latin = "".join(sound[0] for sound in sounds).upper() + draw.choice(("", "-Tech", "tron"))
    return Name(draw.choice(TOWNS) + stem + zh, f"{latin} {en}")
