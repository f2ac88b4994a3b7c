"""A report opened where the clerk left it: the keys are there too, also where another window had them meanwhile."""

from PySide6.QtWidgets import QApplication

from core import places, store
from core.places import Spot
from core.store import ReportFile


def test_a_report_left_at_a_table_has_the_keys_in_the_table(window, report, qtbot, tmp_path):
    # given
    path = tmp_path / "报告.nianbao"
    file = ReportFile(report)
    store.write(file, path)
    places.remember(file.doc_id, Spot(cell="disclosure.coercions.decided"))

    # when
    window.desk.open(store.read(path), path)
    at_hand = window.focusWidget()

    # then
    table = window.desk.workspace.page.table_in_sight
    assert table.current_cell == "disclosure.coercions.decided"
    assert at_hand is table.view
    assert table.view.isVisible()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is table.view)
