"""The names traders give to the columns of a stock list, in Chinese and English.

Collected from the templates of component exchanges and from brokers' lists; a name is compared without
case, blanks, punctuation and what stands in brackets. Of several columns with one meaning the one
whose name comes first here is taken.
"""

from collections.abc import Mapping
from types import MappingProxyType

PART, BRAND, QUANTITY, DATE_CODE = "part", "brand", "quantity", "date code"
PACKAGE, PRICE, COUNTER, DAY = "package", "price", "counter", "day"

_NAMES = {
    PART: """
        型号 產品型號 产品型号 物料型号 器件型号 元件型号 元器件型号 商品型号 完整型号 原厂型号 厂家型号
        厂商型号 制造商型号 規格型號 规格型号 型号规格 型號 芯片型号 料号 料號 原厂料号 物料编码 mpn
        partnumber partno part pn pno mfrpartnumber mfrpartno mfgpartnumber mfgpartno mfrpn mfgpn
        manufacturerpartnumber manufacturerpartno manufacturerpn modelnumber modelno model partnum
        partnumbers itemno itemnumber type 规格 規格 品名 产品名称 商品名称 物料名称 名称 item product
        description
    """,
    BRAND: """
        品牌 厂牌 廠牌 牌子 厂商 廠商 厂家 制造商 製造商 生产商 生产厂家 原厂 brand mfr mfg mfgr
        manufacturer manufacturers maker make vendor
    """,
    QUANTITY: """
        数量 數量 库存数量 庫存數量 库存 庫存 现货数量 现货 現貨 可用数量 可售数量 库存量 结存 结存数量
        数量pcs qty quantity stock stockqty qtyinstock instock onhand qtyonhand available availableqty
        inventory pcs qtypcs
    """,
    DATE_CODE: """
        批号 批號 批次 批次号 年份 生产日期 生产批号 周期 dc datecode datecodes datacode lot lotcode
        lotno year
    """,
    PACKAGE: """
        封装 封裝 封装形式 封装规格 封装类型 package pkg footprint case casesize packagecase pack
        packing size 包装 包裝
    """,
    PRICE: """
        单价 單價 含税单价 未税单价 不含税单价 销售单价 售价 售價 价格 價格 价钱 报价 含税价 未税价
        price unitprice priceeach sellprice saleprice quote cost
    """,
    COUNTER: """
        位置 柜台 櫃檯 柜台号 柜号 档口 檔口 档口号 摊位 铺位 铺号 店铺 地址 counter stall booth shop
        location address position place
    """,
    DAY: """
        日期 更新日期 更新时间 报价日期 库存日期 发布日期 updated updatedat updatedate lastupdate
        lastupdated date stockdate asof
    """,
}

NAMES: Mapping[str, tuple[str, int]] = MappingProxyType(
    {name: (field, rank) for field, text in _NAMES.items() for rank, name in enumerate(text.split())}
)
"""Folded name of a column -> its field and its rank among the names of that field, 0 the surest."""

TOTALS = frozenset(("合计", "总计", "小计", "总数", "汇总", "total", "subtotal", "grandtotal", "sum"))
"""What the first cell of a row says that only sums up."""
