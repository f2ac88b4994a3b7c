"""Tables of which nothing is drawn in a PDF: one cell a line, down the page and over to the next."""

from pathlib import Path

import pytest

from core import importers
from core.importers.document import Stream, Text, cells_of
from core.importers.keys import words_of_forms
from core.importers.pdf import flowed
from core.importers.pdf.flowed import UNREAD
from core.importers.pdf.lines import OVERPRINTED
from core.importers.pdf.paragraphs import CUT_OFF
from core.importers.reviewing import Review
from core.template import Library
from tests import samples
from tests.core.importers import writing
from tests.core.importers.paper import LEFT, Paper, read, texts

SIZE, STEP, FOOT = 10, 14.0, 780.0
WIDTH = 44  # characters of a full line
SAID = (
    "柳河镇今年把公开的事项列成清单，逐月对照检查，凡是群众问得多的，都在村务公开栏和政府网站上同步公布，便于大家随时查看，"
    "也便于镇里答复来电来访时有据可依，少跑路、少费口舌，各村每月底把公开的材料报到镇党政办，由专人核对日期和数字，"
    "发现遗漏的当月补齐，第二年的清单在年底以前编好，老年人多的村再由网格员上门讲一遍，讲完的户逐一登记在册。"
)
ROWS = ["统计指标", "单位", "统计数", "（一）收到申请数", "件", "6", "（二）申请办结数", "件", "5", "（三）申请答复数", "件", "4"]  # fmt: skip


def parted(rows: writing.Rows) -> list[str]:
    """One cell a line, blank ones gone, as they come out where a web page loses its table."""
    return [cell for row in rows for cell in row if cell]


def printed(lines: list[str], numbered: bool = False) -> bytes:
    """Return a PDF of the lines, from the head of each page to its foot."""
    paper = Paper()
    top, page = 60.0, 1
    for line in lines:
        for start in range(0, len(line), WIDTH):
            if top > FOOT:
                if numbered:
                    paper.words(295, 815, str(page), SIZE)
                paper.page()
                top, page = 60.0, page + 1
            paper.words(LEFT, top, line[start : start + WIDTH].strip(), SIZE)
            top += STEP
        top += STEP / 2 if len(line) > WIDTH else 0
    return paper.done()


@pytest.mark.parametrize("numbered", [False, True], ids=["bare", "numbered"])
@pytest.mark.parametrize("shift", range(3))
@pytest.mark.parametrize("form", ["national-2021", "national-2019", "national-2014", "weihai-2012"])
def test_every_figure_of_a_table_in_lines_is_read(
    form: str, shift: int, numbered: bool, library: Library, tmp_path: Path
):
    # given: the same table so shifted that any of its cells may stand at the foot or the head of a page
    template, report = samples.filled(library, form, samples.IDS[form])
    text = writing.text_of(template, report, parted)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    path = tmp_path / "去年的年报.pdf"
    path.write_bytes(printed([*lines[:1], *["（公开栏和网站同时公布）"] * shift, *lines[1:]], numbered))

    # when
    reading = importers.read_with_counts(path, library)

    # then
    assert reading.report.template == form
    assert reading.report.values == report.values
    assert all(line.page for line in reading.source)
    review = Review(reading, template)
    assert [place.title for place in review.places if "段" not in place.title] == []


def test_cells_know_their_pages(library: Library):
    known = words_of_forms(list(library))
    above = ["村务公开栏按季度更换。"] * 42

    *words, table = read(printed([SAID, *above, *ROWS]), known).elements

    assert [one.text for one in words if isinstance(one, Text)] == [SAID, *above]
    assert isinstance(table, Stream)
    assert [cell.text for cell in table.cells] == ROWS
    assert [cell.page for cell in table.cells] == [1] * 5 + [2] * 7


def test_a_cell_below_a_full_label_is_doubted_for_other_reasons_alone(library: Library):
    # given: the last three figures stand below labels that fill their lines, two are printed over each other besides
    doubts = dict.fromkeys(ROWS[5::3], CUT_OFF) | {"5": f"{CUT_OFF}；{OVERPRINTED}", "4": OVERPRINTED}
    lines = [Text(number, words, 1, doubt=doubts.get(words, "")) for number, words in enumerate(ROWS, 1)]

    # when
    (table,) = flowed.tables_in(lines, words_of_forms(list(library)))

    # then
    found = {cell.text: cell.doubt for cell in cells_of(table)}
    assert (found["6"], found["5"], found["4"]) == ("", OVERPRINTED, OVERPRINTED)


def test_words_of_a_form_in_prose_make_no_table(library: Library):
    said = [
        "（一）收到申请数",
        "全年收到申请6件。",
        "（二）申请办结数",
        "全年办结5件。",
        "（三）申请答复数",
        "全年答复4件。",
    ]

    document = read(printed([SAID, *said]), words_of_forms(list(library)))

    assert texts(document) == [SAID, *said]
    assert document.remarks == ()


def test_the_head_of_a_table_that_was_not_read_is_told(library: Library):
    # given: label, unit and figure so close together that no line falls into cells
    said = ["政府信息公开情况统计表", "指标和数量", "收到申请件数是6件", "办结申请件数是5件"]

    (remark,) = read(printed([SAID, *said]), words_of_forms(list(library))).remarks

    assert (remark.message, remark.source) == (UNREAD, said[0])


def test_a_list_of_annexes_is_no_head_of_a_table(library: Library):
    said = [SAID, "本报告由党政办公室解释。", "附件：政府信息公开情况统计表"]

    assert read(printed(said), words_of_forms(list(library))).remarks == ()
