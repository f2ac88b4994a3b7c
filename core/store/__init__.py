"""Report files: the container, the way it is written, and the steps between its versions."""

from core.store.container import (
    SUFFIX,
    Content,
    ReportFile,
    content,
    from_bytes,
    is_report_file,
    packed,
    read,
    to_bytes,
    write,
)

__all__ = [
    "SUFFIX",
    "Content",
    "ReportFile",
    "content",
    "from_bytes",
    "is_report_file",
    "packed",
    "read",
    "to_bytes",
    "write",
]
