"""Pictures of pages as the screen and the printer take them."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:  # the library behind it is heavy and waits for its first use
    from core.export.pictures import Picture


def image_of(picture: "Picture") -> QImage:
    """Return a picture as an image of its own."""
    kind = QImage.Format.Format_Grayscale8 if picture.is_grey else QImage.Format.Format_RGB888
    return QImage(picture.data, picture.width, picture.height, picture.stride, kind).copy()
