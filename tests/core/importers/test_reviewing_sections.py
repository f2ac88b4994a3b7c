"""What is said of a whole section stands at that section, with the line of its title."""

import pytest

from core import importers
from core.importers.reviewing import Review

SOURCE = """清溪县柳河镇人民政府2023年政府信息公开工作年度报告

一、总体情况
2023年，本镇公开信息37条。

二、机构建设和保障经费情况
本镇有工作人员2名。

三、政府信息公开会议和培训情况

四、主动公开政府信息情况

五、存在的主要问题及改进情况
公开栏更新不够及时。

清溪县柳河镇人民政府
2024年1月12日
"""


@pytest.fixture
def review(library, tmp_path) -> Review:
    path = tmp_path / "去年.txt"
    path.write_text(SOURCE, encoding="utf-8")
    reading = importers.read_with_counts(path, library)
    return Review(reading, library.get(reading.report.template))


@pytest.mark.parametrize(
    "title",
    ["机构建设和保障经费情况", "政府信息公开会议和培训情况"],  # the second one has nothing under it
)
def test_a_section_that_the_form_lacks_has_its_place_at_its_title(review, title):
    # when
    (place,) = [one for one in review.places if title in one.reason]

    # then
    (entry,) = [one for one in review.entries() if one.target == place.targets[0]]
    assert (entry.kind, entry.sign, place.sign) == ("section", "check", "check")
    assert entry.text.endswith(title)
    assert place.title == entry.text
    (line,) = place.lines
    assert title in next(one.text for one in review.reading.source if one.line == line)


def test_a_section_that_the_source_lacks_has_no_line_and_is_not_said_to_be_read(review):
    # when
    (place,) = [one for one in review.places if "其他需要报告的事项" in one.reason]

    # then
    assert (place.sign, place.lines) == ("absent", ())
    assert place.targets == ("section:other",)


def test_once_seen_it_is_seen_in_the_list_too(review):
    # given
    (place,) = [one for one in review.places if "机构建设" in one.reason]

    # when
    review.accept(place)

    # then
    (entry,) = [one for one in review.entries() if one.target == place.targets[0]]
    assert entry.sign == "seen"
