"""A job of Windows: what a process in it may take, and its end with the job's."""

import ctypes
import sys
from ctypes import wintypes
from typing import Self

assert sys.platform == "win32"  # imported by `core.importers.limits` there alone

START_SUSPENDED = 0x4
START_WITHOUT_CONSOLE = 0x08000000

_EXTENDED_LIMITS = 9
_SCREEN_LIMITS = 4
_PROCESS_TIME, _ACTIVE_PROCESSES, _PROCESS_MEMORY = 0x2, 0x8, 0x100
_DIE_QUIETLY, _KILL_ON_CLOSE = 0x400, 0x2000
_NO_CLIPBOARD_NO_OTHER_WINDOWS = 0xFF
_TERMINATE, _SET_QUOTA, _SUSPEND_RESUME = 0x1, 0x100, 0x800
_TICKS = 10_000_000


class _Basic(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
        ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
        ("LimitFlags", wintypes.DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", wintypes.DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", wintypes.DWORD),
        ("SchedulingClass", wintypes.DWORD),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_ulonglong * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class Job:
    """A job with limits; leaving the block ends every process in it. OSError where Windows makes none."""

    def __init__(self, *, memory: int, seconds: int) -> None:
        self._kernel = _kernel()
        self._job = self._kernel.CreateJobObjectW(None, None)
        if not self._job:
            raise ctypes.WinError(ctypes.get_last_error())
        limits = _Extended()
        limits.ProcessMemoryLimit = memory
        basic = limits.BasicLimitInformation
        basic.PerProcessUserTimeLimit = seconds * _TICKS
        basic.ActiveProcessLimit = _processes()
        basic.LimitFlags = _PROCESS_TIME | _ACTIVE_PROCESSES | _PROCESS_MEMORY | _DIE_QUIETLY | _KILL_ON_CLOSE
        self._set(_EXTENDED_LIMITS, limits)
        self._set(_SCREEN_LIMITS, wintypes.DWORD(_NO_CLIPBOARD_NO_OTHER_WINDOWS))

    def _set(self, kind: int, value: "ctypes.Structure | wintypes.DWORD") -> None:
        done = self._kernel.SetInformationJobObject(
            self._job, kind, ctypes.byref(value), ctypes.sizeof(value)
        )
        self._expect(done)

    def _expect(self, done: int) -> None:
        if not done:
            error = ctypes.WinError(ctypes.get_last_error())
            self.close()
            raise error

    def take(self, pid: int) -> None:
        """Take in a process that was started suspended, and let it run."""
        process = self._kernel.OpenProcess(_TERMINATE | _SET_QUOTA | _SUSPEND_RESUME, 0, pid)
        self._expect(process)
        try:
            self._expect(self._kernel.AssignProcessToJobObject(self._job, process))
            ctypes.WinDLL("ntdll").NtResumeProcess(wintypes.HANDLE(process))
        finally:
            self._kernel.CloseHandle(process)

    def close(self) -> None:
        """End the job with all that is in it."""
        if self._job:
            self._kernel.CloseHandle(self._job)
            self._job = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _processes() -> int:
    """Return how many processes the child is: in a virtual environment, python.exe only starts the real one."""
    return 2 if sys.prefix != sys.base_prefix else 1


def _kernel() -> ctypes.WinDLL:
    """Return the system's functions with their types: handles are as wide as pointers."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
    kernel.SetInformationJobObject.argtypes = (
        wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID, wintypes.DWORD
    )  # fmt: skip
    kernel.OpenProcess.restype = wintypes.HANDLE
    kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
    return kernel
