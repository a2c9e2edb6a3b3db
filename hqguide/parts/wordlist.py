"""Whether a word is on a long list, found by halving the file as it is: nothing is built first."""

from functools import cached_property, lru_cache
from pathlib import Path


class WordList:
    """The words of a file, one a line and sorted; lines at its top that begin with ``#`` are its notice."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.holds = lru_cache(maxsize=8192)(self._holds)
        """Whether a word is on the list."""

    @cached_property
    def _data(self) -> bytes:
        return self.path.read_bytes()

    def words(self) -> tuple[str, ...]:
        """All words in their order."""
        lines = self._data.decode().splitlines()
        return tuple(line for line in lines if line and not line.startswith("#"))

    def _holds(self, word: str) -> bool:
        """Halve the file until the line is found. A line of the notice is less than every word."""
        data, sought = self._data, word.encode()
        low, high = 0, len(data)
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.find(b"\n", start)
            line = data[start : end if end >= 0 else high]
            if line == sought:
                return bool(sought) and not line.startswith(b"#")
            if line < sought:
                low = start + len(line) + 1
            else:
                high = start
        return False


def write(path: Path, notice: str, words: frozenset[str] | set[str]) -> None:
    """Write a list of words under its notice."""
    head = "".join(f"# {line}\n" for line in notice.strip().splitlines())
    path.write_text(head + "\n".join(sorted(words)) + "\n", encoding="utf-8")
