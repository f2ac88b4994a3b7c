"""Files and folders shown in the programs of the system; where there is none for them, that is heard."""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_HEARD_FOR = 10.0  # seconds: what ends later is the program itself, which was closed


def show_outside(path: Path, failed: Callable[[], object]) -> None:
    """Open a file or folder; `failed` is called, at once or a moment later, where nothing here can."""
    if sys.platform == "linux":
        _ask_desktop(path, failed)
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        failed()


def _ask_desktop(path: Path, failed: Callable[[], object]) -> None:
    """Open it as the desktop of Linux does: Qt would begin the same and not wait to hear that no program was found."""
    opener = shutil.which("xdg-open")
    if opener is None:
        failed()
        return
    process = QProcess(QCoreApplication.instance())  # the dialog may go before the program that it opened
    begun = time.monotonic()

    def ended() -> None:
        is_refused = process.exitStatus() != QProcess.ExitStatus.NormalExit or process.exitCode() != 0
        process.deleteLater()
        if is_refused and time.monotonic() - begun < _HEARD_FOR:
            failed()

    process.finished.connect(ended)
    process.errorOccurred.connect(lambda error: _not_begun(process, error, failed))
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.start(opener, [str(path)])


def _not_begun(process: QProcess, error: QProcess.ProcessError, failed: Callable[[], object]) -> None:
    """Tell where the desktop's program does not run; whatever else goes wrong ends it, which is heard by itself."""
    if error == QProcess.ProcessError.FailedToStart:
        process.deleteLater()
        failed()
