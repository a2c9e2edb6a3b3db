"""Write the golden exports anew: ``python -m tests.export.renew_golden``, then read the difference."""

from pathlib import Path

from hqguide.export.formats import FORMATS
from tests.export.export_plans import hostile_plan, plan

GOLDEN = Path(__file__).parent.parent / "golden"
PLANS = {"synthetic-walk": plan, "synthetic-hostile": hostile_plan}


def main() -> None:
    """Render every plan in every format into ``tests/golden``."""
    for name, make in PLANS.items():
        for form in FORMATS.values():
            (GOLDEN / (name + form.suffix)).write_bytes(form.render(make(), None).encode())


if __name__ == "__main__":
    main()
