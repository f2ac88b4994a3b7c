"""The rules' look at a report beside the window: the window's own look finds its patterns compiled."""

from core import checks, first_look
from core.checks.late import _made as late_patterns
from core.report import Paragraph, blank

OFFICE = "清溪县柳河镇人民政府"
LINE = "2024年，本镇主动公开政府信息37条，其中政务动态12条，在网站和公开栏公布。"


def test_after_a_look_beside_the_window_its_own_compiles_nothing_more(library):
    # given
    report = blank(library.get("national-2021"), 2024, OFFICE)
    report.sections[1].paragraphs = [Paragraph(text=LINE)]
    before = report.model_copy(deep=True)

    # when
    first_look.take(library, report)
    compiled = _compiled()
    found = checks.for_template(library, report.template).run(report)

    # then
    assert found
    assert compiled
    assert _compiled() == compiled
    assert report == before


def _compiled() -> set[int]:
    known = (made() for made in tuple(late_patterns))
    return {id(late) for late in known if late is not None and late.is_compiled}
