"""The office's figures over the years: a picture, the figures as a table, and the switch that puts it into the report."""

from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from core import trend
from core.edits import Edit, SetPictures
from core.report import Picture, Report
from core.trend import BARS, LINES, Trend
from gui.messages import Choice, ask
from gui.panes.trend_figures import TrendFigures
from gui.panes.trend_others import OtherReports
from gui.panes.trend_picture import TrendPicture
from gui.panes.trend_series import SeriesList
from gui.session import Session
from gui.theme import Theme
from gui.widgets.fitting_area import FittingArea
from gui.widgets.still_boxes import ChoiceBox

TrendChoice = tuple[
    list[str] | None, str
]  # what the clerk ticked, None where nothing, and the kind of picture

_KINDS = ((BARS, "柱形图"), (LINES, "折线图"))
_LEAST_LINES = 3  # of the list
_NO_MEASURES = "这份报告的格式里没有可以画走势的数字。"
_NOTHING_YET = (
    "报告的表格还没有填，现在没有数字可画。请先填今年的表；前几年的报告打开过，它们的数字也会画进来。"
)
_ALL_ZERO = "选中的数字各年都是 0，图上看不出变化。"
_CHOOSE_OTHERS = "可以改选别的数字。"
_NO_YEARS_BEFORE = "这份报告自己没有带着前几年的报告，图只能在这里看，放不进报告。"
_NONE_OF_ITS_OWN = "选中的数字，这份报告和它带着的往年报告里都没有，图只能在这里看，放不进报告。"
_ONE_OF_ITS_OWN = "选中的数字，这份报告只有 {} 年的，要有两年才能把图放进报告，现在只能在这里看。"
_FILL_IN = "填好今年的表就能放。"
_ASK_ALL_ZERO = "选中的数字各年都是 0，图上看不出变化。还要把这张图放进报告吗？"
_Widget = TypeVar("_Widget", bound=QWidget)


class TrendPanel(QWidget):
    """Figures of this report, of those it came from, and of the same office's reports on the home page.

    The picture in the report shows only years that the report itself brings along; where that is less than what is on
    show here, a sentence says so.
    """

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("trendPanel")
        self._session = session
        self.others = OtherReports(session, self)
        self._trend = Trend((), ())
        self._own: list[str] | None = None  # what the clerk ticked
        self.picture = TrendPicture(theme)
        self._make()
        session.edited.connect(self._follow)
        self.others.changed.connect(self.refresh)

    def _make(self) -> None:
        self.kinds = _named(ChoiceBox(), "trendKind", "图的样式")
        for kind, words in _KINDS:
            self.kinds.addItem(words, kind)
        self.series = SeriesList()
        self.words = _named(QLabel(), "trendWords", "走势的说明")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setProperty("quiet", True)
        self.table = TrendFigures()
        self.series.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())
        self.in_report = _named(QCheckBox("放进报告第一部分(&D)"), "trendInReport", "把图放进报告第一部分")
        self._arrange()
        self.kinds.activated.connect(self._choose)
        self.series.itemChanged.connect(self._tick)
        self.in_report.clicked.connect(self._put)

    def _arrange(self) -> None:
        """Put one below the other; all of it scrolls where the window is low."""
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(8, 8, 8, 8)
        for widget in (self.kinds, self.series, self.picture, self.words, self.in_report):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = FittingArea(inner)
        outer.addWidget(area)
        self.table.at_hand.connect(partial(area.bring, self.table))

    def showEvent(self, event: QShowEvent) -> None:
        """Read the other reports when the panel is first looked at, and show what is known by now."""
        super().showEvent(event)
        self.others.begin()
        self.refresh()

    def _follow(self, edit: Edit) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the figures and the picture as they are now."""
        report = self._session.report
        self._trend = trend.read(self._session.template, [report, *report.earlier, *self.others.reports])
        chosen = self._chosen(report)
        self._own = None if self._own is None else chosen
        self.series.show_series(self._trend.series, chosen)
        kind = report.pictures[0].kind if report.pictures else self.kinds.currentData()
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(kind)))
        picked = self._trend.pick(chosen)
        self.picture.show_trend(picked, self.kinds.currentData())
        self.table.show_trend(self._trend)
        self._show_switch(report, picked)

    def _chosen(self, report: Report) -> list[str]:
        """Return the series on show: those in the report, else those that the clerk ticked, else those to begin with."""
        if report.pictures:
            return list(report.pictures[0].series)
        return self._trend.at_first if self._own is None else self._own

    def keep_choice(self) -> TrendChoice:
        """Return what the clerk chose to see."""
        return self._own, str(self.kinds.currentData())

    def come_back(self, choice: TrendChoice) -> None:
        """Show what was chosen before; if hidden, when shown."""
        self._own, kind = choice
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(kind)))
        if self.isVisible():
            self.refresh()

    def _show_switch(self, report: Report, picked: Trend) -> None:
        """Offer the switch where the report's own years can be drawn, and say what the picture cannot show."""
        own = trend.of(self._session.template, report).pick(one.id for one in picked.series)
        self.in_report.setChecked(bool(report.pictures))
        self.in_report.setEnabled(bool(report.pictures) or not own.objection)
        said = [self.others.words, self._objection(picked), *self._trend.doubts, self._trend.words_on_older]
        if not picked.objection and own.objection:
            said.append(_not_in_report(report, own))
        elif not picked.objection and own.years != picked.years:
            said.append(f"放进报告的图只有报告自己带着的年份（{own.years[0]}—{own.years[-1]} 年）。")
        self.words.setText("\n".join(filter(None, said)))
        self.words.setVisible(any(said))

    def _objection(self, picked: Trend) -> str:
        """Return why nothing is drawn, or nothing is to be seen in what is; "" where all is well, or may soon be."""
        if self.others.is_soon_read and len(picked.known_years) < 2:
            return ""
        if not self._trend.series:
            return _NOTHING_YET if self._session.template.measures else _NO_MEASURES
        if picked.objection or not picked.is_zero:
            return picked.objection
        return _ALL_ZERO if self._trend.is_zero else _ALL_ZERO + _CHOOSE_OTHERS

    def _tick(self) -> None:
        self._own = self.series.ticked()
        self._choose()

    def _choose(self) -> None:
        """Show other series or another kind; where the picture is in the report, it changes there as well."""
        if self._session.report.pictures:
            self._edit(self._ticked())
        else:
            self.refresh()

    def _ticked(self) -> Picture:
        return Picture(series=self.series.ticked(), kind=self.kinds.currentData())

    def _put(self, wanted: bool) -> None:
        """Put the picture in or take it out; of one in which nothing is to be seen it is asked before."""
        if not wanted:
            self._edit(None)
        elif self._trend.pick(self.series.ticked()).is_zero:
            self.in_report.setChecked(False)
            put = Choice("放进报告(&P)", "putAllZero", lambda: self._edit(self._ticked()))
            ask(
                self.window(),
                _ASK_ALL_ZERO,
                "allZeroBox",
                put,
                Choice("不放", "leaveAllZero", role="Reject"),
                default=1,
            )
        else:
            self._edit(self._ticked())

    def _edit(self, picture: Picture | None) -> None:
        """Let the first picture of the report be that one; the others stay."""
        others = tuple(self._session.report.pictures[1:])
        label = "放入走势图" if picture and not self._session.report.pictures else "修改走势图"
        if picture is None:
            self._session.edit(SetPictures(others, "取出走势图"))
        else:
            self._session.edit(SetPictures((picture, *others), label))


def _not_in_report(report: Report, own: Trend) -> str:
    """Return why a picture that can be looked at has no place in the report, of whose own years is `own`."""
    if all(one.year >= report.year for one in report.earlier):
        return _NO_YEARS_BEFORE
    if not own.known_years:
        return _NONE_OF_ITS_OWN
    words = _ONE_OF_ITS_OWN.format(own.known_years[0])
    return words if report.year in own.known_years else words + _FILL_IN


def _named(widget: _Widget, name: str, words: str) -> _Widget:
    """Give a widget its name for the program and for screen readers."""
    widget.setObjectName(name)
    widget.setAccessibleName(words)
    return widget
