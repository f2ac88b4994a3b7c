"""Pages that the form of today does not have: an annex behind the words, and what is told where the form changed."""

from collections.abc import Iterator
from pathlib import Path

from core import carry
from core.report import Paragraph, Report, Section, blank
from core.template import Library
from gui.pages import pages_of
from gui.window import MainWindow
from tests.screenshots.stage import Scene, open_dialogs, open_in, settle

_FORM, _YEAR = "national-2014", 2018
_OFFICE = "清溪县柳河镇人民政府"


def of_other_forms(window: MainWindow, library: Library, folder: Path) -> Iterator[Scene]:
    """Yield the annex of an older report, and the year after it under another form."""
    last = _older(library)
    open_in(window, last, folder)
    work, session = window.desk.workspace, window.desk.session
    assert work is not None
    assert session is not None
    work.page.show_page(next(one for one in pages_of(session.template, session.report) if one.tables))
    settle()
    yield Scene(f"form-{_FORM}-annex")
    open_in(window, carry.forward(library, last), folder)
    settle()
    yield Scene("form-changed")
    window.desk.commands["moved"]()
    settle()
    for dialog in open_dialogs(window):
        yield Scene("form-moved", dialog)
        dialog.reject()
    settle()


def _older(library: Library) -> Report:
    """Return a report of the years when offices chose their sections, and told their figures in an annex."""
    template = library.get(_FORM)
    report = blank(template, _YEAR, _OFFICE)
    report.values = {cell.id: "2" for cell in template.cells.values() if not cell.group}
    report.section("overview").paragraphs = [
        Paragraph(text=f"{_YEAR}年，我镇把政府信息公开和业务工作一起安排，全年公开信息75条。")
    ]
    said = Section(
        id="organisation", paragraphs=[Paragraph(text=f"{_YEAR}年，我镇召开政府信息公开工作会议3次。")]
    )
    report.sections.insert(-1, said)
    return report
