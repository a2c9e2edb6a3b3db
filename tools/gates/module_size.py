"""Gate: no Python module over 400 lines, no function over 60.

Usage: python -m tools.gates.module_size [FOLDER…]

A function counts from its ``def`` to its last line, docstring included, decorators not.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

MODULE_LINES = 400
FUNCTION_LINES = 60
FOLDERS = ("hqguide", "tests", "tools", "bench")


def oversized(source: str, name: str) -> Iterator[str]:
    """One line for the module ``name`` when it is too long, and one for each function that is."""
    lines = len(source.splitlines())
    if lines > MODULE_LINES:
        yield f"{name}: {lines} lines, at most {MODULE_LINES}"
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{name}:{node.lineno}: {node.name} has {length} lines, at most {FUNCTION_LINES}"


def main(folders: list[str]) -> int:
    """Print what is too long below ``folders``; 1 when anything is, or when there is nothing to look at."""
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*.py"))
    found = [line for path in paths for line in oversized(path.read_text(encoding="utf-8"), str(path))]
    print("\n".join(found) if found else f"{len(paths)} modules within limits")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(FOLDERS)))
