"""Paragraphs of a PDF without indents: where room parts all of them, it says of every line whether it goes on."""

from core.importers.document import Text
from core.importers.pdf.paragraphs import ODD_WRAP
from tests.core.importers.paper import LEFT, PER_LINE, STEP, Paper, read

ROOM = 6.0
FULL = "镇里把公开的事项列成清单逐月对照检查凡是群众问得多的都写明在册"[:PER_LINE]
STOPPED = FULL[:-1] + "。"
ORDINARY = (FULL, FULL, "都在栏里写明。")
LAST = "年底公开。"
GOES_ON = (FULL, STOPPED, LAST)  # a sentence ends where the line does


def pages(*sheets: list[tuple[str, ...]], room: float = ROOM, close: int = -1) -> list[Text]:
    """Return what is read of paragraphs given as their lines, room between them but below the one that is `close`."""
    paper = Paper()
    for number, paragraphs in enumerate(sheets):
        if number:
            paper.page()
        top = 80.0
        for place, lines in enumerate(paragraphs):
            for line in lines:
                paper.words(LEFT, top, line)
                top += STEP
            top += 0 if place == close else room
    return [one for one in read(paper.done()).elements if isinstance(one, Text)]


def found(*sheets: list[tuple[str, ...]], room: float = ROOM, close: int = -1) -> list[tuple[str, str]]:
    return [(one.text, one.doubt) for one in pages(*sheets, room=room, close=close)]


def test_a_sentence_that_ends_with_its_line_is_no_end_and_no_doubt():
    paragraphs = [*[ORDINARY] * 5, GOES_ON]

    assert found(paragraphs) == [("".join(lines), "") for lines in paragraphs]


def test_a_paragraph_that_ends_with_a_full_line_is_an_end_without_doubt():
    paragraphs = [*[ORDINARY] * 5, (FULL, STOPPED), ORDINARY]

    assert found(paragraphs) == [("".join(lines), "") for lines in paragraphs]


def test_without_room_between_paragraphs_both_are_doubted():
    for last in ([GOES_ON], [(FULL, STOPPED), (LAST,)]):
        *_, (text, doubt) = found([*[ORDINARY] * 5, *last], room=0)

        assert (text, doubt) == ("".join(GOES_ON), ODD_WRAP)


def test_one_paragraph_without_room_below_it_leaves_the_doubt():
    *_, (text, doubt) = found([*[ORDINARY] * 6, GOES_ON], close=2)

    assert (text, doubt) == ("".join(GOES_ON), ODD_WRAP)


def test_few_paragraphs_say_nothing():
    *_, (text, doubt) = found([*[ORDINARY] * 4, GOES_ON])

    assert (text, doubt) == ("".join(GOES_ON), ODD_WRAP)


def test_over_the_end_of_a_page_the_doubt_remains():
    # given: the page is full, and its last line ends with a sentence
    upper = [*[ORDINARY] * 7, (FULL, STOPPED)]

    read_back = found(upper, [(LAST,), *[ORDINARY] * 6])

    assert read_back[7] == ("".join(GOES_ON), ODD_WRAP)
