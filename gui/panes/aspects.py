"""The aspects that the section at hand has to have, as a small list that ticks itself while the clerk types."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from core.aspects import Checklist, Tick, checklist
from core.edits import Edit
from gui.session import Session
from gui.theme import Theme
from gui.widgets.plain import plain

_LOOK_MS = 150
_MISSING = "还没有写到这一方面"


class AspectsList(QWidget):
    """Each aspect with ✓ or ○; hidden where the rules ask for none."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("aspectsList")
        self._session = session
        self._theme = theme
        self._checklist: Checklist | None = None
        self._shown: tuple[Tick, ...] = ()
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setObjectName("aspectsTitle")
        self.list = QListWidget()
        self.list.setObjectName("aspects")
        self.list.setAccessibleName("要写的各个方面")
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self.list)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        session.edited.connect(self._follow)

    def show_section(self, section: str) -> None:
        """Show the aspects of a section."""
        self._checklist = checklist(self._session.checker.rules, section)
        self.setVisible(self._checklist is not None)
        self._look()

    def _follow(self, edit: Edit) -> None:
        if self._checklist and self._checklist.section in edit.sections:
            self._timer.start()

    def _look(self) -> None:
        """Tick what the section speaks of now."""
        section = self._session.report.section(self._checklist.section) if self._checklist else None
        if self._checklist is None or section is None:
            return
        ticks = self._checklist.ticks([one.text for one in section.paragraphs])
        if ticks == self._shown:
            return
        if len(ticks) != self.list.count():
            self._rebuild(len(ticks))
        for row, tick in enumerate(ticks):
            self._dress(self.list.item(row), tick)
        missing = sum(tick.words is None for tick in ticks)
        self._title.setText(f"还差 {missing} 个方面没有写" if missing else "各方面都写到了")
        self._shown = ticks

    def _rebuild(self, count: int) -> None:
        line = self.list.fontMetrics().lineSpacing()
        self.list.clear()
        for _ in range(count):
            item = QListWidgetItem(self.list)
            item.setSizeHint(QSize(0, line + line // 3))
        self.list.setFixedHeight(count * (line + line // 3) + 2 * self.list.frameWidth())

    def _dress(self, item: QListWidgetItem, tick: Tick) -> None:
        told = tick.words is not None
        words = plain(f"文中写了“{tick.words}”") if told else _MISSING
        item.setText(f"{'✓' if told else '○'} {tick.name}")
        item.setForeground(self._theme.colour("ok" if told else "quiet_text"))
        item.setToolTip(words)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, words)
