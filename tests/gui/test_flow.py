"""From last year's report to this year's: the steps, the list of what is to be looked at, leaving and coming back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QLabel, QListWidget, QPlainTextEdit, QPushButton, QTreeWidget

from core.carry import forward
from core.checks.model import CellPlace, TextPlace
from core.edits import SetCells, Splice, rewrite
from core.report import Paragraph, Report, blank
from core.store import ReportFile, read, write
from gui.carried import after_last, first_waiting, next_waiting, order_of
from gui.panes.finding_delegate import LINE
from gui.panes.findings import FindingsPanel
from gui.panes.last_year import LastYearPanel
from gui.panes.steps import Steps
from gui.panes.to_look_at import ToLookAtPanel
from gui.progress import Progress
from gui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
CARRIED_IN = "applications.carried_in.natural"
FIRST = "2023年，本镇公开信息80条，召开会议3次。"
SECOND = "村务公开栏每季度更换一次。"
LONG = Progress(looked_at=103, carried=121, blank=158, to_mend=12)


@pytest.fixture
def theme() -> Theme:
    return Theme.load("light")


@pytest.fixture
def draft(report, library) -> Report:
    """The draft of 2025 with two carried paragraphs in the first section, and one carried figure."""
    report.section("preface").paragraphs = []
    report.section("signature").paragraphs = []
    texts = [one.replace("2023", "2024") for one in (FIRST, SECOND)]
    report.section("overview").paragraphs = [Paragraph(text=text) for text in texts]
    report.values["applications.carried_out.natural"] = "3"
    return forward(library, report)


@pytest.fixture
def work(draft, hands, tmp_path):
    """The draft, saved and open in the window."""
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(draft), path)
    hands.window.open_path(path)
    hands.find("workspace")
    return hands.window.desk.workspace


def selected(work) -> str:
    return work.page._prose.sheet.textCursor().selectedText()


# The next place


def test_the_next_place_is_the_exact_words_that_may_have_changed(work, hands):
    # when
    seen = []
    for _ in range(5):
        hands.command("nextToLookAt")
        here = work.page.here()
        seen.append(here.cell if isinstance(here, CellPlace) else (here.paragraph, selected(work)))

    # then: a year that moved on by itself is passed over, a paragraph without figures is gone to as a whole,
    # and after the last place comes the first
    assert seen == [(0, "80"), (0, "3"), (1, ""), CARRIED_IN, (0, "80")]


def test_a_paragraph_in_which_all_moved_on_by_itself_is_still_gone_to(library, report, make_session):
    # given
    report.section("preface").paragraphs = []
    report.section("signature").paragraphs = []
    report.section("overview").paragraphs = [Paragraph(text="2024年，本镇认真公开。")]
    session = make_session(forward(library, report))

    # then
    assert first_waiting(session) == TextPlace("overview", 0, 0, 0, "")


def test_confirming_takes_the_whole_paragraph(work, hands):
    # given
    hands.command("nextToLookAt")

    # when
    hands.command("confirm")

    # then
    assert work.page.here().paragraph == 1
    assert hands.window.desk.session.report.section("overview").paragraphs[0].state == "seen"


def test_what_is_still_to_be_mended_in_a_confirmed_paragraph_is_told_while_one_goes_on(work, hands, qtbot):
    # given: the first paragraph says another number than the table
    hands.window.desk.session.edit(SetCells({"applications.new.total": "9"}))
    hands.window.desk.session.edit(
        Splice("overview", 0, 1, (Paragraph(text="2025年，本镇收到政府信息公开申请3件。", state="carried"),))
    )
    hands.window.desk.session.check()
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))

    # when
    hands.command("confirm")

    # then
    assert work.page.here().paragraph == 1
    assert "但是这一段还有 1 处必须改，按 F8" in hands.window.statusBar().currentMessage()

    # when: nothing is to be mended in the next
    hands.command("confirm")

    # then
    assert "这一段还有" not in hands.window.statusBar().currentMessage()


def test_from_a_confirmed_figure_one_comes_to_words_that_no_key_wipes(work, hands, qtbot):
    # given: the next that waits is a figure in the prose, on another page
    work.page.go_to(CellPlace(CARRIED_IN, ""))
    text = hands.window.desk.session.report.section("overview").paragraphs[0].text

    # when: the keys are still the table's to the clerk
    hands.command("confirm")
    sheet = work.page._prose.sheet
    here = work.page.here()
    pointed_at = [
        (one.cursor.selectedText(), one.cursor.blockNumber())
        for one in sheet.extraSelections()
        if one.format.underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    ]

    # then: the words are pointed out behind the cursor
    assert (here.paragraph, selected(work)) == (0, "")
    assert text[here.start :].startswith("80")
    assert pointed_at == [("80", 0)]

    # when: the next place is these words, to be typed over
    hands.command("nextToLookAt")

    # then
    assert (work.page.here().paragraph, selected(work)) == (0, "80")


def test_after_an_edit_the_next_old_figure_of_the_paragraph_is_gone_to(work, hands, qtbot):
    # given
    hands.command("nextToLookAt")

    # when: the figure chosen is typed over
    qtbot.keyClicks(work.page._prose.sheet, "95")
    hands.command("nextToLookAt")

    # then
    paragraph = hands.window.desk.session.report.section("overview").paragraphs[0]
    assert (paragraph.text, paragraph.state) == ("2025年，本镇公开信息95条，召开会议3次。", "changed")
    assert selected(work) == "3"
    assert work.page._prose.state.text().endswith("已修改，还有去年的 3")

    # when
    hands.command("confirm")

    # then
    assert hands.window.desk.session.report.section("overview").paragraphs[0].state == "seen"


def test_words_behind_rare_characters_are_chosen_exactly(work, hands):
    # given
    session = hands.window.desk.session
    session.edit(rewrite(session.report, "overview", 0, "𠮷𠮷村公开信息80条。"))
    work.page.go_to(TextPlace("overview", 0, 0, 0, ""))

    # when
    hands.command("nextToLookAt")

    # then
    here = work.page.here()
    assert (selected(work), here.start, here.end) == ("80", 7, 9)
    assert next_waiting(session, order_of(session, here)) == TextPlace("overview", 1, 0, 0, "")


def test_after_the_last_place_one_sentence_says_what_comes_next(draft, make_session):
    # given
    session = make_session(draft)
    session.check()
    words = [after_last(session)]

    # when: every figure is there, one of them wrong; then none wrong
    for cell in session.template.cells:
        session.report.values.setdefault(cell, "0")
    session.report.values["reviews.cases.review_total"] = "5"
    session.check()
    words.append(after_last(session))
    session.findings = []
    words.append(after_last(session))

    # then
    assert "按 F6 填空着的" in words[0]
    assert "处必须改" in words[1]
    assert words[2].endswith("可以导出了（Ctrl+E）。")


# The list


@pytest.fixture
def session(draft, make_session):
    session = make_session(draft)
    session.check()
    return session


@pytest.fixture
def panel(session, theme, qtbot):
    panel = ToLookAtPanel(session, theme)
    qtbot.addWidget(panel)
    session.findings_changed.connect(panel.refresh)
    panel.resize(300, 500)
    panel.show()
    return panel


def rows(panel) -> list[str]:
    tree = panel.findChild(QTreeWidget, "toLookAtList")
    found: list[str] = []

    def add(item) -> None:
        found.append(item.text(0))
        for row in range(item.childCount()):
            add(item.child(row))

    for row in range(tree.topLevelItemCount()):
        add(tree.topLevelItem(row))
    return found


def test_the_list_shows_pages_places_and_what_may_have_changed(panel):
    # then
    assert rows(panel) == [
        "一、总体情况（2 处）",
        "○ 第 1 段　2025年，本镇公开信息80条，召开会议3次。",
        "年份　2025年",
        "数字　80",
        "数字　3",
        f"○ 第 2 段　{SECOND}",
        "三、收到和处理政府信息公开申请情况（1 处）",
        "○ 3　自然人　二、上年结转政府信息公开申请数量",
    ]
    assert "已核对 0/3 处，还有 3 处" in panel.findChild(QLabel, "toLookAtHead").text()


def test_a_click_goes_to_the_exact_words(panel, qtbot):
    # given
    tree = panel.findChild(QTreeWidget, "toLookAtList")
    figure = tree.topLevelItem(0).child(0).child(1)

    # when
    with qtbot.waitSignal(panel.place_chosen) as heard:
        spot = tree.visualItemRect(figure).center()
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    # then
    assert heard.args[0] == TextPlace("overview", 0, 12, 14, "80")


def test_places_are_ticked_off_by_key_and_the_next_one_is_chosen(panel, session, qtbot):
    # given
    tree = panel.findChild(QTreeWidget, "toLookAtList")
    tree.setFocus()
    tree.setCurrentItem(tree.topLevelItem(0).child(0))

    # when
    qtbot.keyClick(tree, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClick(tree, Qt.Key.Key_Return, CONTROL)

    # then
    assert [one.state for one in session.report.section("overview").paragraphs] == ["seen", "seen"]
    assert rows(panel)[0].startswith("三、")
    session.undo_stack.undo()
    assert session.report.waiting() == 2


def test_several_places_are_one_step(panel, session):
    # given
    tree = panel.findChild(QTreeWidget, "toLookAtList")

    # when
    tree.selectAll()
    button = panel.findChild(QPushButton, "toLookAtConfirm")
    assert button.accessibleName() == "这 3 处仍然正确"
    button.click()

    # then
    assert session.report.waiting() == 0
    assert session.undo_stack.undoText() == "确认 3 处仍然正确"
    assert panel.findChild(QLabel, "toLookAtHead").text() == after_last(session)
    assert tree.isHidden()


def test_only_what_stands_as_the_list_shows_it_is_ticked_off(panel, session):
    # given: a paragraph came in above, and the list does not know it yet
    tree = panel.findChild(QTreeWidget, "toLookAtList")
    tree.setCurrentItem(tree.topLevelItem(0).child(1))
    session.edit(Splice("overview", 0, 0, (Paragraph(text="新的一段。", state="carried"),)))

    # when
    panel.findChild(QPushButton, "toLookAtConfirm").click()

    # then
    paragraphs = session.report.section("overview").paragraphs
    assert [one.state for one in paragraphs] == ["carried"] * 3
    assert "○ 第 1 段　新的一段。" in rows(panel)


def test_what_is_left_in_an_edited_paragraph_is_a_quiet_hint(panel, session):
    # when
    session.edit(rewrite(session.report, "overview", 0, "2025年，本镇公开信息95条，召开会议3次。"))
    session.check()

    # then
    assert rows(panel)[:3] == [
        "一、总体情况（1 处）",
        "· 已修改 第 1 段　2025年，本镇公开信息95条，召开会议3次。",
        "数字　3",
    ]
    assert panel.findChild(QLabel, "toLookAtHead").text().endswith("有 1 段还留着去年的数或日期。")


def test_without_a_last_year_the_list_says_what_will_be_there(report, make_session, theme, qtbot):
    # given
    panel = ToLookAtPanel(make_session(report), theme)
    qtbot.addWidget(panel)

    # when
    panel.show()

    # then
    assert "这里会列出" in panel.findChild(QLabel, "toLookAtHead").text()


def test_the_list_follows_the_place_at_hand(work, hands):
    # given
    work.side.setCurrentWidget(work.to_look_at)
    tree = hands.find("toLookAtList", QTreeWidget)

    # when
    work.page.go_to(CellPlace(CARRIED_IN, ""))

    # then: and the next place leaves the list in sight
    assert tree.currentItem().text(0).startswith("○ 3　自然人")
    hands.command("nextToLookAt")
    assert work.side.currentWidget() is work.to_look_at


# Last year beside this year


def test_last_year_tells_what_was_taken_over_changed_new_and_gone(session, theme, qtbot):
    # given
    panel = LastYearPanel(session, theme)
    qtbot.addWidget(panel)
    panel.show()
    session.findings_changed.connect(panel.refresh)
    panel.show_page(next(page for page in _pages(session) if page.section == "overview"))

    # when
    session.edit(rewrite(session.report, "overview", 0, "2025年，本镇公开信息95条，召开会议3次。"))
    session.edit(Splice("overview", 1, 1, (Paragraph(text="今年办了两场说明会。"),)))
    session.check()

    # then
    text = panel.findChild(QPlainTextEdit, "lastYearText")
    assert text.toPlainText().split("\n") == [
        "第 1 段　≈ 已改写：去掉 3 字，添上 3 字",
        FIRST.replace("2023", "2024"),
        "",
        "第 2 段　＋ 今年新写",
        "",
        "－ 今年没有这一段",
        SECOND,
    ]
    marked = [one.cursor.selectedText() for one in text.extraSelections()]
    assert "80" in marked


def test_a_carried_paragraph_is_called_carried_whatever_a_bulk_fix_did_to_it(session, theme, qtbot):
    # given
    panel = LastYearPanel(session, theme)
    qtbot.addWidget(panel)
    panel.show()
    session.findings_changed.connect(panel.refresh)
    panel.show_page(next(page for page in _pages(session) if page.section == "overview"))
    first, second = (one.text for one in session.report.section("overview").paragraphs[:2])

    # when
    session.edit(rewrite(session.report, "overview", 0, first.replace("，", ","), unseen=True))
    session.edit(rewrite(session.report, "overview", 1, f"{second}共三场。", unseen=True))
    session.check()

    # then
    heads = [one for one in panel._text.toPlainText().split("\n") if one.startswith("第")]
    assert heads == [
        f"第 1 段　≈ 照抄去年，未核对，标点改了 {first.count('，')} 处",
        "第 2 段　≈ 照抄去年，未核对，改动：去掉 0 字，添上 4 字",
    ]


def _pages(session):
    from gui.pages import pages_of

    return pages_of(session.template, session.report)


# Findings


def test_findings_are_listed_under_their_pages_with_counts(session, theme, qtbot):
    # given
    panel = FindingsPanel(session, theme)
    qtbot.addWidget(panel)
    shown = panel.findChild(QListWidget, "findingsList")
    lines = [shown.item(row).data(LINE) for row in range(shown.count())]

    # then
    pages = [line.place for line in lines if line.of_page]
    assert pages
    counts = [int(one.rsplit("（", 1)[1].removesuffix("）")) for one in pages]
    assert sum(counts) == len(session.findings)


def test_a_finding_of_many_cells_is_short_until_it_is_chosen_and_shows_its_places(session, theme, qtbot):
    # given
    panel = FindingsPanel(session, theme)
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    shown = panel.findChild(QListWidget, "findingsList")
    many = max(session.findings, key=lambda one: len(one.message))
    row = next(
        row
        for row in range(shown.count())
        if getattr(shown.item(row).data(LINE), "message", "") == many.message
    )
    shown.setCurrentRow(-1)
    qtbot.wait(1)
    before = shown.visualItemRect(shown.item(row)).height()

    # when
    shown.setCurrentRow(row)
    qtbot.wait(1)

    # then
    assert shown.visualItemRect(shown.item(row)).height() > before
    with qtbot.waitSignal(panel.place_chosen) as heard:
        panel.findChild(QPushButton, "nextPlaceButton").click()
    assert heard.args[0] == many.where[1]


# The steps


def test_every_step_says_how_far_it_is(qtbot):
    # given
    steps = Steps()
    qtbot.addWidget(steps)

    # when
    steps.show_progress(LONG)

    # then
    words = [one.text() for one in steps.findChildren(QPushButton)]
    assert words == [
        "① 打开去年",
        "② 核对读到的",
        "③ 逐处核对 103/121",
        "④ 填写数据 还差 158",
        "⑤ 检查 12 处必须改",
        "⑥ 导出报送",
    ]


def test_with_little_room_steps_keep_their_number_and_say_the_rest_on_hover(qtbot):
    # given
    steps = Steps()
    qtbot.addWidget(steps)
    steps.show_progress(LONG)
    steps.show()

    # when
    steps.resize(steps.minimumSizeHint())

    # then: the step to take is whole
    buttons = steps.findChildren(QPushButton)
    assert [one.text() for one in buttons][:3] == ["①", "②", "③ 逐处核对 103/121"]
    assert buttons[0].toolTip() == "① 打开去年（已完成）"
    assert all(one.accessibleName() for one in buttons)


def test_while_a_file_is_looked_over_that_step_is_the_one_at_hand(window, hands):
    # when
    window._read(window._samples[0])
    hands.find("reviewList")

    # then
    assert hands.find("step_reviewLast", QPushButton).text() == "② 核对读到的，生成今年"
    assert not hands.find("step_exportReport", QPushButton).isEnabled()


def test_last_years_report_can_be_looked_at_again_and_left(work, hands):
    # when
    hands.press("step_reviewLast")

    # then
    assert hands.find("reviewTitle", QLabel).text() == "核对读到的：2024 年的报告"

    # when
    hands.window._over.leave()

    # then
    assert hands.sees("workspace")
    assert hands.find("step_exportReport", QPushButton).isEnabled()


def test_without_a_last_year_that_step_says_so(hands, report, tmp_path):
    # given
    path = tmp_path / "新.nianbao"
    write(ReportFile(report), path)
    hands.window.open_path(path)
    hands.find("workspace")

    # when
    heard = []
    hands.window.desk.said.connect(heard.append)
    hands.press("step_reviewLast")

    # then
    assert heard == ["这份报告里没有去年的报告。用“打开去年的报告”读入一份，就能核对并生成今年的。"]


# Leaving and coming back


@pytest.mark.parametrize("place", [CellPlace(CARRIED_IN, ""), TextPlace("overview", 1, 2, 4, "公开")])
def test_a_report_opens_where_it_was_left(work, hands, place):
    # given
    window, path = hands.window, hands.window.desk.session.path
    work.page.go_to(place)

    # when
    hands.command("goHome")
    window.open_path(path)
    hands.find("workspace")

    # then
    here = window.desk.workspace.page.here()
    if isinstance(place, CellPlace):
        assert here.cell == place.cell
    else:
        assert (here.section, here.paragraph, here.start, here.end) == ("overview", 1, 2, 4)
    assert window.focusWidget().objectName() in ("proseEditor", "tableView")


def test_a_place_that_is_gone_is_not_gone_to(work, hands):
    # given
    window, path = hands.window, hands.window.desk.session.path
    work.page.go_to(TextPlace("overview", 1, 2, 4, ""))
    hands.command("goHome")
    file = read(path)
    file.report.section("overview").paragraphs = [Paragraph(text="只有一段。")]
    write(file, path)

    # when
    window.open_path(path)
    hands.find("workspace")

    # then
    assert window.desk.workspace.page.here() == TextPlace("overview", 0, 0, 0, "")


def test_a_draft_that_was_never_saved_leaves_no_trace(hands, draft, own_home):
    # given
    hands.window.desk.open(ReportFile(draft), None)

    # when
    hands.window.desk.close()

    # then
    assert not (own_home / "places.json").exists()


# A preface that the program wrote itself


def test_the_key_stops_once_at_a_preface_worded_anew_and_chooses_nothing_in_it(library, hands):
    # given: the form of 2021 words the preface anew
    last = blank(library.get("national-2019"), 2020, "清溪县柳河镇人民政府")
    last.section("preface").paragraphs = [Paragraph(text="现公布2020年度报告。")]
    last.section("overview").paragraphs = [Paragraph(text="公开信息80条。")]
    hands.window.desk.open(ReportFile(forward(library, last)), None)
    work = hands.window.desk.workspace

    # when
    seen = []
    for _ in range(3):
        hands.command("nextToLookAt")
        here = work.page.here()
        seen.append((here.section, here.paragraph, selected(work)))

    # then: no key wipes a year that is right
    assert seen == [("preface", 0, ""), ("overview", 0, "80"), ("preface", 0, "")]
    hands.command("confirm")
    assert hands.window.desk.session.report.section("preface").paragraphs[0].state == "seen"
