"""Shop phrases of the research notes as pack records; notes that state unsourced habits are replaced."""

from typing import Any

from hqguide.market.fieldnotes import Phrase

NOTES: dict[str, str | None] = {
    "greet.english": None,
    "greet.screen": "show the card",
    "greet.calc": "the price is agreed on the calculator",
    "find.other_shop": "调货: a runner fetches it from another counter",
    "qty.retail": "只批发 = wholesale only",
    "quality.pulled_ok": "拆机件 = parts taken off boards",
    "pay.card": None,
    "pay.invoice": "发票 = tax invoice; 专票 = VAT special invoice",
    "contact.photo": "ask the stall, also where others take pictures",
    "deliver.warehouse": None,
    "repair.watch": None,
    "time.close": None,
    "number.money": "3毛5 = 0.35 yuan",
}
MORE = (
    Phrase(
        id="find.moved",
        topic="find",
        en="Has this shop closed or moved?",
        zh="这家店关门了还是搬走了？",
        pinyin="zhè jiā diàn guānmén le háishi bānzǒu le",
        note="point at the entry on the screen",
    ),
    Phrase(
        id="find.moved_to",
        topic="find",
        en="Where did it move to?",
        zh="搬到哪里去了？",
        pinyin="bān dào nǎlǐ qù le",
    ),
    Phrase(
        id="quality.switch_on",
        topic="quality",
        en="Please switch it on so that I can see it work.",
        zh="请开机给我看一下。",
        pinyin="qǐng kāijī gěi wǒ kàn yīxià",
    ),
)


def phrases_of(rows: list[dict[str, Any]]) -> list[Phrase]:
    """Every phrase of the notes, then the few added here."""
    phrases = [
        Phrase(
            id=row["id"],
            topic=row["topic"],
            en=row["en"],
            zh=row["zh"],
            pinyin=row["pinyin"],
            slots=tuple(row["slots"]),
            note=NOTES.get(row["id"], row["note"]) or None,
        )
        for row in rows
    ]
    return [*phrases, *MORE]
