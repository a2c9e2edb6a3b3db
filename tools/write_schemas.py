"""Write the published JSON Schemas anew: ``python tools/write_schemas.py docs/schema``."""

import sys
from pathlib import Path

from hqguide.market.schema import write_schemas

if __name__ == "__main__":
    print(f"{write_schemas(Path(sys.argv[1]))} schemas")
