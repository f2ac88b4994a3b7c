"""Files that nobody here reads, turned into Word or Excel files by the office program that is installed, if one is.

The program works on a copy in a folder of its own, with a profile of its own in which macros, links and the network
are switched off; it is ended with everything that it started, and the folder is gone afterwards.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.errors import InputError
from core.importers import gate
from core.importers.kinds import Source
from core.importers.sandbox import GivenUpError

SECONDS = 90.0


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is converted: the suffix that tells the program so, and the filter of what it becomes."""

    suffix: str
    becomes: str
    filter_name: str


KINDS = {
    "odt": Kind(".odt", ".docx", "MS Word 2007 XML"),
    "rtf": Kind(".rtf", ".docx", "MS Word 2007 XML"),
    "ole": Kind(".wps", ".docx", "MS Word 2007 XML"),
    "ods": Kind(".ods", ".xlsx", "Calc MS Excel 2007 XML"),
}

_LOOK_EVERY = 0.05
_NAMES = ("soffice", "libreoffice")
_FOLDERS = (
    "/usr/lib/libreoffice", "/usr/lib64/libreoffice", "/usr/local/lib/libreoffice", "/opt/libreoffice*",
    "/opt/collaboraoffice*", "/snap/libreoffice/current/lib/libreoffice", "/Applications/LibreOffice.app/Contents/MacOS",
)  # fmt: skip
_WINDOWS_ROOTS = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
_SWITCHES = (
    "--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"
)  # fmt: skip
_NOWHERE = "127.0.0.1"
_CLOSED_PORT = "9"
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    *(
        ("Inet/Settings", f"ooInet{scheme}Proxy{what}", value)
        for scheme in ("HTTP", "HTTPS", "FTP")
        for what, value in (("Name", _NOWHERE), ("Port", _CLOSED_PORT))
    ),
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}">'
    '<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)


def find() -> tuple[str, ...] | None:
    """Return the words that start the office program of this computer, None where there is none.

    WPS is not among them: it cannot convert a file without its window.
    """
    on_path = (shutil.which(name) for name in _NAMES)
    found = next((one for one in on_path if one), None) or next(_installed(), None)
    return None if found is None else (found,)


def _installed() -> Iterator[str]:
    """Yield the programs in the folders where they are usually put."""
    roots = [os.environ.get(name, "") for name in _WINDOWS_ROOTS]
    windows = [f"{root}\\LibreOffice*" for root in dict.fromkeys(roots) if root]
    name = "soffice.com" if sys.platform == "win32" else "soffice"
    for pattern in windows if sys.platform == "win32" else _FOLDERS:
        whole = Path(pattern)
        for folder in sorted(whole.parent.glob(whole.name), reverse=True):
            for program in (folder / "program" / name, folder / name):
                if program.is_file():
                    yield str(program)


@contextlib.contextmanager
def converted(source: Source, given_up: Callable[[], bool] = lambda: False) -> Iterator[Path]:
    """Give the path of a file of `KINDS` turned into one that is read here; it is gone afterwards.

    InputError says what to do where no program is installed, or where it fails; `given_up` is asked many times a
    second, and GivenUpError is raised soon after it says yes.
    """
    program = find()
    if program is None:
        raise gate.refusal(source.name, source.kind)
    with tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        made = _convert(program, source, folder, given_up)
        if made is None:
            raise _failed(source)
        yield made


def _convert(
    program: tuple[str, ...], source: Source, folder: Path, given_up: Callable[[], bool]
) -> Path | None:
    """Return the file that the program makes of a copy in that folder, None where it makes none."""
    kind = KINDS[source.kind]
    original, results = folder / f"report{kind.suffix}", folder / "made"
    original.write_bytes(source.data)
    results.mkdir()
    words = [
        *program,
        *_SWITCHES,
        f"-env:UserInstallation={_profile(folder).as_uri()}",
        "--convert-to",
        f"{kind.becomes.removeprefix('.')}:{kind.filter_name}",
        "--outdir",
        str(results),
        str(original),
    ]
    try:
        with _started(words, folder) as process:
            _wait(process, source.name, given_up)
    except OSError:
        return None
    made = results / f"report{kind.becomes}"
    if not made.is_file() or not made.stat().st_size:
        return None
    return made.rename(folder / f"{Path(source.name).stem or 'report'}{kind.becomes}")


def _profile(folder: Path) -> Path:
    """Return a profile with nothing in it but what keeps a stranger's file quiet."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    items = "\n".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(_PROFILE.format(items=items), encoding="utf-8")
    return profile


@contextlib.contextmanager
def _started(words: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Give the running program; leaving the block ends it and all that it started."""
    nowhere = {f"{scheme}_proxy": f"http://{_NOWHERE}:{_CLOSED_PORT}" for scheme in ("http", "https", "ftp")}
    process = subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, **nowhere, "TMPDIR": str(folder), "TMP": str(folder), "TEMP": str(folder)},
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _end(process)


def _wait(process: subprocess.Popen[bytes], name: str, given_up: Callable[[], bool]) -> None:
    begin = time.monotonic()
    while process.poll() is None:
        if given_up():
            raise GivenUpError(name)
        if time.monotonic() - begin > SECONDS:
            raise InputError(
                f"转换“{name}”的时间过长，已停止；您的报告没有变化。请用 WPS 打开它，另存为 .docx 或 .xlsx 后再读入。"
            )
        time.sleep(_LOOK_EVERY)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the program with its children; on Linux they are one session, on Windows one tree."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(tree, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        else:
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(OSError):
        process.kill()
    process.wait()


def _failed(source: Source) -> InputError:
    becomes = KINDS[source.kind].becomes
    return InputError(
        f"“{source.name}”没能转换成可以读取的文件，没有读入。请用 WPS 打开它，另存为 {becomes} 后再读入；原文件没有改动。"
    )
