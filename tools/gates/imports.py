"""What importing a module, or running a command, loads; printed as JSON, in a process of its own.

Usage: python -m tools.gates.imports module NAME [NAME…]
       python -m tools.gates.imports command [ARGUMENT…]

``module`` imports the names in turn and prints, for each, the heavy libraries it was the first to
load. ``command`` runs hqguide and prints, after its output, the heavy libraries it loaded.
"""

import contextlib
import importlib
import io
import json
import sys

HEAVY = ("textual", "rich", "numpy", "geopy", "holidays", "jinja2", "pypinyin", "opencc")


def loaded() -> list[str]:
    """The heavy libraries this process has loaded so far."""
    return [name for name in HEAVY if name in sys.modules]


def by_module(names: list[str]) -> dict[str, list[str]]:
    """Import each of ``names``; those that were first to load a heavy library, with what they loaded."""
    blame = {}
    for name in names:
        before = set(loaded())
        importlib.import_module(name)
        new = [heavy for heavy in loaded() if heavy not in before]
        if new:
            blame[name] = new
    return blame


def by_command(arguments: list[str]) -> dict[str, object]:
    """Run hqguide with ``arguments``; its exit code, what it said and the heavy libraries it loaded."""
    sys.argv = ["hqguide", *arguments]
    said, code = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), 0
    with contextlib.redirect_stdout(said):
        try:
            result = importlib.import_module("hqguide.__main__").main()
            code = result if isinstance(result, int) else 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    said.seek(0)
    return {"exit": code, "said": said.read(), "loaded": loaded()}


def main(arguments: list[str]) -> int:
    """Print the answer as one JSON object."""
    what, *rest = arguments
    print(json.dumps(by_module(rest) if what == "module" else by_command(rest)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
