"""Traces: every filled cell and every paragraph has one, with the lines it came from and how sure it is."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import importers
from core.importers import sandbox
from core.importers.document import Document, Grid, GridCell, Text
from core.importers.recognise import Reading, recognise
from core.template import built_in
from tests import samples
from tests.core.importers import gridding, writing

LIBRARY = built_in()
FORMS = pytest.mark.parametrize("form", sorted(samples.IDS))


def targets(reading: Reading) -> Counter[str]:
    return Counter(trace.target for trace in reading.traces)


def wanted(reading: Reading) -> set[str]:
    report = reading.report
    places = {f"{one.id}/{at}" for one in report.sections for at in range(len(one.paragraphs))}
    card = {"year"} | ({"title"} if report.title else set()) | ({"unit"} if report.unit.name else set())
    return places | set(report.values) | card


@FORMS
def test_every_cell_and_every_paragraph_has_exactly_one_trace(form):
    reading = recognise(
        gridding.document_of(*samples.filled(LIBRARY, form, samples.IDS[form])), LIBRARY, "报告"
    )

    assert set(targets(reading)) == wanted(reading)
    assert set(targets(reading).values()) == {1}


@FORMS
@pytest.mark.parametrize("layout", sorted(writing.LAYOUTS))
def test_traces_lead_to_the_lines_of_the_source(form, layout, tmp_path):
    # given
    template, report = samples.filled(LIBRARY, form, samples.IDS[form])
    path = tmp_path / "报告.txt"
    path.write_text(writing.text_of(template, report, writing.LAYOUTS[layout]), encoding="utf-8")
    lines = ["", *path.read_text(encoding="utf-8").split("\n")]

    # when
    reading = importers.read_with_counts(path, LIBRARY)

    # then
    assert set(targets(reading)) == wanted(reading)
    texts = {f"{one.id}/{at}": p.text for one, at, p in reading.report.paragraphs()} | reading.report.values
    for trace in reading.traces:
        if trace.target in texts:
            assert any(texts[trace.target] in lines[line] for line in trace.lines), trace


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_real_reports_are_traced_and_their_tables_are_sure(number, seeds):
    reading = importers.read_with_counts(seeds[number], LIBRARY)

    assert set(targets(reading)) == wanted(reading)
    assert {one.sure for one in reading.traces if one.target in reading.report.values} <= {"sure"}
    assert reading.template_scores[0].template == reading.report.template


def test_lines_that_went_nowhere_are_left_over():
    # given
    rows = [
        ["统计指标", "单位", "统计数"],
        ["（一）主动公开政府信息数", "条", "3"],
        ["村级事务公开数", "条", "8"],
        ["制发规范性文件总数", "件", "5"],
        ["1.政府公报公开政府信息数", "条", "0"],
    ]
    grid = Grid(tuple(tuple(GridCell(text, line) for text in row) for line, row in enumerate(rows, 10)))
    texts = (Text(1, "首页 > 年报"), Text(2, "柳河镇2016年政府信息公开年度报告"), grid)

    # when
    reading = recognise(Document(texts), LIBRARY, "报告")

    # then
    assert [(one.line, one.table) for one in reading.left_over] == [(1, False), (12, True)]
    assert reading.left_over[1].text == "村级事务公开数 | 条 | 8"
    assert [one.line for one in reading.source] == [1, 2, 10, 11, 12, 13, 14]


def test_the_other_forms_that_might_be_meant_are_named_best_first():
    template, report = samples.filled(LIBRARY, "national-2014", 2017)

    scores = recognise(gridding.document_of(template, report), LIBRARY, "报告").template_scores

    assert [one.template for one in scores][:2] == ["national-2014", "weihai-2012"]
    assert scores[0].score > scores[1].score > 0
    assert {one.template for one in scores} == set(samples.IDS)


def test_traces_pass_the_pipe_unchanged(tmp_path):
    # given
    template, report = samples.filled(LIBRARY, "national-2021", 2024)
    path = tmp_path / "报告.txt"
    path.write_text(
        writing.text_of(template, report, writing.tab_rows) + "\n上一篇：没有了\n", encoding="utf-8"
    )

    # when
    here, there = importers.read_with_counts(path, LIBRARY), sandbox.read(path)

    # then
    assert there == here
    assert there.traces
    assert there.left_over


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=30),
            st.sampled_from(
                [
                    "一、概述",
                    "二、主动公开政府信息情况",
                    "（一）网站",
                    "附件",
                    "2017年1月3日",
                    "统计数",
                    "总计",
                ]
            ),
            st.lists(
                st.lists(
                    st.sampled_from(["", "3", "件", "总计", "其他", "规章", "行政许可", "x"]), max_size=5
                ),
                max_size=5,
            ),
        ),
        max_size=25,
    )
)
def test_whatever_stands_there_is_traced_or_left_over_and_nothing_breaks(pieces):
    # given
    elements: list[Text | Grid] = [Text(1, "柳河镇2016年政府信息公开工作年度报告")]
    for line, piece in enumerate(pieces, 2):
        if isinstance(piece, str):
            elements += [Text(line, piece)] if piece.strip() else []
        else:
            elements.append(Grid(tuple(tuple(GridCell(text, line) for text in row) for row in piece)))

    # when
    reading = recognise(Document(tuple(elements)), LIBRARY, "报告")

    # then
    assert set(targets(reading)) == wanted(reading)
    assert reading.placed_numbers <= reading.source_numbers
