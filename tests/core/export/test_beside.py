"""Pages set by a process beside: the same file as here, even where that process cannot be had."""

import pytest

from core.blocks import lay_out
from core.export import beside, pdf
from core.export.beside import PagesBeside
from core.export.typesetter import BrokenOffError, Typesetter
from tests.samples import filled


@pytest.fixture
def document(library):
    template, report = filled(library, "national-2021", 2024)
    return lay_out(template, report)


@pytest.fixture
def again(library):
    template, report = filled(library, "national-2021", 2024)
    return lay_out(template, report)


def test_pages_begun_before_are_those_of_an_equal_document(document, again, monkeypatch):
    # given
    with PagesBeside() as pages:
        pages.begin(document)
        monkeypatch.setattr(pdf, "write", lambda _document: pytest.fail("set here"))

        # when
        made = pages.pdf(again)

    # then
    monkeypatch.undo()
    assert made == pdf.write(document)


def test_a_document_that_was_not_begun_is_set_here(document):
    with PagesBeside() as pages:
        assert pages.pdf(document) == pdf.write(document)


def test_where_the_process_ends_the_pages_are_set_here(document, monkeypatch):
    # given
    def broken(self, document):
        raise BrokenOffError("ended")

    monkeypatch.setattr(Typesetter, "render", broken)

    # when
    with PagesBeside() as pages:
        pages.begin(document)
        made = pages.pdf(document)

    # then
    assert made == pdf.write(document)


def test_where_no_process_can_be_had_the_pages_are_set_here(document, monkeypatch):
    # given
    monkeypatch.setattr(beside.Typesetter, "_running", lambda self: (_ for _ in ()).throw(OSError("none")))

    # when
    with PagesBeside() as pages:
        pages.begin(document)
        made = pages.pdf(document)

    # then
    assert made == pdf.write(document)
