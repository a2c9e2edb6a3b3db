"""Run hqguide: ``hqguide`` opens the guide, ``hqguide COMMAND`` answers on the command line."""

import sys


def main() -> None:
    """Entry point of the ``hqguide`` command; leaves with the exit code of the contract."""
    from hqguide.cli.main import run

    sys.exit(run())


if __name__ == "__main__":
    main()
