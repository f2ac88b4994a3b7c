"""The document that comes of what was put out: drawn tables found, characters counted, one without text refused."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from core.errors import InputError
from core.importers import gate, layout
from core.importers.document import Document, Element, Remark, Text, cells_of, size
from core.importers.docx.emit import Emission


def document(
    emission: Emission, name: str, known: frozenset[str], remarks: Iterable[Remark] = ()
) -> Document:
    """Return the document of what was put out, with remarks on it; InputError where nothing stands in the file.

    `known` are the bare words of the forms' tables.
    """
    elements = tuple(_with_drawn_tables(emission.elements, known))
    if not elements:
        raise _nothing(name, pictures=emission.losses.only_pictures())
    everything = (*remarks, *emission.losses.remarks())
    return Document(elements, everything, sum(_size(one) for one in elements), parted=True)


def _with_drawn_tables(elements: Sequence[Element], known: frozenset[str]) -> Iterator[Element]:
    """Yield the elements; tables that are only drawn with tabs or pipes become tables."""
    for is_text, group in groupby(elements, lambda one: isinstance(one, Text)):
        if is_text:
            yield from layout.split([one for one in group if isinstance(one, Text)], known).elements
        else:
            yield from group


def _size(element: Element) -> int:
    texts: Iterable[str] = (
        (element.text,) if isinstance(element, Text) else (cell.text for cell in cells_of(element))
    )
    return sum(size(text) for text in texts)


def _nothing(name: str, *, pictures: bool) -> InputError:
    if not pictures:
        return gate.empty(name)
    return InputError(
        f"“{name}”里只有图片，没有可以读取的文字，没有读入。请找到报告的文字版（Word、PDF、网页或文本）再读入。"
    )
