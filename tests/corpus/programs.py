"""LibreOffice and Chromium as makers of files: many files in one call, profiles of their own."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

_SECONDS_A_FILE = 20
_SECONDS_TO_START = 60
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
# What LibreOffice calls the formats; the name of the filter where the suffix leaves a choice.
_FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "doc": "doc:MS Word 97",
    "odt": "odt",
    "html": "html:HTML (StarWriter)",
    "pdf": "pdf",
    "xls": "xls:MS Excel 97",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
}
_BATCH = 60


def office() -> str | None:
    """Return LibreOffice, None where it is not installed."""
    return shutil.which("soffice")


def browser() -> str | None:
    """Return Chromium, None where it is not installed."""
    return next((found for name in _CHROMIUMS if (found := shutil.which(name))), None)


def convert(files: Sequence[Path], suffix: str, folder: Path) -> dict[Path, Path]:
    """Return what LibreOffice made of each file, in that folder; files it made nothing of are left out."""
    program = office()
    if program is None or not files:
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        for at in range(0, len(files), _BATCH):
            batch = [str(path) for path in files[at : at + _BATCH]]
            command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
            command += ["--convert-to", _FILTERS[suffix], "--outdir", str(folder), *batch]
            limit = _SECONDS_TO_START + _SECONDS_A_FILE * len(batch)
            subprocess.run(command, check=True, capture_output=True, timeout=limit)
    made = {path: folder / f"{path.stem}.{suffix}" for path in files}
    return {path: found for path, found in made.items() if found.exists()}


def print_page(page: Path, target: Path, *, with_header: bool) -> bool:
    """Print a page to PDF with Chromium, with its head and foot of date and address or without; False where it cannot."""
    program = browser()
    if program is None:
        return False
    with tempfile.TemporaryDirectory() as profile:
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        command += ["--host-resolver-rules=MAP * ~NOTFOUND", f"--print-to-pdf={target}"]
        command += [] if with_header else ["--no-pdf-header-footer"]
        subprocess.run([*command, page.as_uri()], check=False, capture_output=True, timeout=_SECONDS_TO_START)
    return target.exists()
