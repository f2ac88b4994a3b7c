"""The share of copied text: one number, which anybody can compute again."""

from core import checks
from core.likeness import percent, shares
from core.report import Paragraph, Report, blank

OFFICE = "示范市青禾镇人民政府"
OLD = "镇里每季度把惠农补贴名单张贴到各村公开栏，由村民代表签字确认。"
NEW = "今年新建的便民服务大厅装上了查询屏，老人也能自己找到办事指南。"


def report_of(library, year: int, **sections: list[str]) -> Report:
    report = blank(library.get("national-2021"), year, OFFICE)
    for name, texts in sections.items():
        report.section(name).paragraphs = [Paragraph(text=text) for text in texts]
    return report


def test_a_copy_is_wholly_known_even_with_new_figures(library):
    # given
    last = report_of(library, 2023, overview=["2023年公开信息14条，比上年多3条，全部通过网站发布。"])
    report = report_of(library, 2024, overview=["2024年公开信息52条，比上年多9条，全部通过网站发布。"])

    # then
    assert shares(report, last).overall == 1.0


def test_each_section_has_a_share_and_the_whole_weighs_them_by_their_length(library):
    # given
    last = report_of(library, 2023, overview=[OLD])
    report = report_of(library, 2024, overview=[OLD], problems=[NEW])

    # when
    found = shares(report, last)

    # then
    assert found.sections == {"overview": 1.0, "problems": 0.0}
    assert 0.4 < found.overall < 0.6


def test_words_moved_to_another_section_are_still_copied(library):
    # given
    last = report_of(library, 2023, overview=[OLD])

    # then
    assert shares(report_of(library, 2024, problems=[OLD]), last).sections["problems"] == 1.0


def test_the_share_can_be_counted_by_hand(library):
    # given: eight words make four runs of five, of which the first one stood there
    last = report_of(library, 2023, overview=["甲乙丙丁戊"])
    report = report_of(library, 2024, overview=["甲乙丙丁戊己庚辛"])

    # then
    assert shares(report, last).overall == 1 / 4


def test_without_words_there_is_no_share(library):
    # when
    found = shares(report_of(library, 2024), report_of(library, 2023, overview=[OLD]))

    # then
    assert found.overall == 0.0
    assert found.sections == {}


def test_preface_and_signature_do_not_count(library):
    # given
    last = report_of(library, 2023, overview=[OLD], preface=[NEW])
    report = report_of(library, 2024, overview=[OLD], preface=[NEW], signature=[NEW])

    # then
    assert set(shares(report, last).sections) == {"overview"}


def test_the_check_of_copied_text_says_the_same_number(library):
    # given
    old = [OLD.replace("惠农", word) for word in ("惠农", "低保", "医保", "水利", "危房")]
    last = report_of(library, 2023, overview=old)
    report = report_of(library, 2024, overview=old, problems=[NEW[:14]])

    # when
    findings = checks.for_template(library, "national-2021").run(report, last)

    # then
    copied = next(one for one in findings if one.rule == "Y11")
    assert copied.found == percent(shares(report, last).overall)
    assert copied.found != "100%"


def test_a_share_of_whole_percents_is_told_as_it_is():
    assert [percent(part / 100) for part in range(101)] == [f"{part}%" for part in range(101)]


def test_a_share_below_a_whole_percent_is_never_told_as_more():
    assert percent(999 / 1000) == "99%"
