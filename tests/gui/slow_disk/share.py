"""A folder on a share that is off: no question about it is answered until it is let."""

import threading
from pathlib import Path

import pytest

PATIENCE = 60  # seconds
_QUESTIONS = ("stat", "open", "resolve", "unlink", "touch", "mkdir", "replace")


class Share:
    """Holds whoever asks for what lies in the folder. `asked_by_window` is what the window itself asked for: it is not held."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder.mkdir()
        self.folder = folder
        self.asked_by_window: list[str] = []
        self._asked = threading.Semaphore(0)
        self._answers = threading.Event()
        self._answers.set()
        self._error: OSError | None = None
        for name in _QUESTIONS:
            self.hold(Path, name, monkeypatch)

    def hold(self, asked: object, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Hold whoever asks in this way, `asked.name(path, …)`."""
        really = getattr(asked, name)

        def held(path: object, *args: object, **named: object) -> object:
            if isinstance(path, str | Path) and Path(path).is_relative_to(self.folder):
                self._meet(f"{name} {Path(path).name}")
            return really(path, *args, **named)

        monkeypatch.setattr(asked, name, held)

    def _meet(self, question: str) -> None:
        if self._answers.is_set():
            return
        if threading.current_thread() is threading.main_thread():
            self.asked_by_window.append(question)
            return
        self._asked.release()
        assert self._answers.wait(PATIENCE)
        if self._error:
            raise self._error

    def go_off(self) -> None:
        """Answer nothing from now on."""
        self._answers.clear()

    def is_asked(self) -> bool:
        """Return once for each question whether somebody waits for its answer."""
        return self._asked.acquire(blocking=False)

    def answer(self) -> None:
        """Answer everything."""
        self._answers.set()

    def fail(self, error: OSError) -> None:
        """Answer those who wait with an error."""
        self._error = error
        self._answers.set()
