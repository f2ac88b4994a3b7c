"""The table behind a report: announced where it is there, there where it is announced or required."""

from collections.abc import Iterator

from core.checks.case import Case
from core.checks.entry import Entry, Find, kind
from core.checks.late import Late
from core.checks.model import Finding, HeadPlace, TextPlace
from core.template import Table, Template

_PROMISED = Late(
    r"附\s?(?:件|表(?!决)|后)|(?:后附|随[文报]附|附上)[^，。；]{0,12}表|(?:详|参)?见[^，。；]{0,10}(?:统计表|情况表|汇总表)|统计表[^，。；]{0,6}(?:附后|见后|如下|如后)"
    r"|附[：:]|(?:^|[，。；：:、])附[^，。；]{0,24}(?:统计表|情况表|汇总表|一览表)|附有[^，。；]{0,20}表"
)
_OTHER_ANNEX = Late(
    r"附(?:件|表)?\d?\s?[：:]?\s?[《“]?[^，。；]{0,40}(?:办法|制度|方案|意见|通知|细则|规定|图|照片)[》”]?"
)
_NOT_OURS = Late(
    r"(?:申请|电子邮件|邮件|通知|公文|文件|网站|网页|下载)[^，。；]{0,6}(?:的)?附件|附件(?:下载|上传|格式|大小)"
    r"|》[^，。；]{0,6}附[有表件]|(?:公示|公布|公开|清单|名单|办法|制度|申请|答复|信息|政策)[^，。；]{0,10}附有|附有[^，。；]{0,8}(?:分工|收支|流程|申请|登记|明细|示意)|[每逐]条[^，。；]{0,6}附表"
    r"|(?:预算|决算|报表|合同|规划|方案)[^，。；]{0,6}(?:及|和|与)(?:其|相关)?附[表件]"
)

_TITLE = Late(r"[：:]\s?[^，。；：:]{2,40}")


class AnnexEntry(Entry):
    """The table that the form has behind the report; "" for a form without one."""

    table: str = ""


@kind("annex", AnnexEntry, "spot quote table")
def annex(entry: AnnexEntry, template: Template) -> Find:
    """Require that a table promised is filled, and that a table which is filled is announced in the text."""
    if entry.table and entry.table not in template.tables_by_id:
        raise ValueError(f"表 {entry.table} 不存在")
    table = template.tables_by_id.get(entry.table)

    def find(case: Case) -> Iterator[Finding]:
        promised = _promise(case)
        filled = table is not None and _is_filled(case, table)
        if promised and not filled:
            message = f"写了“{promised.quote}”，" + (
                f"{table.name}里没有数字" if table else "报告后面没有附表"
            )
            yield entry.finding(message, (promised,), found=promised.quote)
        elif table and filled and promised is None:
            title = case.report.head(table).title
            message = (
                f"附了{table.name}，正文里没有附件说明，请在文末写上“附件：{title.strip() or table.name}”"
            )
            yield entry.finding(message, (HeadPlace(table.id, "title", title),))

    return find


def _is_filled(case: Case, table: Table) -> bool:
    return any(cell.startswith(f"{table.id}.") and text.strip() for cell, text in case.report.values.items())


def _promise(case: Case) -> TextPlace | None:
    """Return the words that announce an annex of figures."""
    for passage in case.passages:
        for match in _PROMISED.finditer(passage.text):
            around = passage.text[max(0, match.start() - 12) : match.end() + 24]
            if _OTHER_ANNEX.match(passage.text, match.start()) or _NOT_OURS.search(around):
                continue
            title = _TITLE.match(passage.text, match.end())
            return passage.place(match.start(), title.end() if title else match.end())
    return None
