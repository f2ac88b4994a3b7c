"""The steps from last year's file to this year's, each a button; the one to take now stands out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from gui.progress import Progress


class Steps(QWidget):
    """The bar of steps.

    Signals:
        step_chosen(str): the name of the command of a step.
    """

    step_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("steps")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        self._buttons: dict[str, QPushButton] = {}
        for number, (command, words) in enumerate(_WORDS.items()):
            if number:
                between = QLabel("─")
                between.setProperty("quiet", True)
                between.setMinimumWidth(1)  # gives way first where the window is narrow
                layout.addWidget(between)
            button = QPushButton(words)
            button.setObjectName(f"step_{command}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Space in the work must never take a step
            button.clicked.connect(lambda _=False, command=command: self.step_chosen.emit(command))
            layout.addWidget(button)
            self._buttons[command] = button
        layout.addStretch(1)

    def show_progress(self, progress: "Progress") -> None:
        """Show how far the work is."""
        counts = {
            "nextToLookAt": f" {progress.looked_at}/{progress.carried}" if progress.carried else "",
            "nextBlank": f" 还差 {progress.blank}" if progress.blank else "",
            "nextFinding": f" {progress.to_mend}" if progress.to_mend else "",
        }
        for command, button in self._buttons.items():
            button.setText(_WORDS[command] + counts.get(command, ""))
            if button.property("primary") != (command == progress.step):
                button.setProperty("primary", command == progress.step)
                button.style().unpolish(button)
                button.style().polish(button)


_WORDS = {
    "openLastYear": "① 打开去年",
    "nextToLookAt": "② 逐处核对",
    "nextBlank": "③ 填写数据",
    "nextFinding": "④ 检查",
    "exportReport": "⑤ 导出报送",
}
