"""What stands below the text of a Word file: name and date, the name of an annex, its head."""

import io

import docx

from core.blocks import Anchor, Annex, Document, SignOff
from core.export import word
from core.layout import lay_out
from core.report import Paragraph as Words
from core.template import Library
from tests.core.export.office import (
    W,
    document,
    part,
)
from tests.samples import filled

MAIN = "word/document.xml"


def test_the_annex_begins_a_page_and_its_labels_step_in(library: Library) -> None:
    # given
    root = part(word.write(document(library, "national-2014")), MAIN)

    # when
    breaks = [
        "".join(p.itertext(f"{W}t"))
        for p in root.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    steps = {
        "".join(p.itertext(f"{W}t")): p.find(f"{W}pPr/{W}ind").get(f"{W}leftChars")
        for p in root.iter(f"{W}p")
        if p.getparent().tag == f"{W}tc" and p.find(f"{W}pPr/{W}ind") is not None
    }

    # then
    assert breaks == ["附件"]
    assert steps["（一）收到申请数"] == "100"
    assert steps["1.当面申请数"] == "200"
    assert steps["其中：涉及国家秘密"] == "300"


def test_an_annex_without_a_mark_begins_its_page_with_its_title() -> None:
    # given
    head = Annex("", "统计表", ("（2017年度）", "填报单位"), Anchor("", table="statistics"))

    # when
    root = part(word.write(Document("", "", 2017, (head,))), MAIN)
    title, period, filler = list(root.iter(f"{W}p"))

    # then
    assert title.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert period.find(f"{W}pPr/{W}jc").get(f"{W}val") == "center"
    assert filler.find(f"{W}pPr/{W}jc") is None


def test_the_last_line_of_the_text_stays_with_the_signature(library: Library) -> None:
    # given
    root = part(word.write(document(library, "plain-2008")), MAIN)

    # when
    lines = list(root.iter(f"{W}p"))
    held = [line for line in lines if line.find(f"{W}pPr/{W}keepNext") is not None]

    # then
    assert held == [lines[-3]]


def test_the_last_line_of_the_text_stays_with_the_names_of_annexes_and_the_signature(
    library: Library,
) -> None:
    # given
    template, report = filled(library, "plain-2008", 2017)
    signature = report.section("signature")
    assert signature is not None
    signature.paragraphs[:0] = [Words(text="附件：1.情况统计表"), Words(text="附件：2.名单")]

    # when
    lines = list(part(word.write(lay_out(template, report)), MAIN).iter(f"{W}p"))
    held = [line for line in lines if line.find(f"{W}pPr/{W}keepNext") is not None]
    whole = [line for line in lines if line.find(f"{W}pPr/{W}keepLines") is not None]

    # then: the text, the names, the office; a name of several lines is not parted
    assert held == lines[-5:-2]
    assert whole == lines[-4:-2]


def test_the_name_stands_centred_on_the_date(library: Library) -> None:
    # given
    root = part(word.write(document(library, "plain-2008")), MAIN)

    # when
    name, date = list(root.iter(f"{W}p"))[-2:]

    # then: ten characters over seven, the date four from the right
    assert date.find(f"{W}pPr/{W}ind").get(f"{W}rightChars") == "400"
    assert name.find(f"{W}pPr/{W}ind").get(f"{W}rightChars") == "200"
    assert name.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "1158"


def test_a_long_name_stays_within_the_page_and_the_date_stands_under_its_middle() -> None:
    # given: twenty-four characters over five
    made = SignOff(
        "长河自治州云岭县七十二泉民族乡党政综合办公室（信息）"[:24], "2025年1月9日"[:10], Anchor("")
    )

    # when
    root = part(word.write(Document("", "", 2024, (made,))), MAIN)
    name, date = (one.find(f"{W}pPr/{W}ind") for one in root.iter(f"{W}p"))

    # then
    assert (name.get(f"{W}rightChars"), date.get(f"{W}rightChars")) == ("0", "900")


def test_a_date_without_a_name_has_the_room_for_the_seal(library: Library) -> None:
    # given
    made = document(library, "plain-2008")
    last = made.blocks[-1]
    made = Document(made.title, made.office, made.year, (type(last)("", last.date, last.anchor),))

    # when
    line = part(word.write(made), MAIN).find(f".//{W}p")

    # then
    assert line.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "1158"


def test_the_name_of_an_annex_stands_below_the_text_with_its_lines_under_each_other(library: Library) -> None:
    # given
    template, report = filled(library, "national-2014", 2017)
    names = ("附件：政府信息公开情况统计表", "附件：1.政府信息公开情况统计表")
    signature = report.section("signature")
    assert signature is not None
    signature.paragraphs[:0] = [Words(text=text) for text in names]

    # when
    opened = docx.Document(io.BytesIO(word.write(lay_out(template, report))))
    plain, numbered = (next(p for p in opened.paragraphs if p.text == name) for name in names)

    # then: a blank line above, two characters in, further lines below the first character of the name
    style = opened.styles["附件名称"].element.find(f"{W}pPr")
    assert plain.style.name == numbered.style.name == "附件名称"
    assert style.find(f"{W}spacing").get(f"{W}before") == "579"
    assert [style.find(f"{W}ind").get(f"{W}{one}") for one in ("leftChars", "hangingChars")] == ["500", "300"]
    own = numbered._p.find(f"{W}pPr/{W}ind")
    assert [own.get(f"{W}{one}") for one in ("leftChars", "hangingChars")] == ["600", "400"]


def test_a_further_annex_stands_at_once_below_the_first_and_under_its_number(library: Library) -> None:
    # given: two characters in, "附件：" and the number
    template, report = filled(library, "national-2014", 2017)
    names = ("附件：1．政府信息公开情况统计表", "2．公开工作考核办法", "附件：2017年政府信息公开情况统计表")
    signature = report.section("signature")
    assert signature is not None
    signature.paragraphs[:0] = [Words(text=text) for text in names]

    # when
    opened = docx.Document(io.BytesIO(word.write(lay_out(template, report))))
    looks = [next(p for p in opened.paragraphs if p.text == name)._p.find(f"{W}pPr") for name in names]

    # then: the year of a name is no number
    places = [
        [look.find(f"{W}ind").get(f"{W}{one}") for one in ("leftChars", "hangingChars")] for look in looks
    ]
    assert places == [["650", "450"], ["650", "150"], ["500", "300"]]
    above = [look.find(f"{W}spacing") for look in looks]
    assert [None if one is None else one.get(f"{W}before") for one in above] == [None, "0", None]
    assert looks[1].find(f"{W}pStyle").get(f"{W}val") == looks[0].find(f"{W}pStyle").get(f"{W}val")
