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
        "Show the place on the map.", "在地图上显示该处。", "screen.on_map",
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
        "map.pan_left", "map", ("left", "h"), "Pan", "移动",
        "Move the view left.", "向左移动。", "screen.pan(-1, 0)", "", False,
    ),
    Command(
        "map.pan_down", "map", ("down", "j"), "Pan", "移动",
        "Move the view down.", "向下移动。", "screen.pan(0, 1)", "", False,
    ),
    Command(
        "map.pan_up", "map", ("up", "k"), "Pan", "移动",
        "Move the view up.", "向上移动。", "screen.pan(0, -1)", "", False,
    ),
    Command(
        "map.pan_right", "map", ("right", "l"), "Pan", "移动",
        "Move the view right.", "向右移动。", "screen.pan(1, 0)", "", False,
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
        "map.fit", "map", ("0",), "Whole district", "全区",
        "Show the whole district.", "显示整个街区。", "screen.fit", "",
    ),
    Command(
        "map.next", "map", ("n",), "Next hall", "下一商场",
        "Choose the next hall in the picture.", "选择画面中的下一个商场。", "screen.step(1)", "",
    ),
    Command(
        "map.previous", "map", ("p",), "Previous hall", "上一商场",
        "Choose the hall before.", "选择上一个商场。", "screen.step(-1)", "", False,
    ),
    Command(
        "map.find", "map", ("enter",), "What is there", "里面有什么",
        "Search for the chosen hall.", "查找所选商场。", "screen.find", "",
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
        "route.bought", "route", ("space", "b"), "Bought", "已买",
        "Tick the item off as bought, or take the tick away.",
        "标为已买，再按取消。", "screen.mark('bought')",
    ),
    Command(
        "route.missing", "route", ("x",), "Not found", "没找到",
        "Mark the item as not found, or take the mark away.",
        "标为没找到，再按取消。", "screen.mark('not found')",
    ),
    Command(
        "route.plan", "route", ("r",), "Plan again", "重新规划",
        "Plan the walk anew for what is still wanted.", "按仍需购买的条目重新规划。", "screen.plan",
    ),
    Command(
        "route.trip", "route", ("t",), "Trip", "行程",
        "Say from where, when and for how long.", "设定起点、时间与时长。", "screen.trip",
    ),
    Command(
        "route.cancel", "route", ("escape",), "Cancel", "取消",
        "Stop planning.", "停止规划。", "screen.cancel", "rows", False,
    ),
    Command(
        "route.map", "route", ("m",), "On the map", "看地图",
        "Show the stops on the map.", "在地图上显示各站。", "screen.on_map",
    ),
    Command(
        "route.export", "route", ("e",), "Export", "导出",
        "Write the walk to a Markdown or HTML file.", "把路线写成 Markdown 或 HTML 文件。", "screen.export",
    ),
)  # fmt: skip
