"""What is left to do before a report is handed in, in a few words."""

import pytest

from core.checks.standing import Standing, standing
from core.report import blank


@pytest.mark.parametrize(
    ("known", "left", "state"),
    [
        (Standing(4, 20, 24, ready=False), "还有 4 处必须改、20 格没填、24 处去年内容没核对", None),
        (Standing(0, 0, 2, ready=False), "还有 2 处去年内容没核对", None),
        (Standing(0, 3, 0, ready=False, unwritten=2), "还有 3 格没填、2 处没写完", None),
        (Standing(0, 0, 0, ready=False), "还没填完", "草稿：还没填完"),
        (Standing(0, 0, 0, ready=True), "", "可以报送"),
    ],
)
def test_only_what_there_is_to_do_is_said(known, left, state):
    # then
    assert known.left == left
    assert known.state == (state or f"草稿：{left}")


def test_the_blank_figures_of_a_form_are_counted_without_its_totals(library):
    # given
    template = library.get("national-2021")
    report = blank(template, 2024, "清溪县柳河镇人民政府")

    # when
    known = standing(template, report, [])

    # then
    inputs = [one for one in template.cells.values() if not one.group and not one.sums]
    assert (known.to_mend, known.blank, known.carried) == (0, len(inputs), 0)
