"""What a draft on another form leaves behind of last year, and how it comes back."""

import pytest

from core.carry import forward, has_new_preface, pieces, taken_over, waits
from core.report import PREFACE, SIGNATURE, Paragraph, blank

OFFICE = "清溪县柳河镇人民政府"
CONTACT = "对2016年度报告有疑问的，请联系柳河镇人民政府，地址：柳河镇中心街1号，邮编：100000，电话：0100-1234567，邮箱：a@b.cn。"


@pytest.fixture
def draft(library):
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.section(PREFACE).paragraphs = [Paragraph(text=f"现公布2016年度报告。由七部分组成。{CONTACT}")]
    last.section(SIGNATURE).paragraphs = [Paragraph(text=OFFICE), Paragraph(text="附件：统计表")]
    return forward(library, last, 2024)


def test_a_preface_that_the_form_words_anew_waits_to_be_looked_at(draft):
    # given
    (preface,) = draft.section(PREFACE).paragraphs

    # then
    assert "六部分" in preface.text
    assert (preface.state, preface.origin) == ("carried", "")
    assert waits(draft, preface)
    assert has_new_preface(draft)


def test_within_a_form_nothing_is_worded_anew(library):
    # given
    last = blank(library.get("national-2021"), 2023, OFFICE)

    # then
    assert not has_new_preface(forward(library, last))
    assert not has_new_preface(last)


def test_how_to_reach_the_office_stands_apart_from_the_rest_that_was_left_behind(draft):
    # when
    found = [(one.words, one.contacts) for one in pieces(draft)]

    # then
    assert found == [
        ("现公布2016年度报告。由七部分组成。", ()),
        (CONTACT, ("地址", "邮编", "电话", "邮箱")),
        ("附件：统计表", ()),
    ]


@pytest.mark.parametrize(
    ("words", "contacts"),
    [
        ("全年接听12345热线来电30件。", ()),
        ("联系电话为0100-1234567。", ("电话",)),
        ("热线：12345。", ("电话",)),
        ("我镇说“请打电话（0100）1234567。”其余从略。", ("电话",)),
    ],
)
def test_a_number_to_call_is_told_from_work_done_by_telephone(library, words, contacts):
    # given
    last = blank(library.get("national-2014"), 2016, OFFICE)
    last.section(PREFACE).paragraphs = [Paragraph(text=words)]

    # when
    first = pieces(forward(library, last, 2024))[0]

    # then: a closing quotation mark stays with its sentence
    assert first.contacts == contacts
    assert "”" not in words or first.words.endswith("”")


def test_what_is_taken_over_stands_below_the_preface_waits_and_can_be_taken_back(draft):
    # given
    before = draft.model_dump_json()

    # when
    inverse = taken_over(draft, [CONTACT]).apply(draft)

    # then
    added = draft.section(PREFACE).paragraphs[-1]
    assert added.text == CONTACT.replace("2016", "2024")
    assert (added.state, added.origin) == ("carried", CONTACT)
    assert [one.is_taken for one in pieces(draft)] == [False, True, False]
    inverse.apply(draft)
    assert draft.model_dump_json() == before


def test_where_nothing_is_wanted_nothing_changes(draft):
    assert taken_over(draft, []) is None
