"""The line at the bottom: length, due day, where it is saved, and what gives way to what."""

import datetime
import os

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from core.report import Paragraph
from core.settings import Settings
from core.store import ReportFile, write
from gui.panes.status import StatusLine
from gui.progress import Progress, Verdict
from gui.widgets.due_words import due_words
from gui.widgets.eliding_label import ElidingLabel


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ((2025, 1, 22), "距 1月31日 还有 9 天"),
        ((2025, 1, 31), "今天 1月31日 到期"),
        ((2025, 2, 3), "1月31日 已过 3 天"),
        ((2025, 9, 1), ""),
    ],
)
def test_the_days_left_are_told_in_words(today, words):
    # then
    assert due_words(2024, Settings(), datetime.date(*today)) == words


def test_the_county_may_want_it_earlier():
    # then
    assert due_words(2024, Settings(due_day=20), datetime.date(2025, 1, 11)) == "距 1月20日 还有 9 天"


def test_the_line_at_the_bottom_tells_length_due_day_and_where_it_is_saved(window, hands, report, tmp_path):
    # given
    report.year = datetime.date.today().year
    report.section("overview").paragraphs.append(Paragraph(text="公开 信息" * 500))
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)

    # when
    window.open_path(path)
    hands.find("workspace")
    hands.qtbot.waitUntil(lambda: "字" in hands.find("statusWords", QLabel).text())

    # then
    count = sum(len("".join(one.text.split())) for _, _, one in report.paragraphs())
    assert hands.find("statusWords", QLabel).text() == f"全文 {count:,} 字"
    assert "距 1月31日 还有" in hands.find("statusDue", QLabel).text()
    written = datetime.datetime.fromtimestamp(path.stat().st_mtime)
    assert hands.find("statusSaved", QLabel).accessibleName() == f"已保存 {written:%H:%M}（{path}）"


def test_the_name_that_is_to_be_kept_is_cut_last_and_goes_where_nothing_of_it_would_be_known(qtbot):
    # given
    label = ElidingLabel("words")
    qtbot.addWidget(label)
    name = "\\清溪县柳河镇人民政府2024年政府信息公开工作年度报告.nianbao）"
    label.show_words("已保存 14:05", f"（D:\\年报\\历年报送材料{name}", keep=name)
    label.show()
    letter = label.fontMetrics().horizontalAdvance("年")

    # when
    shown = []
    for less in (4, 14, 20):
        label.resize(label.sizeHint().width() - less * letter, 30)
        shown.append(label.text())
    label.resize(label.minimumSizeHint().width() + 10 * letter, 30)

    # then
    first, second, third = shown
    assert first.startswith("已保存 14:05（D:")
    assert first.endswith(f"…{name}")
    assert second.startswith("已保存 14:05（…\\清溪县")
    assert third.startswith("已保存 14:05（…\\清溪县")
    assert second.endswith("报告.nianbao）")
    assert third.endswith(".nianbao）")
    assert label.text() == "已保存 14:05"


def test_a_file_saved_on_another_day_says_so(window, hands, report, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    then = datetime.datetime(2025, 1, 9, 14, 5).timestamp()
    os.utime(path, (then, then))

    # when
    window.open_path(path)
    hands.find("workspace")

    # then
    hands.qtbot.waitUntil(lambda: "1月9日 14:05" in hands.find("statusSaved", QLabel).accessibleName())


def test_a_narrow_line_keeps_the_verdict_and_that_it_is_saved(qtbot, make_session, report, tmp_path):
    # given
    path = tmp_path / "柳河镇.nianbao"
    write(ReportFile(report), path)
    window = QWidget()
    qtbot.addWidget(window)
    bar = StatusLine(Settings())
    bar.setParent(window)
    window.show()
    bar.show_saved(make_session(report, path=path))
    bar.show_verdict(Verdict("还有 2 处必须改", "error", has_findings=True))
    bar.show_progress(Progress(1, 2, 3, 4, 1124), datetime.date.today().year)
    names = ("verdict", "statusSaved", "statusDue", "statusWords", "verdictHint")
    labels = {name: bar.findChild(QLabel, name) for name in names}

    # when: there is ever less room
    shown = []
    for count in range(len(names), 1, -1):
        bar.resize(sum(labels[name].minimumSizeHint().width() + 8 for name in names[:count]), 30)
        shown.append([name for name in names if not labels[name].isHidden()])

    # then
    assert shown == [list(names[:count]) for count in range(len(names), 1, -1)]
    qtbot.waitUntil(lambda: labels["statusSaved"].text().startswith("已保存"))


def test_what_is_told_in_passing_comes_before_the_path_and_then_before_length_and_due_day(
    qtbot, make_session, report, tmp_path
):
    # given: a file in a long folder
    path = tmp_path / "政府信息公开工作年度报告及附表" / "历年报送材料" / "柳河镇.nianbao"
    path.parent.mkdir(parents=True)
    write(ReportFile(report), path)
    bar = StatusLine(Settings())
    qtbot.addWidget(bar)
    bar.show()
    bar.show_saved(make_session(report, path=path))
    bar.show_verdict(Verdict("可以报送", "ok", has_findings=True))
    bar.show_progress(Progress(1, 2, 3, 4, 1124, told_step="报送后又改过"), datetime.date.today().year)
    names = ("verdict", "statusSaved", "statusWords", "statusDue", "statusMessage")
    labels = {name: bar.findChild(QLabel, name) for name in names}
    message = "这份报告 11月23日 已经报送，再改的话，要重新签发、报送。"
    least = sum(labels[name].minimumSizeHint().width() + 8 for name in names[:-1])

    # when: there is room for the message beside the others, for the file name, and for neither length nor due day
    bar.showMessage(message)
    least += labels["statusMessage"].sizeHint().width() + 8
    room_for_name = labels["statusSaved"].fontMetrics().horizontalAdvance("（/…/柳河镇.nianbao）")
    shown = []
    for width in (least + room_for_name * 2, least, least - labels["statusWords"].sizeHint().width()):
        bar.resize(width, 30)
        qtbot.wait(20)
        there = [name for name in names if not labels[name].isHidden()]
        shown.append((labels["statusMessage"].text(), labels["statusSaved"].text(), there))

    # then
    (first, with_name, all_there), (second, without, still_there), (third, _, fewer) = shown
    assert first == second == third == message
    assert "…" in with_name
    assert with_name.endswith("/柳河镇.nianbao）")
    assert without == labels["statusSaved"].accessibleName().partition("（")[0]
    assert all_there == still_there == list(names)
    assert fewer == [name for name in names if name != "statusWords"]

    # when: it is over
    bar.resize(least, 30)
    bar.clearMessage()

    # then
    qtbot.waitUntil(lambda: "柳河镇.nianbao" in labels["statusSaved"].text())


def test_words_give_way_from_the_middle_of_their_end(qtbot):
    # given
    label = ElidingLabel("words")
    qtbot.addWidget(label)
    label.show_words("已保存 14:05", "（D:\\年报\\一个很长很长的文件夹\\柳河镇.nianbao）")
    label.show()
    wide = label.sizeHint().width()

    # when
    shown = []
    for width in (wide, wide * 3 // 4, label.minimumSizeHint().width()):
        label.resize(width, 30)
        shown.append((label.text(), bool(label.toolTip())))

    # then
    (whole, _), (cut, cut_told), (least, least_told) = shown
    assert whole.endswith("柳河镇.nianbao）")
    assert cut.startswith("已保存 14:05（D:")
    assert "…" in cut
    assert cut.endswith("）")
    assert least == "已保存 14:05"
    assert (shown[0][1], cut_told, least_told) == (False, True, True)


def labels_of(bar: StatusLine) -> dict[str, QLabel]:
    names = ("verdict", "verdictHint", "statusMessage", "statusSaved", "statusWords", "statusDue")
    return {name: bar.findChild(QLabel, name) for name in names}


@pytest.fixture
def told(qtbot, make_session, report):
    """A line that tells something of a report that was never saved, with no day to be told; wide enough for all."""
    bar = StatusLine(Settings())
    qtbot.addWidget(bar)
    bar.show()
    bar.show_saved(make_session(report), "已暂存 08:16")
    bar.show_verdict(Verdict("可以报送", "ok", has_findings=False))
    bar.show_progress(Progress(1, 2, 3, 4, 1766, is_out=True), datetime.date.today().year)
    bar.showMessage("去年的内容都核对过了。检查没有发现必须改的地方，可以导出了（Ctrl+E）。")
    return bar


def shown_at(bar: StatusLine, qtbot, width: int) -> str:
    bar.resize(width, 30)
    qtbot.wait(20)
    return labels_of(bar)["statusMessage"].text()


def test_a_message_is_whole_as_long_as_there_is_room_for_it_beside_verdict_and_saved_state(told, qtbot):
    # given
    labels = labels_of(told)
    message = told.currentMessage()
    letters = labels["statusMessage"].sizeHint().width()
    room = letters + sum(labels[name].minimumSizeHint().width() + 8 for name in ("verdict", "statusSaved"))

    # then: whatever else is given up for that, by the pixel
    for width in range(room + 300, room + 8, -7):
        assert shown_at(told, qtbot, width) == message, width - room


def test_a_message_without_room_goes_clause_by_clause_and_is_whole_on_hover(told, qtbot):
    # given
    labels = labels_of(told)
    message = told.currentMessage()
    metrics = labels["statusMessage"].fontMetrics()
    room = labels["verdict"].minimumSizeHint().width() + 40

    # when: what is saved gives way before the message is cut
    whole = shown_at(told, qtbot, room + metrics.horizontalAdvance(message) + 20)
    saved_hidden = labels["statusSaved"].isHidden()
    first = "去年的内容都核对过了。检查没有发现必须改的地方"
    cut = shown_at(told, qtbot, room + metrics.horizontalAdvance(first + "…") + 20)
    hover = labels["statusMessage"].toolTip()

    # then
    assert (whole, saved_hidden) == (message, True)
    assert cut == f"{first}…"
    assert hover == message
    assert labels["verdict"].text() == "✓ 可以报送"

    # when
    told.clearMessage()

    # then
    assert not labels["statusSaved"].isHidden()


def test_a_message_with_a_path_still_loses_its_middle(told, qtbot):
    # given
    told.showMessage("已导出到 D:\\政府信息公开\\工作年度报告\\历年报送材料\\2024（2 个文件）。")

    # when
    cut = shown_at(told, qtbot, 420)

    # then
    assert cut.startswith("已导出到 D:")
    assert "…" in cut
    assert cut.endswith("（2 个文件）。")
