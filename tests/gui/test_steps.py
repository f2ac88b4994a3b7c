"""The bar of steps over all widths: a step that is done never stands there as a bare number alone among words."""

from PySide6.QtWidgets import QPushButton

from gui.panes.steps import Steps
from gui.progress import Progress


def test_of_the_steps_that_are_done_all_keep_their_words_or_none(qtbot):
    # given
    steps = Steps()
    qtbot.addWidget(steps)
    steps.show_progress(Progress(looked_at=20, carried=20, blank=0, to_mend=0))
    steps.show()
    widest = steps.sizeHint().width()

    # when
    bare = set()
    for width in range(steps.minimumSizeHint().width(), widest + 1, 3):
        steps.resize(width, steps.height())
        words = [one.text() for one in steps.findChildren(QPushButton)]
        bare.add(sum(len(one) == 1 for one in (words[0], words[1], words[3], words[4])))

    # then
    assert bare == {0, 4}


def test_the_step_at_hand_says_less_before_a_done_one_says_nothing(qtbot):
    # given
    steps = Steps()
    qtbot.addWidget(steps)
    steps.show_progress(Progress(looked_at=20, carried=20, blank=0, to_mend=0))
    steps.show()

    # when
    found = set()
    for width in range(steps.minimumSizeHint().width(), steps.sizeHint().width()):
        steps.resize(width, steps.height())
        words = [one.text() for one in steps.findChildren(QPushButton)]
        found.add((words[0], words[5]))

    # then
    assert ("① 打开", "⑥ 导出") in found


def test_the_count_beside_the_checks_says_what_it_counts(qtbot):
    # given
    steps = Steps()
    qtbot.addWidget(steps)
    steps.show()
    check = steps.findChild(QPushButton, "step_nextFinding")
    steps.resize(steps.sizeHint())

    for to_mend, unwritten, named, words, on_hover in (
        (2, 1, "", "⑤ 检查 2 处必须改", ""),
        (0, 1, "", "⑤ 检查 1 处没写完", ""),
        (0, 1, "落款没有成文日期", "⑤ 检查 1 处没写完", "⑤ 检查 1 处没写完：落款没有成文日期"),
    ):
        # when
        steps.show_progress(
            Progress(
                looked_at=20, carried=20, blank=0, to_mend=to_mend, unwritten=unwritten, unwritten_words=named
            )
        )
        steps.resize(steps.sizeHint())

        # then
        assert (check.text(), check.toolTip()) == (words, on_hover)
        assert check.accessibleName() == (on_hover or words)

    # when
    steps.show_progress(Progress(looked_at=20, carried=20, blank=0, to_mend=0))

    # then
    assert (check.text(), check.toolTip()) == ("⑤ 检查", "")


def test_with_less_room_the_count_beside_the_checks_is_still_a_count_of_places(qtbot):
    # given
    steps = Steps()
    qtbot.addWidget(steps)
    steps.show_progress(Progress(looked_at=20, carried=20, blank=0, to_mend=2))
    steps.show()
    check = steps.findChild(QPushButton, "step_nextFinding")

    # when
    found = {}
    for width in range(steps.minimumSizeHint().width(), steps.sizeHint().width() + 1):
        steps.resize(width, steps.height())
        found[check.text()] = check.toolTip()

    # then: and on hover the whole
    assert found == {"⑤ 检查 2 处": "⑤ 检查 2 处必须改", "⑤ 检查 2 处必须改": ""}
