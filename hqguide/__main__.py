"""Run hqguide: ``hqguide`` opens the guide, ``hqguide COMMAND`` answers on the command line."""

import sys


def main() -> None:
    """Entry point of the ``hqguide`` command; leaves with the exit code of the contract.

    Without arguments on a terminal the screens open at once, before the command line is loaded.
    """
    if len(sys.argv) == 1 and sys.stdin.isatty() and sys.stdout.isatty():
        from hqguide import tui

        tui.run()
        return
    from hqguide.cli.main import run

    sys.exit(run())


if __name__ == "__main__":
    main()
