"""The formats a shopping list can be exported to, by the name the command line takes."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hqguide.errors import GuideError
from hqguide.export.csv_file import list_csv
from hqguide.export.json_file import list_json
from hqguide.export.list_markdown import list_markdown
from hqguide.export.shopping import Shopping
from hqguide.export.xlsx import list_xlsx

LIST_FORMATS: Mapping[str, Callable[[Shopping], str | bytes]] = MappingProxyType(
    {"md": list_markdown, "csv": list_csv, "xlsx": list_xlsx, "json": list_json}
)


def render_list(fmt: str, shopping: Shopping) -> str | bytes:
    """``shopping`` in the format called ``fmt``; a :class:`GuideError` names those a list has."""
    if fmt not in LIST_FORMATS:
        known = ", ".join(LIST_FORMATS)
        raise GuideError(f"a list has no format {fmt!r}", hint=f"Formats of a list: {known}.")
    return LIST_FORMATS[fmt](shopping)
