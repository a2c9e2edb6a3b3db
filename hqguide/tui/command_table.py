"""The table of commands. One entry is the whole truth about one command."""

from hqguide.tui.keys import Command

COMMANDS: tuple[Command, ...] = (
    Command(
        "go.find", "", ("1", "f5"), "Find", "查找",
        "Search for a part, a place or a counter number.",
        "查找元件、商场或柜台号。", "app.go('find')", "", False,
    ),
    Command(
        "go.map", "", ("2", "f6"), "Map", "地图",
        "See the district and its halls.", "查看街区和商场。", "app.go('map')", "", False,
    ),
    Command(
        "go.list", "", ("3", "f7"), "List", "清单",
        "Write the shopping list.", "编写采购清单。", "app.go('list')", "", False,
    ),
    Command(
        "go.route", "", ("4", "f8"), "Route", "路线",
        "See one walk that buys the list.", "查看一次买齐的路线。", "app.go('route')", "", False,
    ),
    Command(
        "help", "", ("question_mark", "f1"), "Help", "帮助",
        "Show every key.", "显示全部按键。", "app.help", "",
    ),
    Command(
        "palette", "", ("ctrl+p",), "Commands", "命令",
        "Pick a command by its name.", "按名称选择命令。", "app.command_palette", "", False,
    ),
    Command(
        "language", "", ("f2",), "中文", "English",
        "Switch the interface between English and Chinese.",
        "在中文与英文界面之间切换。", "app.language", "", False,
    ),
    Command(
        "theme", "", ("f3",), "Colours", "配色",
        "Switch between dark, light and grey.", "切换深色、浅色与灰色。", "app.next_theme", "", False,
    ),
    Command(
        "quit", "", ("q", "ctrl+q"), "Quit", "退出",
        "Leave the guide; everything is saved already.", "退出；内容均已保存。", "app.quit", "",
    ),
    Command(
        "find.results", "find", ("down", "enter"), "Results", "结果",
        "Go from the search box to the results.", "从搜索框转到结果。", "leave", "box",
    ),
    Command(
        "find.clear", "find", ("escape",), "Clear", "清空",
        "Empty the search box; when it is empty, go to the results.",
        "清空搜索框；已空时转到结果。", "clear", "box",
    ),
    Command(
        "find.search", "find", ("slash", "escape"), "Search", "搜索",
        "Back to the search box.", "回到搜索框。", "screen.box",
    ),
    Command(
        "find.add", "find", ("enter", "a", "plus"), "Add to list", "加入清单",
        "Put what was searched for on the shopping list.", "把所查之物加入采购清单。", "screen.add",
    ),
    Command(
        "find.map", "find", ("m",), "On the map", "看地图",
        "Show the place on the map: the counter on its floor, as far as it is known.",
        "在地图上显示该处：尽可能到楼层与柜台。", "screen.on_map",
    ),
    Command(
        "find.where", "find", ("w",), "Where are these", "分布",
        "Show the halls on the map, shaded by how much is known to be sold there.",
        "在地图上按依据多少给商场着色。", "screen.where",
    ),
    Command(
        "find.why", "find", ("y",), "Why", "缘由",
        "Say in the card why the place stands where it does, and leave it off again.",
        "在卡片中说明排位缘由，再按收起。", "screen.why",
    ),
    Command(
        "find.card", "find", ("c",), "Whole card", "全卡",
        "Give the card of the place the whole screen, and back.", "卡片全屏显示，再按还原。", "screen.card",
    ),
    Command(
        "find.scroll_down", "find", ("pagedown", "f"), "Card down", "卡片下翻",
        "Scroll the card down.", "卡片向下滚动。", "screen.scroll_card(1)", "", False,
    ),
    Command(
        "find.scroll_up", "find", ("pageup", "b"), "Card up", "卡片上翻",
        "Scroll the card up.", "卡片向上滚动。", "screen.scroll_card(-1)", "", False,
    ),
    Command(
        "map.open", "map", ("enter",), "Open", "进入",
        "Go into the chosen hall, to the chosen floor, to the chosen counter; so does a double click.",
        "进入所选商场、楼层或柜台；双击亦可。", "screen.open", "",
    ),
    Command(
        "map.up", "map", ("escape", "backspace"), "Back", "返回",
        "One level up: from the floor to the hall, to the district; there, choose nothing.",
        "返回上一级：楼层、商场、街区；在街区则取消选择。", "screen.up", "",
    ),
    Command(
        "map.where", "map", ("slash", "g"), "Where?", "在哪",
        "Show a hall, a floor or a counter number where it is.",
        "显示商场、楼层或柜台号的位置。", "screen.where", "",
    ),
    Command(
        "map.here", "map", ("h",), "I am here", "我在这里",
        "Say where you are: a metro exit, a hall, a floor, a counter or coordinates.",
        "说明你在哪：地铁口、商场、楼层、柜台或坐标。", "screen.here", "",
    ),
    Command(
        "map.forget", "map", ("H",), "Forget here", "忘记位置",
        "Forget where you are.", "忘记你的位置。", "screen.forget", "", False,
    ),
    Command(
        "map.next", "map", ("n",), "Next", "下一个",
        "Choose the next hall, floor or counter in the picture.",
        "选择画面中的下一个商场、楼层或柜台。", "screen.step(1)", "",
    ),
    Command(
        "map.previous", "map", ("p",), "Previous", "上一个",
        "Choose the one before.", "选择上一个。", "screen.step(-1)", "", False,
    ),
    Command(
        "map.left", "map", ("left",), "Left", "向左",
        "Move the view left; on a floor, to the next counter there.",
        "向左移动；在楼层中转到左侧柜台。", "screen.move(-1, 0)", "", False,
    ),
    Command(
        "map.down", "map", ("down",), "Down", "向下",
        "Move the view down; in a hall, one floor down; on a floor, to the next counter there.",
        "向下移动；在商场中下一层；在楼层中转到下方柜台。", "screen.move(0, 1)", "", False,
    ),
    Command(
        "map.up_arrow", "map", ("up",), "Up", "向上",
        "Move the view up; in a hall, one floor up; on a floor, to the next counter there.",
        "向上移动；在商场中上一层；在楼层中转到上方柜台。", "screen.move(0, -1)", "", False,
    ),
    Command(
        "map.right", "map", ("right",), "Right", "向右",
        "Move the view right; on a floor, to the next counter there.",
        "向右移动；在楼层中转到右侧柜台。", "screen.move(1, 0)", "", False,
    ),
    Command(
        "map.closer", "map", ("plus", "equals_sign"), "Closer", "放大",
        "Zoom in; so does the wheel.", "放大；滚轮亦可。", "screen.zoom(1)", "",
    ),
    Command(
        "map.farther", "map", ("minus", "underscore"), "Farther", "缩小",
        "Zoom out; so does the wheel.", "缩小；滚轮亦可。", "screen.zoom(-1)", "",
    ),
    Command(
        "map.fit", "map", ("0",), "Whole", "全图",
        "Show the whole district, walk or floor.", "显示整个街区、路线或楼层。", "screen.fit", "",
    ),
    Command(
        "map.find", "map", ("f",), "What is there", "里面有什么",
        "Search for the hall that is chosen or shown.", "查找所选或所示的商场。", "screen.find", "",
    ),
    Command(
        "map.plain", "map", ("w",), "Plain halls", "取消着色",
        "Take the shading by evidence away.", "取消按依据着色。", "screen.plain", "", False,
    ),
    Command(
        "list.rows", "list", ("down",), "Items", "条目",
        "Go from the text box to the items.", "从输入框转到条目。", "leave", "box",
    ),
    Command(
        "list.add", "list", ("enter",), "Add", "添加",
        "Add the typed line: 10x 100nF 0603.", "添加输入的一行，如 10x 100nF 0603。", "submit", "box",
    ),
    Command(
        "list.clear", "list", ("escape",), "Clear", "清空",
        "Empty the text box; when it is empty, go to the items.",
        "清空输入框；已空时转到条目。", "clear", "box",
    ),
    Command(
        "list.box", "list", ("slash", "i", "escape"), "Type an item", "输入条目",
        "Back to the text box.", "回到输入框。", "screen.box",
    ),
    Command(
        "list.bought", "list", ("space", "b"), "Bought", "已买",
        "Tick the item off as bought, or take the tick away.",
        "标为已买，再按取消。", "screen.mark('bought')",
    ),
    Command(
        "list.missing", "list", ("x",), "Not found", "没找到",
        "Mark the item as not found, or take the mark away.",
        "标为没找到，再按取消。", "screen.mark('not found')",
    ),
    Command(
        "list.delete", "list", ("d", "delete"), "Delete", "删除",
        "Take the item off the list.", "从清单删除该条。", "screen.delete",
    ),
    Command(
        "list.undo", "list", ("u",), "Undo", "撤销",
        "Bring the last deleted item back.", "恢复最近删除的条目。", "screen.undo",
    ),
    Command(
        "list.find", "list", ("enter",), "Find it", "查找",
        "Search for the item.", "查找该条目。", "screen.find",
    ),
    Command(
        "list.import", "list", ("o", "ctrl+o"), "Import", "导入",
        "Bring in a file: a bill of materials, a list, exported JSON, the ticks of the phone page.",
        "导入文件：物料表、清单、导出的 JSON 或手机页的勾选。", "screen.import", "",
    ),
    Command(
        "list.export", "list", ("e",), "Export", "导出",
        "Write the list itself to a file.", "把清单本身写成文件。", "screen.export",
    ),
    Command(
        "route.bought", "route", ("space", "b"), "Bought", "已买",
        "Tick the item off as bought, or take the tick away.",
        "标为已买，再按取消。", "screen.mark('bought')",
    ),
    Command(
        "route.missing", "route", ("n", "x"), "Not found", "没找到",
        "Mark the item as not to be had here, or take the mark away.",
        "标为此处没有，再按取消。", "screen.mark('not found')",
    ),
    Command(
        "route.closed", "route", ("c",), "Closed", "关门",
        "Mark the whole stop as closed, or take the mark away.",
        "标为整站关门，再按取消。", "screen.mark('closed')",
    ),
    Command(
        "route.plan", "route", ("r",), "Plan again", "重新规划",
        "Plan what is left anew from here, and say what changes; without a tick, the whole walk.",
        "从这里重新规划余下路线并说明变化；未打勾时重新规划全程。", "screen.plan",
    ),
    Command(
        "route.trip", "route", ("t",), "Trip", "行程",
        "Say from where, when, for how long, what an hour is worth, and which places to insist on.",
        "设定起点、时间、时长、时间价值与必去或不去之处。", "screen.trip",
    ),
    Command(
        "route.cancel", "route", ("escape",), "Cancel", "取消",
        "Stop planning.", "停止规划。", "screen.cancel", "rows", False,
    ),
    Command(
        "route.map", "route", ("m",), "On the map", "看地图",
        "Show the highlighted stop on its floor.", "在楼层图上显示所选站点。", "screen.on_map",
    ),
    Command(
        "route.walk", "route", ("w",), "Whole walk", "全程",
        "Show the whole walk on the map of the district.", "在街区地图上显示全程。", "screen.walk",
    ),
    Command(
        "route.export", "route", ("e",), "Export", "导出",
        "Write the walk to a file: phone page, paper, table, calendar, map.",
        "把路线写成文件：手机页、纸张、表格、日历或地图。", "screen.export",
    ),
    Command(
        "route.qr", "route", ("s",), "QR code", "二维码",
        "Show the walk as QR codes, to scan with a phone.", "把路线显示为二维码，用手机扫描。", "screen.qr",
    ),
    Command(
        "route.split", "route", ("p",), "People", "分工",
        "Divide the list among several people who walk at once, to export or scan the walk of each.",
        "把清单分给同时行走的几个人，各自导出或扫码。", "screen.split",
    ),
)  # fmt: skip
