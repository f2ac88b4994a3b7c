"""Reports by the dice for the layout of Word files: any form, any length, any name; the same for the same number."""

import random

from core.look import Look
from core.report import PREFACE, SIGNATURE, Head, Paragraph, Report, Section
from core.template import Library, Template
from tests.samples import IDS, filled

PLACES = ("清溪县柳河镇", "示范市新区石桥街道", "垟头乡", "长河自治州云岭县七十二泉民族乡", "双")
KINDS = ("人民政府", "办事处", "")
PIECES = (
    "全镇公开事项按季度清点", "共发布信息1,286条", "（含图文解读37条）", "其中“三资”公示占42.5%", "村务公开栏更换4次",
    "办理申请12件，按时答复率100%", "依据镇办〔2024〕15号文件", "网址http://www.example.gov.cn/zwgk/index.html",
    "便民服务中心（一楼东侧）设有查阅点", "投诉电话0100-1234567", "惠农补贴、低保名单——逐户核对", "收费0.36万元",
    "档案移交后由专人保管", "全年没有发生泄密的事", "群众满意度比上年提高3.2个百分点……", "《政府信息公开指南》同步更新",
)  # fmt: skip
LOOKS = (
    Look(),
    Look(line_pitch=28, page_number="center", title_font="hei"),
    Look(line_pitch=30, bold_level2=True, title_font="song_bold"),
    Look(line_pitch=29, page_number="center", bold_level2=True),
)
_LEVELS = (0, 0, 0, 2, 2, 3, 4)
_MARKS = {2: "（{}）", 3: "{}.", 4: "（{}）"}


def generated(library: Library, template_id: str, number: int) -> tuple[Template, Report]:
    """Return a form and a report on it of which nearly everything is thrown by dice."""
    dice = random.Random(f"{template_id} {number}")
    template, report = filled(library, template_id, IDS[template_id])
    office = dice.choice(PLACES) + dice.choice(KINDS)
    report.unit.name = office
    report.title = dice.choice((f"{office}{report.year}年政府信息公开工作年度报告", report.title, ""))
    for section in report.sections:
        if section.id == SIGNATURE:
            section.paragraphs = _signature(dice, office, report.year)
        else:
            section.paragraphs = [_paragraph(dice, section) for _ in range(dice.choice((0, 1, 2, 4, 9)))]
    for cell in list(report.values):
        if dice.random() < 0.2:
            report.values[cell] = dice.choice(("", "0", "7", "128", "12345678", "1234567890123", "25.1万元"))
    for table in template.tables:
        if table.is_annex and dice.random() < 0.5:
            report.heads[table.id] = Head(title="政府信息公开情况统计表", filler=office)
    return template, report


def _paragraph(dice: random.Random, section: Section) -> Paragraph:
    level = 0 if section.id == PREFACE else dice.choice(_LEVELS)
    text = "，".join(dice.choice(PIECES) for _ in range(dice.choice((1, 3, 8, 20)))) + "。"
    if level == 2:
        text = f"（{dice.choice('一二三四五')}）{dice.choice(PIECES)}" + dice.choice(("", "。", f"。{text}"))
    elif level:
        text = _MARKS[level].format(dice.randint(1, 9)) + text
    return Paragraph(text=text, level=level)


def _signature(dice: random.Random, office: str, year: int) -> list[Paragraph]:
    lines = [dice.choice(("附件：政府信息公开情况统计表", "附件：1.政府信息公开情况统计表", "")), office]
    lines += [dice.choice((f"{year + 1}年1月9日", f"{year + 1}年12月28日", ""))]
    return [Paragraph(text=line) for line in lines if line]
