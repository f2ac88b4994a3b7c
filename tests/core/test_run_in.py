"""Which words of a numbered paragraph are its heading, and which paragraphs are sentences."""

import pytest

from core.export import web
from core.layout import lay_out
from core.report import Paragraph
from core.run_in import heading_of
from tests.samples import IDS, filled


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("（一）主动公开", "（一）主动公开"),
        ("（一）加强领导，落实责任。", "（一）加强领导，落实责任。"),
        ("(四)不断强化平台的内容保障。", "(四)不断强化平台的内容保障。"),
        ("（二）依申请公开。全年收到申请2件。", "（二）依申请公开。"),
        ("（ 一 ）主动公开。全年召开会议。", "（ 一 ）主动公开。"),
        ("( 一 ) 全年公开信息120条。", ""),
        ("（三）落实2023年工作要点。", "（三）落实2023年工作要点。"),
        ("（三）通过微信群和广播公开信息190余条。", ""),
        ("（三）全年接待群众来访 35 人次。", ""),
        ("（一）全年公开信息120条。其中网站100条。", ""),
        ("（二）镇里设有公开栏，每月更换，由专人管理，群众可以随时查看。", ""),
        ("（二）镇党政综合办公室负责全镇各村各站所信息的收集整理审核以及上传发布等全部日常的事务。", ""),
    ],
)
def test_a_heading_is_no_sentence(text, heading):
    assert heading_of(text) == heading


def test_a_numbered_sentence_is_set_as_text_and_a_heading_as_one(library):
    # given
    template, report = filled(library, "national-2021", IDS["national-2021"])
    words = {"（一）主动公开。": 2, "（二）通过微信群公开信息190余条。": 2}
    report.section("overview").paragraphs = [
        Paragraph(text=text, level=level) for text, level in words.items()
    ]

    # when
    page = web.write(lay_out(template, report)).decode("utf-8")

    # then
    assert "<h3>（一）主动公开。</h3>" in page
    assert "<h3>（二）" not in page
    assert "<strong>（二）" not in page
    assert "（二）通过微信群公开信息190余条。</p>" in page
