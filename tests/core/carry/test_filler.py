"""Who filled in an annex table, from year to year: as the source has it, not shorter."""

import pytest

from core.carry import forward
from core.report import Head, blank


def last_2012(library, filler: str, unit: str = "柳河镇"):
    report = blank(library.get("weihai-2012"), 2012, unit)
    table = next(table for table in library.get("weihai-2012").tables if table.is_annex)
    report.heads[table.id] = Head(title="2012年度政府信息公开工作情况统计表", filler=filler)
    return report, table


@pytest.mark.parametrize("filler", ["柳河镇政府", "清溪县柳河镇人民政府（盖章）"])
def test_the_office_that_fills_in_stays_as_it_was_and_the_year_of_the_table_moves_on(library, filler):
    # given
    last, table = last_2012(library, filler)

    # when
    draft = forward(library, last)

    # then
    assert draft.head(table).filler == filler
    assert "2013" in draft.head(table).title
    assert "2012" not in draft.head(table).title


def test_people_named_behind_the_office_are_not_carried(library):
    # given: last year's line goes on with who signed for it
    last, table = last_2012(
        library, "清溪县柳河镇人民政府　单位负责人：张伟 审核人：李强 联系电话：0535-8812345"
    )

    # when
    draft = forward(library, last)

    # then
    assert draft.head(table).filler == "清溪县柳河镇人民政府"


@pytest.mark.parametrize("filler", ["柳河镇", "", "  ", "柳河镇 填报人：王芳"])
def test_an_office_that_is_the_one_on_the_card_or_none_goes_with_the_card(library, filler):
    # given
    last, table = last_2012(library, filler)

    # when
    draft = forward(library, last)

    # then
    assert table.id not in draft.heads
    assert draft.head(table).filler == "柳河镇"


def test_the_office_goes_along_to_a_form_with_such_a_line_and_to_no_other(library):
    # given
    last, _ = last_2012(library, "柳河镇政府")

    # when
    draft = forward(library, last, 2014)

    # then
    template = library.get(draft.template)
    wanted = {table.id for table in template.tables if table.is_annex and table.filler}
    assert set(draft.heads) == wanted
    assert all(head.filler == "柳河镇政府" for head in draft.heads.values())
    assert forward(library, last, 2024).heads == {}
