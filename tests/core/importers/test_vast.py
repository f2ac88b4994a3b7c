"""Sources with more in them than any report has: told in a sentence or left out as a whole, never looked at for minutes."""

import pytest

from core.errors import InputError
from core.importers.document import Document, Grid, GridCell, Text
from core.importers.keys import words_of_forms
from core.importers.recognise import recognise

HEAD = (
    Text(1, "柳河镇2024年政府信息公开工作年度报告"),
    Text(2, "一、总体情况"),
    Text(3, "公开栏按季度更换。"),
)


def table(library, rows, columns):
    words = sorted(words_of_forms(list(library)))
    return Grid(
        tuple(
            tuple(GridCell(words[(row * 7 + column) % len(words)], 4 + row) for column in range(columns))
            for row in range(rows)
        )
    )


def test_a_table_larger_than_all_of_a_report_is_left_out_as_a_whole(library):
    # given
    vast = table(library, 400, 100)

    # when
    reading = recognise(Document((*HEAD, vast)), library, "表.xlsx")

    # then
    notes = [note for note in reading.report.notes if "比年度报告所有的表都大" in note.message]
    assert len(notes) == 1
    assert "40000 格" in notes[0].message
    assert reading.report.values == {}
    assert {line.line for line in reading.left_over} >= {4, 403}


def test_a_table_of_a_report_beside_it_is_read(library):
    # given
    rows = (("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), ("规章", "0", "0", "0"), ("行政规范性文件", "3", "1", "12"))  # fmt: skip
    small = Grid(tuple(tuple(GridCell(text, 4) for text in row) for row in rows))

    # when
    reading = recognise(Document((*HEAD, table(library, 400, 100), small)), library, "表.xlsx")

    # then
    assert sorted(reading.report.values.values()) == ["0", "0", "0", "1", "12", "3"]


@pytest.mark.parametrize("what", ["lines", "cells", "tables"])
def test_more_than_could_be_looked_through_is_refused(library, what):
    # given
    lines = tuple(Text(number, "公开") for number in range(4, 20_004))
    cells = (Grid(((GridCell("1", 4),) * 200,) * 1_501),)
    tables = (Grid(((GridCell("规章", 4), GridCell("1", 4)),)),) * 501
    more = {"lines": lines, "cells": cells, "tables": tables}[what]

    # then
    with pytest.raises(InputError, match=r"“表\.xlsx”里的内容多得不像年度报告"):
        recognise(Document((*HEAD, *more)), library, "表.xlsx")
