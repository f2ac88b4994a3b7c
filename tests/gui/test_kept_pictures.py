"""Labels of a form are painted once for each look, and look as if painted anew."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from gui.widgets.kept_pictures import KeptPictures

PLACE = QRect(10, 5, 60, 20)


def painted(pictures: KeptPictures, look: str, drawn: list[str], colour: str) -> QImage:
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)

    def paint(inner: QPainter) -> None:
        drawn.append(look)
        inner.fillRect(PLACE, QColor(colour))
        inner.setPen(QColor("black"))
        inner.drawText(PLACE, 0, "规章")

    pictures.draw(painter, PLACE, look, paint)
    painter.end()
    return image


def test_a_look_is_painted_once_and_in_its_place(qapp):
    # given
    pictures, drawn = KeptPictures(8), []

    # when
    first = painted(pictures, "plain", drawn, "yellow")
    again = painted(pictures, "plain", drawn, "red")

    # then
    assert drawn == ["plain"]
    assert first == again
    assert first.pixelColor(10, 24).name() == QColor("yellow").name()
    assert first.pixelColor(9, 24).name() == QColor("white").name()


def test_another_look_is_painted_anew(qapp):
    # given
    pictures, drawn = KeptPictures(8), []

    # when
    painted(pictures, "plain", drawn, "yellow")
    marked = painted(pictures, "marked", drawn, "red")

    # then
    assert drawn == ["plain", "marked"]
    assert marked.pixelColor(10, 24).name() == QColor("red").name()


def test_only_the_latest_are_kept(qapp):
    # given
    pictures, drawn = KeptPictures(8), []

    # when
    for number in range(300):
        painted(pictures, str(number), drawn, "yellow")
    painted(pictures, "299", drawn, "yellow")
    painted(pictures, "0", drawn, "yellow")

    # then
    assert len(drawn) == 301
    assert drawn[-1] == "0"


def test_large_ones_are_as_many_as_four_times_what_they_are_painted_on(qapp):
    # given: 13 of them
    pictures, drawn = KeptPictures(256), []

    # when
    for number in range(20):
        painted(pictures, str(number), drawn, "yellow")
    for number in (19, 7, 6):
        painted(pictures, str(number), drawn, "yellow")

    # then
    assert drawn == [*map(str, range(20)), "6"]
