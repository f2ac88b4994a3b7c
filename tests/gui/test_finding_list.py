"""The list of findings follows the checks line by line, and looks as if it was made anew each time."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget

from core.checks.model import CellPlace, Finding, Place, TextPlace
from core.edits import SetCells
from gui.panes.finding_delegate import LINE
from gui.panes.finding_items import FINDING, FOLD
from gui.panes.findings import FindingsPanel
from gui.theme import Theme

SEEN = Qt.ItemDataRole.UserRole + 9
TOTAL, UPHELD = "reviews.cases.review_total", "reviews.cases.review_upheld"
WRONG = {
    UPHELD: "1",
    "reviews.cases.review_corrected": "0",
    "reviews.cases.review_other": "0",
    "reviews.cases.review_pending": "0",
    TOTAL: "5",
}


@pytest.fixture
def session(report, make_session):
    report.values.update(WRONG)
    session = make_session(report)
    session.check()
    return session


@pytest.fixture
def panel(session, qtbot):
    panel = FindingsPanel(session, Theme.load("light"))
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    session.findings_changed.connect(panel.show_findings)
    return panel


def shown_in(panel) -> QListWidget:
    return panel.findChild(QListWidget, "findingsList")


def items_of(panel) -> list:
    shown = shown_in(panel)
    return [shown.item(row) for row in range(shown.count())]


def content(panel) -> list:
    return [(one.data(LINE), one.data(FINDING), one.data(FOLD), one.flags()) for one in items_of(panel)]


def change(session, **values: str) -> None:
    session.edit(SetCells({f"reviews.cases.{name}": text for name, text in values.items()}))
    session.check()


def test_lines_that_stay_keep_their_items(panel, session):
    # given
    before = {one.data(LINE) for one in items_of(panel)}
    for one in items_of(panel):
        one.setData(SEEN, True)

    # when: one finding goes
    change(session, review_total="1")

    # then
    after = items_of(panel)
    assert len(after) < len(before)
    assert [bool(one.data(SEEN)) for one in after] == [one.data(LINE) in before for one in after]


def test_the_list_followed_is_the_list_made_anew(panel, session, qtbot):
    # given
    choice = random.Random(4)
    cells = [one.id for one in session.template.cells.values() if one.table == "reviews" and not one.group]

    for _ in range(30):
        # when
        session.edit(SetCells({cell: choice.choice(["", "0", "3", "x"]) for cell in choice.sample(cells, 2)}))
        session.check()

        # then
        fresh = FindingsPanel(session, Theme.load("light"))
        qtbot.addWidget(fresh)
        assert content(panel) == content(fresh)


def pages_shown(panel) -> list[str]:
    """Return the headings of the pages, each group of weights from its top."""
    lines = [one.data(LINE) for one in items_of(panel)]
    return [one.place for one in lines if one.of_page or one.is_heading]


def told(rule: str, severity: str, place: Place) -> Finding:
    return Finding(rule, severity, rule, (place,))


def test_in_each_group_the_pages_stand_as_in_the_outline_however_the_rules_came_to_them(panel, session):
    # given
    words = [
        told("W1", "warning", CellPlace(TOTAL, "5")),
        told("E1", "error", CellPlace(TOTAL, "5")),
        told("E2", "error", TextPlace("overview", 0, 0, 1, "")),
        told("W2", "warning", TextPlace("problems", 0, 0, 1, "")),
        told("W3", "warning", TextPlace("overview", 1, 0, 1, "")),
        Finding("W4", "warning", "W4", ()),
        told("W5", "warning", TextPlace("overview", 0, 0, 1, "")),
    ]

    # when
    session.findings = words
    panel.show_findings()

    # then: what is said of the whole first, in a page as the checks say it
    shown = [one.data(FINDING).rule for one in items_of(panel) if one.data(FINDING)]
    assert shown == ["E2", "E1", "W4", "W3", "W5", "W1", "W2"]
    assert [one[:1] for one in pages_shown(panel)] == list("✖一四!全一四五")

    # when
    walked = []
    for _ in shown:
        panel.step(1)
        walked.append(panel.chosen().rule)

    # then: the key goes from line to line, and back
    assert walked == shown
    panel.step(-1)
    assert panel.chosen().rule == shown[-2]


def test_a_table_that_a_sentence_before_it_waits_for_comes_first_and_the_heading_says_so(panel, session):
    # given: the sentence is compared with a figure that is itself not sure
    sentence = Finding(
        "X05", "error", "X05", (TextPlace("overview", 0, 0, 1, ""), CellPlace("applications.new.total", "5"))
    )
    fault = told("T03", "error", CellPlace("applications.new.total", "5"))
    other = told("T04", "error", CellPlace("applications.granted.total", "5"))

    # when
    session.findings = [fault, sentence, other]
    panel.show_findings()

    # then
    assert [one.data(FINDING).rule for one in items_of(panel) if one.data(FINDING)] == ["T03", "X05", "T04"]
    headings = pages_shown(panel)
    assert headings[1].startswith("先改：三、")
    assert headings[2].startswith("一、")
    assert headings[3].startswith("三、")


def test_findings_in_another_order_stand_by_their_pages_all_the_same(panel, session):
    # given
    before = [one.data(FINDING).key for one in items_of(panel) if one.data(FINDING)]
    session.findings = session.findings[::-1]

    # when
    panel.show_findings()

    # then
    shown = [one.data(FINDING) for one in items_of(panel) if one.data(FINDING)]
    weights = [("error", "warning", "info").index(one.severity) for one in shown]
    assert sorted(one.key for one in shown) == sorted(before)
    assert weights == sorted(weights)


def test_a_finding_that_says_the_same_of_other_figures_is_the_new_one(panel, session):
    # given
    session.findings = [replace(one, hint="可能填反了。") for one in session.findings]

    # when
    panel.show_findings()

    # then
    assert {one.data(FINDING).hint for one in items_of(panel) if one.data(FINDING)} == {"可能填反了。"}


def test_where_the_chosen_finding_goes_no_other_is_chosen_in_its_place(panel, session):
    # given
    row = next(row for row, one in enumerate(items_of(panel)) if one.data(LINE).rule == "T04")
    shown_in(panel).setCurrentRow(row)

    # when
    change(session, review_total="1")

    # then
    assert panel.chosen() is None
    assert shown_in(panel).currentRow() == -1


def test_the_chosen_finding_stays_chosen_while_others_come(panel, session):
    # given
    row = next(row for row, one in enumerate(items_of(panel)) if one.data(LINE).rule == "T04")
    shown_in(panel).setCurrentRow(row)

    # when
    session.edit(SetCells({"disclosure.documents.made": "x"}))
    session.check()

    # then
    assert panel.chosen() is not None
    assert panel.chosen().rule == "T04"


def test_lines_grow_with_the_writing(panel):
    # given
    shown = shown_in(panel)
    before = [shown.visualItemRect(one).height() for one in items_of(panel)]

    # when
    font = shown.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    shown.setFont(font)
    shown.doItemsLayout()

    # then
    after = [shown.visualItemRect(one).height() for one in items_of(panel)]
    assert all(now > then for now, then in zip(after, before, strict=True))


def test_what_must_be_mended_since_comes_into_sight(panel, session, qtbot):
    # given: a low list that was scrolled to its end
    panel.resize(300, 260)
    shown = shown_in(panel)
    shown.doItemsLayout()
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum())

    # when
    session.edit(SetCells({"disclosure.documents.made": "x"}))
    session.check()

    # then
    new = next(one for one in items_of(panel) if one.data(LINE).rule == "T18")
    assert shown.viewport().rect().contains(shown.visualItemRect(new))


def test_lines_keep_their_place_in_sight_while_others_come_above_them(panel, session):
    # given
    panel.resize(300, 260)
    shown = shown_in(panel)
    row = next(row for row, one in enumerate(items_of(panel)) if one.data(LINE).rule == "T19")
    shown.setCurrentRow(row)
    QApplication.processEvents()
    before = shown.visualItemRect(shown.currentItem()).top()

    # when
    session.edit(SetCells({"disclosure.documents.made": "x"}))
    session.check()

    # then
    assert shown.visualItemRect(shown.currentItem()).top() == before
    assert panel.chosen().rule == "T19"


def test_the_chosen_one_stays_in_sight_when_others_come_above_it_at_the_top_of_the_list(panel, session):
    # given
    panel.resize(300, 260)
    shown = shown_in(panel)
    shown.setCurrentRow(next(row for row, one in enumerate(items_of(panel)) if one.data(LINE).rule == "T04"))
    QApplication.processEvents()
    shown.verticalScrollBar().setValue(0)
    assert shown.viewport().rect().intersects(shown.visualItemRect(shown.currentItem()))

    # when
    wrong = {f"applications.{row}.natural": "1" for row in ("new", "carried")}
    session.edit(SetCells({"disclosure.documents.made": "x", **wrong}))
    session.check()

    # then
    above = [one for one in items_of(panel)[: shown.currentRow()] if one.data(FINDING)]
    assert above
    assert panel.chosen().rule == "T04"
    assert shown.viewport().rect().intersects(shown.visualItemRect(shown.currentItem()))


def test_what_a_rule_says_since_a_part_was_mended_is_chosen_in_its_stead(panel, session):
    # given
    session.edit(SetCells({"disclosure.documents.made": "x", TOTAL: "7"}))
    session.check()
    chosen = next(one for one in session.findings if one.rule == "T04")
    shown = shown_in(panel)
    rows = [row for row, one in enumerate(items_of(panel)) if one.data(FINDING) == chosen]
    shown.setCurrentRow(rows[0])

    # when: the sum is still wrong, by another figure
    change(session, review_total="6")

    # then
    assert panel.chosen() is not None
    assert panel.chosen().rule == "T04"
    assert panel.chosen().key != chosen.key


def test_another_panel_comes_back_to_the_place_of_the_one_before(panel, session, qtbot):
    # given
    panel.resize(300, 260)
    shown = shown_in(panel)
    shown.setCurrentRow(len(items_of(panel)) - 1)
    shown.doItemsLayout()
    place = panel.keep_place()

    # when
    other = FindingsPanel(session, Theme.load("dark"))
    qtbot.addWidget(other)
    other.resize(300, 260)
    with qtbot.waitExposed(other):
        other.show()
    gone_to = []
    other.place_chosen.connect(gone_to.append)
    other.come_back(place)

    # then
    assert other.chosen() == panel.chosen()
    assert other.keep_place() == place
    assert not gone_to
