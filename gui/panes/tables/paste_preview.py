"""What a paste would put where, to be looked at before it is taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.pasting_cells import Landing, Pasting
from gui.models.table import TableModel

_HEADS = ("单元格", "原来", "粘贴后", "说明")
_WHY = {"": "", "computed": "合计自动计算，不粘贴", "no_number": "不是数字，不粘贴"}
_ODD = {"fraction": "不是整数", "negative": "是负数"}
_BLANK = "（空）"
_MOST_NAMED = 6
_WIDTH, _HEIGHT = 58, 24  # in letters and lines


class PastePreview(QDialog):
    """A list of cells with the figures before and after; the clerk takes it or leaves it."""

    def __init__(self, form: TableModel, pasting: Pasting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pastePreview")
        self.setWindowTitle("粘贴前看一看")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.summary = QLabel(summary(pasting))
        self.summary.setObjectName("pasteSummary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.list = _list(form, pasting)
        self.take = QPushButton(f"粘贴 {len(pasting.texts)} 个单元格(&P)")
        self.take.setObjectName("takePaste")
        self.take.setProperty("primary", True)
        self.take.setDefault(True)
        self.take.setEnabled(bool(pasting.texts))
        self.take.clicked.connect(self.accept)
        self.leave = QPushButton("不粘贴(&N)")
        self.leave.setObjectName("leavePaste")
        self.leave.clicked.connect(self.reject)
        self._lay_out()
        self.take.setFocus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.summary)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        buttons.addStretch(1)
        buttons.addWidget(self.take)
        buttons.addWidget(self.leave)
        line = self.fontMetrics().height()
        room = self.screen().availableSize()
        self.resize(min(_WIDTH * line, room.width() * 9 // 10), min(_HEIGHT * line, room.height() * 8 // 10))


def summary(pasting: Pasting) -> str:
    """Return what becomes of a block, in a few sentences."""
    counts = {why: sum(one.why == why for one in pasting.landings) for why in _WHY}
    parts = [f"{counts['']} 个数会粘贴到表格里，空着的格不动。", _odd_told(pasting)]
    if pasting.covered:
        parts.append(f"会盖住 {pasting.covered} 个已有的数。")
    if pasting.elsewhere:
        parts.append("数按名称找到自己的行和列，不从光标所在的单元格开始。")
    if pasting.strange:
        parts.append(f"表里没有{_named(pasting.strange, quoted=True)}，请看清这些数粘贴到了哪一格。")
    if counts["computed"]:
        differing = sum(bool(one.differs) for one in pasting.landings)
        other = f"，其中 {differing} 个与各项算出来的不一样" if differing else ""
        parts.append(f"{counts['computed']} 个合计不粘贴，自动计算{other}。")
    if counts["no_number"]:
        parts.append(f"{counts['no_number']} 处不是数字，不粘贴；没有发生的请填 0。")
    if pasting.labels:
        parts.append(f"表头和项目名称不粘贴：{_named(pasting.labels)}。")
    if pasting.outside:
        parts.append(
            f"{len(pasting.outside)} 个数在表格里没有对应的单元格，不粘贴：{_named(pasting.outside)}。"
        )
    return "".join(parts)


def _odd_told(pasting: Pasting) -> str:
    """Return how many figures are taken that will have to be mended, and why; "" for none."""
    odd = [one.odd for one in pasting.landings if one.odd]
    kinds = "或".join(words for kind, words in _ODD.items() if kind in odd)
    return f"其中 {len(odd)} 个{kinds}，粘贴后要改。" if odd else ""


def _named(texts: tuple[str, ...], *, quoted: bool = False) -> str:
    """Return the first of the texts in a row, each in quotation marks of its own if that is wanted."""
    names = "、".join(f"“{one}”" if quoted else one for one in texts[:_MOST_NAMED])
    return names + ("等" if len(texts) > _MOST_NAMED else "")


def _list(form: TableModel, pasting: Pasting) -> QTableWidget:
    table = QTableWidget(len(pasting.landings), len(_HEADS))
    table.setObjectName("pasteList")
    table.setAccessibleName("要粘贴的单元格")
    table.setHorizontalHeaderLabels(_HEADS)
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    for row, landing in enumerate(sorted(pasting.landings, key=_goes_in)):
        for column, text in enumerate(_line(form, landing)):
            table.setItem(row, column, QTableWidgetItem(text))
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for column in (0, len(_HEADS) - 1):  # the words share what the figures leave, and wrap
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _goes_in(landing: Landing) -> bool:
    """Return whether nothing has to be looked at: what is left out or odd stands first, but for a total that is as computed."""
    return landing.why != "no_number" and not landing.differs and not landing.odd


def _line(form: TableModel, landing: Landing) -> tuple[str, ...]:
    why = _WHY[landing.why]
    if landing.differs:
        said = f"合计按各项算是 {landing.differs}，剪贴板里是 {landing.new}，不粘贴"
    elif landing.why:
        said = f"“{landing.new}”{why}"
    elif landing.odd:
        said = f"“{landing.new}”{_ODD[landing.odd]}，粘贴后要改"
    else:
        said = "" if landing.new != landing.old else "没有变化"
    return form.short_name_of(landing.cell), landing.old or _BLANK, landing.after or _BLANK, said
