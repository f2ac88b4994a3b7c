"""Report files: the container, the way it is written, and the steps between its versions."""

from core.store.container import SUFFIX, ReportFile, from_bytes, is_report_file, read, to_bytes, write

__all__ = ["SUFFIX", "ReportFile", "from_bytes", "is_report_file", "read", "to_bytes", "write"]
