"""What a unit may have its own way on paper; each choice is an edit of the report, and can be undone."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QGroupBox, QLabel, QWidget

from core.edits import SetLook
from core.look import Look
from gui.session import Session
from gui.widgets.still_boxes import ChoiceBox

_PITCHES = (28.0, 28.5, 28.95, 29.0, 29.5, 30.0)
_STANDARD = Look()
_PLACES = {"outer": "外侧（标准）", "center": "居中"}
_TITLE_FONTS = {"biaosong": "小标宋（标准）", "hei": "黑体", "song_bold": "宋体加粗"}


class LookChoices(QGroupBox):
    """Line pitch, place of the page number, title font, bold second level.

    Signals:
        changed(): the report looks otherwise now.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__("版式（不改就是国家标准的样子）", parent)
        self.setObjectName("lookChoices")
        self._session = session
        self._pitch = _combo("lookLinePitch")
        self._place = _combo("lookPageNumber")
        self._title = _combo("lookTitleFont")
        self._bold = QCheckBox("二级标题加粗(&B)")
        self._bold.setObjectName("lookBoldLevel2")
        self._fill()
        self._arrange()
        for combo in (self._pitch, self._place, self._title):
            combo.currentIndexChanged.connect(self._change)
        self._bold.toggled.connect(self._change)

    def _fill(self) -> None:
        look = self._session.report.look
        with QSignalBlocker(self._pitch), QSignalBlocker(self._place), QSignalBlocker(self._title):
            for pitch in sorted({*_PITCHES, look.line_pitch}):
                words = "（标准）" if pitch == _STANDARD.line_pitch else ""
                self._pitch.addItem(f"{pitch:g} 磅{words}", pitch)
            for place, words in _PLACES.items():
                self._place.addItem(words, place)
            for font, words in _TITLE_FONTS.items():
                self._title.addItem(words, font)
            self._pitch.setCurrentIndex(self._pitch.findData(look.line_pitch))
            self._place.setCurrentIndex(self._place.findData(look.page_number))
            self._title.setCurrentIndex(self._title.findData(look.title_font))
        self._bold.setChecked(look.bold_level2)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for number, (words, widget) in enumerate(
            (("行距(&L)：", self._pitch), ("页码(&N)：", self._place), ("标题字体(&T)：", self._title))
        ):
            label = QLabel(words)
            label.setBuddy(widget)
            row, column = divmod(number, 2)
            grid.addWidget(label, row, column * 2)
            grid.addWidget(widget, row, column * 2 + 1)
        grid.addWidget(self._bold, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def _change(self) -> None:
        """Make the choice an edit; fields of the look that this program does not know stay."""
        look = self._session.report.look.model_copy(
            update={
                "line_pitch": self._pitch.currentData(),
                "page_number": self._place.currentData(),
                "title_font": self._title.currentData(),
                "bold_level2": self._bold.isChecked(),
            }
        )
        if look != self._session.report.look:
            self._session.edit(SetLook(look))
            self.changed.emit()


def _combo(name: str) -> QComboBox:
    combo = ChoiceBox()
    combo.setObjectName(name)
    return combo
