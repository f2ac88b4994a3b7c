"""Trials of the rules on figures and words beside those of earlier reports (Y13–Y19)."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from core.report import Paragraph, Report, Section, blank
from core.template import Library, Template
from tests.faults.filling import YEARS, filled, office, with_tables
from tests.faults.harness import Trial, faults, near_misses
from tests.faults.tables import put, written_otherwise
from tests.faults.tables_cells import write

_APPLICANTS = ("natural", "business", "research", "welfare", "legal", "others", "total")


def pair(rng: Random, template: Template) -> tuple[Report, Report]:
    """Return a report and the one of the year before on the same form, all tables filled."""
    year = rng.choice(YEARS[template.id][1:])
    return filled(rng, template, year), filled(rng, template, year - 1)


def given(rng: Random, report: Report, last: Report) -> Trial:
    """Return a trial with last year's report beside, or carried by the report itself."""
    if rng.random() < 0.5:
        return Trial(report, last)
    report.earlier = [last]
    return Trial(report)


def _at(trial: Trial, at: str) -> Trial:
    return Trial(trial.report, trial.last, at)


@faults("Y13")
def all_figures_the_same(rng: Random, library: Library) -> Iterator[Trial]:
    """Every figure is last year's, some written otherwise."""
    for template in with_tables(library):
        for _ in range(7 if template.tables else 0):
            report, last = pair(rng, template)
            report.values = dict(last.values)
            yield given(rng, written_otherwise(rng, report), last)


@near_misses("Y13")
def some_figures_the_same(rng: Random, library: Library) -> Iterator[Trial]:
    """One figure differs; all are 0 in both years; one application a year; a report of two years ago; blanks."""
    for template in with_tables(library):
        for turn in range(10 if template.tables else 0):
            report, last = pair(rng, template)
            counted = [cell.id for cell in template.cells.values() if not cell.group and not cell.sums]
            counted = [cell for cell in counted if not template.cells[cell].carried_from]
            report.values = dict(last.values)
            match turn % 5:
                case 0:
                    cell = rng.choice([one for one in counted if template.cells[one].kind == "count"])
                    put(report, cell, int(report.text(cell) or 0) + 1)
                case 1:
                    report.values = dict.fromkeys(report.values, "0")
                    last.values = dict(report.values)
                case 2:
                    few = rng.sample(counted, 2)
                    report.values = dict.fromkeys(report.values, "0") | dict.fromkeys(few, "1")
                    last.values = dict(report.values)
                case 3:
                    last.year -= 2
                case 4:
                    report.values = {}
            yield given(rng, report, last)


@faults("Y14")
def carried_in_otherwise(rng: Random, library: Library) -> Iterator[Trial]:
    """What was carried out last year is not what is carried in, in some column."""
    for template in with_tables(library, "applications"):
        for turn in range(14):
            report, last = pair(rng, template)
            _carry(report, last)
            column = rng.choice(_APPLICANTS)
            cell = f"applications.carried_in.{column}"
            out = int(last.text(f"applications.carried_out.{column}") or 0)
            put(report, cell, out + rng.choice((1, 2, 7)) if turn % 3 or not out else rng.choice(("", "0")))
            yield _at(given(rng, report, last), cell)
    for _ in range(6):
        report = filled(rng, library.get("national-2021"), 2021)
        last = filled(rng, library.get("national-2019"), 2020)
        put(last, "applications.carried_out.natural", 3)
        put(report, "applications.carried_in.natural", 1)
        yield _at(given(rng, report, last), "applications.carried_in.natural")


def _carry(report: Report, last: Report) -> None:
    for column in _APPLICANTS:
        put(report, f"applications.carried_in.{column}", last.text(f"applications.carried_out.{column}"))


@near_misses("Y14")
def carried_in_as_carried_out(rng: Random, library: Library) -> Iterator[Trial]:
    """The same figures, blank for 0, a blank last year, another year's report, a form without that table."""
    for template in with_tables(library, "applications"):
        for turn in range(14):
            report, last = pair(rng, template)
            _carry(report, last)
            if turn % 5 == 1:
                report.values = {cell: text for cell, text in report.values.items() if text != "0"}
            if turn % 5 == 2:
                last.values = {cell: text for cell, text in last.values.items() if "carried_out" not in cell}
                put(report, "applications.carried_in.natural", 2)
            if turn % 5 == 3:
                last.year -= 1
                put(report, "applications.carried_in.natural", 40)
            yield given(rng, written_otherwise(rng, report), last)
    yield given(
        rng, filled(rng, library.get("national-2019"), 2019), filled(rng, library.get("national-2014"), 2018)
    )


def _stock(report: Report, row: str, made: int, repealed: int, valid: int) -> None:
    for column, value in (("made", made), ("repealed", repealed), ("valid", valid)):
        put(report, f"disclosure.{row}.{column}", value)


@faults("Y15")
def stock_that_does_not_follow(rng: Random, library: Library) -> Iterator[Trial]:
    """In force: not last year's, with what came and without what went; the text says nothing about it."""
    said = (
        "全年印发行政规范性文件，均按程序备案。",
        "对规范性文件实行统一登记、统一编号、统一印发。",
        "全面清理文件，做好公开。",
        "",
    )
    for turn in range(26):
        report, last = pair(rng, library.get("national-2021"))
        before, made, repealed = rng.randint(0, 20), rng.randint(0, 6), rng.randint(0, 4)
        valid = before + made - repealed + rng.choice((1, 2, 5, -1, -2))
        if valid < max(0, made - repealed) or turn % 4 == 0:
            valid = before + made - repealed + 3
        _stock(report, "documents", made, repealed, max(0, valid))
        _stock(last, "documents", 1, 0, before)
        write(report, "overview", rng.choice(said))
        yield _at(given(rng, written_otherwise(rng, report), last), "disclosure.documents.valid")


@near_misses("Y15")
def stock_that_follows(rng: Random, library: Library) -> Iterator[Trial]:
    """It follows; it does not but the text says why; figures not filled in; another year or form beside."""
    why = (
        "有2件规范性文件因有效期届满自然失效。", "今年对规范性文件重新统计，剔除了上年误报的3件。", "规范性文件统计口径按司法所要求作了调整。",
        "开展规范性文件清理，宣布失效4件。", "到期失效的规范性文件2件已从目录中移除。", "上年规范性文件多报1件，本年已核减。",
    )  # fmt: skip
    for turn in range(28):
        report, last = pair(rng, library.get("national-2021"))
        before, made, repealed = rng.randint(6, 20), rng.randint(0, 6), rng.randint(0, 4)
        _stock(last, "documents", 1, 0, before)
        _stock(report, "documents", made, repealed, before + made - repealed)
        match turn % 4:
            case 1:
                put(report, "disclosure.documents.valid", before + made - repealed - 2)
                write(report, "overview", rng.choice(why))
            case 2:
                put(report, rng.choice(("disclosure.documents.valid", "disclosure.documents.made")), "")
            case 3:
                last.year -= rng.choice((1, 3))
                put(report, "disclosure.documents.valid", 90)
        yield given(rng, written_otherwise(rng, report), last)


_PROJECTS = ("permits", "services", "penalties", "coercions", "fees")


def _projects(rng: Random, report: Report, last: Report) -> None:
    for row in _PROJECTS:
        before, change = rng.randint(4, 60), rng.randint(-4, 9)
        put(last, f"disclosure.{row}.before", before)
        put(last, f"disclosure.{row}.change", rng.choice((str(change), f"{change:+d}")))
        put(report, f"disclosure.{row}.before", before + change)


@faults("Y16")
def projects_that_do_not_follow(rng: Random, library: Library) -> Iterator[Trial]:
    """The figure of last year is not last year's with its change."""
    for _ in range(24):
        template = library.get("national-2019")
        report, last = filled(rng, template, 2020), filled(rng, template, 2019)
        _projects(rng, report, last)
        cell = f"disclosure.{rng.choice(_PROJECTS)}.before"
        put(report, cell, int(report.text(cell)) + rng.choice((1, 2, -1, 15)) if rng.random() < 0.8 else 999)
        yield _at(given(rng, report, last), cell)


@near_misses("Y16")
def projects_that_follow(rng: Random, library: Library) -> Iterator[Trial]:
    """They follow; last year left them blank; last year had another form; two years lie between."""
    for turn in range(24):
        template = library.get("national-2019")
        report, last = filled(rng, template, 2020), filled(rng, template, 2019)
        _projects(rng, report, last)
        if turn % 4 == 1:
            last.values = {cell: text for cell, text in last.values.items() if not cell.endswith(".change")}
        if turn % 4 == 2:
            report.year, last = 2019, filled(rng, library.get("national-2014"), 2018)
        if turn % 4 == 3:
            last.year = 2018
        yield given(rng, written_otherwise(rng, report), last)


_JUMPING = {
    "national-2021": ("disclosure.permits.decided", "disclosure.penalties.decided", "applications.new.total", "disclosure.documents.valid"),
    "national-2019": ("disclosure.permits.decided", "disclosure.coercions.decided", "applications.new.total"),
    "national-2014": ("statistics.published.value", "statistics.website.value", "statistics.wechat.value", "statistics.trainees.value"),
    "weihai-2012": ("statistics.published.value", "statistics.other_channels.value", "statistics.received.value"),
}  # fmt: skip
_WHY = {
    "permits": "行政许可较上年减少，主要原因是审批权限上收。", "penalties": "处罚数量比去年下降，是因为执法事项移交。", "coercions": "行政强制同比变化较大，原因是拆违任务集中。",
    "new": "申请数量比上年大幅增加，主要受征地影响。", "documents": "规范性文件比去年减少，原因是集中清理。", "published": "主动公开信息比上年大幅增加。",
    "website": "因网站改版，网站发布量较去年下降。", "wechat": "微信公众号去年刚开通，今年发布量同比明显增加。", "trainees": "培训人数比去年减少，原因是改为线上培训。",
    "other_channels": "公开栏更换次数与上年相比减少，其他方式公开数随之下降。", "received": "因征地拆迁，收到的申请比上年增加较多。",
}  # fmt: skip


def _calm(report: Report, last: Report) -> None:
    """Let last year's figures be this year's, so that nothing jumps by itself."""
    last.values = dict(report.values)


@faults("Y17")
def jumps(rng: Random, library: Library) -> Iterator[Trial]:
    """More than half and more than ten away from last year, with nothing said about it."""
    said = ("各项工作平稳推进。", "比去年更加规范。", "公开栏每月更换。", "收到的群众意见都有回应。")
    for form, cells in _JUMPING.items():
        for turn in range(7):
            report, last = pair(rng, library.get(form))
            _calm(report, last)
            cell = rng.choice(cells)
            before = rng.choice((0, 4, 20, 40, 300))
            now = before + max(11, before * 6 // 10) + rng.randint(0, 90)
            pair_of = (before, now) if turn % 3 else (now * 3, before)
            put(last, cell, pair_of[0])
            put(report, cell, pair_of[1])
            write(report, "overview", rng.choice(said))
            yield _at(given(rng, report, last), cell)


@near_misses("Y17")
def no_jumps(rng: Random, library: Library) -> Iterator[Trial]:
    """At most half, at most ten, explained in the text, blank last year, two years between."""
    for form, cells in _JUMPING.items():
        for turn in range(10):
            report, last = pair(rng, library.get(form))
            _calm(report, last)
            cell = rng.choice(cells)
            before = rng.choice((20, 40, 300))
            match turn % 5:
                case 0:
                    before, now = before, before + before // 2
                case 1:
                    before, now = 3, 13
                case 2:
                    now = before * 3
                    write(report, "overview", _WHY[cell.split(".")[1]])
                case 3:
                    before, now = "", 120
                case _:
                    now, last.year = before * 4, last.year - 1
            put(last, cell, before)
            put(report, cell, now)
            yield given(rng, report, last)


_CONTACTS = (
    ("邮编：{post}，电话：{phone}。", "post"), ("联系地址：{town}，邮政编码{post}，联系电话{phone}", "phone"),
    ("如有疑问，请与镇政府办公室联系（电话：{phone}，邮编：{post}）。", "phone"), ("本报告可在{site}下载，咨询电话 {phone}。", "site"),
    ("网址：{site}", "site"), ("邮政编码:{post} 联系电话:{phone} 电子邮箱:{mail}", "mail"), ("电子信箱：{mail}。", "mail"),
    ("地址：{town}人民政府一楼，邮编 {post}。", "post"), ("请联系党政办公室，电话{phone}。", "phone"),
)  # fmt: skip


def _contact(rng: Random) -> dict[str, str]:
    area = rng.choice(("0432", "0631", "010", "0795", "0471"))
    return {
        "post": str(rng.randint(100000, 899999)), "phone": f"{area}-{rng.randint(6000000, 88999999)}",
        "site": f"http://www.{rng.choice(('songzhou', 'anhe', 'yunxi'))}{rng.randint(1, 99)}.gov.cn/xxgk",
        "mail": f"zfb{rng.randint(10, 999)}@{rng.choice(('163.com', 'songzhou.gov.cn'))}", "town": "松岭镇",
    }  # fmt: skip


def _contact_lines(
    rng: Random,
    library: Library,
    number: int,
    words: tuple[str, str],
    facts: tuple[dict[str, str], dict[str, str]],
) -> Trial:
    year = rng.choice((2016, 2020, 2023))
    report = blank(library.for_year(year), year, office(rng))
    before = year - rng.choice((1, 1, 1, 3))
    last = blank(library.for_year(before), before, report.unit.name)
    for one, text, values in ((report, words[0], facts[0]), (last, words[1], facts[1])):
        section = one.section(rng.choice(("preface", "other"))) or one.section("preface")
        assert section
        section.paragraphs.append(Paragraph(text=text.format(**values)))
    return given(rng, report, last)


@faults("Y18")
def contacts_changed(rng: Random, library: Library) -> Iterator[Trial]:
    """A contact that is another than in the last report."""
    for number in range(27):
        text, kind = _CONTACTS[number % len(_CONTACTS)]
        old = [line for line, _ in _CONTACTS if f"{{{kind}}}" in line]
        facts = _contact(rng), _contact(rng)
        trial = _contact_lines(rng, library, number, (text, rng.choice(old)), facts)
        value = facts[0][kind]
        yield _at(trial, value.removeprefix("http://").partition("/")[0] if kind == "site" else value)


@near_misses("Y18")
def contacts_the_same(rng: Random, library: Library) -> Iterator[Trial]:
    """The same, written otherwise; one that only one year names; other numbers of six or eleven digits."""
    for number in range(27):
        text, _ = _CONTACTS[number % len(_CONTACTS)]
        same = _contact(rng)
        old = dict(same)
        match number % 3:
            case 0:
                old["phone"] = same["phone"].replace("-", rng.choice(("—", "－", " ", "")))
                trial = _contact_lines(rng, library, number, (text, text), (same, old))
            case 1:
                trial = _contact_lines(
                    rng, library, number, (text, "公开栏设在一楼大厅，共投入资金132300元。"), (same, old)
                )
            case _:
                wrong = "统一社会信用代码11220284013623456X，财政拨款{post}元，公开信息{post}条。"
                trial = _contact_lines(rng, library, number, (wrong, text), (_contact(rng), old))
        yield trial


# {n} this year's figure, {d} by how many, {p} the share of last year's; the topic with its cells
_SAYINGS = (
    ("published", "全年主动公开政府信息{n}条，比上年增加{d}条。"), ("published", "{y}年，我镇主动公开信息{n}条，同比增长{p}%。"),
    ("published", "与去年相比，主动公开政府信息增加{d}条。"), ("published", "主动公开政府信息数量较{b}年增长{p}%。"),
    ("website", "在县政府网站发布信息{n}条，较上年增加{d}条，增长{p}%。"), ("website", "通过政府网站公开信息{n}条（比去年多{d}条）。"),
    ("wechat", "微信公众号推送信息{n}条，同比上升{p}％。"), ("wechat", "政务微信发布信息{n}条，与上年相比增加了{d}条。"),
    ("trainees", "全年培训工作人员{n}人次，较上一年度增加{d}人次。"), ("received", "全年收到政府信息公开申请{n}件，较去年增加{d}件。"),
    ("received", "收到政府信息公开申请{n}件，同比增长{p}%。"), ("received", "本年度新收政府信息公开申请数量比上年增加{d}件。"),
    ("received", "{y}年受理政府信息公开申请{n}件，比{b}年增长{p}%。"), ("permits", "办理行政许可{n}件，比上年增长{p}%。"),
    ("permits", "全年作出行政许可决定{n}件，较上年净增{d}件。"), ("penalties", "作出行政处罚{n}件，较去年增加{d}件。"),
    ("published", "公开政府信息总数{n}条，同比增加{d}条，增幅{p}%。"), ("meetings", "召开政务公开工作会议{n}次，比上年多{d}次。"),
    ("documents_issued", "制发行政规范性文件{n}件，比上年增加{d}件。"), ("courses", "举办政务公开培训班{n}期，比去年多{d}期。"),
)  # fmt: skip
_CELLS = {
    "statistics": {topic: f"statistics.{topic}.value" for topic in ("published", "website", "wechat", "trainees", "received", "meetings", "courses")},
    "disclosure": {"received": "applications.new.total", "permits": "disclosure.permits.decided", "penalties": "disclosure.penalties.decided",
                   "documents_issued": "disclosure.documents.made"},
}  # fmt: skip
_FEWER = (
    ("增加", "减少"),
    ("增长", "下降"),
    ("上升", "下降"),
    ("净增", "净减"),
    ("增幅", "降幅"),
    ("多", "少"),
)


def _share(before: int, now: int, digits: int) -> Decimal:
    return (Decimal(abs(now - before)) * 100 / before).quantize(Decimal(10) ** -digits)


def _changed(
    rng: Random, library: Library, saying: tuple[str, str], figures: tuple[int, int], wrong: int
) -> Iterator[Trial]:
    """Yield the saying in the forms that count the topic, with figures of which the change is told wrong."""
    topic, words = saying
    before, now = figures
    told = now + wrong
    for a, b in _FEWER if told < before else ():
        words = words.replace(a, b)
    if "{n}" in words and wrong and "{p}" not in words and rng.random() < 0.2:
        words = words.replace("{d}", "{d}余") if abs(wrong) > 15 else words
    for form in ("national-2014", "national-2021", "national-2019", "plain-2008"):
        template = library.get(form)
        year = rng.choice(YEARS[form][1:])
        cell = next(
            (cells.get(topic, "") for table, cells in _CELLS.items() if table in template.tables_by_id), ""
        )
        if template.tables and not cell:
            continue
        report, last = (blank(template, one, "云溪县松岭镇人民政府") for one in (year, year - 1))
        fields = {
            "y": year,
            "b": year - 1,
            "n": now,
            "d": abs(told - before),
            "p": _share(before, told, rng.choice((0, 1, 2))),
        }
        if cell:
            put(report, cell, now)
            put(last, cell, before)
        elif "{n}" not in words:
            continue
        else:
            write(
                last,
                "overview",
                words.partition("，较")[0]
                .partition("，比")[0]
                .partition("，同")[0]
                .partition("，与")[0]
                .format(**fields | {"n": before, "y": year - 1}),
            )
        section = "overview" if report.section("overview") else "disclosure"
        _write(report, section, words.format(**fields))
        yield given(rng, report, last)


def _write(report: Report, section: str, text: str) -> None:
    found = report.section(section) or Section(id=section)
    found.paragraphs = [Paragraph(text="总的情况是平稳的。"), Paragraph(text=text)]


@faults("Y19")
def changes_told_wrong(rng: Random, library: Library) -> Iterator[Trial]:
    """By another number, by another share, in the other direction."""
    for number, saying in enumerate(_SAYINGS):
        before = rng.randint(20, 300)
        now = before + rng.choice((-1, 1)) * rng.randint(5, before // 2)
        wrong = (now - before) // 2 + (9 if now > before else -9)
        yield from _changed(rng, library, saying, (before, now), wrong)
        if number % 2:
            yield from _changed(rng, library, saying, (before, now), 2 * (before - now))
    for text, before, now in (
        ("全年主动公开政府信息60条，与上年持平。", 50, 60), ("主动公开政府信息90条，同比翻了一番。", 60, 90),
        ("主动公开政府信息120条，比 {b} 年增长两成。", 80, 120), ("主动公开政府信息90条，比 {b} 年 减少30条。", 60, 90),
        ("主动公开政府信息120条，比上年增长两成。", 80, 120), ("全年主动公开信息150条，比上年增加近百分之三十。", 100, 150),
    ):  # fmt: skip
        for form in ("national-2014", "weihai-2012"):
            yield from _plain(library, form, text, before, now)


def _plain(library: Library, form: str, text: str, before: int, now: int) -> Iterator[Trial]:
    report, last = (
        blank(library.get(form), YEARS[form][-1] - back, "云溪县松岭镇人民政府") for back in (0, 1)
    )
    put(report, "statistics.published.value", now)
    put(last, "statistics.published.value", before)
    write(report, "overview", text.format(b=last.year))
    yield Trial(report, last)


@near_misses("Y19")
def changes_told_right(rng: Random, library: Library) -> Iterator[Trial]:
    """Right, rounded, vague, of another matter, or of a year that nobody has."""
    for saying in _SAYINGS:
        before = rng.randint(20, 300)
        now = before + rng.choice((-1, 1)) * rng.randint(5, before // 2)
        yield from _changed(rng, library, saying, (before, now), 0)
    for text, before, now in (
        ("主动公开政府信息90条，比 {b} 年增加 30 条。", 60, 90), ("主动公开政府信息90条，比 2009 年减少30条。", 60, 90),
        ("全年主动公开政府信息50条，与上年持平。", 50, 50), ("主动公开政府信息121条，比上年增加20余条。", 97, 121), ("主动公开政府信息119条，同比增长约20%。", 100, 119),
        ("主动公开政府信息比2009年增长70%。", 60, 80), ("群众满意度比上年提高5个百分点。", 60, 80), ("主动公开政府信息80条，网站访问量比上年增长3%。", 60, 80),
        ("主动公开政府信息80条，公开的及时性比上年明显提高。", 60, 80), ("财政投入比上年增加2万元，主动公开政府信息80条。", 60, 80),
        ("镇财政收入同比增长12%。", 60, 80), ("主动公开政府信息增加到80条。", 60, 80), ("全县公开信息比上年增长9%。", 60, 80),
    ):  # fmt: skip
        for form in ("national-2014", "weihai-2012"):
            yield from _plain(library, form, text, before, now)
