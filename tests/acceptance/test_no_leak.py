"""No leak: who exports, where, on which computer and with which libraries stands in no part of any exported file."""

import io
import os
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from core.template import built_in
from tests.acceptance.commands import ROOT, run
from tests.samples import IDS

CANARIES = {
    "USER": "kanarienvogel",
    "LOGNAME": "kanarienvogel",
    "USERNAME": "kanarienvogel",
    "HOSTNAME": "rechner-zeisig",
    "COMPUTERNAME": "rechner-zeisig",
}
PLACES = ("hausdrossel", "ordnerammer", "zielmeise")  # the home folder, the working folder, the target folder
LIBRARIES = (
    "python-docx", "openpyxl", "reportlab", "lxml.", "libxml", "pypdfium", "fonttools", "pydantic", "microsoft office",
    "2013-12-23", "thumbnail",
)  # fmt: skip
OFFICE = "清溪县柳河镇人民政府"
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
DATES = {"1980-01-01"}


@pytest.fixture(scope="module", params=list(IDS))
def exported(request, tmp_path_factory) -> list[Path]:
    """Every file of a report, exported by a person, in a folder and on a computer with names of their own."""
    top = tmp_path_factory.mktemp("leak")
    home, work, target = (top / name for name in PLACES)
    for folder in (home, work):
        folder.mkdir()
    made = work / "ordnerammer.nianbao"
    year = IDS[request.param]
    env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env |= {**CANARIES, "HOME": str(home), "NIANBAO_HOME": str(home / "年报通")}
    words = (
        ["new", "--year", year, "--office", OFFICE, "--template", request.param, "-o", made],
        ["export", made, "--to", "docx,pdf,xlsx,html,sheet,package", "--out", target],
    )
    for one in words:
        command = [sys.executable, str(ROOT / "main.py"), *map(str, one)]
        subprocess.run(command, cwd=work, env=env, check=True, capture_output=True, timeout=120)
    return sorted(target.iterdir())


def pieces(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file, and whatever is packed in it, to the last part and stream; nothing as it is packed."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            for entry in container.infolist():
                yield (
                    f"{name}!{entry.filename} (entry)",
                    entry.extra + entry.comment + entry.filename.encode(),
                )
                yield from pieces(f"{name}!{entry.filename}", container.read(entry))
    elif data.startswith(b"%PDF"):
        yield name, STREAM.sub(b"", data)
        for number, match in enumerate(STREAM.finditer(data)):
            yield f"{name}!stream {number}", _unpacked(match[1])
    else:
        yield name, data


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def written(word: str) -> list[bytes]:
    """Return a word in the ways in which a file may hold it."""
    spellings = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return spellings + [one.hex().encode() for one in spellings]


def test_nothing_of_the_person_the_computer_or_the_folders_is_in_any_part(exported):
    # given
    real = [Path.home().name, str(ROOT)]
    words = {*CANARIES.values(), *PLACES, *(one for one in real if len(one) > 4), "/home/", "pytest-of"}

    # when
    every = [(name, part.lower()) for path in exported for name, part in pieces(path.name, path.read_bytes())]
    found = [
        (name, word)
        for name, part in every
        for word in words
        if any(one in part for one in written(word.lower()))
    ]

    # then
    assert len(every) > 40
    assert found == []


def test_no_library_names_itself(exported):
    every = [(name, part.lower()) for path in exported for name, part in pieces(path.name, path.read_bytes())]
    found = [
        (name, word)
        for name, part in every
        for word in LIBRARIES
        if any(one in part for one in written(word))
    ]
    assert found == []


def test_author_and_dates_are_those_of_the_report(exported):
    # given
    every = dict(one for path in exported for one in pieces(path.name, path.read_bytes()))
    year = next(int(re.search(r"\d{4}", path.name)[0]) for path in exported)

    # when
    cores = {name: part.decode() for name, part in every.items() if name.endswith("docProps/core.xml")}
    dates = {one for part in cores.values() for one in re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", part)}
    authors = {
        one
        for part in cores.values()
        for one in re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>(.*?)<", part)
    }
    programs = {
        one
        for name, part in every.items()
        if name.endswith("docProps/app.xml")
        for one in re.findall(r"<Application>(.*?)<", part.decode())
    }

    # then
    assert len(cores) == 6  # a Word file, a workbook and a check sheet, each in the package as well
    assert dates == {f"{year + 1}-01-01T00:00:00Z"}
    assert authors == {OFFICE}
    assert programs <= {"年报通"}


def test_the_pdf_names_the_office_and_this_program_alone(exported):
    for path in exported:
        if path.suffix != ".pdf":
            continue
        document = pypdfium2.PdfDocument(path)
        try:
            said = document.get_metadata_dict(skip_empty=True)
        finally:
            document.close()
        assert (said.pop("Author"), said.pop("Producer"), said.pop("Creator")) == (OFFICE, "年报通", "年报通")
        assert set(said) <= {"Title"}


def test_a_planted_canary_would_be_found():
    # given: a word in a part of a container, and one in a stream of a PDF
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("a.pdf", b"%PDF stream\n" + zlib.compress(b"kanarienvogel") + b"\nendstream")

    # when
    every = list(pieces("x.zip", buffer.getvalue()))

    # then
    assert [name for name, part in every if b"kanarienvogel" in part] == ["x.zip!a.pdf!stream 0"]
    assert b"kanarienvogel" not in buffer.getvalue()


def test_the_forms_are_all_there():
    assert set(IDS) <= {template.id for template in built_in()}
    assert run("templates").status == 0
