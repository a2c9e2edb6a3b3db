"""Turn a folder of research files into the language part of the data pack.

Usage: python tools/import_language.py RESEARCH_DIR DATA_DIR

Reads ``categories.json``, ``glossary.json``, ``part_families.json`` and ``pinyin_fixes.json`` of
RESEARCH_DIR and, beside this file, ``language_additions.json`` and ``part_numbering.json`` (families
told by how a maker numbers its parts); writes ``categories.json``,
``glossary.json``, ``families.json`` and ``syllables.json``. Research-only fields are dropped. Needs
pypinyin for the readings of Chinese names; the table of corrected readings has the last word.

The additions hold further names (``categories``, ``aliases``), ``terms`` and ``families``; ``spoken``
names of categories; names a term loses because another has them (``dropped``); and a piece of a
family's expression with what takes its place (``expressions``).
"""

import json
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import msgspec
from pypinyin import Style, lazy_pinyin, load_phrases_dict

from hqguide.parts.model import Category, Family, Term
from hqguide.parts.normalise import HAN
from hqguide.parts.sounds import toneless

Row = dict[str, Any]


def has_han(text: str) -> bool:
    return any(HAN[0] <= c <= HAN[-1] for c in text)


def reading(text: str) -> str:
    """Toneless pinyin of ``text``, syllables and Latin runs set apart by blanks."""
    return " ".join(" ".join(lazy_pinyin(text, style=Style.NORMAL, v_to_u=False)).split())


def pinyin(text: str) -> str:
    """Pinyin of ``text`` with tone marks."""
    return " ".join(" ".join(lazy_pinyin(text, style=Style.TONE)).split())


def readings(names: Sequence[str]) -> dict[str, str]:
    return {name: toneless(reading(name)) for name in sorted(set(names)) if has_han(name)}


def unique(*groups: Sequence[str]) -> tuple[str, ...]:
    """The texts of all groups in order, without repeats and without the placeholder ``-``."""
    return tuple(dict.fromkeys(text for group in groups for text in group if text not in ("", "-")))


def without(names: Sequence[str], taken: Collection[str]) -> list[str]:
    """Names that nobody else has taken; ``taken`` is in lower case."""
    return [name for name in names if name.lower() not in taken]


def category_of(row: Row, more: Row, spoken: str, taken: Collection[str]) -> Category:
    """A category; a mixed one leaves to its terms the names they have, which say more of the goods."""
    if not more.get("mixed"):
        taken = ()
    aliases_zh = unique(without([*row["aliases_zh"], *more.get("zh", ())], taken))
    return Category(
        id=row["id"],
        parent=row["parent"],
        name_en=row["name_en"],
        name_zh=row["name_zh"],
        pinyin=row["pinyin"],
        spoken_zh=spoken,
        spoken_pinyin=pinyin(spoken),
        aliases_en=unique(without([*row["aliases_en"], *more.get("en", ())], taken)),
        aliases_zh=aliases_zh,
        examples=tuple(row["examples"]),
        readings=readings([row["name_zh"], *aliases_zh]),
        mixed=more.get("mixed", False),
    )


def term_of(row: Row, more: Row, dropped: Collection[str]) -> Term:
    aliases_zh = unique(without(row["aliases_zh"], dropped), more.get("zh", ()))
    slang = unique(without(row["slang_zh"], dropped))
    return Term(
        id=row["id"],
        en=row["term_en"],
        zh=row["zh"],
        pinyin=row.get("pinyin") or pinyin(row["zh"]),
        category=row["category_id"],
        aliases_en=unique(without(row["aliases_en"], dropped), more.get("en", ())),
        aliases_zh=aliases_zh,
        slang=slang,
        readings=readings([row["zh"], *aliases_zh, *slang]),
        marking="" if row["marking"] == "-" else row["marking"],
        also=tuple(row.get("also_categories", ())),
        source=row["source"],
    )


def new_term(row: Row) -> Row:
    """An added term in the shape of a research row."""
    slug = "-".join("".join(c if c.isalnum() else " " for c in row["en"].lower()).split())
    return {
        "id": f"{row['category']}/{slug}",
        "term_en": row["en"],
        "zh": row["zh"],
        "category_id": row["category"],
        "aliases_en": row.get("aliases_en", ()),
        "aliases_zh": row.get("aliases_zh", ()),
        "slang_zh": row.get("slang", ()),
        "marking": row.get("marking", ""),
        "also_categories": row.get("also", ()),
        "source": row.get("source", "common usage"),
    }


def names_by_category(terms: Sequence[Term]) -> dict[str, set[str]]:
    """Every name of the terms of a category, in lower case."""
    out: dict[str, set[str]] = {}
    for term in terms:
        names = (term.en, term.zh, *term.aliases_en, *term.aliases_zh, *term.slang)
        out.setdefault(term.category, set()).update(name.lower() for name in names)
    return out


def family_of(row: Row, expression: Sequence[str]) -> Family:
    """A family; ``expression`` may hold a piece of its expression and what takes its place."""
    regex = row["regex"]
    if expression:
        old, new = expression
        if old not in regex:
            raise SystemExit(f"family {row['id']} holds no {old}")
        regex = regex.replace(old, new)
    return Family(
        id=row["id"],
        regex=regex,
        name=row["family"],
        category=row["category_id"],
        tier=row.get("tier", "family"),
        maker=row.get("manufacturer") or "",
        note=row.get("description") or "",
        examples=tuple(row["examples"]),
    )


def syllables() -> dict[str, str]:
    """Toneless syllable -> the characters of GB 2312 most often read so."""
    table: dict[str, list[str]] = {}
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                char = bytes((high, low)).decode("gb2312")
            except UnicodeDecodeError:
                continue
            table.setdefault(reading(char), []).append(char)
    return {key: "".join(table[key]) for key in sorted(table) if key.isascii() and key.isalpha()}


def write_rows(path: Path, rows: Sequence[object]) -> None:
    """One record a line, so that changes read well in a diff."""
    body = ",\n".join(msgspec.json.encode(row).decode() for row in rows)
    path.write_text(f"[\n{body}\n]\n", encoding="utf-8")


def write_table(path: Path, table: dict[str, str]) -> None:
    body = ",\n".join(f"{json.dumps(k)}:{json.dumps(v, ensure_ascii=False)}" for k, v in table.items())
    path.write_text(f"{{\n{body}\n}}\n", encoding="utf-8")


def check(
    more: Row, categories: Sequence[Category], terms: Sequence[Term], families: Sequence[Family]
) -> None:
    """Stop when anything names a category, term or family that does not exist."""
    known = {category.id for category in categories}
    used = {t.category for t in terms} | {c for t in terms for c in t.also} | {f.category for f in families}
    strangers = (used | set(more["categories"]) | set(more["spoken"])) - known
    strangers |= (set(more["aliases"]) | set(more["dropped"])) - {term.id for term in terms}
    strangers |= set(more["expressions"]) - {family.id for family in families}
    if strangers:
        raise SystemExit(f"unknown category, term or family: {', '.join(sorted(strangers))}")


def main(research: Path, data: Path) -> None:
    """Convert, count, write."""

    def read(name: str) -> Any:
        return json.loads((research / name).read_text(encoding="utf-8"))

    load_phrases_dict({word: [[s] for s in said.split()] for word, said in read("pinyin_fixes.json").items()})
    beside = Path(__file__).parent
    more = json.loads((beside / "language_additions.json").read_text(encoding="utf-8"))
    numbering = json.loads((beside / "part_numbering.json").read_text(encoding="utf-8"))
    dropped = more["dropped"]
    terms = [
        term_of(row, more["aliases"].get(row["id"], {}), dropped.get(row["id"], ()))
        for row in read("glossary.json")["terms"]
    ]
    terms += [term_of(new_term(row), {}, ()) for row in more["terms"]]
    named = names_by_category(terms)
    categories = [
        category_of(
            row,
            more["categories"].get(row["id"], {}),
            more["spoken"].get(row["id"], ""),
            named.get(row["id"], ()),
        )
        for row in read("categories.json")
    ]
    families = [
        family_of(row, more["expressions"].get(row["id"], ()))
        for row in more["families"] + numbering + read("part_families.json")["families"]
    ]
    check(more, categories, terms, families)
    write_rows(data / "categories.json", categories)
    write_rows(data / "glossary.json", terms)
    write_rows(data / "families.json", families)
    write_table(data / "syllables.json", syllables())
    print(f"{len(categories)} categories, {len(terms)} terms, {len(families)} families")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
