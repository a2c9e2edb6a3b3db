"""Labelled facts: a label in a column of its own, the words beside it, wrapped under themselves."""

from collections.abc import Iterable, Sequence

from hqguide.tui.runs import Line, Run, ink, pad, wrap

LABEL = 9


def field(label: str, runs: Sequence[Run], width: int) -> list[Line]:
    """``label`` and its words; the label stands on the first line only."""
    first = pad((ink(label, "faint"),), LABEL)
    return wrap((*first, (" ", ""), *runs), width, LABEL + 1)


def words(parts: Iterable[str | None], style: str = "", between: str = ", ") -> list[Run]:
    """The known ones of ``parts`` joined into one run."""
    return [ink(between.join(part for part in parts if part), style)]
