"""What the home page is told of the open report."""

from pathlib import Path

from core import approval, recent
from core.carry import source_name
from core.checks import is_ready
from core.recent import RecentReport
from core.report import Report
from core.store import history
from gui.progress import progress_of, verdict_words
from gui.session import Session


def recent_of(session: Session, path: Path) -> RecentReport:
    """Return how a report stands now, as the list of the home page keeps it."""
    report = session.report
    progress, waiting = progress_of(session), report.waiting()
    return RecentReport(
        path=str(path),
        office=report.unit.name,
        year=report.year,
        verdict=verdict_words(session),
        state=recent.state_of(is_ready=is_ready(session.findings, waiting)),
        next=progress.next,
        looked_at=progress.looked_at,
        carried=progress.carried,
        carried_from=source_name(report),
        **_exported(session),
        **_stage(report),
    )


def _exported(session: Session) -> dict[str, str]:
    """Return the day of the last export: as `exported` where the report is as it was then, else as `exported_before`."""
    time = history.last_export(session.file)
    if time is None:
        return {}
    is_as_it_was = history.exported(session.file) is not None
    return {"exported" if is_as_it_was else "exported_before": approval.short(time)}


def _stage(report: Report) -> dict[str, str]:
    """Return how far a report is on its way out of the house, since when, and whether it was changed since."""
    stage = approval.stage_of(report)
    since = approval.day_of(report, stage)
    return {
        "stage": stage,
        "since": approval.short(since) if since else "",
        "changed_after": approval.changed_after(report),
    }
