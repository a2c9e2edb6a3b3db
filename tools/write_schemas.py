"""Write the published JSON Schemas anew: ``python tools/write_schemas.py docs/schema``."""

import sys
from pathlib import Path

from hqguide.market.schema import schema_of, write_schemas
from hqguide.parts.equivalents import EquivalentsFile

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    count = write_schemas(folder)
    (folder / "equivalents.schema.json").write_bytes(schema_of("equivalents", EquivalentsFile))
    print(f"{count + 1} schemas")
