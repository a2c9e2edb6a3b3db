"""Words that distributors put into every description, which say nothing of what a thing is.

``Diode Independent 40V 3A Surface Mount SMA(DO-214AC) RoHS`` is a diode: SMA is its package, no connector.
"""

import re

_FEWEST = 4
# What is made for a package is called by it.
_FOR_PACKAGES = re.compile(r"adapt|socket|breakout|\bto\s+S?DIP", re.IGNORECASE)
_PACKAGE = (
    r"SM[ABC]F?\s?\(DO-?\w+\)|\(?DO-?\d{2,3}\w*\)?|SOD-?\d{2,3}\w*|\(?SC-?\d{2}\w*\)?|[A-Z]?SOT-?\d{2,3}(?:-\d)?"
    r"|\(?TO-?(?:220|247|92|126|251|252|263|264|3P?|39|18|5|236|261)\w*(?:-\d)?\)?|P?DFN-?\d*\w*(?:-\d+L?)?"
    r"|[VWUTS]*QFN-?\d+\w*|[LT]QFP-?\d+|(?:[TMSVH]*S)?SOP-?\d+(?:-EP)?|SOIC-?\d+|[SP]?DIP-?\d+|MSOP-?\d+"
)
_SAID_OF_ANY = re.compile(
    rf"(?<![\w-])(?:surface[ -]mount(?:ed)?|through[ -]hole|gull wing|smd/smt|tape (?:&|and) reel|cut tape"
    rf"|digi-?reel|rohs(?: compliant)?|pb-?free|lead[ -]free|halogen[ -]free|independent"
    rf"|general purpose|aec-?q\d{{3}}|{_PACKAGE})(?![\w-])",
    re.IGNORECASE,
)


def without_shop_words(text: str) -> str:
    """``text`` without packages and the like where it is a description; a short text stays as it is."""
    if text.count(" ") + 1 < _FEWEST or _FOR_PACKAGES.search(text):
        return text
    left = " ".join(_SAID_OF_ANY.sub(" ", text).split())
    return left if any(char.isalpha() for char in left) else text
