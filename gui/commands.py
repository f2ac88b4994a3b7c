"""The commands of the window: one line each here, and the method of that name where they are connected."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


@dataclass(frozen=True)
class Command:
    """A command: its name, the menu it stands in, its words, its keys, and whether a report must be open.

    `also` are everyday words by which people look for it.
    """

    name: str
    menu: str
    text: str
    shortcut: str = ""
    needs_report: bool = True
    also: str = ""


FILE, EDIT, CHECK, VIEW, HELP = "文件(&F)", "编辑(&E)", "核对与检查(&C)", "显示(&V)", "帮助(&H)"
TABLE = "表格(&T)"
_OVER_REVIEW = {"goHome"}  # beside those that need no report
_ONCE = {"confirm"}  # held down it would answer for what nobody has read
_LOOK = (
    "深色 夜间 暗色 黑底 护眼 颜色 主题 界面大小 大字 字号 字体 字太小 放大 缩放 看不清 100% 125% 150% 175% 200% "
    "截止 期限 单位 字数上限 选项"
)
_OUT = "待审 已签发 已报送 草稿 状态 审核 审批 审签 签字 盖章 送领导 办结 公开 上报 交上去 备案 退回"
_FILES = (
    "Word WPS PDF Excel 网页 生成 上报 报送包 打包 压缩包 交上去 上交 发邮件 电子版 自查表 行距 页码 版式"
)
_AS_WRITTEN = QKeySequence.SequenceFormat.PortableText  # else Qt asks for the names of all keys in Chinese
_ZEROS = "补零 填零 填0 没有 空格"

COMMANDS = (
    Command(
        "openLastYear",
        FILE,
        "打开去年的报告(&L)…",
        "Ctrl+Shift+O",
        needs_report=False,
        also="上年 导入 照着去年",
    ),
    Command("newReport", FILE, "新建空白报告(&N)…", "Ctrl+N", needs_report=False, also="新的 从头 空表"),
    Command("openReport", FILE, "打开报告(&O)…", "Ctrl+O", needs_report=False, also="继续 接着做"),
    Command(
        "importFile", FILE, "读入其他文件里的报告(&I)…", "Ctrl+I", needs_report=False, also="导入 Word PDF"
    ),
    Command("pasteReport", FILE, "从剪贴板读入(&V)", "Ctrl+Shift+V", needs_report=False, also="粘贴 剪切板"),
    Command("reviewLast", FILE, "查看读到的去年报告(&R)", "Ctrl+Shift+R", also="原文 上年"),
    Command("copyForward", FILE, "由这份报告生成下一年的报告(&G)", "Ctrl+Shift+G", also="明年 下年 结转"),
    Command("save", FILE, "保存(&S)", "Ctrl+S", also="存盘 自动保存"),
    Command("saveAs", FILE, "另存为(&A)…", "Ctrl+Shift+S", also="存盘 改名 备份 U盘 交接"),
    Command("versionHistory", FILE, "找回旧版本(&B)…", "Ctrl+Shift+H", also="恢复 还原 备份 历史 以前 退回"),
    Command("exportReport", FILE, "导出(&E)…", "Ctrl+E", also=_FILES),
    Command("print", FILE, "打印(&P)…", "Ctrl+P", also="打印机 纸 双面"),
    Command("signOff", FILE, "送审、签发、报送(&D)…", "Ctrl+Shift+D", also=_OUT),
    Command("goHome", FILE, "关闭报告，回首页(&W)", "Ctrl+W", also="主页 返回"),
    Command("quit", FILE, "退出(&Q)", "Ctrl+Q", needs_report=False, also="关闭 结束"),
    Command("undo", EDIT, "撤销(&U)", "Ctrl+Z", also="撤消 恢复 还原 后退 返回 改错"),
    Command("redo", EDIT, "重做(&R)", "Ctrl+Y", also="恢复 前进"),
    Command("cutCells", EDIT, "剪切(&X)", "Ctrl+X"),
    Command("copyCells", EDIT, "复制(&C)", "Ctrl+C", also="拷贝"),
    Command("pasteCells", EDIT, "粘贴(&V)", "Ctrl+V"),
    Command("find", EDIT, "查找(&F)…", "Ctrl+F", also="搜索"),
    Command("replace", EDIT, "替换(&H)…", "Ctrl+H", also="批量 统一"),
    Command("findNext", EDIT, "查找下一处(&N)", "F3"),
    Command("findPrevious", EDIT, "查找上一处(&P)", "Shift+F3"),
    Command("insertPhrase", EDIT, "插入常用语(&J)…", "Ctrl+J", also="范文 套话 句子"),
    Command("insertNumber", EDIT, "插入表格里的数(&T)…", "Ctrl+Shift+L", also="连接 链接 引用 数字"),
    Command("levelBody", EDIT, "段落层级：正文(&0)", "Ctrl+Alt+0"),
    Command("levelTwo", EDIT, "段落层级：（一）(&2)", "Ctrl+Alt+2", also="标题 编号 格式"),
    Command("levelThree", EDIT, "段落层级：1.(&3)", "Ctrl+Alt+3"),
    Command("levelFour", EDIT, "段落层级：（1）(&4)", "Ctrl+Alt+4"),
    Command("editCell", TABLE, "修改这一格(&E)", "F2", also="改数"),
    Command("clearCells", TABLE, "清空单元格(&D)", "Del", also="删除 清除 格子"),
    Command("fillDown", TABLE, "向下填充(&W)", "Ctrl+D"),
    Command("fillRight", TABLE, "向右填充(&G)", "Ctrl+R"),
    Command("zerosRow", TABLE, "本行空着的填 0(&1)", "Ctrl+Shift+E", also=_ZEROS),
    Command("zerosBlock", TABLE, "本部分空着的填 0(&2)", "Ctrl+Shift+B", also=_ZEROS),
    Command("zerosTable", TABLE, "本表空着的填 0(&3)", "Ctrl+Shift+K", also=_ZEROS),
    Command("automaticTotal", TABLE, "合计改回自动计算(&A)", "Shift+F2", also="求和 公式 加起来"),
    Command("nextToLookAt", CHECK, "下一处未核对的去年内容(&L)", "F7", also="黄条 照抄"),
    Command("confirm", CHECK, "仍然正确，到下一处(&Y)", "Ctrl+Return", also="确认 没变"),
    Command(
        "moved",
        CHECK,
        "看看去年的内容到了哪里(&M)…",
        "Shift+F7",
        also="去年 往年 换到了哪里 新格式 换格式 并到 搬到 没有带过来 去处",
    ),
    Command("nextBlank", CHECK, "下一个空着的格(&B)", "F6", also="没填 漏填 空格"),
    Command("zeroGuide", CHECK, "零报告向导(&Z)…", "Ctrl+Shift+0", also="没有 无申请 补零"),
    Command("checkAll", CHECK, "全部检查(&C)", "F5", also="校验 查错 自查 错别字 对不上"),
    Command("nextFinding", CHECK, "下一处问题(&N)", "F8", also="错误 对不上"),
    Command("previousFinding", CHECK, "上一处问题(&P)", "Shift+F8", also="错误"),
    Command("applyFix", CHECK, "采用建议的修改(&X)", "Ctrl+.", also="改正 纠正"),
    Command("nextPlace", CHECK, "这个问题的下一处(&O)", "Ctrl+F8", also="同一个问题 别处"),
    Command(
        "keepFinding", CHECK, "保留并说明原因(&K)…", "Ctrl+Shift+F8", also="核实无误 没有错 不改 撤回保留"
    ),
    Command("toggleOutline", VIEW, "显示或收起目录(&L)", "Ctrl+1", also="左边 左栏 导航"),
    Command("toggleSide", VIEW, "显示或收起右栏(&R)", "Ctrl+2", also="右边 侧栏"),
    Command("preview", VIEW, "预览(&P)", "F9; Ctrl+Shift+P", also="版面 打印 样子"),
    Command("trend", VIEW, "历年走势(&T)", "Ctrl+Shift+T", also="图表 曲线 对比"),
    Command("settings", VIEW, "设置(&S)…", "Ctrl+,", needs_report=False, also=_LOOK),
    Command("commandSearch", HELP, "查找命令(&K)…", "Ctrl+K", needs_report=False),
    Command("help", HELP, "使用说明(&H)", "F1", needs_report=False, also="教程 手册 怎么用 不会用"),
    Command("keyList", HELP, "按键一览(&L)", "Ctrl+F1", needs_report=False, also="快捷键 热键"),
    Command("tour", HELP, "跟着提示走一遍(&T)", "Shift+F1", needs_report=False, also="教程 演示 新手 入门"),
)
# These work where the cursor stands on the page. The clipboard is used in other places too, and cells ask for the keys.
ON_PAGE = frozenset(one.name for one in COMMANDS if one.menu in (EDIT, CHECK)) - {
    "cutCells",
    "copyCells",
    "pasteCells",
}


def build(window: QMainWindow, handlers: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return the actions by name, in their menus, each connected to its handler; KeyError where one has none."""
    menus: dict[str, QMenu] = {}
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        menu = menus.get(command.menu) or window.menuBar().addMenu(command.menu)
        menus[command.menu] = menu
        actions[command.name] = _action(window, command, handlers[command.name])
        menu.addAction(actions[command.name])
    return actions


def _action(window: QMainWindow, command: Command, handler: Callable[[], object]) -> QAction:
    action = QAction(window)  # its words by themselves: beside them PySide would first look for a QIcon
    action.setText(command.text)
    action.setObjectName(command.name)
    action.setShortcuts(QKeySequence.listFromString(command.shortcut, _AS_WRITTEN))
    action.setAutoRepeat(command.name not in _ONCE)
    action.triggered.connect(lambda: handler())
    window.addAction(action)
    return action


def enable(actions: Mapping[str, QAction], *, report_open: bool, review_open: bool = False) -> None:
    """Enable each action where it has something to work on."""
    for command in COMMANDS:
        works_there = review_open and command.name in _OVER_REVIEW
        actions[command.name].setEnabled(report_open or works_there or not command.needs_report)
