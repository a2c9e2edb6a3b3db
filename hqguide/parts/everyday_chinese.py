"""Everyday Chinese words that hold or resemble a trade word and are none: 电视剧 is no television.

The names of goods that lie inside such a word are not there. The list is hqguide's own; words that may be
wanted as goods or services of the market are not on it. A longer list is from jieba, cut down by
``tools/import_everyday_chinese.py``: words that hold a name and are none, and common nouns that the pack
does not use. Such a noun at the end of a phrase is what is spoken of: 芯片新闻 is news.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from hqguide.parts.wordlist import WordList

_WORDS_TEXT = """
电影 电影院 电影票 电视剧 电视台 电视节目 电台节目 电梯 电费 电信 电信局 电信诈骗 电力公司
电力局 停电通知 触电身亡 电子邮件 电子商务 电子竞技 电竞 电报 电棍 电椅 电影节 供电局 核电站
发电厂 火电厂 水电费 水电站 车站 火车 火车站 火车票 汽车站 汽车票 公交车 公交站 地铁站 高铁
高铁站 高铁票 机场 飞机场 飞机票 机票 航班 船票 港口 天桥 立交桥 大桥 过桥 桥牌 桥梁 拱桥
断桥 石桥 鹊桥 桥段 公路 马路 堵车 出租车 打车 驾照 驾校 驾驶证 红绿灯 路灯下 斑马线 人行道
加油站 收费站 服务区 门票 彩票 邮票 发票抬头 股票 股市 基金 期货市场 银行家 银行贷款 银行利率
银行卡号 银行业 贷款 存款 房贷 利息 保险公司 保险费 医疗保险 社会保险 人寿保险 养老保险 社保
医保 保险金 税务局 工资 奖金 年终奖 招聘 面试 简历 辞职 退休 办公厅 开会 董事会 主席 总统
总理 政府 法院 律师 警察局 派出所 公安局 法官 合同法 刑法 民法典 人民 国家 祖国 军队 战争
阻止 抵抗 抵抗力 抵制 反抗 电阻率 学校 大学 中学 小学 幼儿园 学校大门 老师 校长 同学 考试
高考 中考 考研 作业 成绩单 总成绩 毕业 毕业论文 论文 开学 放假 暑假 寒假 课程表 英语 数学
语文 历史 地理 化学课 物理课 逻辑学 逻辑思维 图书馆 图书馆学 展览馆 书店 小说 诗歌 唐诗 宋词
作文 日记 读后感 成语 歇后语 谜语 传说 故事 神话 三国演义 三国 西游记 红楼梦 水浒传 新华字典
天气 天气预报 气温多少 下雨 下雪 刮风 打雷 台风 阳光 阳光明媚 月亮 太阳下山 星空下 白云 大海
高山 河流 森林 草原 沙漠 春天 夏天 秋天 冬天 春节 元宵节 灯节 清明节 端午 端午节 中秋 中秋节
国庆 国庆节 圣诞节 情人节 除夕 过年 新年 新年快乐 生日 生日快乐 生日蛋糕 节日快乐 端正 端正态度
端详 极端分子 两极分化 二极分化 恋爱 爱情 婚礼 结婚 结婚证 离婚 离婚证 彩礼 相亲 男朋友 女朋友
老公 老婆 爸爸 妈妈 爷爷 奶奶 哥哥 姐姐 弟弟 妹妹 儿子 女儿 孙子 亲戚 朋友圈 邻居 早饭 晚饭
早餐店 晚餐 火锅 烧烤 烤鸭 烤肉 炒饭 炒菜 面条 饺子 包子 馒头 油条 豆腐 豆浆 米饭 米线 排骨
排骨汤 红烧肉 糖醋排骨 宫保鸡丁 鸡丁 鸡肉 牛肉 牛肉面 牛排 羊肉 猪肉 鱼香肉丝 海鲜 螃蟹 虾仁
蔬菜 水果 苹果树 苹果派 苹果汁 西瓜 葡萄 葡萄酒 白酒 啤酒 红酒 酒精中毒 酸奶 牛奶 面包店
面包片 蛋糕 饼干 巧克力 糖果 冰淇淋 薯片 薯条 瓜子 花生 食谱 菜谱 减肥 感冒 感冒药 感谢
感谢信 感动 感情 感觉 感悟 感恩 发烧 咳嗽 头疼 头痛 肚子疼 牙疼 医院 医生 护士 挂号 吃药
体检 怀孕 疫苗 病毒性感冒 血糖 血小板 健身房 跑步 游泳 篮球 足球 足球比赛 乒乓球 羽毛球 排球
网球 网球场 比赛 冠军 奥运会 世界杯 插队 插花 插花艺术 插画 插嘴 插曲 接吻 接待 接受 接受采访
采访 接人 接孩子放学 接班人 排队 排名 排行榜 排练 安排 开心 心情 光荣 光荣历史 光阴 时光 风光
观光 灯红酒绿 灯谜 关灯睡觉 睡觉 起床 做梦 梦见 晚安 早安 早上好 晚上好 再见 对不起 没关系
我爱你 容易 容易受伤 容貌 容忍 内容 笑容 包容 压力大 压岁钱 血压高 变态 变心 变化 改变 线上课
线索 前线 路线图 航线 视线 底线 分数线 录取分数线 模特 模范 模仿 模样 劳模 规模 机会 机会主义
机智 机关 机关单位 司机 手机号码 话费 危机 时机 投机 有机蔬菜 头发 理发店 美容院 裤子 裙子
鞋子 袜子 毛衣 牛仔裤 雨伞 带伞 洗衣服 买菜 做饭 房子 房价 租房 买房 装修 装饰 装病 装傻
小区 物业 物业费 水费 煤气费 快递员 外卖 外卖员 旅游攻略 旅行社 景点 故宫 长城 天安门 迪士尼
动物园 公园 植物园 海洋馆 游乐园 酒吧 咖啡馆 咖啡因 茶馆 唱歌 跳舞 舞蹈 音乐会 演唱会 歌词
歌手 明星 演员 导演 钢琴课 吉他课 画画 新闻 报纸 杂志 广播电台 电波 摇摇头 点头 老头子 手指头
骨头 石头 枕头 眼镜蛇 眼珠子 牛鼻子 袁大头 脚踏实地 风驰电掣 摇头晃脑 三角恋 三角形 三角函数
管家 管他 主管 血管 水管工 保管 尽管 不管 服务员 服务态度 通讯员 代理人 理财 管闲事
"""
WORDS = frozenset(_WORDS_TEXT.split())
"""The words of our own, in simplified characters."""

LEXICON = WordList(Path(__file__).with_name("everyday_chinese.txt"))
"""Words from jieba."""

_TALK_TEXT = """
问题 情况 质量 价格 价钱 报价 品牌 型号 规格 数量 单位 公司 厂家 工厂 商家 店家 店铺 商店 门店 市场 老板
师傅 专家 客户 地方 位置 地址 附近 楼上 楼下 哪个 什么 怎么 多少 现货 正品 原装 全新 二手 旧的 新的 好的
大的 小的 黑色 白色 红色 蓝色 绿色 黄色 灰色 银色 金色 颜色 今天 明天 现在 马上 时候 时间 样品 样子 种类
系列 版本 尺寸 大小 长度 厚度 毛病 故障 效果 功能 作用 参数 性能 产品 商品 货物 东西 大家 朋友 孩子 小孩
老人 家里 家用 学校 学生 实验 项目 作业 毕业设计 比赛 材料 资料 说明书 教程 原理 图纸 方案 设计 技术 行业
行情 优惠 折扣 发票 收据 批量 小批量 大批量 进口 国产 厂商 供应商 代理商 经销商
"""
CHINESE_TALK = frozenset(_TALK_TEXT.split())
"""What buyers say around the thing."""

BEINGS = frozenset(
    "侠鞋粉藻猫狗饭菜汤茶酒果花草树鱼鸟诗歌曲舞剧戏省县村寺庙宫肉蛋糖奶糕裙裤袜病症史"
    "课族党妻娘妹哥爷婆孩童诀恋爱梦魂"
)
"""Characters that end the names of beings, food, places and the like, and hardly one of goods."""

_LONGEST = 6
_PARTICLES = ("里面的", "里的", "上的", "中的", "的", "之", "里", "和", "与")


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    """An expression for any of the words of our own, the longest first."""
    return re.compile("|".join(sorted(WORDS, key=lambda word: (-len(word), word))))


def everyday_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where everyday words stand in ``text``, from left to right, the longest first, none inside another."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans, one after the other."""
    at = 0
    while at < len(text) - 1:
        size = _size(text, at)
        if size:
            yield at, at + size
        at += size or 1


def _size(text: str, at: int) -> int:
    """The length of the longest everyday word that begins at ``at``; 0 when none does."""
    own = _any().match(text, at)
    longest = len(own[0]) if own else 0
    for size in range(min(_LONGEST, len(text) - at), max(1, longest), -1):
        if LEXICON.holds(text[at : at + size]):
            return size
    return longest


def is_everyday(text: str) -> bool:
    """Whether everyday words, and nothing but particles between them, make up the whole of a text."""
    at = 0
    while at < len(text):
        size = _size(text, at) or next((len(p) for p in _PARTICLES if text.startswith(p, at)), 0)
        if not size:
            return False
        at += size
    return bool(text)


def names_another(rest: str) -> bool:
    """Whether what follows a name tells of something else: [芯片]新闻, [手机]里的照片, [键盘]侠."""
    if len(rest) == 1:
        return rest in BEINGS
    return len(rest) > 1 and is_everyday(rest) and not rest.endswith(_PARTICLES)
