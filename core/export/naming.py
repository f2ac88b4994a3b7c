"""What the files to hand in are called."""

from typing import TYPE_CHECKING

from core.labels import REPORT_NAME

if TYPE_CHECKING:
    from core.report import Report

DRAFT = "（草稿）"  # at the end of the names of files that cannot be handed in yet


def file_stem(report: "Report", report_name: str = REPORT_NAME) -> str:
    """Return the name under which offices hand the report in, without a suffix; forms may call it otherwise."""
    stem = f"{report.unit.name}{report.year}年{report_name}"
    return "".join("_" if char in '\\/:*?"<>|' or ord(char) < 32 else char for char in stem)
