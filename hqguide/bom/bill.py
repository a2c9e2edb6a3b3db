"""From a file to things to buy, in one call."""

from functools import partial
from pathlib import Path

from hqguide.bom.model import Bom
from hqguide.bom.normalise import multiplied, normalise
from hqguide.bom.read import read_bom
from hqguide.parts.language import Language
from hqguide.parts.understand import understand


def read_bill(path: Path, language: Language, boards: int = 1, spare: float = 0.0) -> Bom:
    """The bill in ``path`` for ``boards`` boards and a share ``spare`` more of each part, rounded up.

    Raises :class:`~hqguide.errors.GuideError` for a file that cannot be read or is no bill.
    """
    names = {category.id: category.said_zh for category in language.categories}
    return multiplied(normalise(read_bom(path), partial(understand, language=language), names), boards, spare)
