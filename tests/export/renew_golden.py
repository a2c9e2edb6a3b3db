"""Write the golden exports anew: ``python -m tests.export.renew_golden``, then read the difference."""

import io
import zipfile
from pathlib import Path

from hqguide.export.formats import FORMATS, render
from hqguide.export.handout import Handout
from hqguide.export.list_formats import LIST_FORMATS, render_list
from tests.export.export_handouts import dated, hostile, placed
from tests.export.export_shopping import shopping

GOLDEN = Path(__file__).parent.parent / "golden"
PLANS = {"synthetic-walk": placed, "synthetic-hostile": hostile}


def handout_for(name: str, fmt: str) -> Handout:
    """The handout called ``name``, fit for the format ``fmt``."""
    made = PLANS[name]()
    return dated(made) if fmt == "ics" else made


def contents(data: bytes) -> bytes | list[tuple[str, bytes]]:
    """``data``, or the files in it when it is an archive, for two compressors may differ."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def as_bytes(content: str | bytes) -> bytes:
    """What of ``content`` stands in the file."""
    return content.encode() if isinstance(content, str) else content


def main() -> None:
    """Render every plan, and a list, in every format into ``tests/golden``."""
    for name in PLANS:
        for fmt, form in FORMATS.items():
            made = render(fmt, handout_for(name, fmt))
            (GOLDEN / (name + form.suffix)).write_bytes(as_bytes(made))
    for fmt in LIST_FORMATS:
        (GOLDEN / f"synthetic-list.{fmt}").write_bytes(as_bytes(render_list(fmt, shopping())))


if __name__ == "__main__":
    main()
