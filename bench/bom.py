"""What becomes of the rows of real bills of materials.

Usage: python bench/bom.py DIR [--items] [--data DATA_DIR]

Reads every file of DIR and prints, for each and in total: rows with text, items, rows merged into them, rows
skipped and why, warnings, items with a known category, and milliseconds. `--items` prints every item.
"""

import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main(folder: Path, data: Path, *, items: bool) -> None:
    from hqguide.bom.normalise import normalise
    from hqguide.bom.read import read_bom
    from hqguide.errors import GuideError
    from hqguide.parts.language import load_language
    from hqguide.parts.understand import understand

    language = load_language(data)
    names = {category.id: category.name_zh for category in language.categories}
    total, reasons = Counter[str](), Counter[str]()
    print(
        f"{'file':32} {'rows':>5} {'items':>5} {'merged':>6} {'skip':>5} {'warn':>5} {'known':>5} {'ms':>6}"
    )
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        start = time.perf_counter()
        try:
            bom = normalise(read_bom(path), partial(understand, language=language), names)
        except GuideError as error:
            print(f"{path.name[:32]:32} {error.what}")
            total["refused"] += 1
            continue
        took = (time.perf_counter() - start) * 1e3
        rows = {row for item in bom.items for row in item.rows} | {s.row for s in bom.skipped}
        merged = sum(item.merged - 1 for item in bom.items)
        known = sum(1 for item in bom.items if item.category)
        count = (len(rows), len(bom.items), merged, len(bom.skipped), len(bom.warnings), known)
        total.update(
            dict(zip(("rows", "items", "merged", "skipped", "warnings", "known"), count, strict=True))
        )
        total["files"] += 1
        reasons.update(skipped.why.split("(")[0] for skipped in bom.skipped)
        print(f"{path.name[:32]:32} " + " ".join(f"{n:>5}" for n in count) + f" {took:>6.0f}  {bom.format}")
        if items:
            for item in bom.items:
                refs = ",".join(item.refs[:4])
                told = f"{item.category:20} {item.via:12} {refs} [{item.zh}]"
                print(f"   {item.quantity:>4} x {item.text[:52]:52} {told}")
            for skipped in bom.skipped:
                print(f"   skip {skipped.row}: {skipped.text[:60]} ({skipped.why})")
            for doubt in bom.warnings:
                print(f"   ?? {doubt.rows} {doubt.what}")
    print(dict(total))
    if total["items"]:
        print(f"category known: {total['known'] / total['items']:.1%} of items")
    for why, times in reasons.most_common():
        print(f"  {times:>4} rows skipped: {why}")


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    at = sys.argv.index("--data") if "--data" in sys.argv else 0
    pack = Path(sys.argv[at + 1]) if at else ROOT / "data"
    if not words:
        sys.exit(__doc__)
    main(Path(words[0]), pack, items="--items" in sys.argv)
