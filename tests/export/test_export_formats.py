import subprocess
import sys

import pytest

from hqguide.errors import GuideError
from hqguide.export.formats import FORMATS, format_named, render
from tests.export.export_plans import plan
from tests.export.renew_golden import GOLDEN, PLANS


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("fmt", FORMATS)
def test_exports_equal_the_golden_bytes(name: str, fmt: str) -> None:
    golden = GOLDEN / (name + FORMATS[fmt].suffix)
    assert render(fmt, PLANS[name]()).encode() == golden.read_bytes()


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(GuideError) as caught:
        render("docx", plan())
    assert "docx" in caught.value.what
    assert all(name in caught.value.hint for name in FORMATS)


def test_suffixes_are_those_of_the_formats() -> None:
    assert {name: format_named(name).suffix for name in FORMATS} == {"md": ".md", "html": ".html"}


def test_the_registry_is_imported_without_the_template_engine() -> None:
    code = "import sys, hqguide.export.formats; sys.exit('jinja2' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
