"""What is drawn without a pen looks as it would with one, and the numbers are those of Qt."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from gui.widgets import penless, qt_numbers

ROOM = QRect(5, 5, 200, 40)
RED, GREY = QColor("#c00000"), QColor("#eeeeee")


def drawn(draw):
    """Return the picture of what `draw` does with a painter, on white."""
    picture = QPixmap(300, 80)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setFont(QApplication.font())
    draw(painter)
    painter.end()
    return picture.toImage()


def ink(image):
    """Return the rectangle of what is not white."""
    spots = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != QColor("white")
    ]
    xs, ys = zip(*spots, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def test_words_stand_where_a_pen_writes_them(qapp):
    def with_pen(painter):
        painter.setPen(RED)
        painter.drawText(ROOM, "2024 年报告")

    # when
    penned, plain = (drawn(one) for one in (with_pen, lambda p: penless.write(p, ROOM, "2024 年报告", RED)))

    # then
    assert all(abs(a - b) <= 1 for a, b in zip(ink(penned), ink(plain), strict=True))
    assert max(plain.pixelColor(x, y).red() for x in range(5, 100) for y in range(5, 40)) == 255


def test_words_of_strangers_are_shown_as_they_are_and_in_one_line(qapp):
    # given
    words = "一<b>二</b>&amp;  三四五六七八九十"

    # when
    shown = ink(drawn(lambda p: penless.write(p, ROOM, words, RED)))

    # then: letter by letter as a pen writes a line, which looks for no marks in it
    left, top, right, bottom = ink(
        drawn(lambda p: p.drawText(ROOM.center() - QPoint(ROOM.width() // 2, 0), words))
    )
    assert (shown[2] - shown[0], shown[3] - shown[1]) == (right - left, bottom - top)


def test_a_frame_is_a_line_around_its_ground(qapp):
    # when
    image = drawn(lambda p: penless.frame(p, ROOM, RED, GREY))

    # then
    assert ink(image) == (ROOM.left(), ROOM.top(), ROOM.right(), ROOM.bottom())
    assert image.pixelColor(ROOM.topLeft()) == image.pixelColor(ROOM.bottomRight()) == RED
    assert image.pixelColor(ROOM.center()) == GREY


def test_words_without_room_are_cut(qapp):
    measure = QFontMetrics(QApplication.font())
    room = measure.horizontalAdvance("年" * 6)

    # when
    at_end, in_middle, whole = (
        penless.cut("一二三四五六七八九十", measure, room, in_middle=False),
        penless.cut("一二三四五六七八九十", measure, room, in_middle=True),
        penless.cut("一二三", measure, room, in_middle=True),
    )

    # then
    assert (at_end[:3], at_end[-1]) == ("一二三", "…")
    assert (in_middle[0], in_middle[-1]) == ("一", "十")
    assert whole == "一二三"


def test_the_numbers_are_those_of_qt():
    assert Qt.ItemDataRole.DisplayRole == qt_numbers.DISPLAY_ROLE
    assert Qt.ItemDataRole.UserRole == qt_numbers.USER_ROLE
    assert Qt.TextFormat(qt_numbers.PLAIN_TEXT) is Qt.TextFormat.PlainText
    assert Qt.ScrollBarPolicy(qt_numbers.SCROLL_BAR_OFF) is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert Qt.ContextMenuPolicy(qt_numbers.MENU_OF_ACTIONS) is Qt.ContextMenuPolicy.ActionsContextMenu
    assert Qt.ShortcutContext(qt_numbers.WIDGET_SHORTCUT) is Qt.ShortcutContext.WidgetShortcut
    assert Qt.Key(qt_numbers.KEY_RETURN) is Qt.Key.Key_Return
    assert Qt.Key(qt_numbers.KEY_ENTER) is Qt.Key.Key_Enter
