"""Programs that run on this computer, told apart even where a number is given out again.

Windows and Linux say when a process began. macOS does not: there any process of that number counts as the one that
was meant, so that what an ended one left may wait until the number is free.
"""

import hashlib
import os
import platform
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _ASK_LITTLE = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    _STILL_ACTIVE = 259

    def born(pid: int) -> str:
        """Return when the process began, "" where none of that number runs."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_ASK_LITTLE, False, wintypes.DWORD(pid))
        if not handle:
            return ""
        try:
            status = wintypes.DWORD()
            times = [wintypes.FILETIME() for _ in range(4)]
            known = kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(status))
            timed = kernel.GetProcessTimes(wintypes.HANDLE(handle), *(ctypes.byref(one) for one in times))
        finally:
            kernel.CloseHandle(wintypes.HANDLE(handle))
        runs = known and timed and status.value == _STILL_ACTIVE
        return f"{times[0].dwHighDateTime}.{times[0].dwLowDateTime}" if runs else ""

else:
    _PROC = Path("/proc")
    _ENDED = ("Z", "X")
    _STATE, _BEGAN = 0, 19  # fields of /proc/<pid>/stat behind the name

    def born(pid: int) -> str:
        """Return when the process began, "" where none of that number runs."""
        if not (_PROC / "self").exists():
            return _answers(pid)
        try:
            # the name stands in brackets and may hold anything
            fields = (_PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            return ""
        return "" if fields[_STATE] in _ENDED else f"{_start_of_computer()}.{fields[_BEGAN]}"

    def _start_of_computer() -> str:
        """Return what names this run of the computer: times of processes count from its start."""
        with suppress(OSError):
            return (_PROC / "sys/kernel/random/boot_id").read_text().strip()
        return ""

    def _answers(pid: int) -> str:
        """Return a word for a process that is there, on systems that do not say when it began."""
        try:
            os.kill(pid, 0)
        except PermissionError:
            return "there"
        except (OSError, OverflowError):
            return ""
        return "there"


def runs(pid: int, began: str) -> bool:
    """Return whether the process of that number that began then still runs."""
    return pid > 0 and began != "" and born(pid) == began


def computer() -> str:
    """Return a short mark by which this computer is told from others; its name cannot be read from it."""
    return hashlib.sha256(platform.node().encode("utf-8", "surrogatepass")).hexdigest()[:12]
