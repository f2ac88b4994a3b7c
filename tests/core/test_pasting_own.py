"""Our own paragraphs on the clipboard: what was unread stays unread, what was linked stays linked."""

import json

import pytest

from core import links, pasting_own, renumbering
from core.edits import SetCells
from core.pasting import Gap, end_of
from core.report import Link, Paragraph, Unedited, blank

NEW = "applications.new.total"
DOC = "a-file"
TEXT = "全年收到政府信息公开申请29件。"
AT = TEXT.index("29")


@pytest.fixture
def report(library):
    report = blank(library.get("national-2021"), 2024, "清溪县柳河镇人民政府")
    report.values[NEW] = "29"
    report.section("overview").paragraphs = [
        Paragraph(text=TEXT, links=(Link(start=AT, end=AT + 2, cell=NEW),)),
        Paragraph(text="（一）村务公开栏每季度更换。", level=2, state="carried", origin="（一）旧公开栏。"),
        Paragraph(text="今年新写的一段。"),
    ]
    return report


@pytest.fixture
def put(report, library):
    """Copy from one place of the first section, and put it in at another: paragraph, head, tail."""

    def put(first, last, start, end, gap, *, document=DOC, year=2024):
        chosen = report.section("overview").paragraphs[first : last + 1]
        data = pasting_own.copied(document, year, chosen, start, end)
        found = pasting_own.read(data)
        new = pasting_own.for_report(found, DOC, report, library.get(report.template))
        edit = links.follow(report, pasting_own.put(report, gap, new, "粘贴文字"))
        return edit, edit.apply(report)

    return put


def paragraphs(report):
    return report.section("overview").paragraphs


def linked(paragraph):
    return [(paragraph.text[one.start : one.end], one.cell) for one in paragraph.links]


def test_a_whole_paragraph_goes_where_there_is_none_with_all_that_is_known_of_it(report, put):
    # given: it was selected with its line break
    paragraphs(report).append(Paragraph(text=""))
    before = report.model_dump_json()

    # when
    edit, back = put(1, 2, 0, 0, Gap("overview", 3, 3))

    # then
    assert paragraphs(report)[3] == paragraphs(report)[1]
    assert len(paragraphs(report)) == 4
    assert end_of(report, Gap("overview", 3, 3), edit) == (3, 14)
    back.apply(report)
    assert report.model_dump_json() == before


def test_with_its_line_break_it_stands_before_the_paragraph_at_whose_beginning_it_is_put(report, put):
    # given
    last = paragraphs(report)[2]

    # when
    put(1, 2, 0, 0, Gap("overview", 2, 2, "", last.text))

    # then
    assert [one.text for one in paragraphs(report)[2:]] == [
        "（一）村务公开栏每季度更换。",
        "今年新写的一段。",
    ]
    assert paragraphs(report)[3] == last
    assert paragraphs(report)[2].state == "carried"


def test_a_part_of_a_sentence_takes_its_link_along_and_follows_the_cell(report, put):
    # when
    put(0, 0, AT - 2, AT + 3, Gap("overview", 2, 2, "今年", "新写的一段。"))
    links.follow(report, SetCells({NEW: "31"})).apply(report)

    # then
    assert paragraphs(report)[2].text == "今年申请31件新写的一段。"
    assert linked(paragraphs(report)[2]) == [("31", NEW)]
    assert paragraphs(report)[2].state == ""
    assert paragraphs(report)[0].text == TEXT.replace("29", "31")


def test_half_a_number_is_no_link_and_a_number_beside_a_digit_is_none(report, put):
    # when
    put(0, 0, AT, AT + 1, Gap("overview", 2, 2, "", "今年新写的一段。"))
    put(0, 0, AT, AT + 2, Gap("overview", 2, 2, "2", "今年新写的一段。"))

    # then
    assert paragraphs(report)[2].text == "229今年新写的一段。"
    assert paragraphs(report)[2].links == ()


def test_the_links_of_the_words_around_it_stay(report, put):
    # when
    put(2, 2, 0, 2, Gap("overview", 0, 0, TEXT[:2], TEXT[2:]))

    # then
    assert paragraphs(report)[0].text == "全年今年" + TEXT[2:]
    assert linked(paragraphs(report)[0]) == [("29", NEW)]


def test_unread_words_make_the_paragraph_they_come_into_unread(report, put):
    # when
    put(1, 1, 3, 14, Gap("overview", 2, 2, "今年新写的一段。", ""))

    # then
    now = paragraphs(report)[2]
    assert now.text == "今年新写的一段。村务公开栏每季度更换。"
    assert (now.state, now.origin) == ("carried", "（一）旧公开栏。")


def test_words_moved_within_their_own_paragraph_are_an_edit_and_put_back_they_are_none(report, put):
    # given: what is on the clipboard was cut out of it
    whole = paragraphs(report)[1]
    cut = whole.model_copy(
        update={
            "text": "（一）村务公开栏更换。",
            "state": "changed",
            "unedited": Unedited(text=whole.text, level=2, state="carried"),
        }
    )
    paragraphs(report)[1:] = [cut, whole]

    # when
    _, back = put(2, 2, 8, 11, Gap("overview", 1, 1, cut.text[:3], cut.text[3:]))

    # then
    assert (paragraphs(report)[1].text, paragraphs(report)[1].state) == (
        "（一）每季度村务公开栏更换。",
        "changed",
    )
    back.apply(report)
    put(2, 2, 8, 11, Gap("overview", 1, 1, cut.text[:8], cut.text[8:]))
    assert paragraphs(report)[1] == whole


def test_confirmed_words_stay_confirmed_and_edited_ones_know_what_they_were(report, put):
    # given
    seen = Paragraph(text="已核对。", state="seen", origin="已核对。")
    edited = Paragraph(
        text="改过。", state="changed", origin="旧。", unedited=Unedited(text="旧。", state="carried")
    )
    paragraphs(report)[:] = [seen, edited, Paragraph(text="")]

    # when
    put(0, 1, 0, 3, Gap("overview", 2, 2))

    # then
    assert paragraphs(report)[2:] == [seen, edited]


def test_several_go_in_between_the_halves_of_a_paragraph(report, put):
    # when
    put(0, 1, 2, 14, Gap("overview", 2, 2, "今年", "新写的一段。"))

    # then
    now = paragraphs(report)
    assert [one.text for one in now[2:]] == [f"今年{TEXT[2:]}", "（一）村务公开栏每季度更换。新写的一段。"]
    assert linked(now[2]) == [("29", NEW)]
    assert [(one.level, one.state) for one in now[2:]] == [(0, ""), (2, "carried")]


def test_an_empty_section_takes_them_as_they_are(report, put):
    # given
    first, second, _ = paragraphs(report)
    report.section("problems").paragraphs = []

    # when
    put(0, 1, 0, 14, Gap("problems", 0, 0))

    # then
    assert report.section("problems").paragraphs == [first, second]


@pytest.mark.parametrize(("document", "year"), [("another", 2024), (DOC, 2023)])
def test_links_of_another_report_are_left_out_and_what_is_unread_stays_so(report, put, document, year):
    # given
    paragraphs(report).append(Paragraph(text=""))

    # when
    put(0, 1, 0, 14, Gap("overview", 3, 3), document=document, year=year)

    # then
    assert [(one.text, one.links) for one in paragraphs(report)[3:]] == [
        (TEXT, ()),
        ("（一）村务公开栏每季度更换。", ()),
    ]
    assert paragraphs(report)[4].state == "carried"


def test_links_to_cells_that_the_form_does_not_have_are_left_out(report, put):
    # given
    gone = Link(start=AT, end=AT + 2, cell="nowhere.at.all")
    paragraphs(report)[0] = Paragraph(text=TEXT, links=(gone,))
    paragraphs(report).append(Paragraph(text=""))

    # when
    put(0, 0, 0, len(TEXT), Gap("overview", 3, 3))

    # then
    assert (paragraphs(report)[3].text, paragraphs(report)[3].links) == (TEXT, ())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"document": "a", "year": 2024, "paragraphs": []}',
        b'{"document": "a", "year": 2024, "paragraphs": [{"text": "x", "state": "unheard of"}]}',
        b'{"document": "a", "year": 2024, "paragraphs": [{"text": "x", "level": 9}]}',
        b'{"document": "a", "year": 2024, "paragraphs": [{"text": "\\ud800"}]}',
        b"[" * 100_000,
        json.dumps({"document": "a", "year": 1, "paragraphs": [{"text": "x" * 2_000_001}]}).encode(),
        json.dumps({"document": "a", "year": 1, "paragraphs": [{"text": ""}] * 2001}).encode(),
    ],
)
def test_what_is_damaged_or_too_much_is_none_of_ours(data):
    assert pasting_own.read(data) is None


def test_of_what_comes_from_outside_only_known_fields_and_plain_lines_are_taken():
    # given
    strange = {
        "text": "第一行\n29件\x00",
        "links": [
            {"start": 4, "end": 6, "cell": NEW, "more": 1},
            {"start": 0, "end": 3, "cell": NEW},
            {"start": -5, "end": 900, "cell": NEW},
        ],
        "evil": True,
        "unedited": {"text": "a\u2029b", "evil": True},
    }
    data = json.dumps({"document": "a", "year": 2024, "paragraphs": [strange]}).encode()

    # when
    found = pasting_own.read(data)

    # then
    assert found.paragraphs == [
        Paragraph(
            text="第一行 29件 ",
            links=(Link(start=4, end=6, cell=NEW),),
            unedited=Unedited(text="a b"),
        )
    ]


def test_a_section_that_is_not_there_takes_nothing(report):
    with pytest.raises(KeyError):
        pasting_own.put(report, Gap("nowhere", 0, 0), [Paragraph(text="字")], "粘贴文字")


NUMBERED = ["（一）甲。", "（二）收到申请29件。", "1.子。", "（三）丙。", "（四）"]


@pytest.fixture
def pasted(report, put):
    """Copy these lines of a list that ends in a number alone, put them in there, and let numbers follow."""

    def pasted(first, last, *, alone="（四）"):
        link = Link(start=7, end=9, cell=NEW)
        report.section("overview").paragraphs = [
            Paragraph(text=text, level=3 if text[0] == "1" else 2) for text in [*NUMBERED[:-1], alone]
        ]
        paragraphs(report)[1] = paragraphs(report)[1].model_copy(
            update={"links": (link,), "state": "carried", "origin": "去年的一段。"}
        )
        chosen = paragraphs(report)[first : last + 1]
        found = pasting_own.read(pasting_own.copied(DOC, 2024, chosen, 0, len(chosen[-1].text)))
        edit = pasting_own.put(report, Gap("overview", 4, 4, alone), found.paragraphs, "粘贴文字")
        renumbering.follow(report, edit, fits=True).apply(report)
        return [one.text for one in paragraphs(report)[4:]]

    return pasted


@pytest.mark.parametrize(
    ("first", "last", "alone", "after"),
    [
        (1, 1, "（四）", ["（四）收到申请29件。"]),
        (1, 1, "(四)", ["(四)收到申请29件。"]),
        (1, 1, "（四） ", ["（四）收到申请29件。"]),
        (1, 3, "（四）", ["（四）收到申请29件。", "1.子。", "（五）丙。"]),
        (2, 3, "（四）", ["1.子。", "（四）丙。"]),
    ],
)
def test_where_only_a_number_stands_a_numbered_one_takes_its_place(pasted, first, last, alone, after):
    assert pasted(first, last, alone=alone) == after


def test_of_two_whose_numbers_went_on_from_one_another_none_is_there_twice(pasted, report):
    # given: the second bears the very number that stands alone
    pasted(0, 0)
    paragraphs(report)[3:] = [Paragraph(text="（三）", level=2)]
    pieces = [Paragraph(text="（二）丙。", level=2), Paragraph(text="（三）丁。", level=2)]

    # when
    edit = pasting_own.put(report, Gap("overview", 3, 3, "（三）"), pieces, "粘贴 2 段")
    renumbering.follow(report, edit, fits=True).apply(report)

    # then
    assert [one.text for one in paragraphs(report)[3:]] == ["（三）丙。", "（四）丁。"]


def test_what_takes_the_place_of_a_number_stays_linked_and_unread(pasted, report):
    pasted(1, 1)

    assert linked(paragraphs(report)[4]) == [("29", NEW)]
    assert (paragraphs(report)[4].state, paragraphs(report)[4].origin) == ("carried", "去年的一段。")


def test_words_without_a_number_go_behind_the_one_that_stands_alone(report, put):
    paragraphs(report).append(Paragraph(text="（二）", level=2))

    put(2, 2, 0, 8, Gap("overview", 3, 3, "（二）"))

    assert (paragraphs(report)[3].text, paragraphs(report)[3].level) == ("（二）今年新写的一段。", 2)


@pytest.mark.parametrize(
    ("start", "end", "text", "level"),
    [
        (0, 11, "（一）公开栏更换12处", 2),
        (3, 8, "公开栏更换", 0),
    ],
)
def test_words_of_last_years_report_come_unread_and_know_the_paragraph_they_are_of(
    report, start, end, text, level
):
    whole = "（一）公开栏更换12处。"

    found = pasting_own.of_last_year(whole, start, end, report)

    assert found == Paragraph(text=text, level=level, state="carried", origin=whole)


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("（一）网站改版，栏目更新。", "（六）公开栏更换12处，群众满意。"),
        ("(一)网站改版，栏目更新。", "(六)公开栏更换12处,群众满意."),  # nothing was changed over yet
        ("网站改版,栏目更新。", "(六)公开栏更换12处,群众满意."),
    ],
)
def test_words_of_last_year_come_with_full_width_marks_to_a_report_that_has_them_alone(report, own, text):
    # given
    report.section("overview").paragraphs = [Paragraph(text=own)]
    whole = "(六)公开栏更换12处,群众满意."

    # when
    found = pasting_own.of_last_year(whole, 0, len(whole), report)

    # then
    assert found == Paragraph(text=text, level=2, state="carried", origin=whole)
