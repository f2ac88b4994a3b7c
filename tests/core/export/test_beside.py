"""Files written by a process beside: the same bytes as here, even where that process cannot be had."""

import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from core import store
from core.cli import exporting, writing
from core.export import beside, files, find, pdf, web, word
from core.export.beside import FilesBeside
from core.export.typesetter import BrokenOffError
from core.layout import lay_out
from tests.samples import filled

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def report(library):
    return filled(library, "national-2021", 2024)


@pytest.fixture
def document(report):
    return lay_out(*report)


@pytest.fixture
def again(library):
    return lay_out(*filled(library, "national-2021", 2024))


def test_the_files_of_a_document_are_those_of_an_equal_one(document, again):
    with FilesBeside() as helper:
        # when
        helper.begin(document, ("pdf", "docx", "html"))

        # then
        assert helper.take(again, "pdf") == pdf.write(document)
        assert helper.take(again, "docx") == word.write(document)
        assert helper.take(again, "html") == web.write(document)


def test_a_second_document_comes_after_the_first(library, document):
    # given
    other = lay_out(*filled(library, "weihai-2012", 2012))

    # when
    with FilesBeside() as helper:
        helper.begin(document, ("pdf",))
        helper.begin(other, ("html",))

        # then
        assert helper.take(other, "html") == web.write(other)
        assert helper.take(document, "pdf") == pdf.write(document)


def test_what_was_not_begun_is_not_there(library, document):
    # given
    other = lay_out(*filled(library, "weihai-2012", 2012))

    # when
    with FilesBeside() as helper:
        helper.begin(document, ("html",))

        # then
        assert helper.take(document, "pdf") is None
        assert helper.take(other, "html") is None


def test_a_command_lays_the_report_out_once(report, tmp_path, monkeypatch, capsys):
    # given
    laid = []

    def counted(template, filled_in):
        laid.append(filled_in)
        return lay_out(template, filled_in)

    for module in (files, writing):
        monkeypatch.setattr(module, "lay_out", counted)
    path = tmp_path / "报告.nianbao"
    store.write(store.ReportFile(report[1]), path)
    words = Namespace(report=path, to="pdf, HTML", out=tmp_path, json=False)

    # when
    status = exporting.export_files(words)

    # then
    assert status == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert len(laid) == 1


def test_the_process_beside_is_begun_before_the_rest_of_the_command_is_loaded():
    # given
    heavy = ("core.layout", "core.opening", "core.template", "pydantic")
    program = f"import sys, core.cli.exporting; print([name for name in {heavy} if name in sys.modules])"

    # when
    said = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    # then
    assert said.stdout.strip() == "[]"


def test_what_was_begun_is_not_written_here_once_more(report, tmp_path, monkeypatch):
    # given
    template, filled_in = report
    with FilesBeside() as helper:
        helper.begin(lay_out(template, filled_in), ("pdf",))
        monkeypatch.setattr(pdf, "write", lambda _document: pytest.fail("written here"))

        # when
        (path,) = files.export(template, filled_in, files.Order(find(["pdf"])), tmp_path, helper=helper)

    # then
    monkeypatch.undo()
    assert path.read_bytes() == pdf.write(lay_out(template, filled_in))


def _ended(self, document, format_id):
    raise BrokenOffError("ended")


def _not_to_be_had(self):
    raise OSError("none")


def _without_memory(self, document, format_id):
    raise MemoryError


@pytest.mark.parametrize(
    ("name", "broken"), [("write", _ended), ("write", _without_memory), ("_running", _not_to_be_had)]
)
def test_where_the_process_fails_the_file_is_written_here(name, broken, report, tmp_path, monkeypatch):
    # given
    monkeypatch.setattr(beside.Typesetter, name, broken)
    template, filled_in = report

    # when
    with FilesBeside() as helper:
        helper.begin(lay_out(template, filled_in), ("pdf", "html"))
        paths = files.export(template, filled_in, files.Order(find(["pdf", "html"])), tmp_path, helper=helper)

    # then
    assert [path.suffix for path in paths] == [".pdf", ".html"]
    assert paths[0].read_bytes() == pdf.write(lay_out(template, filled_in))


def test_a_format_that_the_process_cannot_write_does_no_harm(document):
    # when: the workbook needs the checks, and nothing of the kind was sent
    with FilesBeside() as helper:
        helper.begin(document, ("odt", "html"))

        # then
        assert helper.take(document, "odt") is None
        assert helper.take(document, "html") == web.write(document)
