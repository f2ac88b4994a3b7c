"""Nothing is cut without a word: every page and dialog on the usual small screen, in each size of the writing."""

import pytest
from PySide6.QtCore import QSize

from core.settings import Settings
from tests.gui.cuts import cuts
from tests.screenshots.scenes import scenes

SCREEN = QSize(1366, 768)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_page_and_no_dialog_cuts_words(window_on, library, tmp_path, scale):
    # given
    window = window_on(SCREEN, Settings(scale=scale))

    # when
    found: dict[str, list[str]] = {}
    for scene in scenes(window, library, tmp_path):
        if faults := cuts(scene.dialog or window):
            found[scene.name] = faults
        if window.width() > SCREEN.width():
            found[f"{scene.name}: window"] = [str(window.size())]

    # then
    assert found == {}
