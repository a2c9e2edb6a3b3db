import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def dead_links(page: Path) -> Iterator[str]:
    """The links of a Markdown page to files that are not there; addresses on the web are not looked at."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        file = target.partition("#")[0]
        if file and "://" not in target and not (page.parent / file).exists():
            yield f"{page.name}: {target}"


def pages() -> list[Path]:
    return [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def test_every_link_of_the_docs_leads_somewhere() -> None:
    assert [link for page in pages() for link in dead_links(page)] == []


def test_every_page_of_the_docs_can_be_reached_from_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    names = {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"}
    assert [name for name in sorted(names) if f"({name})" not in index] == []


def test_a_dead_link_is_named(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[here](page.md#part) [web](https://example.org) ![gone](gone.svg)")
    assert list(dead_links(page)) == ["page.md: gone.svg"]
