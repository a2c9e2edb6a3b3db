import subprocess
import sys

import pytest

from hqguide.errors import GuideError
from hqguide.export.formats import FORMATS, format_named, render
from hqguide.export.handout import Handout
from tests.export.export_plans import plan
from tests.export.renew_golden import GOLDEN, PLANS, as_bytes, contents, handout_for


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("fmt", FORMATS)
def test_exports_equal_the_golden_bytes(name: str, fmt: str) -> None:
    golden = GOLDEN / (name + FORMATS[fmt].suffix)
    assert contents(as_bytes(render(fmt, handout_for(name, fmt)))) == contents(golden.read_bytes())


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(GuideError) as caught:
        render("docx", Handout(plan()))
    assert "docx" in caught.value.what
    assert all(name in caught.value.hint for name in FORMATS)


def test_suffixes_are_those_of_the_formats() -> None:
    assert {name: format_named(name).suffix for name in FORMATS}.items() >= {
        "md": ".md",
        "html": ".html",
        "qr": ".qr.txt",
    }.items()


def test_the_registry_is_imported_without_the_libraries_of_the_formats() -> None:
    code = "import sys, hqguide.export.formats, hqguide.export.list_formats; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not {"jinja2", "numpy", "icalendar", "xlsxwriter", "fpdf", "segno"} & set(done.stdout.split())
