"""LZ-string, the packing of InteractiveHtmlBom: base64 of an LZ78 code over UTF-16 units.

The format is that of the JavaScript library lz-string (MIT), ``compressToBase64``.
"""

import string

_BASE64 = {
    char: number
    for number, char in enumerate(string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/")
}
_END, _BYTE, _UNIT = 2, 0, 1


class _Bits:
    """Numbers of any width from base64 text, lowest bit first."""

    def __init__(self, text: str) -> None:
        self._text = text.rstrip("=")
        self._at = 0

    def take(self, width: int) -> int:
        """The next ``width`` bits; :class:`EOFError` behind the end."""
        out = 0
        for bit in range(width):
            char, inside = divmod(self._at, 6)
            if char >= len(self._text):
                raise EOFError
            out |= (_BASE64.get(self._text[char], 0) >> (5 - inside) & 1) << bit
            self._at += 1
        return out


def unpack(text: str, most: int) -> str:
    """The text packed in ``text``, at most ``most`` characters; what is cut off or damaged ends it."""
    bits = _Bits(text)
    words: list[str] = ["", "", ""]
    out: list[str] = []
    size, width, room = 0, 2, 1
    before = ""
    try:
        while size < most:
            code = bits.take(width)
            if code == _END:
                break
            if code in (_BYTE, _UNIT):
                words.append(chr(bits.take(16 if code else 8)))
                code = len(words) - 1
                room, width = _used(room, width)
            word = words[code] if code < len(words) else before + before[:1]
            if not word:
                break
            out.append(word)
            size += len(word)
            if before:
                words.append(before + word[0])
                room, width = _used(room, width)
            before = word
    except EOFError:
        pass
    return "".join(out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _used(room: int, width: int) -> tuple[int, int]:
    """One code more is in use: codes grow by a bit when those of their width run out."""
    room -= 1
    return (1 << width, width + 1) if room == 0 else (room, width)
