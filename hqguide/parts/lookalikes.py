"""Chinese characters that look alike, for slips of handwriting input, of reading and of scanned lists.

Only characters that stand in names of goods, and what is taken for them, are listed; a list of our own.
"""

from collections.abc import Iterator

_TEXT = """
阻阴祖组租诅 容溶客蓉熔榕 晶昌品 振震阵 蜂峰锋烽 鸣呜鸟 烙络铬洛 焊悍捍 锡惕赐 电申由 管官菅 极级圾
板版扳叛 盒合盆 座坐痤 排拍 针钉计 插播 壳売亮 屏屛屝 膜模摸漠 胶皎较 钳甜 表裱衣 池沲地 块快筷 圈卷
磁滋兹慈 珠株殊 感憾 保堡 险检验 丝线 断继 按安案 钮扭纽妞 键健建 码马玛 灯钉打 带滞 缩宿 热熟热 散撒
风凤 扇煽 天夭夫 充允 数教 据剧 贴帖站 片爿 陶淘萄 瓷资姿 担但 铝吕侣 解懈 稳隐 压庄 源原缘 传转专 摄慑
像象 镜境竟 测侧则 试拭式 用甩 示未 波坡破 收牧 发友 频烦须 路格 场扬汤 效郊 体休 光兄 敏繁 耦藕偶 隔融
离漓 开幵井 拨拔泼 旋施 船般 轻经 触烛 微徵徽 动功 直真 流梳 交文 变恋 环坏还 氧养 芯蕊心 运远 放故 比此
较绞 器噐 单草 机枕杌 理埋 储诸 存在 闪闭 卡卞 卖买 座庄 头买 母每毋 公么 接按 端瑞 子孑于 束柬 套奎
软欧 硬便 剥录 锉挫 螺骡 批披 钻站 锯据 尺尼 刀力 胎始 喇剌 叭趴八 咪眯 麦夌 耳取 音暗 响晌 喉候 蓝篮监
牙芽 无天 网纲冈 位泣 温湿 湿显 气汽 烟咽 红虹 外处 雷雪 超越 尔尓 加力 速束 度席 仪议 纹绞 力刀 称秤
重童 盐监 盘盆
"""
_GROUPS = [set(group) for group in _TEXT.split()]


def alike(text: str) -> Iterator[str]:
    """``text`` with one of its characters taken for one that looks like it, every way."""
    for at, char in enumerate(text):
        others = sorted(set().union(*(group for group in _GROUPS if char in group)) - {char})
        for other in others:
            yield text[:at] + other + text[at + 1 :]
