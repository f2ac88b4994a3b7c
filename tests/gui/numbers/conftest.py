"""An editor with paragraphs, without any rules."""

import pytest

from core import checks
from tests.gui.editors import prose_editor
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
        return prose_editor(make_session(of), qtbot)

    return show
