"""The peers of the search bench: what one would take from the shelf, each given the same strings.

Every peer gets all spellings of an entry (names, pinyin, initials, counter) and those of its groups; fzf,
which reads all lines for every key, only the main names of the groups, because it took 18 seconds with all.
tantivy and SQLite bring up 200 candidates, which one and the same short ranking then puts in order.
"""

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

CANDIDATES = 200
SHOWN = 10
_SQUASH = re.compile(r"[\W_]+")


class Line(msgspec.Struct, array_like=True):
    """One entry as a peer gets it: its number, its own strings, those of its groups, their main names."""

    number: int
    own: list[str]
    groups: str = ""
    main: str = ""


def read_lines(path: Path) -> list[Line]:
    """The entries written by the bench."""
    return msgspec.json.decode(path.read_bytes(), type=list[Line])


def squash(text: str) -> str:
    """``text`` in lower case without blanks and punctuation."""
    return _SQUASH.sub("", text.casefold())


def ranked(text: str, lines: Sequence[Line]) -> list[int]:
    """Numbers of the best entries: same, begun, inside, else as similar as RapidFuzz finds them."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    typed, words = squash(text), text.casefold().split()
    scored = []
    for line in lines:
        best = 0.0
        for own in line.own:
            if own == typed:
                value = 100.0
            elif own.startswith(typed):
                value = 95 - min(9, (len(own) - len(typed)) / 4)
            elif typed in own:
                value = 84 - min(9, (len(own) - len(typed)) / 4)
            else:
                value = 92 * OSA.normalized_similarity(typed, own, score_cutoff=0.6)
            best = max(best, value)
        if len(words) > 1 and best < 90:
            every = " ".join(line.own) + line.groups
            parts = [
                1.0 if word in every else fuzz.partial_ratio(word, every, score_cutoff=75) / 133
                for word in words
            ]
            best = max(best, 90 * sum(parts) / len(parts))
        scored.append((-best, line.number))
    return [number for _, number in sorted(scored)[:SHOWN]]


class WRatio:
    """RapidFuzz's WRatio over every string, the obvious few lines."""

    def build(self, lines: Path, folder: Path) -> None:
        """Copy the strings."""
        shutil.copy(lines, folder / "lines.json")

    def open(self, folder: Path) -> None:
        """Read all strings."""
        pairs = [(own, line.number) for line in read_lines(folder / "lines.json") for own in line.own]
        self.strings, self.numbers = [own for own, _ in pairs], [number for _, number in pairs]

    def find(self, text: str) -> list[int]:
        """The entries of the best strings."""
        from rapidfuzz import fuzz, process

        hits = process.extract(text.casefold(), self.strings, scorer=fuzz.WRatio, limit=3 * SHOWN)
        return list(dict.fromkeys(self.numbers[at] for _, _, at in hits))[:SHOWN]


class Trigram:
    """SQLite's FTS5 with the trigram tokenizer; any of the trigrams when all together find too little."""

    def build(self, lines: Path, folder: Path) -> None:
        """One row for an entry."""
        shutil.copy(lines, folder / "lines.json")
        base = sqlite3.connect(folder / "index.db")
        base.execute("create virtual table t using fts5(own, tokenize='trigram', detail='full')")
        rows = ((at, " ".join((*line.own, line.groups))) for at, line in enumerate(read_lines(lines)))
        base.executemany("insert into t(rowid, own) values (?, ?)", rows)
        base.execute("insert into t(t) values ('optimize')")
        base.commit()
        base.close()

    def open(self, folder: Path) -> None:
        """Open the database, and read the strings to rank with."""
        self.base = sqlite3.connect(folder / "index.db")
        self.lines = read_lines(folder / "lines.json")

    def find(self, text: str) -> list[int]:
        """All words, then any trigram; below three letters a scan."""
        typed = squash(text)
        words = [word.replace('"', "") for word in text.casefold().split()]
        found: list[int] = []
        if len(typed) < 3:
            found = self._rows("own like ?", f"%{typed}%")
        if not found and words and all(len(word) > 2 for word in words):
            found = self._rows("t match ?", " AND ".join(f'"{word}"' for word in words))
        if len(found) < SHOWN and len(typed) > 2:
            grams = {typed[at : at + 3] for at in range(len(typed) - 2)}
            found += self._rows("t match ?", " OR ".join(f'"{gram}"' for gram in sorted(grams)), order=True)
        return ranked(text, [self.lines[at] for at in dict.fromkeys(found)])

    def _rows(self, where: str, value: str, *, order: bool = False) -> list[int]:
        """Rows that fit; best first if ``order``."""
        by = "order by rank" if order else ""
        rows = self.base.execute(f"select rowid from t where {where} {by} limit {CANDIDATES}", (value,))  # noqa: S608
        return [row for (row,) in rows]


class Tantivy:
    """tantivy with one field of words, prefixes of which may hold a slip, and one of n-grams."""

    def _index(self, folder: Path) -> Any:
        import tantivy

        schema = tantivy.SchemaBuilder()
        schema.add_integer_field("row", stored=True, fast=True)
        schema.add_text_field("words", tokenizer_name="default", index_option="basic")
        schema.add_text_field("grams", tokenizer_name="grams", index_option="freq")
        index = tantivy.Index(schema.build(), path=str(folder))
        grams = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(2, 3, False))
        index.register_tokenizer("grams", grams.build())
        return index

    def build(self, lines: Path, folder: Path) -> None:
        """One document for an entry."""
        import tantivy

        shutil.copy(lines, folder / "lines.json")
        (folder / "index").mkdir()
        writer = self._index(folder / "index").writer(heap_size=128_000_000, num_threads=1)
        for at, line in enumerate(read_lines(lines)):
            text = " ".join((*line.own, line.groups))
            writer.add_document(tantivy.Document(row=at, words=text, grams=text))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        """Open the index, and read the strings to rank with."""
        self.index = self._index(folder / "index")
        self.searcher = self.index.searcher()
        self.lines = read_lines(folder / "lines.json")

    def find(self, text: str) -> list[int]:
        """Candidates by words with a slip and by n-grams."""
        import tantivy

        query, schema = tantivy.Query, self.index.schema
        typed = squash(text)
        if not typed:
            return []
        either = [
            (
                tantivy.Occur.Should,
                query.boost_query(
                    query.fuzzy_term_query(
                        schema, "words", word, distance=0 if len(word) < 4 else 1, prefix=True
                    ),
                    3.0,
                ),
            )
            for word in text.casefold().split()
        ]
        grams = {typed[at : at + 3] for at in range(max(1, len(typed) - 2))}
        either += [(tantivy.Occur.Should, query.term_query(schema, "grams", gram)) for gram in sorted(grams)]
        hits = self.searcher.search(query.boolean_query(either), CANDIDATES, count=False).hits
        rows = [self.searcher.doc(address).get_first("row") for _, address in hits]
        return ranked(text, [self.lines[row] for row in rows])


class Fzf:
    """The program fzf, run once a key over one line for each entry."""

    def build(self, lines: Path, folder: Path) -> None:
        """A text file with the number of the entry before its line."""
        with (folder / "lines.txt").open("w", encoding="utf-8") as file:
            for line in read_lines(lines):
                file.write(f"{line.number}\t{' '.join((*line.own, line.main))}\n")

    def open(self, folder: Path) -> None:
        """Find the program."""
        self.path, self.program = folder / "lines.txt", shutil.which("fzf")

    def find(self, text: str) -> list[int]:
        """The first lines of ``fzf --filter``."""
        with self.path.open("rb") as file:
            command = (str(self.program), "-i", "--filter", text, "--delimiter", "\t", "--nth", "2..")
            done = subprocess.run(command, check=False, stdin=file, capture_output=True)
        return [int(line.split(b"\t")[0]) for line in done.stdout.split(b"\n")[:SHOWN] if line]


PEERS: dict[str, type[WRatio] | type[Trigram] | type[Tantivy] | type[Fzf]] = {
    "wratio": WRatio,
    "tantivy": Tantivy,
    "fts5": Trigram,
    "fzf": Fzf,
}
