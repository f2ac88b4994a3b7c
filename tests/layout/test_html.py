"""The web page keeps the rules of HTML, and each figure names the heads that it stands under."""

import pytest

from core.export import web
from core.layout import lay_out
from core.report import Paragraph
from core.template import grid
from tests.core.export.office import document, empty
from tests.layout.docx_reports import generated
from tests.layout.html_rules import Node, faults, parsed
from tests.samples import IDS, filled

TEMPLATES = pytest.mark.parametrize("template_id", IDS)
PAGE = (
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>题</title>\n</head>\n'
    "<body>\n<article>{}</article>\n</body>\n</html>"
)
TABLE = (
    "<table><caption>表</caption><colgroup><col><col></colgroup><tbody><tr>"
    '<th id="a" scope="row">甲</th><td headers="a">1</td></tr></tbody></table>'
)


@TEMPLATES
def test_pages_keep_the_rules(library, template_id):
    made = [document(library, template_id), empty(library, template_id)]
    made += [lay_out(*generated(library, template_id, number)) for number in range(20)]
    assert [said for one in made for said in faults(web.write(one))] == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>一</p>" + TABLE, None),
        ("<p>一", "</article> closes <p>"),
        ("<p><p>一</p></p>", "<p> in <p>"),
        ("<p><strong>一</p></strong>", "</p> closes <strong>"),
        ("<h1>一</h1><h3>二</h3>", "h3 after h1"),
        ("<p></p>", "empty <p>"),
        ('<p align="center">一</p>', "<p align>"),
        ("<p>A & B</p>", "unescaped: &"),
        ("<center>一</center>", "<center> in <article>"),
        ('<p style="background:url(x)">一</p>', "remote: background:url(x)"),
        ("<script>1</script>", "<script> in <article>"),
        ('<p id="a">一</p>' + TABLE, "id a"),
        (TABLE.replace('headers="a"', 'headers="b"'), "headers b"),
        (TABLE.replace(' scope="row"', ""), "scope 甲"),
        (TABLE.replace("<td ", '<td colspan="2" '), "tbody is no rectangle of 1 by 2"),
        (TABLE.replace("<col><col>", "<col><col><col>"), "no cell begins in a column"),
        (TABLE.replace("<caption>表</caption>", ""), "parts"),
    ],
)  # fmt: skip
def test_the_rules_notice_what_is_wrong(body, said):
    found = faults(PAGE.format(body).encode())
    assert found == [] if said is None else said in found


def words_of_heads(table: Node) -> dict[tuple[str, ...], str]:
    """Return the figures of a table by the words of the heads that they name."""
    heads = {one.attributes["id"]: one.text for one in table.all("th")}
    return {
        tuple(heads[name] for name in cell.attributes["headers"].split()): cell.text
        for cell in table.all("td")
        if "headers" in cell.attributes
    }


@TEMPLATES
def test_every_figure_names_the_official_labels_of_its_row_and_column(library, template_id):
    # given
    template, report = filled(library, template_id, IDS[template_id])
    tables = parsed(web.write(lay_out(template, report))).all("table")

    # when
    found = {key: value for table in tables for key, value in words_of_heads(table).items()}

    # then: caption, heads and labels are those of the cell's address, as the contract writes it
    for cell in template.cells.values():
        if cell.table == "reviews":
            expected = cell.column
        else:
            labels = {one.text for one in grid.of(template.tables_by_id[cell.table]).cells}
            expected = tuple(word for word in (*cell.column, *cell.row) if word in labels)
        matching = [
            value for key, value in found.items() if sorted(set(key) & set(expected)) == sorted(set(expected))
        ]
        assert report.text(cell.id) in matching, cell.id


def test_levels_become_headings_where_they_stand_alone(library):
    # given
    template, report = filled(library, "national-2021", 2024)
    texts = (
        (2, "（一）主动公开"),
        (3, "1.网站"),
        (0, "网站由专人维护。"),
        (3, "2.网站改版完成。"),
        (2, "（二）依申请公开。共3件。"),
        (3, "1.渠道"),
    )
    report.sections[1].paragraphs = [Paragraph(text=text, level=level) for level, text in texts]

    # when
    page = parsed(web.write(lay_out(template, report)))

    # then: no heading is two steps below the last one
    assert [one.text for one in page.all("h3")] == ["（一）主动公开"]
    assert [one.text for one in page.all("h4")] == ["1.网站"]
    assert {"2.网站改版完成。", "1.渠道"} <= {one.text for one in page.all("p")}
