"""Run a program so that the first touch of the network ends it at once with exit code 97.

Usage: python -m tools.gates.offline MODULE:FUNCTION [ARGUMENT…]

An audit hook sees connections and name look-ups below any library, and ending the process leaves
no handler a chance to hide the attempt.
"""

import importlib
import os
import sys

TOUCHED_THE_NETWORK = 97
_EVENTS = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """End the process when ``event`` is a use of the network; sockets of this machine's own files pass."""
    if event not in _EVENTS:
        return
    address = arguments[1] if event == "socket.connect" else None
    if isinstance(address, str | bytes):
        return
    sys.stderr.write(f"network: {event} {arguments[1:]}\n")
    sys.stderr.flush()
    os._exit(TOUCHED_THE_NETWORK)


def main(arguments: list[str]) -> int:
    """Call the function named first with the rest as the command line; its exit code is handed on."""
    module, _, function = arguments[0].partition(":")
    sys.argv = [module, *arguments[1:]]
    sys.addaudithook(refuse)
    result = getattr(importlib.import_module(module), function)()
    return result if isinstance(result, int) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
