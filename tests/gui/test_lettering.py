"""The lettering of the page: headings in their font, sentences with a number as the text."""

import pytest
from PySide6.QtGui import QTextDocument

from core.report import Paragraph
from gui.panes.prose.lettering import Lettering


@pytest.mark.parametrize(
    ("text", "lettered"),
    [
        ("（一）主动公开。通过公开栏公开5条。", 8),
        ("（一）加强领导，落实责任。", 13),
        ("（三）通过微信群公开信息190余条。", 0),
    ],
)
def test_a_heading_is_lettered_up_to_its_stop_and_a_sentence_is_not(qapp, text, lettered):
    # given
    document = QTextDocument(text)
    lettering = Lettering(document, lambda _: Paragraph(text=text, level=2))

    # when
    lettering.rehighlight()

    # then
    formats = document.firstBlock().layout().formats()
    assert sum(one.length for one in formats) == lettered
