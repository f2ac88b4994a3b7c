"""A figure and its signs never stand upon one another."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from gui.panes.tables import figure
from gui.theme import interface_font

FRAME = 3  # pixels at the right edge: the frame of a problem and the line of the form
HEIGHT_OF_A_MARK = 5  # pixels
INK, LEFT, RIGHT = QColor("#000000"), QColor("#0000ff"), QColor("#ff0000")


def columns_of(picture: QImage) -> dict[str, list[int]]:
    """Where black, blue and red stand, from left to right."""
    found: dict[str, list[int]] = {"black": [], "blue": [], "red": []}
    for x in range(picture.width()):
        for y in range(picture.height()):
            colour = picture.pixelColor(x, y)
            red, green, blue = colour.red(), colour.green(), colour.blue()
            if max(red, green, blue) < 90:
                found["black"].append(x)
            elif blue > 200 and red < 90:
                found["blue"].append(x)
            elif red > 200 and blue < 90:
                found["red"].append(x)
    return found


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("text", ["5", "123", "12345"])
def test_the_signs_stand_beside_the_figure_at_every_size(qapp, scale, text):
    picture = QImage(60 * scale // 100, 27 * scale // 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setFont(interface_font(scale))
    painter.setPen(INK)

    figure.draw(painter, QRect(picture.rect()), text, (("手", LEFT), ("✖", RIGHT)))
    painter.end()

    found = columns_of(picture)
    assert found["black"]
    assert max(found["black"]) < min(found["red"])
    assert max(found["blue"], default=0) < min(found["black"])


def test_the_sign_of_a_problem_stays_where_the_other_has_no_room(qapp):
    picture = QImage(48, 27, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setFont(interface_font(100))
    painter.setPen(INK)

    figure.draw(painter, QRect(picture.rect()), "12345", (("手", LEFT), ("✖", RIGHT)))
    painter.end()

    found = columns_of(picture)
    assert found["black"]
    assert found["red"]
    assert not found["blue"]


@pytest.mark.parametrize("sign", ["!", "✖"])
@pytest.mark.parametrize("text", ["", "5", "123"])
@pytest.mark.parametrize("width", [52, 53, 64, 168])
@pytest.mark.parametrize("scale", [100, 125, 150, 200])
def test_the_sign_of_a_problem_is_seen_in_full_colour_clear_of_the_frame(qapp, scale, width, text, sign):
    # given: a cell of the narrowest table, with the room of the frame around it
    wide = width * scale // 100
    picture = QImage(wide, 27 * scale // 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    font = interface_font(scale)
    font.setPointSizeF(font.pointSizeF() * 0.95)
    painter.setFont(font)
    painter.setPen(INK)

    # when
    figure.draw(painter, QRect(picture.rect()), text, (None, (sign, RIGHT)))
    painter.end()

    # then: as strong as the figure beside it, and a line of the ground stands between it and the frame
    found = columns_of(picture)
    assert len(found["red"]) >= HEIGHT_OF_A_MARK
    assert max(_coloured(picture)) < wide - FRAME - 1


def _coloured(picture: QImage) -> list[int]:
    """Where anything reddish stands, however pale."""
    size = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return [x for x, y in size if picture.pixelColor(x, y).red() - picture.pixelColor(x, y).blue() > 30]


@pytest.mark.parametrize(("scale", "width"), [(100, 72), (150, 108)])
def test_a_wide_figure_without_signs_is_written_smaller_and_stands_in_full(qapp, scale, width, monkeypatch):
    # given
    picture = QImage(width, 27, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setFont(interface_font(scale))
    texts = []
    monkeypatch.setattr(figure, "_fitted", _noting(figure._fitted, texts))

    # when
    figure.draw(painter, QRect(picture.rect()), "12345678901", (None, None))
    size = painter.font().pointSizeF()
    painter.end()

    # then: nothing is cut, and what is drawn next has the usual size
    [(font, text, room)] = texts
    assert figure._wide(font, text) <= room
    assert size == pytest.approx(interface_font(scale).pointSizeF())


def _noting(fitted, seen):
    def note(font, text, width):
        found = fitted(font, text, width)
        seen.append((found, text, width))
        return found

    return note
