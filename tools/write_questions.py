"""Write docs/questions.md: what visitors ask, what the sources support, what the guide answers.

Usage: python tools/write_questions.py
"""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from hqguide.cli.main import cli
from hqguide.guide import Guide

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = ROOT / "tests" / "visitors" / "questions.json"
PAGE = ROOT / "docs" / "questions.md"

HEAD = """# What visitors ask

Twenty-five questions as visitors of the market put them, what the sources support, and what the
guide answers. `tests/visitors` asks all of them and fails when an answer leaves its sources; this
page is written by `python tools/write_questions.py`.

| | question | the sources support | the guide answers |
|---|---|---|---|
"""
PLACES = 3


def answer_of(asked: dict[str, Any], guide: Guide) -> str:
    """The guide's answer in a few words: the first places with their year, closed halls, advice."""
    command, *words = asked["ask"]
    if command == "hours":
        told = CliRunner().invoke(cli, asked["ask"], standalone_mode=False, obj=guide).stdout
        return "; ".join(told.splitlines()[:6])
    answer = guide.find(words[-1], limit=30)
    shown = answer.places[:PLACES]
    wanted = [path for path in asked.get("among", ()) if not any(p.place.startswith(path) for p in shown)]
    shown += tuple(p for p in answer.places[PLACES:] if any(p.place.startswith(path) for path in wanted))[:2]
    parts = [f"**{hit.place} {hit.status} since {hit.as_of}**" for hit in answer.closed]
    parts += [f"{p.place} ({p.as_of[:4] if p.as_of else 'undated'}: {in_short(p.sells)})" for p in shown]
    if "notes" in asked:
        parts += [note for note in answer.notes if any(words in note for words in asked["notes"])][:1]
    return "; ".join(parts)


def in_short(goods: str) -> str:
    """The first few goods, whole words only."""
    return ", ".join(goods.split(", ")[:3])


def page(guide: Guide) -> str:
    """The whole page."""
    rows = []
    for asked in json.loads(QUESTIONS.read_text(encoding="utf-8")):
        cells = (asked["id"], asked["question"], asked["supported"], answer_of(asked, guide))
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(Guide()), encoding="utf-8")
