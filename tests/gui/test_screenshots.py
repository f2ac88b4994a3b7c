"""The command that takes pictures of everything."""

import pytest
from PySide6.QtGui import QImage

from tests.screenshots.taking import LOOKS, Look, take


def test_each_size_is_taken_light_and_dark():
    assert {look.name for look in LOOKS} == {
        "1366x768-100-light",
        "1366x768-100-dark",
        "1920x1080-200-light",
        "1920x1080-200-dark",
    }


@pytest.mark.usefixtures("undressed", "own_home")
def test_every_scene_has_its_picture(qapp, library, tmp_path, monkeypatch):
    # given
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path))  # given back after the command has set its own
    look = Look((1366, 768), 100, "dark")

    # when
    taken = list(take(tmp_path / "pictures", library, (look,)))

    # then
    assert len(set(taken)) == len(taken)
    wanted = {
        "home-empty",
        "home-known",
        "home-left",
        "home-settings",
        "page-1-overview",
        "preview",
        "desk-exportReport",
        "desk-signOff",
        "working-total-by-hand",
        "working-paste-cells",
        "working-paste-text",
        "working-leave",
        "form-national-2014-annex",
        "form-changed",
        "form-moved",
        "review",
    }
    assert wanted <= {path.stem.removesuffix(f"-{look.name}") for path in taken}
    for path in taken:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == look.size
        assert len({picture.pixel(x, y) for x in range(0, 1366, 7) for y in range(0, 768, 7)}) > 3, path.name
