"""The pages of the PDF follow GB/T 9704: type area, grid, headings, signature, page numbers, annex."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.blocks import Anchor, Paragraph, Run, SignOff, Title
from core.export import pdf
from core.export.typeset.kinsoku import NO_END, NO_START
from core.layout import lay_out
from core.look import Look, with_look
from core.style import standard
from tests.core.export import pdf_pages
from tests.core.export.pdf_pages import BOTTOM, HAN, LEFT, MM, RIGHT, TOP, document, heading, made, paragraph
from tests.samples import IDS, filled


@pytest.mark.parametrize("template_id", IDS)
def test_nothing_leaves_the_type_area(library, template_id):
    report = pdf.write(lay_out(*filled(library, template_id, IDS[template_id])))

    for line in pdf_pages.body(report):
        assert line.left >= LEFT - 0.5, line
        assert line.edge <= RIGHT + 0.5, line
        assert line.top >= TOP - 0.5, line
        assert line.bottom <= BOTTOM + 2, line


def test_a_full_page_has_22_lines_of_28_characters():
    printed = pdf_pages.body(made(paragraph(HAN * 100)))

    second = [line for line in printed if line.page == 2]

    assert [len(line.text) for line in second] == [28] * 22
    assert {round(b.top - a.top, 2) for a, b in pairwise(second)} == {28.95}


def test_a_paragraph_starts_two_characters_in():
    first, second = pdf_pages.body(made(paragraph(HAN * 2)))

    assert first.left - second.left == pytest.approx(2 * 156 * MM / 28, abs=0.1)


@pytest.mark.parametrize("before", range(1, 24))
def test_a_heading_never_ends_a_page(before):
    lines = [paragraph("村务公开。", number=index) for index in range(before)]

    printed = pdf_pages.body(made(*lines, heading("五、问题"), paragraph("还有不足。", number=30)))

    place = next(index for index, line in enumerate(printed) if "问题" in line.text)
    assert printed[place].page == printed[place + 1].page


def test_a_point_of_one_line_that_heads_nothing_may_end_a_page():
    # given: a full page, its last line but one a "（四）" with nothing below it in its part
    lines = [paragraph("村务公开。", number=index) for index in range(20)]
    point = Paragraph((Run("（四）加强业务培训。", "heading2"),), 2, Anchor("overview", 20))

    # when
    printed = pdf_pages.body(made(*lines, point, heading("五、问题"), paragraph("还有不足。", number=30)))

    # then
    assert [line.text for line in printed if line.page == 2] == ["五、问题", "还有不足。"]


def test_a_point_of_one_line_stays_with_what_it_heads():
    # given
    lines = [paragraph("村务公开。", number=index) for index in range(21)]
    point = Paragraph((Run("（四）业务培训", "heading2"),), 2, Anchor("overview", 21))

    # when
    printed = pdf_pages.body(made(*lines, point, paragraph("培训两次。", number=22)))

    # then
    assert [line.text for line in printed if line.page == 2] == ["（四）业务培训", "培训两次。"]


@pytest.mark.parametrize("before", range(1, 24))
def test_a_signature_stands_together_with_a_line_of_the_text(before):
    lines = [paragraph("村务公开。", number=index) for index in range(before)]
    sign = SignOff("柳河镇人民政府", "2025年1月9日", Anchor("signature", 0))

    printed = pdf_pages.body(made(*lines, sign))

    assert printed[-3].page == printed[-2].page == printed[-1].page
    assert printed[-2].top - printed[-3].top == pytest.approx(3 * 28.95, abs=0.1)


@pytest.mark.parametrize("names", [("附件：政府信息公开情况统计表",), ("附件：1." + pdf_pages.HAN, "2.名单")])
@pytest.mark.parametrize("before", range(12, 24))
def test_the_names_of_annexes_and_the_signature_stand_together_with_a_line_of_the_text(before, names):
    # given
    lines = [paragraph("村务公开。", number=index) for index in range(before)]
    notes = [Paragraph((Run(one, "annex_note"),), 0, Anchor("signature", 0)) for one in names]
    sign = SignOff("柳河镇人民政府", "2025年1月9日", Anchor("signature", 0))

    # when
    printed = pdf_pages.body(made(*lines, *notes, sign))

    # then
    last = [line.text for line in printed if line.page == printed[-1].page]
    assert "村务公开。" in last
    assert last[-1] == "2025年1月9日"
    whole = "".join(last)
    assert all(name in whole for name in names)


def test_the_name_of_an_annex_alone_stands_together_with_a_line_of_the_text():
    # given: a page full of text, and no signature
    lines = [paragraph("村务公开。", number=index) for index in range(21)]
    note = Paragraph((Run("附件：名单", "annex_note"),), 0, Anchor("signature", 0))

    # when
    printed = pdf_pages.body(made(*lines, note))

    # then
    assert [line.text for line in printed if line.page == printed[-1].page] == ["村务公开。", "附件：名单"]


def test_the_name_is_centred_on_the_date_four_characters_from_the_right():
    sign = SignOff("柳河镇人民政府", "2025年1月19日", Anchor("signature", 0))

    name, date = pdf_pages.body(made(paragraph("村务公开。"), sign))[1:]

    assert RIGHT - date.right == pytest.approx(4 * 156 * MM / 28, abs=1)
    assert name.left + name.right == pytest.approx(date.left + date.right, abs=1)


def test_a_long_name_of_the_office_keeps_to_the_type_area():
    sign = SignOff("清溪土家族苗族自治县柳河镇人民政府党政综合办公室", "2025年1月9日", Anchor("signature", 0))

    name, date = pdf_pages.body(made(paragraph("村务公开。"), sign))[1:]

    assert name.right <= RIGHT + 0.5
    assert name.left + name.right == pytest.approx(date.left + date.right, abs=1)


def test_a_title_longer_than_a_page_runs_on_line_below_line():
    printed = pdf_pages.body(made(Title("柳河镇" * 200), paragraph("村务公开。")))

    assert "".join(line.text for line in printed) == "柳河镇" * 200 + "村务公开。"
    assert printed[-1].page <= 3


def test_page_numbers_stand_one_character_from_the_outer_edge():
    numbers = [line for line in pdf_pages.lines(made(paragraph(HAN * 80))) if "—" in line.text]

    odd, even = numbers[0], numbers[1]

    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    assert RIGHT - odd.right == pytest.approx(14, abs=0.5)
    assert even.left - LEFT == pytest.approx(14, abs=0.5)
    assert (round(odd.size, 3), odd.fonts) == (14, ("NianbaoSong",))
    assert odd.bottom - BOTTOM == pytest.approx(7 * MM + 0.7 * 14, abs=5)


def test_the_page_number_stands_in_the_centre_where_the_unit_wants_it():
    style = with_look(standard(), Look(page_number="center"))

    numbers = [line for line in pdf_pages.lines(made(paragraph(HAN * 80), style=style)) if "—" in line.text]

    assert len(numbers) == 4
    assert all(line.left + line.right == pytest.approx(LEFT + RIGHT, abs=1) for line in numbers)


def test_a_wider_line_pitch_puts_fewer_lines_on_a_page():
    style = with_look(standard(), Look(line_pitch=30))

    printed = [line for line in pdf_pages.body(made(paragraph(HAN * 80), style=style)) if line.page == 2]

    assert len(printed) == 21
    assert {round(b.top - a.top, 2) for a, b in pairwise(printed)} == {30}


def test_the_note_of_an_annex_stands_a_line_below_and_hangs_under_its_name():
    name = "附件：" + HAN * 2
    note = Paragraph((Run(name, "annex_note"),), 0, Anchor("signature", 0))

    above, first, second, third = pdf_pages.body(made(paragraph("村务公开。"), note))

    assert "".join(line.text for line in (first, second, third)) == name
    assert first.top - above.top == pytest.approx(2 * 28.95, abs=0.1)
    assert first.left - LEFT == pytest.approx(2 * 156 * MM / 28, abs=0.1)
    assert second.left == third.left == pytest.approx(LEFT + 5 * 156 * MM / 28, abs=0.1)


def test_the_second_annex_stands_at_once_below_the_first_and_under_its_number():
    names = ("附件：1．" + HAN, "2．" + HAN)
    notes = [
        Paragraph((Run(name, "annex_note"),), 0, Anchor("signature", index), under=under)
        for index, (name, under) in enumerate(zip(names, ("", "附件："), strict=True))
    ]

    first, of_first, second, of_second = pdf_pages.body(made(paragraph("村务公开。"), *notes))[1:]

    assert "".join(line.text for line in (first, of_first, second, of_second)) == "".join(names)
    assert second.top - of_first.top == pytest.approx(28.95, abs=0.1)
    assert second.left - LEFT == pytest.approx(5 * 156 * MM / 28, abs=0.1)
    assert of_second.left == of_first.left > second.left


def test_a_line_end_within_a_paragraph_starts_another():
    printed = pdf_pages.body(made(paragraph("甲项\r\n乙项\n\n丙项")))

    assert [line.text for line in printed] == ["甲项", "乙项", "丙项"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(HAN, min_size=2, max_size=9),
            st.sampled_from([*"，。、；：？！）》”（《“…", "”。", "》，《"]),
        ),
        min_size=20,
    )
)
def test_no_printed_line_begins_or_ends_with_the_wrong_sign(parts):
    words = "".join(han + sign for han, sign in parts)

    printed = [line.text for line in pdf_pages.body(made(paragraph(words)))]

    assert pdf_pages.squeezed("".join(printed)) == words
    assert not [line for line in printed[1:] if line[0] in NO_START]
    assert not [line for line in printed[:-1] if line[-1] in NO_END]


def test_places_of_blocks_are_known():
    long = paragraph(HAN * 60, number=4)

    places = pdf.render(document(Title("题"), heading("五、问题"), long), bundled_fonts_only=True).anchors

    assert [(one.page, one.anchor.section, one.anchor.paragraph) for one in places] == [
        (1, "problems", -1),
        (1, "overview", 4),
        (2, "overview", 4),
        (3, "overview", 4),
    ]
    left, top, right, bottom = places[2].box
    assert (left, top, right) == pytest.approx((LEFT, TOP, RIGHT), abs=0.1)
    assert bottom == pytest.approx(BOTTOM, abs=2)


def test_an_annex_starts_on_a_page_of_its_own_with_its_title_on_the_third_line(library):
    laid = lay_out(*filled(library, "national-2014", 2017))

    printed = pdf_pages.body(pdf.render(laid, bundled_fonts_only=True).pdf)

    mark = next(index for index, line in enumerate(printed) if line.text == "附件")
    title = printed[mark + 1]
    assert printed[mark].page > printed[mark - 1].page
    assert printed[mark].left == pytest.approx(LEFT, abs=0.5)
    assert TOP + 2 * 28.95 < title.top < TOP + 3 * 28.95 + 8
    assert title.left + title.right == pytest.approx(LEFT + RIGHT, abs=1)
