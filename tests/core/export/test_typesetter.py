"""The process that sets pages: the same bytes as here, one after the other, and a plain end."""

import io
import pickle
import subprocess
import sys

import pytest

from core.export import pdf, typesetter, web
from core.export.pictures import Pictures
from core.export.typesetter import BrokenOffError, Typesetter, serve
from core.layout import lay_out
from tests.samples import filled


@pytest.fixture
def document(library):
    template, report = filled(library, "national-2021", 2024)
    return lay_out(template, report)


@pytest.fixture
def setter():
    setter = Typesetter()
    yield setter
    setter.close()


def messages(*sent: object) -> io.BytesIO:
    data = (pickle.dumps(one) for one in sent)
    return io.BytesIO(b"".join(len(one).to_bytes(8, "big") + one for one in data))


def test_it_sets_the_same_pages_as_the_export(document, setter):
    # when
    first, second = setter.render(document), setter.render(document)

    # then
    assert first.pdf == second.pdf == pdf.write(document)
    assert first == pdf.render(document)


def test_it_goes_on_after_its_process_has_ended(document, setter):
    # given
    setter.render(document)
    setter._process.kill()
    setter._process.wait()

    # when
    with pytest.raises(BrokenOffError):
        setter.render(document)

    # then
    assert setter.render(document).pages > 3


def test_a_closed_one_takes_nothing_more(document, setter):
    # when
    setter.close()

    # then
    with pytest.raises(BrokenOffError):
        setter.render(document)


def test_its_process_loads_neither_reports_nor_forms_nor_what_checks_them():
    # when: all that it writes with
    program = "import sys; from core.export import pdf, typesetter, web, word; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    # then
    assert not {"pydantic", "core.report", "core.template", "core.checks"} & set(done.stdout.split())


def test_the_frozen_program_is_its_own_child(monkeypatch):
    # when
    monkeypatch.setattr("sys.frozen", True, raising=False)

    # then
    assert typesetter.command()[1:] == [typesetter.WORD]


def test_what_cannot_be_set_is_answered_and_the_next_is_set(document):
    # given
    given = io.BytesIO()

    # when
    serve(messages(("no document", ""), (document, ""), (document, "html"), (document, "odt")), given)

    # then
    given.seek(0)
    assert "AttributeError" in typesetter._message(given)
    assert typesetter._message(given).pdf == pdf.write(document)
    assert typesetter._message(given) == web.write(document)
    assert "UsageError" in typesetter._message(given)


def test_what_it_could_not_set_is_an_error_here(document, setter):
    # when, then
    with pytest.raises(BrokenOffError, match="AttributeError"):
        setter.render("no document")
    assert setter.render(document).pages > 3


def test_pictures_have_the_size_of_the_paper_and_no_colour_where_there_is_none(document):
    # given
    pages = Pictures(pdf.write(document))

    # when
    picture = pages.draw(0, 2.0)

    # then
    assert (picture.width, picture.height) == (1191, 1684)
    assert picture.is_grey
    assert min(picture.data) < 40
    pages.close()


def test_a_page_with_colour_keeps_it():
    # given
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 200))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 200, 200, fill=1, stroke=0)
    canvas.save()

    # when
    picture = Pictures(out.getvalue()).draw(0, 1.0)

    # then
    assert not picture.is_grey
    assert picture.data[:3] == b"\xff\x00\x00"
