"""Old Excel workbooks: one made by LibreOffice from our own words, old ones by hand, and broken ones."""

import random
from pathlib import Path

import pytest

from core.errors import InputError
from core.importers import kinds, xls
from core.importers.document import Document
from core.importers.kinds import Source
from tests.core.importers.workbooks import KNOWN, doubts, grids, old_book, said, texts, words

FILE = Path(__file__).parent / "files" / "old_table.xls"


def document_of(data: bytes) -> Document:
    return xls.read(Source("旧表.xls", data, "xls"), KNOWN)


def test_an_old_workbook_is_known_by_its_bytes():
    assert kinds.kind_of(FILE.read_bytes(), ".doc") == "xls"


def test_an_old_workbook_has_its_lines_its_table_and_its_dates():
    # when
    document = document_of(FILE.read_bytes())

    # then
    assert texts(document) == [
        "柳河镇2016年政府信息公开情况统计表",
        "填报单位：柳河镇人民政府",
        "填报日期：2017年1月20日",
        "单位负责人：甲　　审核人：乙　　填报人：丙",
        "这一张已经作废。",
    ]
    (grid,) = grids(document)
    figures = [row[2] for row in words(grid)]
    assert figures == ["统计数", "", "128", "4", "3.4", "", "", "1234", "0", "7"]


def test_an_old_workbook_tells_what_is_hidden_rounded_broken_and_left_out():
    # when
    document = document_of(FILE.read_bytes())

    # then
    for told in (
        "有 1 行是隐藏的",
        "1 格显示的小数位比实际存的少",
        "1 格存的是 0，但设成了不显示",
        "C9 是错误值 #DIV/0!，已留空待填",
        "工作表“往年”是隐藏的",
        "工作表“填报说明”看来是说明",
    ):
        assert told in said(document)
    assert {"3.4", "", "7"} <= set(doubts(document))


@pytest.mark.parametrize("codepage", [936, 1252, 437, 30000, None])
def test_words_in_gbk_are_read_whatever_code_page_is_named(codepage):
    # given
    data = old_book({(0, 0): "规章", (0, 1): 3.0, (1, 0): "行政许可", (1, 1): 12.5}, codepage=codepage)

    # when
    (grid,) = grids(document_of(data))

    # then
    assert words(grid) == [["规章", "3"], ["行政许可", "12.5"]]


def test_a_workbook_with_a_password_is_turned_away():
    # given
    data = bytearray(old_book({(0, 0): 1.0}, codepage=None))
    bound = data.index(b"\x85\x00")
    data[bound : bound + 2] = b"\x2f\x00"

    # then
    with pytest.raises(InputError, match="设有打开密码"):
        document_of(bytes(data))


def test_macros_and_what_lies_over_the_cells_are_told():
    # given
    objects = b"".join(
        b"\x5d\x00\x1a\x00\x15\x00\x12\x00" + bytes([kind, 0]) + bytes(20) for kind in (6, 8, 8)
    )
    link = b"\xae\x01\x08\x00\x01\x00\x03\x00\x00abc"
    data = old_book({(0, 0): 1.0, (0, 1): 2.0}, codepage=None)
    data = data[:-4] + objects + link + data[-4:] + "_VBA_PROJECT".encode("utf-16-le")

    # when
    document = document_of(data)

    # then
    assert "宏没有运行" in said(document)
    assert "1 个文本框、2 个图片或图表" in said(document)
    assert "没有联网" in said(document)


def test_broken_old_workbooks_are_read_or_turned_away_and_nothing_else():
    # given
    whole = FILE.read_bytes()
    chance = random.Random(7)
    ends = {"read": 0, "turned away": 0}

    # when
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 5, 40))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            document_of(bytes(data[: chance.choice((len(data), len(data) // 2))]))
            ends["read"] += 1
        except InputError:
            ends["turned away"] += 1

    # then
    assert sum(ends.values()) == 150
    assert all(ends.values())


def test_an_old_workbook_beyond_the_memory_is_turned_away(monkeypatch):
    # given
    def no_room(*_args: object, **_options: object) -> None:
        raise MemoryError

    monkeypatch.setattr(xls.xlrd, "open_workbook", no_room)

    # then
    with pytest.raises(InputError, match="过多"):
        document_of(FILE.read_bytes())
