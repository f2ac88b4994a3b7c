"""The pages of a finished PDF as pictures, for the preview and the printer."""

from dataclasses import dataclass
from threading import Lock

from pypdfium2 import PdfDocument

_ONE_AT_A_TIME = Lock()  # the library must not be called from two threads at once
_GLANCE = 0.5  # the scale at which a page is looked at for colour


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in rows of `stride` bytes: one byte a point where it `is_grey`, else red, green and blue."""

    width: int
    height: int
    stride: int
    data: bytes
    is_grey: bool


class Pictures:
    """The pages of a PDF, numbered from 0; `sizes` are their widths and heights in pt."""

    def __init__(self, pdf: bytes) -> None:
        with _ONE_AT_A_TIME:
            self._document = PdfDocument(pdf)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(number) for number in range(len(self._document))
            )

    def draw(self, number: int, scale: float) -> Picture:
        """Return a page at so many points of the picture for each pt; in grey where it has no colour."""
        glance = self._draw(number, _GLANCE, is_grey=False)
        return self._draw(number, scale, is_grey=not _has_colour(glance))

    def _draw(self, number: int, scale: float, *, is_grey: bool) -> Picture:
        with _ONE_AT_A_TIME:
            page = self._document[number]
            try:
                bitmap = page.render(scale=scale, grayscale=is_grey, rev_byteorder=True)
                data = bytes(bitmap.buffer)
                return Picture(bitmap.width, bitmap.height, bitmap.stride, data, is_grey)
            finally:
                page.close()

    def close(self) -> None:
        """Give the memory back; no page can be drawn any more."""
        with _ONE_AT_A_TIME:
            self._document.close()


def _has_colour(picture: Picture) -> bool:
    rows = (
        picture.data[start : start + picture.width * 3]
        for start in range(0, picture.height * picture.stride, picture.stride)
    )
    return any(row[::3] != row[1::3] or row[1::3] != row[2::3] for row in rows)
