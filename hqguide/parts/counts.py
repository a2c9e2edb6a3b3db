"""How many of the goods are wanted: ``100 pcs``, ``qty 5``, ``十个``. It says nothing of what they are."""

import re

_COUNT = re.compile(
    r"(?<![\w.,/-])\d{1,6}(?:,\d{3})?\s?(?:pcs|pieces?|units?|ea|pc(?=\s*(?:$|[,;)]|of\b)))\b"
    r"|\b(?:qty|quantity)[\s:.]*\d{1,6}\b"
    r"|数量[\s:]*\d{1,6}"
    # A measure word that goes on is part of a name: 51单片机, 5件套, 第三只手.
    r"|(?<![\w.])\d{1,6}\s?[个只颗片粒枚条根件支](?![机板式装套])"
    r"|(?<![第单])[一二两三四五六七八九十百千万]{1,4}[个只颗粒枚](?![机板式装套])",
    re.IGNORECASE,
)


def without_counts(text: str) -> str:
    """A cleaned text without its quantities."""
    return _COUNT.sub(" ", text).strip()
