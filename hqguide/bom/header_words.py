"""Names of columns seen in bills of materials, in the languages and tools they come in.

Names are compared folded: lower case, no accents, no signs, simplified Chinese. A name may be followed by a
strength from 1 (only when no better column is there) to 3 (says exactly this).
"""

from collections.abc import Mapping
from types import MappingProxyType

REFS, QUANTITY, VALUE, FOOTPRINT = "refs", "quantity", "value", "footprint"
MPN, MAKER, DESCRIPTION, SUPPLIER_PART = "mpn", "manufacturer", "description", "supplier_part"
DNP, FITTED, EXCLUDED, EXTRA, REMARKS, KIND = "dnp", "fitted", "excluded", "extra", "remarks", "kind"
INDEX, OTHER, PART_NUMBER = "index", "other", "part_number"

_WORDS: Mapping[str, str] = {
    REFS: """
    reference 3|references 3|ref 3|refs 3|ref des 3|refdes 3|ref des s|ref designator 3
    reference designator 3|reference designators 3|reference s 3|designator 3|designators 3
    designation s|part reference 3|component reference|parts 2|schematic reference|schematic ref
    component designator|location 1|position s|pcb reference|partref|part ref|part references
    reference id|refdesignator|refdesignators|referenceid|customer reference 1|ref s 3
    circuit reference|circuit designator|board reference|symbol reference|placement|placements|id s
    part designator|part designators|refs des|positions|ref no|ref no s|reference number
    rif 3|riferimento scheda 3|refencias 3|designacion 2|identifier 2|identificador 2|tag 1
    reference name|位号 3|元件位号 3|元器件位号 3|编号 1|器件位号 3|标号 3|元件标号 3|标识 1|位置 2
    位置号 3|元件编号 2|零件位置 3|代号 2|标志 1|板上位置|参考位号 3|参考编号 3|流水号|bezeichner 3
    referenz 3|referenzen 3|bauteil nr|bauteilreferenz 3|bauteilbezeichner 3|bauteile 2|bauteilname 1
    repere 3|reperes 3|rep|referencias 3|referencia 3|designador 3|designadores 3|identificador
    riferimento 3|riferimenti 3|sigla|designatore 3|referentie 3|oznaczenie 3|oznaczenia|部品番号 2
    リファレンス 3|参照名 3|回路記号 3|参照 3|部品記号 3|部品参照 3|記号|поз обозначение 3
    позиционное обозначение 3|обозначение 2|позиция 2|레퍼런스|참조
    """,
    QUANTITY: """
    qty 3|quantity 3|quantities 3|qnty 3|qty s 3|count 3|qte 3|pcs 2|pieces 2|number of parts|amount 2
    uds 3|ud 3|unds 3|total uds 2|nombre d unites 2|quantity per board 3|quantity used 3|qty used 3|szt 3
    no of parts|qty per board 3|quantity per board 3|qty board 3|qty pcb 3|quantity per pcb 3
    quantity needed|qty needed|qty req|qty required|required quantity|quantity required
    build quantity 2|order qty 2|order quantity 2|required qty|total quantity 1|total qty 1
    quantity requested|requested quantity 1|ea|each|nr 1|num 1|number 1|units|unit qty|qty 1|qty unit
    qty ea|component count|item count|part count|parts count|units per board|qty pcs|quantity pcs
    quantity pcs per board|pcs per board|usage|usage qty|multiplicity|n|数量 3|用量 3|数目 3
    单机用量 3|单板用量 3|总数 2|总数量 1|需求数量 2|个数 3|件数 3|采购数量 1|购买数量 1|单套用量 3
    数量 个 3|库存数量 0|menge 3|anzahl 3|stuck 3|stuckzahl 3|stk 3|stck|stueck|stueckzahl|quantite 3
    nombre 2|nb 2|cantidad 3|cant 3|cantidades 3|unidades 2|quantidade 3|qtd 3|qtde 3|quantita 3|qta 3
    pezzi|aantal 3|ilosc 3|antal 3|pocet 3|mnozstvi 3|darab 3|adet 3|miktar 3|個数 3|員数 3|使用数 3
    使用個数 3|必要数|кол 3|кол во 3|количество 3|к во|수량 3
    """,
    VALUE: """
    value 3|values 3|val 3|comment 2|part value 3|component value 3|name 1|designation 2|component 1
    components 1|part name 1|item name 1|part 1|item 1|parameter 1|nominal|wert 3|werte 3
    bauteilwert 3|valeur 3|valor 3|valore 3|waarde 3|wartosc 3|hodnota 3|varde|verdi|ertek|deger
    компонент 1|компоненты 1|what 1|thing 1|plain name 1|valore tipo 3|especificacion 1|especificacao 1
    caracteristicas 1|组件 1|元件名 1|モデル 1
    comp value|part val|value comment|spec 1|specification 1|specifications 1|rating 1|bauteil 1
    bauteilname 1|bezeichnung 1|artikel 1|artikelbezeichnung 1|nom 1|nombre pieza|composant 1
    componente 1|componentes 1|componenti 1|product 1|product name 1|artikelname 1|material 1
    materials 1|值 3|参数 2|参数值 3|阻值 3|容值 3|标称值 3|规格 2|规格参数 2|名称 1|元件名称 1
    元器件名称 1|物料名称 1|品名 1|元器件 1|元件 1|器件 1|注释 2|物料 1|器件名称 1|零件名称 1
    产品名称 1|商品名称 1|名字 1|材料 1|数值 3|元件值 3|型号 规格 2|规格型号 2|型号规格 2|値 3|定数 3
    部品名 1|仕様 1|номинал 3|наименование 1|значение 3|название 1|값 3|부품명 1
    """,
    FOOTPRINT: """
    footprint 3|footprints 3|package 3|packages 3|pcb footprint 3|case 2|package type 2|pkg 2
    case package 3|package case 3|footprint name 3|pattern 3|pattern name 3|decal 3|pcb decal 3
    land pattern 3|cell 1|geometry 1|form factor|size 1|case style 2|housing 2|package footprint 3
    footprint package 3|mechanical package|case size 2|package size 2|封装 3|封装形式 3|元件封装 3
    封装规格 3|元器件封装 3|包装 1|封装类型 3|封装名 3|尺寸 1|gehause 3|gehaeuse 3|bauform 3
    bauteilform|boitier 3|empreinte 3|huella 3|encapsulado 3|paquete|footprint s|encapsulamento 3
    contenitore 3|behuizing 3|obudowa 3|pouzdro 3|フットプリント 3|パッケージ 3|形状 2|корпус 3
    посадочное место 3|풋프린트|패키지
    """,
    MPN: """
    mpn 3|mpns 3|manufacturer part number 3|manufacturer part numbers 3|mfr part number 3
    mfg part number 3|mfr part 3|manufacturer part 3|manufacturer part no 3|manufacturer pn 3|mfr pn 3
    mfg pn 3|mfr no 3|mfr 1|mfg part 3|manufacturers part number 3|mfr part no 3|mfg part no 3
    manufacturer number 2|mfgpn 3|mfg partno 3|manuf partno 3|manf 3|manf part 3|manf part number 3
    manufacturer reference|man part no|man part number|manufacturer s part number 3
    manufacturer product number 3|manufacturer part name 3|mf pn 3|mfpn 3|mpn 1 3
    manufacturer part number 1 3|mfr number|manufacturerpartnum 3|manufacturerpartnumber 3
    partnumber mfg|mfr partnumber|mfr part num|supplier and ref 1|manufacture part number 3
    modelo 2|modele 2|modell 2|modello 2|модель 2|typenbezeichnung 2|codice standard 1
    manufacturer name part|mp 2|oem part number|vendor part|model 2|model number 2|model no 2
    part type 1|type number 2|order number mfr|manuf part 3|manufacturers pn|型号 2|制造商料号 3
    厂商料号 3|制造商型号 3|厂家型号 3|元件型号 2|物料型号 2|器件型号 2|原厂型号 3|厂商型号 3
    制造商零件编号 3|制造商编号 3|元器件型号 2|厂家料号 3|商品型号 2|产品型号 2|芯片型号 2
    制造商器件编号 3|制造商 器件号 3|制造商部件 3|herstellernummer 3|hersteller nr 3
    herstellerteilenummer 3|hersteller teilenummer 3|hersteller artikelnummer 3|reference fabricant 3
    ref fabricant 3|referencia fabricante 3|numero de parte 2|codigo fabricante 3|codice produttore 3
    型番 3|メーカー型番 3|品番 2|型式 2|メーカ型番 3|артикул 2|тип 1
    """,
    PART_NUMBER: """
    part number 2|part no 2|partnumber 2|partno 2|pn 2|p n 2|part num 2|part code 1|item number 1
    catalog number 2|catalogue number|order code 2|stock code|part numbers 2|order number|order no
    bestellnummer|bestell nr|artikelnummer|artikel nr|teilenummer|article|料号|物料编码|物料编号|编码
    codice 1|codigo 1|код 1
    商品编号|part id|sku|stock number
    """,
    MAKER: """
    manufacturer 3|manufacturers 3|mfr 2|mfg 2|manufacturer name 3|maker 2|brand 2|mfr name 3
    mfg name 3|manuf 3|make 1|manufacturer 1 3|mfgr 3|manf name|mf 1|producer|制造商 3|厂商 3|生产商 3
    品牌 3|厂家 3|生产厂家 3|制造厂商 3|hersteller 3|fabricant 3|fabricante 3|produttore 3|fabrikant 3
    producent 3|vyrobce 3|メーカー 3|メーカ 3|製造元 3|производитель 3|제조사 3
    """,
    DESCRIPTION: """
    description 3|descriptions 3|desc 3|descr 3|part description 3|item description 3
    component description 3|device 1|libref 1|lib ref 1|detail 1|details 1|product description 3
    function 1|title 1|text 1|long description|short description|描述 3|说明 2|元件描述 3|物料描述 3
    商品描述 3|产品描述 3|功能 1|用途 1|详细 1|物料说明 2|beschreibung 3|bezeichnung 2|beschrijving 3
    designation 1|descripcion 3|descricao 3|descrizione 3|opis 3|popis 3|libelle|説明 3|備考説明
    item type 1|plain description 2|funktion 1|funcion 1|fonction 1|funzione 1|назначение 1
    описание 3|설명 3|beispiel spezifikation 2|spezifikation 2
    """,
    SUPPLIER_PART: """
    supplier part 3|supplier part number 3|supplier pn 3|supplier part no 3|supplier and ref 2
    distributor part number 3|lcsc 3|lcsc part 3|lcsc part number 3|lcsc pn 3|lcsc part no 3
    jlcpcb part 3|jlcpcb part number 3|jlc part|jlcpcb 2|lcsc assembly 1|digikey 3|digi key 3
    digikey part 3|digi key part 3|digikey part number 3|digi key pn 3|digi key part number 3
    digikey pn 3|mouser 3|mouser part 3|mouser part number 3|mouser no 3|mouser pn 3|farnell 2
    newark 2|rs 2|rs part number|farnell part number|vendor part number 3|distributor part 3
    dist part no 3|dist part 3|supplier ref|supplier number|vendor pn 3|vendor no 2|spn 3
    distributorpartnum 3|supplier order code|order code supplier|供应商料号 3|供应商编号 3
    供应商型号 3|立创编号 3|立创商城编号 3|立创料号 3|商城编号 2|供应商器件编号 3|供应商部件 3
    商品编号 2|嘉立创料号|lieferantennummer 3|lieferanten nr|ref fournisseur|referencia proveedor|jlc
    arrow 1|tme|reichelt|szlcsc|mouserref|seeed sku
    """,
    DNP: """
    dnp 3|dnf 3|dni 3|dnm 3|dns 3|do not place 3|do not populate 3|do not fit 3|do not install 3
    do not mount 3|not fitted 3|not placed|not mounted|no pop|nopop|no stuff|nostuff|unpopulated
    不贴 3|不焊 3|不上件 3|空贴 3|不贴片|是否不贴|nicht bestucken 3|nicht bestuckt 3
    exclude from board|optional dnp|dnl|config 1
    """,
    FITTED: """
    populate 3|populated 3|fitted 3|fit 2|mount 2|mounted 3|place 1|placed 2|install 2|installed 2
    stuff 2|stuffed 3|assemble 2|assembled 2|bestuckt 3|bestucken 3|bestuckung 3|贴装 3|是否贴片 3
    是否贴装 3|是否焊接 3|装配 1|焊接 1
    """,
    EXCLUDED: "exclude from bom 3|excluded from bom 3|not in bom 3|exclude from bill of materials 3",
    EXTRA: """
    tolerance|tol|voltage|voltage rating|rated voltage|power|wattage|power rating|dielectric|current
    value2|color|colour|temperature coefficient|tempco|esr|rating v|max voltage|volt|watt|toleranz
    spannung|leistung|tolerancia|voltaje|精度|误差|耐压|功率|电压|公差|颜色|額定電圧|許容差
    material type|dielectric type|temp coeff|characteristics|volts|size mm|dimensions|pitch|pins
    pin count|gender|additional info|info|zusatzinfo|ratings
    """,
    REMARKS: """
    note|notes|remark|remarks|comments|bom comment|comment 1|hinweis|hinweise|bemerkung|bemerkungen
    anmerkung|kommentar|remarque|remarques|commentaire|notas|nota|observaciones|comentario|comentarios
    note tecniche|osservazioni|observacoes|notes techniques|комментарий|substitution
    opmerking|uwagi|poznamka|备注|备考|注意|備考|コメント|примечание|비고|status|assembly note
    assembly notes|comment s|key properties
    """,
    KIND: """
    libpart|lib part|cmp name|symbol|libsource|category|type|part type|component type|kind|class|group
    family|kategorie|typ|art|categorie|categoria|tipo|类型|元件类型|类别|种类|分类|物料类型|元件种类
    器件类型|种 类|種類|分類|subsystem
    """,
    INDEX: """
    no|item no|line|line no|line number|index|row|id|item|s no|sl no|sr no|sno|srno|line item|pos nr
    position|pos|lfd nr|nr|num|序号|编号|项|项目|项次|行号|番号|項番|no s|n|idx|entry|rank|seq
    serial number|sl|lp
    """,
    OTHER: """
    oc farnell|oc newark|popularity|spiceprefix|price|unit price|unit cost|cost|total|total price
    total cost|extended price|ext price|amount usd|subtotal|sum|preis|einzelpreis|gesamtpreis|prix
    precio|prezzo|单价|总价|金额|价格|小计|合计|link|url|datasheet|data sheet|image|picture|library
    lib|sheet|x|y|layer|rotation|side|mid x|mid y|orientation|stock|available|availability|backorder
    supplier|suppliers|vendor|distributor|distributer|lieferant|fournisseur|proveedor|供应商|采购链接
    链接|库存|库存数量|rohs|lifecycle|lead time|currency|moq|product link|purchase link|datenblatt
    confidence|evidence|price unit|line price|price each|source|source 1|source 2|where to buy|store
    safety margin|safety margin x|source of materials|buy link|ext price
    shop|sheetpath|weight|in stock|unit price usd|数据手册|running total|distributorpartlink
    distributor2|distributorpartnum2|distributorpartlink2|vendor link|supplier link|cost each
    price usd|smd tht|mounting type|mount type|assembly type|pads|pin count 1|optional|3d model
    designitemid|revision|date
    """,
}


def _table() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Folded name -> the fields it may mean with their strengths, strongest first."""
    table: dict[str, list[tuple[str, int]]] = {}
    for field, text in _WORDS.items():
        for entry in text.replace("\n", "|").split("|"):
            name, strength = entry.strip(), 2
            if name[-2:-1] == " " and name[-1:] in "0123":
                name, strength = name[:-2], int(name[-1])
            if name and strength:
                table.setdefault(name, []).append((field, strength))
    return MappingProxyType({name: tuple(sorted(f, key=lambda e: -e[1])) for name, f in table.items()})


NAMES = _table()
"""Folded name of a column -> the fields it may mean, strongest first."""

# Words that tell a longer name (``Qty per 10 boards``, ``LCSC Part #(optional)``), first match first.
PHRASES: tuple[tuple[str, str, int], ...] = (
    ("price", OTHER, 2),
    ("cost", OTHER, 2),
    ("preis", OTHER, 2),
    ("link", OTHER, 2),
    ("datasheet", OTHER, 2),
    ("单价", OTHER, 2),
    ("价", OTHER, 2),
    ("stock", OTHER, 2),
    ("total", OTHER, 2),
    ("do not", DNP, 2),
    ("lcsc", SUPPLIER_PART, 2),
    ("jlcpcb", SUPPLIER_PART, 2),
    ("digikey", SUPPLIER_PART, 2),
    ("digi key", SUPPLIER_PART, 2),
    ("mouser", SUPPLIER_PART, 2),
    ("farnell", SUPPLIER_PART, 2),
    ("supplier part", SUPPLIER_PART, 2),
    ("designator", REFS, 2),
    ("refdes", REFS, 2),
    ("位号", REFS, 2),
    ("quantity", QUANTITY, 1),
    ("qty", QUANTITY, 1),
    ("数量", QUANTITY, 1),
    ("用量", QUANTITY, 1),
    ("menge", QUANTITY, 1),
    ("anzahl", QUANTITY, 1),
    ("footprint", FOOTPRINT, 1),
    ("封装", FOOTPRINT, 1),
    ("package", FOOTPRINT, 1),
    ("mpn", MPN, 2),
    ("manufacturer part", MPN, 2),
    ("part number", PART_NUMBER, 1),
    ("part no", PART_NUMBER, 1),
    ("型号", MPN, 1),
    ("manufacturer", MAKER, 1),
    ("description", DESCRIPTION, 1),
    ("描述", DESCRIPTION, 1),
    ("名称", VALUE, 1),
    ("规格", VALUE, 1),
    ("reference", REFS, 1),
    ("value", VALUE, 1),
)
