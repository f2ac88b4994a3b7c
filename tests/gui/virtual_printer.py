"""A print server of the test's own: CUPS on a loopback port, in a folder of its own, with a printer that makes PDFs."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

NAME = "Trial"
_BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
_DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
_OUT = Path(
    "/var/spool/cups-pdf/ANONYMOUS"
)  # where it puts what comes from users that the computer does not know
_PATIENCE = 120.0
_SERVER = """LogLevel warn
Listen 127.0.0.1:{port}
WebInterface No
Browsing No
DefaultAuthType None
<Location />
Order allow,deny
Allow localhost
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
Order allow,deny
Allow localhost
</Limit>
</Policy>
"""
_FILES = """ServerRoot {root}
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
AccessLog {root}/access.log
ErrorLog {root}/error.log
PageLog {root}/page.log
"""
_PRINTER = f"""<DefaultPrinter {NAME}>
Info {NAME}
DeviceURI cups-pdf:/
State Idle
Accepting Yes
Shared No
JobSheets none none
</DefaultPrinter>
"""


def why_not() -> str:
    """Return why there can be no such printer here, "" where there can."""
    if shutil.which("cupsd") is None or not _DRIVER.is_file():
        return "CUPS with the printer that makes PDFs (cups-daemon, printer-driver-cups-pdf) is not installed"
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and _OUT.is_dir()):
        return "only the administrator can start a print server with that printer"
    return ""


class Printer:
    """The printer: what a program must know to print on it, and what came out."""

    def __init__(self, port: int, user: str, log: Path) -> None:
        self.environment = {"CUPS_SERVER": f"127.0.0.1:{port}", "CUPS_USER": user}
        self._log = log
        self._before = set(_OUT.iterdir())

    def printed(self) -> list[Path]:
        """Return the files that came out since the printer was switched on."""
        return sorted(set(_OUT.iterdir()) - self._before)

    def wait(self) -> Path:
        """Return the file of the one job once the server says that all of it was printed."""
        latest = time.monotonic() + _PATIENCE
        while time.monotonic() < latest:
            if self._log.is_file() and " total " in self._log.read_text(encoding="utf-8"):
                (path,) = self.printed()
                return path
            time.sleep(0.1)
        raise TimeoutError("nothing came out of the printer")


@contextlib.contextmanager
def switched_on() -> Iterator[Printer]:
    """Run the print server; everything that came out is thrown away at the end."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # its filters run as another user
        with _served(Path(folder)) as printer:
            yield printer


@contextlib.contextmanager
def _served(root: Path) -> Iterator[Printer]:
    for name in ("ppd", "spool/tmp", "cache", "state"):
        (root / name).mkdir(parents=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (root / "cupsd.conf").write_text(_SERVER.format(port=port))
    (root / "cups-files.conf").write_text(_FILES.format(root=root))
    (root / "printers.conf").write_text(_PRINTER)
    shutil.copy(_DRIVER, root / "ppd" / f"{NAME}.ppd")
    printer = Printer(port, f"trial{port}", root / "page.log")
    server = subprocess.Popen(
        ["cupsd", "-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf")],
        env=os.environ | {"PATH": f"{os.environ.get('PATH', '')}:/usr/sbin"},
    )
    try:
        _wait_for(port)
        yield printer
    finally:
        server.terminate()
        server.wait(timeout=30)
        for path in printer.printed():
            path.unlink()


def _wait_for(port: int) -> None:
    latest = time.monotonic() + _PATIENCE
    while time.monotonic() < latest:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise TimeoutError("the print server did not start")
