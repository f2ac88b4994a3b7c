"""The pages of the source beside the review: what is at hand is framed on its page and scrolled to."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QCheckBox, QScrollArea, QTabWidget
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from core.paths import RESOURCES
from gui.panes.review_frames import FramedPicture
from gui.panes.review_list import ReviewList
from tests.gui.review.conftest import shown

FIRST = ["清溪县柳河镇人民政府2023年政府信息公开工作年度报告", "一、总体情况", "本镇公开信息37条。"]
LAST = "公开栏更新不够及时。"
SIGNED = "2024年1月12日"


@pytest.fixture
def pages(window, hands, qtbot, tmp_path):
    """The review of a PDF with two pages, at its pages; the last line stands at the foot of the first of them."""
    path = tmp_path / "去年.pdf"
    pdfmetrics.registerFont(TTFont("Song", str(RESOURCES / "fonts" / "NianbaoSong.ttf")))
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Song", 12)
    for number, text in enumerate(FIRST):
        canvas.drawString(72, 760 - 24 * number, text)
    canvas.drawString(72, 100, "五、存在的主要问题及改进情况")
    canvas.drawString(72, 76, LAST)
    canvas.drawRightString(523, 52, SIGNED)
    canvas.showPage()
    canvas.setFont("Song", 12)
    canvas.drawString(72, 760, "六、其他需要报告的事项")
    canvas.drawString(72, 736, "没有其他事项需要报告。")
    canvas.showPage()
    canvas.save()
    window.desk.opening.read(path)
    page = shown(hands, qtbot)
    hands.find("sourceTabs", QTabWidget).setCurrentIndex(1)
    picture = hands.find("pagePicture", FramedPicture)
    qtbot.waitUntil(lambda: not picture.pixmap().isNull(), timeout=20_000)
    return page


def choose(hands, words: str) -> None:
    entries = hands.find("reviewList", ReviewList)
    known = hands.find("reviewPage").review.entries()
    row = next(row for row, one in enumerate(known) if words in one.text and one.kind == "paragraph")
    entries.setCurrentIndex(entries.model().index(row, 0))


def part_in_sight(hands) -> QRect:
    """What of the page is seen now. The bars are asked for each time: Qt may have made them anew."""
    area = hands.find("pagePictures").findChild(QScrollArea)
    corner = QPoint(area.horizontalScrollBar().value(), area.verticalScrollBar().value())
    return QRect(corner, area.viewport().size())


def test_what_is_at_hand_is_framed_and_in_sight(pages, hands, qtbot):
    # given
    picture = hands.find("pagePicture", FramedPicture)
    area = hands.find("pagePictures").findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0

    for words, share in ((LAST, 1 - 76 / A4[1]), ("公开信息37条", 1 - 712 / A4[1])):
        # when
        choose(hands, words)

        # then: the frame stands on the line, with the words free within it
        qtbot.waitUntil(lambda: len(picture.frames()) == 1)
        (frame,) = picture.frames()
        height = picture.pixmap().deviceIndependentSize().height()
        assert frame.bottom() / height == pytest.approx(share, abs=0.02)
        assert frame.height() < 0.05 * height
        qtbot.waitUntil(lambda frame=frame: part_in_sight(hands).contains(frame))


def test_on_a_page_without_what_is_at_hand_nothing_is_framed_and_its_top_is_seen(pages, hands, qtbot):
    # given
    picture = hands.find("pagePicture", FramedPicture)
    choose(hands, LAST)
    qtbot.waitUntil(lambda: len(picture.frames()) == 1)
    before = picture.pixmap().cacheKey()

    # when
    hands.press("pageAfter")

    # then
    qtbot.waitUntil(
        lambda: picture.pixmap().cacheKey() != before and not picture.pixmap().isNull(), timeout=20_000
    )
    assert picture.frames() == []
    qtbot.waitUntil(lambda: part_in_sight(hands).top() == 0)


def test_the_frame_is_drawn_in_the_colour_of_the_theme_beside_the_words(pages, hands, qtbot):
    # given
    picture = hands.find("pagePicture", FramedPicture)
    choose(hands, LAST)
    qtbot.waitUntil(lambda: len(picture.frames()) == 1)
    (frame,) = picture.frames()

    # when
    drawn = picture.grab().toImage()

    # then
    ratio = drawn.devicePixelRatio()
    spot = frame.center()
    edge = drawn.pixelColor(round(spot.x() * ratio), round(frame.top() * ratio))
    assert edge == picture._theme.colour("accent")
    assert (
        drawn.pixelColor(round((frame.left() + 3) * ratio), round((frame.top() + 3) * ratio))
        == Qt.GlobalColor.white
    )


def test_on_a_page_wider_than_its_place_the_frame_is_brought_into_sight_from_its_left_end_on(
    pages, hands, qtbot
):
    # given
    hands.find("pageFullSize", QCheckBox).click()
    picture = hands.find("pagePicture", FramedPicture)
    area = hands.find("pagePictures").findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() > 0)

    for words in (SIGNED, FIRST[-1]):
        # when
        choose(hands, words)

        # then
        qtbot.waitUntil(lambda: len(picture.frames()) == 1)
        (frame,) = picture.frames()
        qtbot.waitUntil(lambda frame=frame: part_in_sight(hands).contains(frame.topLeft()))
        assert part_in_sight(hands).contains(frame)
