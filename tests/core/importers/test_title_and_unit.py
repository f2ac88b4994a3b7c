"""How sure title and unit of an import are: words planted in a page, and a place without its office."""

import pytest

from core import checks, importers
from core.importers.recognise import offices, planted
from core.importers.reviewing import Review
from core.report import Report
from core.template import Library

TITLE = "{}2023年政府信息公开工作年度报告"
TEXT = "\n\n根据条例规定，现公布2023年度报告。\n\n一、总体情况\n全年公开信息37条。\n\n{}\n2024年1月12日\n"


def review_of(library: Library, tmp_path, before: str, signed: str) -> Review:
    path = tmp_path / "年报.txt"
    path.write_text(TITLE.format(before) + TEXT.format(signed), encoding="utf-8")
    reading = importers.read_with_counts(path, library)
    return Review(reading, library.get(reading.report.template))


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("UedBet体育清溪县柳河镇人民政府", "UedBet体育"),
        ("清溪县柳河镇人民政府澳门葡京娱乐城", "葡京娱乐城"),
        ("清溪县柳河镇人民政府", ""),
        ("清溪县体育局", ""),
        ("清溪县整治网络赌博办公室", ""),
    ],
)
def test_words_planted_in_a_title_make_it_unsure_as_the_checks_do(before, words, library, tmp_path):
    # given
    review = review_of(library, tmp_path, before, "清溪县柳河镇人民政府")
    report: Report = review.reading.report
    checked = checks.for_template(library, report.template, frozenset()).run(report)
    in_title = [one for one in checked if one.rule == "L03"]

    # then: the review says of the title what the rule will say of it
    assert review.sign_of("title") == ("check" if words else "sure")
    assert (f"“{words}”" in review.reason_of("title")) == bool(words)
    assert bool(in_title) == bool(words)


def test_what_stands_around_a_word_makes_it_right_as_in_the_checks():
    assert planted.find("清溪县打击赌球办公室2023年年报") == ""
    assert planted.find("清溪县赌球2023年年报") == "赌球"


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("清溪县柳河镇人民政府", "sure"),
        ("清溪县东门街道办事处", "sure"),
        ("清溪县水务局", "sure"),
        ("清溪县柳河镇党政办公室", "sure"),
        ("清溪县高新区管理委员会", "sure"),
        ("清溪县柳河镇", "check"),
        ("柳河镇", "check"),
        ("清溪县东门街道", "check"),
    ],
)
def test_a_place_without_its_office_is_no_full_name(name: str, sign: str, library, tmp_path):
    # when
    review = review_of(library, tmp_path, name, name)

    # then
    assert review.reading.report.unit.name == name
    assert review.sign_of("unit") == sign
    told = f"“{name}”后面没有“人民政府”“办事处”这样的字，不像单位全称"
    assert review.reason_of("unit") == (told if sign == "check" else "")


def test_a_short_name_from_the_signature_is_doubted_too(library, tmp_path):
    path = tmp_path / "年报.txt"
    path.write_text("2023年政府信息公开工作年度报告" + TEXT.format("柳河镇"), encoding="utf-8")

    reading = importers.read_with_counts(path, library)

    (unit,) = [trace for trace in reading.traces if trace.target == "unit"]
    assert (unit.sure, "不像单位全称" in unit.reason) == ("unsure", True)


@pytest.mark.parametrize("name", ["柳河镇人民政府（盖章）", "柳河镇 人民政府"])
def test_seal_and_blanks_do_not_count(name: str):
    assert offices.is_whole(name)
