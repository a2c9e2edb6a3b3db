"""Small bills of materials of our own, one for each dialect, and workbooks made without a library."""

import io
import tempfile
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

KICAD_CSV = """\
"Reference","Value","Datasheet","Footprint","Qty","DNP"
"C1,C2","100nF","~","Capacitor_SMD:C_0603_1608Metric","2",""
"C3","0.1uF","~","Capacitor_SMD:C_0603_1608Metric","1",""
"R1-R3","4k7","~","Resistor_SMD:R_0603_1608Metric","3",""
"R4","10k","~","Resistor_SMD:R_0603_1608Metric","1","DNP"
"U1","STM32F103C8T6","~","Package_QFP:LQFP-48_7x7mm_P0.5mm","1",""
"H1,H2","MountingHole","~","MountingHole:MountingHole_3.2mm_M3","2",""
"""

KICAD_LEGACY = """\
"Source:","board.sch"
"Tool:","Eeschema (5.1.9)"
"Component Count:","3"

"Individual Components:"

"Item","Qty","Reference(s)","Value","LibPart","Footprint","Datasheet"
"","","C1","100nF","Device:C_Small","Capacitor_SMD:C_0402_1005Metric","~"
"","","R1","330","Device:R","Resistor_SMD:R_0402_1005Metric","~"
"","","R2","330","Device:R","Resistor_SMD:R_0402_1005Metric","~"

"Collated Components:"

"Item","Qty","Reference(s)","Value","LibPart","Footprint","Datasheet"
"1","1","C1","100nF","Device:C_Small","Capacitor_SMD:C_0402_1005Metric","~"
"2","2","R1, R2","330","Device:R","Resistor_SMD:R_0402_1005Metric","~"
"""

KICAD_PCBNEW = """\
"Id";"Designator";"Footprint";"Quantity";"Designation";"Supplier and ref";
1;"R5,R6";"R_Axial_DIN0207_L6.3mm_D2.5mm_P10.16mm_Horizontal";2;"220";;;
2;"D1";"LED_D3.0mm";1;"Red";;;
"""

EAGLE_PARTLIST = """\
Partlist

Exported from lamp.sch at 1.1.2020 10:00

EAGLE Version 7.7.0 Copyright (c) 1988-2016 CadSoft

Assembly variant:

Part     Value          Device          Package   Library  Sheet

C1       100nF          C-EUC0805       C0805     rcl      1
C2       47µF           CPOL-EUE2.5-6   E2,5-6    rcl      1
IC1      NE555          NE555           DIL08     linear   1
LED1                    LEDCHIPLED_0805 CHIPLED_0805 led   1
R1       4k7            R-EU_R0805      R0805     rcl      1
"""

EAGLE_CSV = """\
"Qty";"Value";"Device";"Package";"Parts";"Description"
"2";"10k";"R-EU_R0603";"R0603";"R1, R2";"RESISTOR, European symbol"
"1";"";"PINHD-1X4";"1X04";"JP1";"PIN HEADER"
"""

ALTIUM = """\
"Comment","Description","Designator","Footprint","LibRef","Quantity"
"10uF","Capacitor, tantalum","C7","CASE-B","CAP_POL","1"
"BSS138","MOSFET N-CH 50V","Q1, Q2","SOT-23","BSS138","2"
"""

LCEDA = """\
ID\tName\tDesignator\tFootprint\tQuantity\tManufacturer Part\tManufacturer\tSupplier\tSupplier Part
1\t100nF\tC1,C2\tC0402\t2\tCL05B104KO5NNNC\tSAMSUNG(三星)\tLCSC\tC1525
2\tTYPE-C-31-M-12\tUSB1\tUSB-C_SMD\t1\tTYPE-C-31-M-12\t韩国韩荣\tLCSC\tC165948
"""

JLC = """\
Comment,Designator,Footprint,JLCPCB Part #（optional）
22R,"R1,R2",R0402,C25092
AMS1117-3.3,U2,SOT-223,C6186
"""

CHINESE = """\
某某主板物料清单
序号,名称,型号规格,位号,封装,数量,备注
1,贴片电阻,10K 1%,"R1,R2",0603,2,
2,贴片电容,104,C5,0603,1,
3,单片机,STM32F030F4P6,U1,TSSOP-20,1,不贴
合计,,,,,4,
"""

TRADITIONAL = """\
項次,品名,位號,封裝,數量
1,電阻 4.7K,R9,0805,1
"""

GERMAN = """\
Stückliste Netzteil
Pos;Menge;Bezeichner;Wert;Gehäuse;Hersteller
1;2;R1, R2;1k5;0805;Yageo
2;1;T1;BC847;SOT-23;NXP
Summe;3;;;;
"""

SPANISH = "Referencia,Cantidad,Valor,Encapsulado\nC1,1,22pF,0603\n"
FRENCH = "Repère;Quantité;Valeur;Boîtier\nD1;1;1N4148;SOD-123\n"
JAPANESE = "部品番号,数量,値,フットプリント\nR1,1,10k,0603\n"
RUSSIAN = "Поз. обозначение;Наименование;Кол.\nR1;10к резистор;1\n"

DIGIKEY = """\
Index,Quantity,Part Number,Manufacturer Part Number,Description,Customer Reference,Available,Unit Price
1,10,311-10.0KHRCT-ND,RC0603FR-0710KL,RES 10K OHM 1% 1/10W 0603,,10,0.1
2,1,497-6063-ND,STM32F103C8T6,IC MCU 32BIT 64KB FLASH 48LQFP,U1,1,6.0
Subtotal,,,,,,,7.0
"""

MOUSER = """\
Mouser #:,Mfr. #:,Manufacturer:,Customer #:,Description:,RoHS:,Order Qty.,Price (USD)
603-RC0603FR-0710KL,RC0603FR-0710KL,YAGEO,,Thick Film Resistors - SMD 10 kOhms,Yes,25,$0.10
"""

DIPTRACE = """\
"#","RefDes","Value","Quantity","Name","Category"
"1","C1, C2","100n","2","CAP200","Capacitor"
"2","U1",,"1","LM324N","Op Amp"
"""

ORCAD = """\
Bill Of Materials          March 1,2022      10:00:00\tPage1
\t\t\t
Item\tQuantity\tReference\tPart
______________________________________________
1\t2\tD1,D2\tGreen
2\t1\tJ1\t1x2 Header
"""

ALIGNED = """\
Item  Qty  Ref des.           Description          Package
1     7    C1,C2,C3,C4,       CAP .10UF 16V CER    0603
           C5,C6,C7
2     1    Q1                 CRYSTAL 8.000MHZ     HC49
"""

MARKDOWN = """\
# Parts

| Item | Quantity | Note |
|:-----|:--------:|------|
| **ESP32-C3** | 1 | [shop](https://example.org/a) |
| `10k` resistor | 4 | |
"""

PLAIN = """\
# for the weekend
10x 100nF 0603, 2 usb c
R1-R4: 10k 0603
33R    R7,R8,R21
HIN232 x2    RS232 transceiver
555 timer
电阻 1k 20个
"""

NETLIST = """\
<?xml version="1.0" encoding="UTF-8"?>
<export version="E"><components>
<comp ref="R1"><value>10k</value><footprint>Resistor_SMD:R_0603_1608Metric</footprint>
<fields><field name="MPN">RC0603FR-0710KL</field></fields><libsource lib="Device" part="R"/></comp>
<comp ref="R2"><value>10k</value><footprint>Resistor_SMD:R_0603_1608Metric</footprint>
<property name="dnp"/><libsource lib="Device" part="R"/></comp>
<comp ref="U1"><value>XYZ-9</value><libsource lib="Regulator_Linear" part="XYZ-9"/></comp>
<comp ref="X9"><value>logo</value><property name="exclude_from_bom"/></comp>
</components></export>
"""


def symbol(ref: str, value: str, *more: str, lib: str = "Device:R", unit: int = 1) -> str:
    """A placed symbol of a KiCad schematic."""
    return (
        f'(symbol (lib_id "{lib}") (unit {unit}) {" ".join(more)} '
        f'(property "Reference" "{ref}") (property "Value" "{value}") '
        f'(property "Footprint" "Resistor_SMD:R_0603_1608Metric"))'
    )


def schematic(*parts: str, uuid: str = "aaaa") -> str:
    """A schematic of KiCad."""
    return f'(kicad_sch (version 20231120) (generator "x") (uuid "{uuid}") {" ".join(parts)})'


_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def xlsx(sheets: Sequence[tuple[str, Sequence[Sequence[object]]]]) -> bytes:
    """A workbook with inline texts."""
    out = io.BytesIO()
    names = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, (name, _) in enumerate(sheets, 1)
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{relation}"><sheets>{names}</sheets></workbook>',
        )
        package.writestr("[Content_Types].xml", _TYPES)
        document = f'<Relationship Id="rId1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/>'
        package.writestr("_rels/.rels", f'<Relationships xmlns="{_LINKS}">{document}</Relationships>')
        links = "".join(
            f'<Relationship Id="rId{n}" Type="{relation}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        package.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>',
        )
        for n, (_, rows) in enumerate(sheets, 1):
            package.writestr(f"xl/worksheets/sheet{n}.xml", _sheet(main, rows))
    return out.getvalue()


def _sheet(main: str, rows: Sequence[Sequence[object]]) -> str:
    body = "".join(
        f'<row r="{r}">' + "".join(_cell(f"{chr(65 + c)}{r}", cell) for c, cell in enumerate(row)) + "</row>"
        for r, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>'


def _cell(place: str, cell: object) -> str:
    if isinstance(cell, (int, float)):
        return f'<c r="{place}"><v>{cell}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>' if cell else ""


def ods(rows: Sequence[Sequence[str]]) -> bytes:
    """An OpenDocument spreadsheet."""
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(c)}</text:p></table:table-cell>'
            for c in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        f'<office:document-content xmlns:office="{office}office:1.0" xmlns:table="{office}table:1.0" '
        f'xmlns:text="{office}text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Parts">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{office}manifest:1.0"/>',
        )
    return out.getvalue()


def save(folder: Path, text: str, name: str = "bill.csv", encoding: str = "utf-8") -> Path:
    """Write ``text`` into a file of ``folder``."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


@cache
def _scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def scratch() -> str:
    """A folder that lasts as long as the test run, for tests that draw many files."""
    return _scratch().name


def letters(text: str) -> str:
    """The letters and digits of a text: what must never be lost."""
    return "".join(char for char in text if char.isalnum() and char.isascii())
