"""After a remedy F8 goes to what now stands where the mended finding stood: nothing is passed over, nothing begins anew."""

import pytest
from PySide6.QtWidgets import QApplication, QListWidget

from core.checks.model import CellPlace, Finding, Fix, TextPlace
from core.edits import SetCells
from core.report import Paragraph
from core.store import ReportFile
from gui.panes.finding_follower import follower
from gui.panes.finding_items import FINDING

APPLICATIONS = [
    f"applications.{row}.{column}"
    for row in ("new", "carried_in")
    for column in ("natural", "business", "research", "welfare", "legal", "others", "total")
]
TOLD = "我镇2024年共收到政府信息公开申请6件，办结6件。"


def open_report(hands, report):
    hands.window.resize(1366, 720)
    hands.window.desk.open(ReportFile(report), None)
    hands.window.desk.session.check()
    QApplication.processEvents()
    return hands.window.desk.workspace


@pytest.fixture
def work(hands, report, library):
    """Two sentences of one paragraph that differ from the table, a wrong name behind them, half-width marks all over."""
    template = library.get(report.template)
    cells = (one.id for one in template.cells.values() if not one.group)
    report.values |= dict.fromkeys(cells, "0")
    report.values |= {"applications.new.natural": "4", "applications.new.total": "4"}
    report.values |= {"applications.granted.natural": "4", "applications.granted.total": "4"}
    report.values |= {"applications.total.natural": "4", "applications.total.total": "4"}
    report.section("overview").paragraphs = [
        Paragraph(text=TOLD),
        Paragraph(text="贯彻落实《中华人民共和国政府信息条例》,更新目录,回应关切."),
        Paragraph(text="学习《中华人民共和国政府信息条例》,更新专栏,方便群众."),
    ]
    return open_report(hands, report)


def chosen(hands) -> Finding:
    return hands.window.desk.workspace.findings.chosen()


def listed(hands, severity: str) -> list[Finding]:
    shown = hands.find("findingsList", QListWidget)
    every = [shown.item(row).data(FINDING) for row in range(shown.count())]
    return [one for one in every if one and one.severity == severity]


def go_to(hands, rule: str, words: str = "") -> Finding:
    """Press F8 until that finding is chosen."""
    for _ in range(40):
        hands.command("nextFinding")
        if chosen(hands).rule == rule and words in chosen(hands).message:
            return chosen(hands)
    raise AssertionError(f"F8 never comes to {rule}")


def test_two_wrong_numbers_of_one_sentence_are_mended_one_after_the_other(work, hands):
    # given
    go_to(hands, "X05", "收到")
    assert "办结" in listed(hands, "error")[1].message

    # when
    hands.command("applyFix")
    hands.command("nextFinding")

    # then: though the words beside it changed, it is no answer to the first
    assert chosen(hands).rule == "X05"
    assert "办结" in chosen(hands).message


def test_after_a_remedy_in_many_places_the_key_goes_on_from_there(work, hands):
    # given: what must be mended was stepped past
    go_to(hands, "L05")
    errors = listed(hands, "error")
    here = listed(hands, "warning").index(chosen(hands))
    behind = listed(hands, "warning")[here + 1 :]
    after = next(one for one in behind if one.rule != "L05")  # the same remedy mends the full stops

    # when: the words beside the errors change with it
    hands.command("applyFix")
    assert [one.key for one in listed(hands, "error")] != [one.key for one in errors]
    hands.command("nextFinding")

    # then
    assert chosen(hands).message == after.message


def test_where_the_last_that_must_be_mended_is_mended_the_key_goes_on_to_what_is_to_be_looked_at(work, hands):
    # given: the others were stepped past
    for _ in listed(hands, "error"):
        hands.command("nextFinding")
    last = chosen(hands)
    assert last == listed(hands, "error")[-1]
    assert last.fix

    # when
    hands.command("applyFix")
    hands.command("nextFinding")

    # then
    assert chosen(hands) == listed(hands, "warning")[0]


def test_the_key_back_goes_to_what_stood_before_the_mended_one(work, hands):
    # given
    go_to(hands, "X05", "办结")
    before = listed(hands, "error")[0]

    # when
    hands.command("applyFix")
    hands.command("previousFinding")

    # then
    assert chosen(hands).message == before.message


def test_what_is_looked_at_meanwhile_does_not_move_the_place(work, hands):
    # given
    go_to(hands, "X05", "收到")
    hands.command("applyFix")
    session = hands.window.desk.session

    # when: a figure typed adds findings above
    session.edit(SetCells({"disclosure.documents.made": "若干", "disclosure.permits.decided": "若干"}))
    session.check()
    hands.command("previousFinding")
    hands.command("nextFinding")

    # then
    assert "办结" in chosen(hands).message


def one(rule: str) -> Finding:
    return Finding(rule, "error", rule, (TextPlace("overview", 0, 0, 1, rule),))


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        ("abcd", "acd", "c"),
        ("abcd", "axcd", "x"),
        ("abcd", "xacd", "c"),
        ("abcd", "ad", "d"),
        ("abcd", "dca", "c"),
        ("abcd", "a", ""),
        ("ab", "", ""),
    ],
)
def test_what_stands_where_one_stood_is_the_next_that_stayed_or_what_came_right_before_it(
    before, now, wanted
):
    # when
    found = follower([one(rule) for rule in before], 2, [one(rule) for rule in now])

    # then
    assert (found.rule if found else "") == wanted


def spoken(rule: str, words: str, *, severity: str = "warning", section: str = "overview") -> Finding:
    return Finding(rule, severity, words, (TextPlace(section, 0, 0, 1, words),))


@pytest.mark.parametrize("severity", ["warning", "error"])
def test_what_was_passed_is_not_new_because_the_remedy_changed_its_words(work, hands, severity):
    # given: one above, one to be mended, one below
    session = hands.window.desk.session
    above = [spoken("Z01", "早期", severity=severity), spoken("Z02", "长句里有错字", severity=severity)]
    mended, below = spoken("Z03", "错字"), spoken("Z04", "以后")
    session.findings = [*above, mended, below]
    session.findings_changed.emit()
    for _ in (*above, mended):
        hands.command("nextFinding")
    assert chosen(hands) == mended

    # when: the words of the one above change with the mended ones
    session.findings = [above[0], spoken("Z02", "长句里有对字", severity=severity), below]
    session.findings_changed.emit()
    hands.command("nextFinding")

    # then
    assert chosen(hands) == below


def test_a_new_one_right_above_the_next_comes_first_also_beside_changed_ones(work, hands):
    # given
    before = [spoken("Z02", "长句里有错字"), spoken("Z03", "错字"), spoken("Z04", "以后")]
    now = [spoken("Z02", "长句里有对字"), spoken("Z05", "新来"), spoken("Z04", "以后")]

    # when
    found = follower(before, 2, now, 1)

    # then
    assert found == now[1]


def test_the_next_one_is_not_taken_for_one_that_was_passed(work, hands):
    # given: both change their words with the mended ones
    before = [spoken("Z02", "甲错"), spoken("Z03", "错"), spoken("Z02", "乙错"), spoken("Z04", "以后")]
    now = [spoken("Z02", "甲对"), spoken("Z02", "乙对"), spoken("Z04", "以后")]

    # when
    found = follower(before, 2, now, 1)

    # then
    assert found == now[1]


def test_where_nothing_behind_it_stayed_the_key_goes_to_what_stands_there_now(work, hands):
    # given
    before = [spoken("Z01", "甲"), spoken("Z03", "错"), spoken("Z02", "长句里有错字")]
    now = [spoken("Z01", "甲"), spoken("Z02", "长句里有对字")]

    # when
    found = follower(before, 2, now, 1)

    # then
    assert found == now[1]


def test_an_error_that_came_with_the_remedy_is_shown_first(work, hands):
    # given
    session = hands.window.desk.session
    session.findings = [spoken("Z02", "甲"), spoken("Z03", "错"), spoken("Z04", "以后")]
    session.findings_changed.emit()
    hands.command("nextFinding")
    hands.command("nextFinding")

    # when
    came = spoken("Z09", "新错", severity="error")
    session.findings = [came, spoken("Z02", "甲"), spoken("Z04", "以后")]
    session.findings_changed.emit()
    hands.command("nextFinding")

    # then
    assert chosen(hands) == came


def test_what_was_told_of_a_remedy_goes_at_the_next_step(work, hands):
    # given
    go_to(hands, "X05", "收到")
    hands.command("applyFix")
    QApplication.processEvents()
    told = hands.window.statusBar()
    assert told.currentMessage() == "已改为 4，按 Ctrl+Z 可以撤销。"

    # when
    hands.command("nextFinding")

    # then: the key may take back something else by now
    assert told.currentMessage() == ""


def test_of_a_long_remedy_the_verb_and_the_figure_stay_in_sight(work, hands):
    # given
    label = "把“表三 · 一、本年新收政府信息公开申请数量 · 法人或其他组织 · 社会公益组织”改为 14"
    session = hands.window.desk.session
    fix = Fix(label, SetCells({"applications.new.welfare": "14"}))
    session.findings = [
        Finding("T01", "error", "差 1", (CellPlace("applications.new.welfare", "1"),), fix=fix)
    ]
    session.findings_changed.emit()

    # when
    hands.command("nextFinding")
    QApplication.processEvents()

    # then
    button = hands.find("fixButton")
    assert button.text().startswith("把“表三")
    assert button.text().endswith("改为 14")
    assert len(button.text()) < len(label)
    assert label in button.toolTip()


def test_sums_of_a_table_are_listed_before_the_sentence_that_is_compared_with_them(hands, report):
    # given
    report.values |= dict.fromkeys(APPLICATIONS, "0")
    report.values |= {"applications.new.natural": "4", "applications.new.total": "5"}
    report.section("overview").paragraphs = [
        Paragraph(text="学习《中华人民共和国政府信息条例》。"),
        Paragraph(text=TOLD),
    ]
    open_report(hands, report)

    # when
    rules = [one.rule for one in listed(hands, "error")]

    # then
    assert rules.index("T03") < rules.index("X05")
    assert rules == [one.rule for one in hands.window.desk.session.findings if one.severity == "error"]
