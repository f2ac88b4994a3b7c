"""What a clerk does with the reports of two real offices, from the old text to the package to hand in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QTextEdit

from tests.acceptance.clerk import Clerk

_STILL_RIGHT = "Ctrl+Return"
_NEXT_TO_LOOK_AT = "F7"
_NEXT_FINDING = "F8"
_APPLY_FIX = "Ctrl+."
_SELECT_PARAGRAPH = "Ctrl+Shift+Down"
_MOST_FINDINGS = 20

_BASICS = (
    "（一）夯实政府信息公开基础。今年三月重新核对了全镇的权责清单和办事指南，更新二十七项，撤下停办的两项；"
    "十二个村的公开栏逐一查看，换掉破损的四块。"
)
_ACTIVE = (
    "（二）主动公开。惠农补贴名单在镇网站和村公开栏同时公示，征地、低保、危房改造各按时限公开，"
    "群众来电询问的五件事当日答复。"
)
_PROBLEMS = "2024年，我镇的公开工作还有两处不足：一是村级公开栏更新不及时，二是解读材料偏少。2025年，从以下几个方面改进："
_SIGNED = {"文末没有单位署名": "磐石市吉昌镇人民政府\n2025年1月15日"}

_NUMBERS = (
    "全年在县政府网站公开信息74条，其中财务收支31条、工作动态43条；微信公众号发布96条，村务公开栏张贴52期。"
)
_PROBLEMS_LATER = "2024年，我乡的公开工作还有两处不足：一是老人不会用手机查看，二是财务公开说明太简单。2025年，重点做好以下工作："
_MENDS_LATER = {
    "后面列出的是 9 项": "以下九方面工作",  # three parts went below the five, and one that the guide put there
    "改进情况第 4 段写的“政务信息”": "信息",  # of 政府政务信息
    "写的“政务信息”": "政府信息",
    "文末没有成文日期": "三爪仑乡人民政府\n2025年1月16日",  # typed over the name that is chosen there
}


def zero_report_of_next_year(clerk: Clerk, source: Path) -> None:
    """Make the 2024 report of an office from its report of 2023: a year without applications, with a few facts."""
    _read_last_year(clerk, source, places=2)
    clerk.press("Return")
    _answer_the_guide(clerk, documents_made="2", penalties="3")
    _look_at_each(clerk, {"(一)组织": _BASICS, "(二)积极": _ACTIVE, "我虽然": _PROBLEMS}, {"29": "31"})
    _mend(clerk, _SIGNED)
    _hand_in(clerk)


def zero_report_on_another_form(clerk: Clerk, source: Path) -> None:
    """Make the 2024 report of an office, on the form of 2021, from its report of 2017 on the form of 2014."""
    _read_last_year(clerk, source, places=1)
    clerk.press("Alt+X")
    clerk.type("2024")
    clerk.press("Alt+G")
    _answer_the_guide(clerk, documents_valid="0")  # the old form has no such figure to go on from
    _look_at_each(clerk, {"161条": _NUMBERS, "虽然我乡": _PROBLEMS_LATER})
    _mend(clerk, _MENDS_LATER)
    _hand_in(clerk)


def _read_last_year(clerk: Clerk, source: Path, places: int) -> None:
    """Open the old report and take what was read of it as it is."""
    clerk.click("homeLastYear")
    clerk.await_dialog("openFileDialog")
    clerk.type(str(source))
    clerk.press("Return")
    clerk.see("reviewPage")
    for _ in range(places):
        clerk.press(_STILL_RIGHT)


def _answer_the_guide(clerk: Clerk, **figures: str) -> None:
    """Give the figures that there are, and none for all the rest."""
    clerk.see("proseEditor")
    clerk.press("Ctrl+Shift+0")
    clerk.await_dialog("guideDialog")
    for question, figure in figures.items():
        clerk.click(f"guideFigure_{question}")
        clerk.type(figure)
    clerk.click("guideRest")
    clerk.press("Return")
    clerk.see("proseEditor")


def _look_at_each(clerk: Clerk, rewritten: dict[str, str], figures: dict[str, str] | None = None) -> None:
    """Go through what was carried until the window counts nothing any more.

    Paragraphs with some words are written anew, figures typed over, all else is right as it is.
    """
    clerk.press(_NEXT_TO_LOOK_AT)
    while _is_left_to_look_at(clerk):
        here, chosen = _paragraph_at_hand(clerk)
        new = next((words for known, words in rewritten.items() if known in here), "")
        figure = next((old for old in figures or () if f"{old}条" in here), "")
        if new:
            clerk.press(_SELECT_PARAGRAPH)
            clerk.type(new)
            clerk.press(_NEXT_TO_LOOK_AT)
        elif figure:
            if figures and figure == chosen:
                clerk.type(figures[figure])
            clerk.press(_NEXT_TO_LOOK_AT)
        else:
            clerk.press(_STILL_RIGHT)


def _is_left_to_look_at(clerk: Clerk) -> bool:
    """Return whether the step bar counts places still to be looked at, as "12/47"."""
    clerk.await_checks()
    done, of = clerk.read("step_nextToLookAt").split()[-1].split("/")
    return int(done) < int(of)


def _paragraph_at_hand(clerk: Clerk) -> tuple[str, str]:
    """Return the paragraph where the cursor stands, and what is chosen in it."""
    sheet = clerk.see("proseEditor")
    assert isinstance(sheet, QTextEdit)
    cursor = sheet.textCursor()
    return cursor.block().text(), cursor.selectedText()


def _mend(clerk: Clerk, mends: dict[str, str]) -> None:
    """Go through what the checks found: take each remedy offered, type those in hand, leave the rest to the end.

    A round is over where the first finding that was left comes again.
    """
    left: list[str] = []
    for _ in range(_MOST_FINDINGS):
        clerk.await_checks()
        clerk.press(_NEXT_FINDING)
        finding = _finding(clerk)
        mend = next((words for start, words in mends.items() if start in finding), "")
        if clerk.sees("fixButton"):
            clerk.press(_APPLY_FIX)
        elif mend:
            clerk.type(mend)
        elif finding in left or finding.startswith("提示"):
            return
        else:
            left.append(finding)


def _finding(clerk: Clerk) -> str:
    """Return what is said aloud of the finding at hand."""
    findings = clerk.see("findingsList")
    assert isinstance(findings, QListWidget)
    item = findings.currentItem()
    return str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item else ""


def _hand_in(clerk: Clerk) -> None:
    """Save the report beside the old one, and export it with its package to the same folder."""
    clerk.press("Ctrl+S")
    clerk.await_dialog("saveFileDialog")
    clerk.press("Return")
    clerk.wait(lambda: clerk.read("statusSaved").startswith("已保存"))
    clerk.press("Ctrl+E")
    clerk.await_dialog("exportDialog")
    clerk.click("format_package")
    clerk.press("Return")
    clerk.see("exportedFiles")
    clerk.click("cancelExport")
