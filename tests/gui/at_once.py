"""An open report written at once, as the window does it beside itself: for tests that have no window, or do not wait for it."""

from collections.abc import Callable
from pathlib import Path

from core.store import ReportFile, saving
from core.store.saving import Kept
from gui.session import Session


def save(session: Session, path: Path | None = None, *, covers: bool = False) -> None:
    """Write the report to its file, or to another that becomes its file; as `saving.save`, with its errors."""
    _write(session, lambda file: saving.save(file, session.path, path, covers=covers))


def keep_exported(session: Session) -> None:
    """Keep what was exported as a version; as `saving.keep_exported`, with its errors."""
    _write(session, lambda file: saving.keep_exported(file, session.path, is_saved=session.is_clean))


def _write(session: Session, write: Callable[[ReportFile], Kept]) -> None:
    try:
        kept = write(session.hand_out())
    except BaseException:
        session.take_back()
        raise
    session.take_in(kept)
