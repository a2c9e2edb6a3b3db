"""Names of halls made to fit: asides in brackets go first, then one of the two languages."""

import re

from rich.cells import cell_len

from hqguide.tui.look import Look

_ASIDE = r"\s*(?:（[^（）]*）|\([^()]*\))"
_TWO = r"(?P<zh>\S*[\u3400-\u9fff]\S*) (?P<en>[\x20-\x7e]+)"


def bare(name: str) -> str:
    """``name`` without its asides in brackets."""
    return re.sub(_ASIDE, "", name).strip() or name


def fitting(name: str, room: int, look: Look) -> str:
    """The fullest form of ``name`` that takes at most ``room`` columns, else the shortest one whole."""
    short = bare(name)
    forms = [name, short]
    both = re.fullmatch(_TWO, short)
    if both:
        forms += [both["en"], both["zh"]] if look.language == "en" else [both["zh"], both["en"]]
    return next((form for form in forms if cell_len(form) <= room), min(forms, key=cell_len))
