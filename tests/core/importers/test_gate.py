"""Files that cannot be used: one calm sentence each, nothing but AppError, and the file stays as it was."""

import os
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core import importers
from core.errors import AppError, InputError
from core.importers import gate
from core.template import built_in

LIBRARY = built_in()
REPORT = "柳河镇2016年政府信息公开工作年度报告\n一、概述\n今年公开了三条信息。\n二、存在的主要问题及改进措施\n还不够快。\n"

BAD = {
    "空.txt": (b"", "是空的"),
    "空白.txt": (" \t\r\n\u3000\ufeff\n".encode(), "是空的"),
    "图片.txt": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "是一张图片"),
    "照片.jpg": (b"\xff\xd8\xff\xe0" + b"\x00" * 40, "是一张图片"),
    "动图.gif": (b"GIF89a" + b"\x01" * 40, "是一张图片"),
    "位图.bmp": (b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36" + b"\x00" * 40, "是一张图片"),
    "扫描.tiff": (b"II*\x00" + b"\x08" * 40, "是一张图片"),
    "报告.docx": (b"PK\x03\x04" + b"\x00" * 40, "不完整"),
    "改名.docx": (b"PK\x03\x04" + b"\x00" * 40 + b"PK\x05\x06" + b"\x00" * 18, "不是 Word 文档或表格"),
    "报告.pdf": (b"%PDF-1.7 ...", "不完整"),
    "改名.txt": (b"%PDF-1.7 ...", "不完整"),
    "旧.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 40, "是旧版 Office 的文件"),
    "网页.txt": (b"<!DOCTYPE html><html></html>", "这个网页里没有文字"),
    "表.xlsx": (b"PK\x03\x04", "不完整"),
    "乱.txt": (bytes(range(256)) * 20, "无法判断它的文字编码"),
    "坏的.pdf": (bytes(range(256)) * 20, "已损坏"),
    "坏的.DOCX": (b"abc\x00\x00\x00\x01", "已损坏"),
    "零.txt": (b"abc\x00\x00\x00\x01", "无法判断它的文字编码"),
    "代理.txt": (b"\xff\xfe" + b"\x00\xd8a\x00", "无法判断它的文字编码"),
    "混.txt": ("一、概述".encode() * 9 + "二、主动公开".encode("gb18030") + b"\xff\xff", "无法判断它的文字编码"),
    "标点.txt": ("。，；！" * 50).encode(),
    "小说.txt": ("那天早上，河面上起了雾。\n" * 30).encode(),
    "长行.txt": ("柳" * 100_000).encode(),
    "没有年.txt": ("柳河镇政府信息公开工作年度报告\n一、概述\n今年很好。\n").encode(),
}  # fmt: skip
WORDS = {"标点.txt": "看来不是年度报告", "小说.txt": "看来不是年度报告", "长行.txt": "看来不是年度报告"}
WORDS["没有年.txt"] = "没有写明是哪一年"


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_turned_away_with_its_name_and_the_reason(name, tmp_path):
    # given
    case = BAD[name]
    data, words = case if isinstance(case, tuple) else (case, WORDS[name])
    path = tmp_path / name
    path.write_bytes(data)

    # when
    with pytest.raises(InputError) as caught:
        importers.read(path, LIBRARY)

    # then
    message = str(caught.value)
    assert message.startswith(f"“{name}”")
    assert words in message
    assert "\n" not in message
    assert message.endswith("。")
    assert path.read_bytes() == data


def test_a_missing_file_a_folder_and_a_pipe_are_turned_away(tmp_path):
    os.mkfifo(tmp_path / "管道.txt")

    for name, words in (("没有.txt", "找不到文件"), ("", "是一个文件夹"), ("管道.txt", "不是普通文件")):
        with pytest.raises(InputError, match=words):
            importers.read(tmp_path / name, LIBRARY)


def test_an_impossible_name_is_turned_away(tmp_path):
    for name in ("坏\x00名.txt", "长" * 300 + ".txt"):
        with pytest.raises(InputError):
            importers.read(tmp_path / name, LIBRARY)


def test_a_file_over_the_limit_is_turned_away(tmp_path, monkeypatch):
    monkeypatch.setattr(gate, "LIMIT", 100)
    path = tmp_path / "大.txt"
    path.write_bytes(b"a" * 101)

    with pytest.raises(InputError, match="超过 50 MB"):
        importers.read(path, LIBRARY)


def test_a_file_that_fails_while_it_is_read_is_turned_away(tmp_path, monkeypatch):
    path = tmp_path / "坏盘.txt"
    path.write_text(REPORT, encoding="utf-8")

    def fail(*_):
        raise OSError(5, "input/output error")

    monkeypatch.setattr("pathlib.Path.open", fail)
    with pytest.raises(InputError, match="读不出来"):
        importers.read(path, LIBRARY)


@pytest.mark.parametrize("suffix", [".txt", ".TXT", ".md", "", ".dat"])
def test_a_text_is_read_whatever_its_suffix(suffix, tmp_path):
    path = tmp_path / f"报告{suffix}"
    path.write_text(REPORT, encoding="utf-8")

    assert importers.read(path, LIBRARY).unit.name == "柳河镇"


@pytest.mark.parametrize(
    "suffix", [*importers.SUFFIXES_OF_PROGRAMS, ".rtf", ".ofd", ".odt", ".ods"], ids=lambda suffix: suffix[1:]
)
def test_a_file_of_an_office_program_without_even_its_beginning_is_damaged(suffix, tmp_path):
    # given: not to be opened with the text editor, as a text in an unknown encoding would be
    path = tmp_path / f"坏的{suffix}"
    path.write_bytes(bytes(range(256)) * 20)

    # then
    with pytest.raises(InputError, match="已损坏"):
        importers.read(path, LIBRARY)


def test_every_kind_of_file_that_offices_have_is_among_the_suffixes_to_import():
    assert {".txt", ".docx", ".doc", ".wps", ".pdf", ".html", ".mht", ".xlsx", ".xls"} <= set(
        importers.SUFFIXES
    )


PIECES = st.sampled_from(
    ["一、概述", "柳河镇2016年政府信息公开工作年度报告", "\t", "|", "0", "件", "\r", "\n", "\f", "\x00", "\ufeff",
     "\t统计指标\n\t单位\n\t统计数\n", "（三）其他情形数", "三、本年度办理结果", "结果维持 |", "|||", "附件", "（2016年度）",
     "填报单位：", "-", "。", "\u2028", "\u200b", "2016年", "“", "信息内容|本年制发件数", "规章", "\x0b", "总计"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(data="文字文字概述\n柳河镇年度报告".encode())
@given(data=st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=60).map("".join).map(str.encode)))
def test_nothing_but_the_errors_of_the_program_ever_rises_and_nothing_vanishes(data, tmp_path):
    path = tmp_path / "任意.txt"
    path.write_bytes(data)
    reading = None
    with suppress(AppError):
        reading = importers.read_with_counts(path, LIBRARY, year=2016)
    assert reading is None or reading.placed_characters == reading.source_characters


def test_a_very_long_line_in_a_report_is_kept_whole(tmp_path):
    path = tmp_path / "长.txt"
    long = "这一段写得很长，" * 12_500
    path.write_text(REPORT.replace("今年公开了三条信息。", long), encoding="utf-8")

    report = importers.read(path, LIBRARY)

    assert report.section("overview").paragraphs[0].text == long


@pytest.mark.parametrize(
    "filling", ["|-" * 40_000 + "x", "\t" * 60_000, "| 0 " * 20_000 + "|", "（" * 80_000]
)
def test_a_hostile_line_in_a_report_is_read_in_linear_time(filling, tmp_path):
    path = tmp_path / "怪.txt"
    path.write_text(f"{REPORT}{filling}\n", encoding="utf-8")

    reading = importers.read_with_counts(path, LIBRARY)

    assert reading.placed_characters == reading.source_characters
