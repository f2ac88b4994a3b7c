"""The limits of the child process that reads a stranger's file, as each system has them.

On Linux and macOS the child confines itself before it reads (`confine`); on Windows the parent puts it into a job
(`hold`) before it is told what to read. The parent's own watch over time and memory comes on top of both.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

ADDRESS_SPACE = 1536 * 2**20
CPU_SECONDS = 15
FILE_BYTES = 50 * 2**20
OPEN_FILES = 64
RESIDENT_BYTES = 500 * 2**20

if sys.platform == "win32":
    from core.importers.jobs import START_SUSPENDED, START_WITHOUT_CONSOLE, Job

    TOO_LONG = 1816  # ERROR_NOT_ENOUGH_QUOTA: how a job ends a process whose time is up
    START = START_SUSPENDED | START_WITHOUT_CONSOLE

    def confine() -> None:
        """Do nothing: the parent has put this process into a job already."""

    @contextmanager
    def hold(pid: int) -> Iterator[None]:
        """Keep a child, started suspended, within its limits; it ends with the block, or with this program."""
        with Job(memory=RESIDENT_BYTES, seconds=CPU_SECONDS) as job:
            job.take(pid)
            yield

else:
    import resource
    import signal

    _NO_NEW_PRIVILEGES = 38
    _NEW_NETWORK = 0x40000000
    _DIE_WITH_PARENT = 1

    TOO_LONG = -signal.SIGXCPU
    START = 0

    def confine() -> None:
        """Give this process its limits: memory, processor time, sizes and number of files, no children, no network."""
        for what, limit in (
            (resource.RLIMIT_AS, ADDRESS_SPACE),
            (resource.RLIMIT_FSIZE, FILE_BYTES),
            (resource.RLIMIT_NOFILE, OPEN_FILES),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NPROC, 0),
        ):
            resource.setrlimit(what, (limit, limit))
        # the signal of the soft limit tells the parent why; the hard one ends what does not heed it
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
        if sys.platform == "linux":
            _give_up_rights()

    def _give_up_rights() -> None:
        import ctypes

        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        # allowed to root and in user namespaces alone; without it nothing connects either
        libc.unshare(_NEW_NETWORK)

    @contextmanager
    def hold(pid: int) -> Iterator[None]:
        """Do nothing: the child confines itself."""
        yield
