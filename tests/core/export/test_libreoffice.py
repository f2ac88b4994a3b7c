"""Word and Excel files opened by another program: LibreOffice takes them, and loses no word and no figure."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from core.blocks import Document
from core.export import excel, word
from core.template import Library
from tests.core.export.office import document, sentences, tables
from tests.samples import IDS

TEMPLATES = pytest.mark.parametrize("template_id", IDS)
PAGE_NUMBER = re.compile(r"—\s*\d+\s*—")
SHORT = 40  # the longest label of a form has fewer characters
LONGEST_WAIT = 180  # seconds, for eight files on a busy computer


@pytest.fixture(scope="module")
def printed(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which LibreOffice has printed a Word and an Excel file of each template as PDF."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    files = []
    for template_id in IDS:
        made = document(library, template_id)
        for module, suffix in ((word, "docx"), (excel, "xlsx")):
            path = folder / suffix / f"{template_id}.{suffix}"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(module.write(made))
            files.append(path)
    profile = tmp_path_factory.mktemp("profile").as_uri()
    for suffix in ("docx", "xlsx"):
        chosen = [str(path) for path in files if path.suffix == f".{suffix}"]
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        command += ["--outdir", str(folder / suffix), *chosen]
        subprocess.run(command, check=True, capture_output=True, timeout=LONGEST_WAIT)
    return folder


def pages(path: Path) -> list[str]:
    """Return the words of each page without white space and page number."""
    opened = pypdfium2.PdfDocument(path)
    try:
        texts = [page.get_textpage().get_text_bounded() for page in opened]
    finally:
        opened.close()
    return [re.sub(r"[\s\u0002\ufffe]", "", PAGE_NUMBER.sub("", text)) for text in texts]


def missing(made: Document, found: list[str]) -> list[str]:
    """Return the prose that is not there, and single characters of labels and figures, whose lines interlace."""
    printed = "".join(found)
    wanted = [re.sub(r"\s", "", text) for text in sentences(made)]
    prose = [text for text in wanted if len(text) > SHORT and text not in printed]
    return prose + list((Counter("".join(wanted)) - Counter(printed)).elements())


@TEMPLATES
def test_the_word_file_prints_whole(library: Library, template_id: str, printed: Path) -> None:
    # given
    made = document(library, template_id)

    # when
    found = pages(printed / "docx" / f"{template_id}.pdf")

    # then: a report of some pages, none of them empty
    assert missing(made, found) == []
    assert 2 <= len(found) <= 8
    assert all(found)


@TEMPLATES
def test_the_workbook_prints_whole(library: Library, template_id: str, printed: Path) -> None:
    # given
    made = document(library, template_id)

    # when
    found = pages(printed / "xlsx" / f"{template_id}.pdf")

    # then: a page for the prose, at least one for each form
    assert missing(made, found) == []
    assert 1 + len(tables(made)) <= len(found) <= 8
    assert all(found)
