"""Marks on a row: not to be placed, left out of the bill, no thing a market sells, or no part at all."""

import re

_DNP = re.compile(
    r"""(?<![A-Za-z0-9])(?:
        DN[PFIMSL]
        | (?:DO|DON'?T)[- _]?(?:NOT[- _]?)?(?:PLACE|POPULATE|FIT|INSTALL|MOUNT|STUFF|SOLDER)
        | NO[- _]?(?:POP|POPULATE|STUFF|FIT|LOAD|MOUNT)
        | NOT[- _](?:PLACED|POPULATED|FITTED|INSTALLED|MOUNTED|STUFFED)
        | UN(?:POPULATED|STUFFED|PLACED)
        | LEAVE[- _]EMPTY | NICHT[- _]BEST[UÜ]CK\w* | NON[- _]MONT[EÉ]E? | NO[- _]MONTAR
    )(?![A-Za-z0-9])
    | 不贴(?!片电) | 不焊 | 不上件 | 空贴 | 不装 | 未安装""",
    re.IGNORECASE | re.VERBOSE,
)
_NM = re.compile(r"(?:^|[(/\[_\-,;]\s?|(?<![\d\s])\s)(NM|N\.M\.|n\.b\.)\s*(?=$|[)\]/,;_])")
_WHOLE = frozenset(
    (
        "open",
        "nm",
        "nc",
        "no",
        "np",
        "nf",
        "x",
        "dnx",
        "n.b.",
        "nb",
        "omit",
        "omitted",
        "unused",
        "n.m.",
        "nofit",
        "leave empty",
    )
)
_YES = frozenset(
    (
        "1",
        "x",
        "y",
        "yes",
        "true",
        "ja",
        "oui",
        "si",
        "sí",
        "是",
        "✓",
        "✔",
        "√",
        "on",
        "not placed",
        "不贴",
        "excluded from board",
    )
)
_NO = frozenset(
    ("0", "n", "no", "false", "nein", "non", "否", "off", "not", "x (not)", "不", "✗", "×", "nicht")
)

_TOTAL = re.compile(
    r"(?:grand |sub)?\s?-?total\b.*|sum\b.*|sums|summe\b.*|gesamt\w*\b.*|somme|somma|suma|итого.*"
    r"|(?:合计|总计|小计|总价|总和).*"
    r"|(?:number of|component|unique|distinct)\s?(?:component|part|item|quantity|line|count)s?\b.*",
    re.IGNORECASE,
)
_COST = re.compile(
    r"(?:shipping(?: .*)?|postage|delivery|tax(?:es)?|vat|customs(?: .*)?|tariffs?|handling(?: .*)?|labou?r"
    r"|assembly (?:cost|fee).*|versand\w*|porto|运费|税费|邮费|discount|fees?|import (?:tax|duty|fees?))"
    r"(?:\s*[(\[:].*)?",
    re.IGNORECASE,
)
_NOT_SOLD: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (why, re.compile(pattern, re.IGNORECASE))
    for why, pattern in (
        (
            "a test point: bare copper of the board, nothing to buy",
            r"test[ _\-]?(?:point|pad|pin\b)s?|TP(?:AD|_PAD|POINT)\b|测试点|测试焊盘|messpunkt",
        ),
        (
            "a fiducial: bare copper of the board, nothing to buy",
            r"fiducials?\b|\bFID(?:UCIAL)?[_\d-]|光学定位点|pass(?:er)?marken?\b",
        ),
        (
            "a mounting hole: part of the board, nothing to buy",
            (
                r"mount(?:ing)?[ _-]?hole|MTG[ _-]?HOLE|mechanical hole|安装孔|定位孔|螺丝孔|befestigungsloch"
                r"|montagebohrung|HOLE[_ ]?(?:M?\d|PLATED)"
            ),
        ),
        (
            "a drawing on the board, nothing to buy",
            r"\blogo\b|_logo|logo_|silkscreen|OSHW[_ -]?|丝印|frame[_-]a\d|DINA\d|tool(?:ing)?[ _-]?hole",
        ),
        (
            "a jumper or pad of solder on the board, nothing to buy",
            (
                r"solder[ _-]?(?:jumper|bridge|pad)|through-hole pad|wire_pads?|net[ _-]?tie"
                r"|焊盘跳线|短接焊盘|jumper[_-]smd[_-]open|SMT[-_ ]JUMPER|(?<![A-Za-z])SJ(?:_2S?\w*)?$"
            ),
        ),
        (
            "the board itself: order it from a board maker, a counter does not have yours",
            (
                r"^(?:PCBA?|PCA)$|^[\w ]{2,24} PCBs?(?: ?[\[(][^\])]*[\])])?$"
                r"|PCB (?:fabricat|manufactur|assembl)"
                r"|^(?:(?:bare|main|custom|own|the|定制|裸) ?)*(?:main ?board )?"
                r"(?:pcb|printed circuit boards?|circuit board|leiterplatte|platine|线路板|电路板|pcb板)s?\b"
                r"(?!.*(?:mount|header|terminal|connector|antenna|spacer|standoff|relay|holder|edge|drill|switch"
                r"|jack|socket|prototyp|\bkit))"
            ),
        ),
        (
            "a licence or a program: no market sells yours",
            (
                r"^firmware\b|firmware (?:file|image|licen)|software licen[cs]e|licen[cs]e (?:key|fee)"
                r"|软件授权|^固件|lizenz"
            ),
        ),
        ("a symbol of the drawing, not a part", r"power[ _-]flag|PWR_FLAG|^#"),
    )
)


def not_placed(value: str, *others: str) -> str:
    """The words that say a part is not placed, empty when none do; ``value`` may be the mark itself."""
    if value.strip().lower() in _WHOLE - {"no", "x"}:
        return value
    for text in (value, *others):
        found = _DNP.search(text) or _NM.search(text)
        if found:
            return found[0].strip(" (/[_-,;")
    return ""


def says_not_placed(cell: str, *, fitted: bool) -> bool:
    """Whether a cell of a column such as ``DNP`` (or, with ``fitted``, such as ``Populate``) says no."""
    word = cell.strip().lower()
    if fitted:
        return word in _NO or bool(not_placed(cell))
    return bool(word) and (word in _YES or word in _WHOLE - {"no", "nc", "np"} or bool(not_placed(cell)))


def no_part(cells: tuple[str, ...]) -> str:
    """Why a row of a table is no part at all (a total, a cost), empty when it may be one."""
    words = [cell for cell in cells if cell and not re.fullmatch(r"[\d.,\s$€¥£%]+", cell)]
    if not words:
        return "only numbers"
    if _TOTAL.fullmatch(words[0].strip(" :：")):
        return "a total, not a part"
    return "a cost, not a part" if _COST.fullmatch(words[0].strip(" :：")) else ""


def not_sold(text: str, within: int = 1_000) -> str:
    """Why a market is the wrong place for what ``text`` names, empty when it is not.

    The words must begin ``within`` so many characters: a connector *with mounting holes* is a part.
    """
    return next((why for why, p in _NOT_SOLD if (found := p.search(text)) and found.start() <= within), "")
