"""An editor with paragraphs, without any rules."""

import pytest

from core import checks
from gui.panes.prose_editor import ProseEditor
from gui.theme import Theme
from tests.gui.numbers.sheets import paragraph


@pytest.fixture
def editor_on(make_session, report, qtbot, monkeypatch):
    """Return a function that shows paragraphs of the first section; texts with a number stand at its level."""
    monkeypatch.setattr(
        checks, "for_template", lambda library, template, _: checks.Checker(library.get(template), [])
    )

    def show(*paragraphs, of=report):
        section = of.section("overview")
        if paragraphs:
            section.paragraphs = [paragraph(one) if isinstance(one, str) else one for one in paragraphs]
        editor = ProseEditor(make_session(of), Theme.load("light"), "overview")
        qtbot.addWidget(editor)
        editor.resize(780, 560)
        with qtbot.waitExposed(editor):
            editor.show()
        editor.activateWindow()
        editor.sheet.setFocus()
        qtbot.waitUntil(editor.sheet.hasFocus)
        return editor

    return show
