"""Imports of every format watched from outside: nothing is sent anywhere, and no file is touched but the ones meant."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.commands import ROOT
from tests.fuzz.seeds import FOLDERS, seeds

STRACE = shutil.which("strace")
pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")

FORMATS = (".docx", ".doc", ".pdf", ".html", ".mht", ".xlsx", ".xls", ".txt")
CALLS = "network,open,openat,openat2,creat,truncate,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink"
SYSTEM = tuple(map(Path, ("/usr/lib", "/lib", "/lib64", "/usr/lib64", "/usr/local/lib", "/usr/share/locale", "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11", "/usr/X11R6", "/usr/share/zoneinfo",
    "/etc/ld.so.cache", "/etc/localtime", "/etc/locale.alias", "/etc/mime.types", "/etc/ssl/openssl.cnf", "/dev", "/proc", "/sys")))  # fmt: skip
CALL = re.compile(rb'(\w+)\((?:AT_FDCWD, |\d+, )?(?:"((?:[^"\\]|\\.)*)")?(.*)')
CHANGING = ("creat", "truncate", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "link", "linkat", "symlink")  # fmt: skip
OPENING = ("open", "openat", "openat2")
SPEAKING = (
    "socket",
    "connect",
    "sendto",
    "sendmsg",
    "sendmmsg",
    "bind",
    "listen",
    "accept",
    "accept4",
    "getsockname",
)


@dataclass(frozen=True)
class Call:
    """What a process asked of the system: the call, the file, and the rest of the line."""

    name: str
    path: Path
    rest: str

    @property
    def writes(self) -> bool:
        """Whether it changes files."""
        return self.name in CHANGING or bool(re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC", self.rest))


def calls(log: Path) -> Iterator[Call]:
    """Yield the calls in a log of strace that succeeded, and all that speak."""
    for line in log.read_bytes().splitlines():
        found = CALL.search(line)
        if found is None or b"+++" in line or b"---" in line:
            continue
        name, rest = found[1].decode(), found[3].decode(errors="replace")
        if name in SPEAKING or re.search(r"= \d+(<|$)|= 0$", rest):
            raw = (
                (found[2] or b"").decode("unicode_escape").encode("latin-1").decode("utf-8", errors="replace")
            )
            yield Call(name, ROOT / raw, rest)


def watched(source: Path, target: Path, home: Path) -> list[Call]:
    """Import a file under the eyes of strace."""
    log = home / "calls.log"
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPYCACHEPREFIX")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [
        STRACE,
        "-f",
        "-s",
        "4096",
        "-o",
        log,
        "-e",
        f"trace={CALLS}",
        sys.executable,
        "main.py",
        "import",
        source,
        "-o",
        target,
    ]
    done = subprocess.run(
        list(map(str, command)), cwd=ROOT, env=env, capture_output=True, timeout=180, check=False
    )
    if b"PTRACE" in done.stderr or b"ptrace" in done.stderr:
        pytest.skip("this system lets nobody watch a process")
    assert done.returncode == 0, done.stderr.decode()
    return list(calls(log))


def file_of(suffix: str, folder: Path) -> Path:
    """Put a sound file of that format into the folder."""
    path = folder / f"去年的报告{suffix}"
    if suffix == ".doc":
        path.write_bytes((FOLDERS[0] / "report.doc").read_bytes())
    else:
        made = [one for one in seeds() if one.suffix == suffix]
        path.write_bytes(max(made, key=lambda one: len(one.data)).data)
    return path


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_import_reaches_for_nothing_but_its_file_and_the_program(tmp_path, suffix):
    # given
    inbox, outbox, home = tmp_path / "in", tmp_path / "out", tmp_path / "home"
    for folder in (inbox, outbox, home):
        folder.mkdir()
    source = file_of(suffix, inbox)

    # when
    seen = watched(source, outbox / "新.nianbao", home)

    # then
    program = (ROOT, Path(sys.prefix), Path(sys.base_prefix), *SYSTEM)
    spoken = [call for call in seen if call.name in SPEAKING]
    written = [
        call for call in seen if call.name not in SPEAKING and call.writes and call.path != Path("/dev/null")
    ]
    opened = [call for call in seen if call.name in OPENING and not call.writes]
    assert spoken == []
    assert {call.path for call in written if not call.path.is_relative_to(outbox)} == set()
    assert any(call.path == source for call in opened)
    strange = {
        call.path
        for call in opened
        if call.path != source and not any(call.path.is_relative_to(one) for one in (*program, outbox, home))
    }
    assert strange - set(inbox.parents) - {inbox} == set()
