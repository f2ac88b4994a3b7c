"""Trials of single cells: odd texts, blanks, amounts and units, cells that need another (T18–T23)."""

from collections.abc import Iterator
from random import Random

from core.report import Paragraph, Report, Section, blank
from core.template import Library, Template
from tests.faults.filling import filled, office, with_tables
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.tables import put, written_otherwise

_ODD = (
    "/", "—", "－", "-", "\\", "无", "没有", "暂无", "略", "-3", "－5", "1.5", "0.25", "约12", "12件", "十二", "3-5", "NaN", "1e5",
    "1" + "0" * 30, "三件", "12+3", "？", "0件", "N/A", "∞", "12、13", "同上", "ＮａＮ", "2O", "1.2.3", "x", "12,34", "......", "12345678901",
)  # fmt: skip
_COUNTS = (
    "0",
    "7",
    "１２",
    "1,204",
    "１，２０４",
    " 3 ",
    "　5",
    "12.0",
    "+2",
    "000",
    "0.0",
    "999999",
    "1234567",
)
_FEES = (
    "全年没有收取信息处理费。", "发出收费通知1件，申请人逾期未缴费。", "{y}年收取信息处理费0元。", "未产生信息处理费，未发出收费通知。",
    "对1件申请发出了收费通知，申请人没有缴纳。", "依规定发出缴费通知书，逾期未缴纳费用的不再处理。",
)  # fmt: skip
_NO_FEES = (
    "无。", "没有其他需要报告的事项。", "本年度无其他需要报告的事项。", "{y}年度政务公开要点已全部落实。", "镇里把公开栏挪到了集市口。",
    "承办人大建议2件，都已答复。",
)  # fmt: skip


def write(report: Report, section: str, text: str) -> None:
    """Put one paragraph into a section, which is made where the report has none."""
    found = report.section(section)
    if found is None:
        found = Section(id=section)
        report.sections.insert(-1, found)
    found.paragraphs = [Paragraph(text=text.format(y=report.year))]


def _of_kind(template: Template, *kinds: str) -> list[str]:
    return [cell.id for cell in template.cells.values() if not cell.group and cell.kind in kinds]


@faults("T18")
def odd_cells(rng: Random, library: Library) -> Iterator[Trial]:
    """Cells that count with anything but a whole number of at least 0."""
    for template in with_tables(library):
        cells = _of_kind(template, "count")
        for text in _ODD if cells else ():
            report = filled(rng, template)
            cell = rng.choice(cells)
            put(report, cell, text)
            yield Trial(report, at=cell)


@near_misses("T18")
def plain_cells(rng: Random, library: Library) -> Iterator[Trial]:
    """Whole numbers in many writings, amounts with decimals, changes with a sign, blanks."""
    for template in with_tables(library):
        cells = _of_kind(template, "count")
        for text in _COUNTS if cells else ():
            report = filled(rng, template)
            put(report, rng.choice(cells), text)
            for cell in _of_kind(template, "amount"):
                put(report, cell, rng.choice(("0.36", "12", "0", "", "1,200.5", "０．５")))
            for cell in _of_kind(template, "change"):
                put(report, cell, rng.choice(("-3", "+2", "0", "－1", "4")))
            yield Trial(report)


@faults("T19")
def blanks_for_zero(rng: Random, library: Library) -> Iterator[Trial]:
    """Some cells left blank in a table that is filled otherwise, or all of a table."""
    for template in with_tables(library):
        cells = _of_kind(template, "count", "amount")
        for turn in range(_TURNS if cells else 0):
            report = filled(rng, template)
            cell = rng.choice([one for one in cells if _has_siblings(template, one)])
            for one in (cell, *rng.sample(cells, turn % 4)):
                put(report, one, "")
            if turn % 3 == 0:
                report.values[cell] = rng.choice((" ", "　", " 　 "))
            yield Trial(report, at=cell)
            if template.blank_means_none:
                yield _emptied(rng, template, turn)


_TURNS = 8


def _emptied(rng: Random, template: Template, turn: int) -> Trial:
    """Return a report with a row blank that had a figure last year, with the rest of the form blank, or with figures."""
    last = filled(rng, template)
    inputs = [cell for cell in _of_kind(template, "count", "amount") if not template.cells[cell].sums]
    cell = rng.choice(inputs)
    last.values[cell] = rng.choice(("3", "756", "１２", "0.5", "约12"))
    report = filled(rng, template)
    report.year = last.year + rng.choice((1, 1, 2))
    report.earlier = [last]
    if turn % 2:
        report.values = {}
    put(report, cell, rng.choice(("", " ", "　")))
    return Trial(report, at="" if turn % 2 else cell)


def _has_siblings(template: Template, cell: str) -> bool:
    """Return whether the row stands with others under one heading; a form where blank means none asks for that."""
    if not template.blank_means_none:
        return True
    row = template.cells[cell].row
    return len(row) > 1 and sum(one.row[:-1] == row[:-1] for one in template.cells.values()) > 2


@near_misses("T19")
def no_blanks(rng: Random, library: Library) -> Iterator[Trial]:
    """Every cell filled, be it with a 0 in full width or a word."""
    for template in with_tables(library):
        for turn in range(_TURNS if template.tables else 0):
            report = written_otherwise(rng, filled(rng, template))
            if turn % 2:
                put(report, rng.choice(_of_kind(template, "count")), rng.choice(("/", "０", "无", "—")))
            if template.blank_means_none and turn % 4 == 0:
                _leave_what_was_none(rng, template, report)
            yield Trial(report)


def _leave_what_was_none(rng: Random, template: Template, report: Report) -> None:
    """Leave all rows but one that stands alone blank, which last year were blank too or 0."""
    alone = next(cell.id for cell in template.cells.values() if len(cell.row) == 1 and not cell.group)
    report.values = {alone: "1"}
    last = report.model_copy(deep=True, update={"year": report.year - 1})
    last.values |= {cell: rng.choice(("0", "０", "")) for cell in template.cells if cell != alone}
    report.earlier = [last]


@faults("T20")
def amounts_in_another_unit(rng: Random, library: Library) -> Iterator[Trial]:
    """Amounts in 元, with words, far too large for 万元, or without the unit that the form leaves open."""
    texts = (
        "3600元",
        "1,200元",
        "0.5万元",
        "３８０元",
        "400 元",
        "12000",
        "3600",
        "1001",
        "25,000",
        "100000.5",
        "2600元整",
        "8万",
    )
    for template in with_tables(library):
        for text in texts:
            amounts = [one for one in _of_kind(template, "amount") if template.cells[one].unit]
            if amounts:
                report = filled(rng, template)
                cell = rng.choice(amounts)
                put(report, cell, text)
                yield Trial(report, at=cell)
    for text in ("8040", "251000", "808", "12.5", "１２００", "36,500", "3"):
        report = filled(rng, library.get("national-2019"))
        put(report, "disclosure.procurement.amount", text)
        yield Trial(report, at="disclosure.procurement.amount")


@near_misses("T20")
def amounts_in_their_unit(rng: Random, library: Library) -> Iterator[Trial]:
    """Likely amounts, none, blanks; large ones of a city; an amount with the unit where the form has none."""
    for template in with_tables(library):
        for text in ("0", "0.36", "12", "999", "1000", "０．０４", "", "1,000", "350.5"):
            amounts = [one for one in _of_kind(template, "amount") if template.cells[one].unit]
            if amounts:
                report = filled(rng, template)
                put(report, rng.choice(amounts), text)
                yield Trial(report)
        for name in ("松州市人民政府", "安和县人民政府", "松州市城市管理局"):
            amounts = [one for one in _of_kind(template, "amount") if template.cells[one].unit]
            if amounts:
                report = filled(rng, template)
                report.unit.name = name
                put(report, rng.choice(amounts), "3260.8")
                yield Trial(report)
    for text in ("25.1万元", "8040元", "0", "0元", "", "3万元", "1,200.5万元"):
        report = filled(rng, library.get("national-2019"))
        put(report, "disclosure.procurement.amount", text)
        yield Trial(report)


_CARRIED = (
    "其中上年结转申请2件，均已办结。", "办结的申请里有上一年度转来的1件。", "去年遗留的申请今年全部答复。", "含{p}年结转的申请。",
    "上年末未办结的3件在年初办结。", "有两件属于跨年度办理。", "往年结转的申请一并办结。",
)  # fmt: skip


@faults("T21")
def more_done_than_received(rng: Random, library: Library) -> Iterator[Trial]:
    """More closed or answered than received, with nothing carried over told."""
    said = (
        "申请全部按时答复。",
        "收到的申请都已办结，没有延期。",
        "今年比去年多收到申请，都按时办结。",
        "办理情况见附表。",
    )
    for template in with_tables(library, "statistics"):
        for _ in range(14):
            report = filled(rng, template)
            row = rng.choice(("closed", "answered"))
            received = rng.randint(0, 20)
            put(report, "statistics.received.value", received)
            put(report, f"statistics.{row}.value", received + rng.choice((1, 2, 8)))
            write(report, "applications", rng.choice(said))
            yield Trial(written_otherwise(rng, report), at=f"statistics.{row}.value")


@near_misses("T21")
def as_many_done_as_received(rng: Random, library: Library) -> Iterator[Trial]:
    """As many or fewer, or more where the text says what was carried over."""
    for template in with_tables(library, "statistics"):
        for turn in range(14):
            report = filled(rng, template)
            received = rng.randint(0, 20)
            more = turn % 2
            put(report, "statistics.received.value", received)
            for row in ("closed", "answered"):
                put(
                    report, f"statistics.{row}.value", received + 2 if more else rng.choice((received, "", 0))
                )
            if more:
                words = rng.choice(_CARRIED).replace("{p}", str(report.year - 1))
                write(report, "applications", words)
            yield Trial(written_otherwise(rng, report))


@faults("T22")
def trainees_without_courses(rng: Random, library: Library) -> Iterator[Trial]:
    """Trainees without a course, or a course without trainees."""
    for template in with_tables(library, "statistics"):
        for turn in range(14):
            report = filled(rng, template)
            none, some = ("courses", "trainees") if turn % 2 else ("trainees", "courses")
            put(report, f"statistics.{none}.value", rng.choice(("0", "０", "0.0")))
            put(report, f"statistics.{some}.value", rng.choice(("1", "２", "36", "1,200")))
            yield Trial(report, at=f"statistics.{rng.choice((none, some))}.value")


@near_misses("T22")
def trainees_with_courses(rng: Random, library: Library) -> Iterator[Trial]:
    """Both, neither, or not yet filled in."""
    for template in with_tables(library, "statistics"):
        for turn in range(14):
            report = filled(rng, template)
            both = (("3", "60"), ("0", "0"), ("", ""), ("0", ""), ("", "0"), ("１", "１２"))[turn % 6]
            for row, text in zip(("courses", "trainees"), both, strict=True):
                put(report, f"statistics.{row}.value", text)
            yield Trial(report)


@faults("T23")
def fees_that_nothing_explains(rng: Random, library: Library) -> Iterator[Trial]:
    """Fees without an application."""
    for template in with_tables(library, "statistics"):
        for text in ("0.01", "0.5", "1", "３", "12", "0.036"):
            report = filled(rng, template)
            for row in ("received", "in_person", "by_fax", "online", "by_letter"):
                put(report, f"statistics.{row}.value", "0")
            put(report, "statistics.fees.value", text)
            yield Trial(report, at="statistics.fees.value")


@faults("T23")
def unpaid_fees_that_the_text_leaves_out(rng: Random, library: Library) -> Iterator[Trial]:
    """Applications closed because a fee was not paid, with no word on fees."""
    for turn in range(10):
        report = filled(rng, library.get("national-2021"))
        for column in ("natural", "total"):
            put(report, f"applications.not_paid.{column}", 1 + turn % 3)
        write(report, "other", rng.choice(_NO_FEES))
        yield Trial(report, at="applications.not_paid.natural")


@faults("T23")
def fees_in_the_text_without_applications(rng: Random, library: Library) -> Iterator[Trial]:
    """A fee collected, as the text says, in a year without an application."""
    for text in (
        "本年度收取信息处理费380元。", "{y}年实际收取政府信息公开信息处理费共计400元。", "全年信息处理费总金额为1,200元。",
        "信息处理费收入0.02万元。", "向申请人收取信息处理费合计60.5元。",
    ):  # fmt: skip
        report = filled(rng, library.get("national-2021"))
        for cell in list(report.values):
            if cell.startswith("applications."):
                put(report, cell, "0")
        write(report, "other", text)
        yield Trial(report, at="处理费")


@near_misses("T23")
def fees_that_are_explained(rng: Random, library: Library) -> Iterator[Trial]:
    """Fees with applications, none at all, unpaid ones that the text tells, fees of 0 in the text."""
    for template in with_tables(library, "statistics"):
        for turn in range(8):
            report = filled(rng, template)
            put(report, "statistics.fees.value", ("0", "", "0.5")[turn % 3])
            put(report, "statistics.received.value", "3" if turn % 3 == 2 else ("0", "")[turn % 2])
            yield Trial(report)
    for turn in range(14):
        report = filled(rng, library.get("national-2021"))
        put(report, "applications.not_paid.natural", turn % 2)
        write(report, "other", rng.choice(_FEES if turn % 2 else _FEES + _NO_FEES))
        put(report, "disclosure.fees.amount", rng.choice(("3.5", "0")))
        yield Trial(report)
    for text in (
        *_FEES,
        "依据《政府信息公开信息处理费管理办法》收费，本年度没有发生。",
        "信息处理费按件计收，每件100元，本年度没有收取。",
    ):
        report = blank(library.get("national-2021"), 2023, office(rng))
        put(report, "applications.new.total", "0")
        put(report, "applications.carried_in.total", "0")
        write(report, "other", text)
        yield Trial(report)
