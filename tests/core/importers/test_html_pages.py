"""What is read of a page and what is not: blocks, lists, hidden words, scripts, depth, and the remarks on it."""

import pytest

from core.errors import InputError
from core.importers import html
from core.importers.document import Document, Text
from core.importers.keys import words_of_forms
from core.importers.kinds import Source
from core.importers.recognise import recognise
from core.template import built_in
from tests import samples
from tests.core.importers import html_pages as pages

LIBRARY = built_in()
KNOWN = words_of_forms(LIBRARY)
SENTENCE = "柳河镇全年在网站上发布各类政务消息八十六条，比上年多了十条。"


def read(markup: str) -> Document:
    return html.read(Source("年报.html", markup.encode("utf-8"), "html"), KNOWN)


def lines(markup: str) -> list[str]:
    return [one.text for one in read(markup).elements if isinstance(one, Text)]


def said(document: Document) -> str:
    return "\n".join(f"{one.message}{one.source}" for one in document.remarks)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>政府信息<span>公开</span>的<b>情<i>况</i></b></p>", ["政府信息公开的情况"]),
        ("<p>　　第一段</p><p>&nbsp;</p><p><span>&nbsp;</span></p><div>第二段</div>", ["第一段", "第二段"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<span><p>甲</p><p>乙</p></span>丙", ["甲", "乙", "丙"]),
        ("甲<br>&nbsp;&nbsp;乙<br/><br>丙", ["甲", "　　乙", "丙"]),
        ("<p>政府信\n  息公开 in\n2024</p>", ["政府信息公开 in 2024"]),
        ("<p>第 一  章</p>", ["第 一 章"]),
        ("<blockquote>甲</blockquote><section>乙</section><center>丙</center>", ["甲", "乙", "丙"]),
        ("<ol><li>甲</li><li value=5>乙</li></ol><ul><li>丙</li></ul>", ["1.甲", "5.乙", "丙"]),
        ("<ol type=a start=3><li>甲</li></ol><ol style='list-style:none'><li>乙</li></ol>", ["c.甲", "乙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol reversed type=I><li>甲</li><li>乙</li></ol>", ["II.甲", "I.乙"]),
        (
            "<p style='mso-list:l0'><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp;</span></span><![endif]>总体情况</p>",
            ["一、总体情况"],
        ),
        (
            "<p class=MsoNormal><!--[if supportLists]-->一、<!--[endif]-->总体情况<o:p></o:p></p>",
            ["一、总体情况"],
        ),
        (
            "<p><!--[if gte mso 9]><xml>不显示</xml><![endif]-->显示</p><xml><w:x>也不显示</w:x></xml>",
            ["显示"],
        ),
        ("<p><ruby>垟<rp>(</rp><rt>yáng</rt><rp>)</rp></ruby>村</p>", ["垟村"]),
        ("<p>A&amp;B &lt;条&gt; &#20065;&#x9547;&hellip;</p>", ["A&B <条> 乡镇…"]),
        ("<ucapcontent><p>甲</p></ucapcontent><founder-content>乙</founder-content>", ["甲", "乙"]),
        ("<pre>甲\n  乙\r\n丙</pre>", ["甲", "　　乙", "丙"]),
        ("<p>甲</p></html><p>尾巴</p>", ["甲", "尾巴"]),
        ("<p>甲<p>乙<td>丙", ["甲", "乙", "丙"]),
        ("<span style='display: block'>甲</span><span style='display:block'>乙</span>", ["甲", "乙"]),
        ("<p>村\u200b务\ufeff公开</p>", ["村务公开"]),
    ],
)
def test_blocks_of_a_page_become_lines(markup, expected):
    assert lines(f"<html><body>{markup}") == expected


def test_headings_keep_their_level():
    document = read("<h1>标题</h1><h3>小标题</h3><p>文字</p>")

    assert [one.heading for one in document.elements if isinstance(one, Text)] == [1, 3, 0]


def test_lines_and_rows_are_numbered_one_after_another():
    document = read("<p>甲</p><table><tr><td>总计<td>1<tr><td>其他<td>2</table><p>乙</p>")

    first, table, last = document.elements
    assert (first.line, [row[0].line for row in table.rows], last.line) == (1, [2, 3], 4)


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="DISPLAY : none !important">{}</div>',
        '<div style="visibility:hidden">{}</div>',
        "<p hidden>{}</p>",
        '<div style="position:absolute;left:-9999px">{}</div>',
        '<div style="height:0px;overflow:hidden">{}</div>',
        '<p style="text-indent:-9999em">{}</p>',
        '<p style="opacity:0">{}</p>',
        "<noscript>{}</noscript>",
        "<template>{}</template>",
        "<style>.x{{color:red}} .spam, #y {{ display:none; }}</style><p class='a spam'>{}</p>",
        "<style>div#y{{visibility:hidden}}</style><div id=y>{}</div>",
    ],
)
def test_hidden_words_are_left_out_and_said(hidden):
    document = read(
        f"<html><body><p>{SENTENCE}</p>{hidden.format('彩票开户')}<p>{SENTENCE}</p></body></html>"
    )

    assert [one.text for one in document.elements] == [SENTENCE, SENTENCE]
    assert "不显示" in said(document)
    assert "彩票开户" in said(document)


@pytest.mark.parametrize(
    "shown",
    [
        "<style>@media print{{.x{{display:none}}}}</style><p class=x>{}</p>",
        "<style>.x{{display:none}} .x{{display:block}}</style><p class=x>{}</p>",
        "<style>.x{{display:none}}</style><p class=x style='display:block'>{}</p>",
        "<style>.a .x{{display:none}} .x:hover{{display:none}}</style><p class=x>{}</p>",
        "<p style='text-indent:-2em;overflow:hidden;height:100px'>{}</p>",
    ],
)
def test_what_only_looks_hidden_is_read(shown):
    assert lines(f"<html><body>{shown.format(SENTENCE)}<p>{SENTENCE}</p>") == [SENTENCE, SENTENCE]


def test_a_hidden_element_that_is_most_of_the_page_is_read_and_said():
    document = read(
        f"<html><body><p>首页</p><div id=zoom style='display:none'><p>{SENTENCE}</p></div></body>"
    )

    assert SENTENCE in [one.text for one in document.elements]
    assert "大部分文字设为不显示" in said(document)


def test_scripts_frames_and_controls_are_ignored_and_said():
    markup = (
        f"<p>{SENTENCE}</p><script>document.write('<p>坏</p>')</script><iframe src='//host/x'>坏</iframe>"
        "<img src='file:///c:/x.png' alt='坏'><select><option>坏</select><textarea>坏</textarea><button>坏</button>"
        "<object data='file://host/x'>坏</object><style>p{background:url(//host/y)}</style>"
    )

    document = read(f"<html><body><div>{markup}</div></body></html>")

    assert [one.text for one in document.elements] == [SENTENCE]
    assert "脚本" in said(document)
    assert "没有联网" in said(document)


def test_pictures_within_the_report_are_counted():
    document = read(
        f"<html><body><p>{SENTENCE}</p><p><img src=a.png><img src=b.png></p><p>{SENTENCE}</p></body>"
    )

    assert "有 2 张图片" in said(document)


def test_a_page_with_nothing_to_ignore_says_nothing():
    assert read(f"<html><body><p>{SENTENCE}</p></body></html>").remarks == ()


@pytest.mark.parametrize("tag", ["div", "font", "span", "b", "table><tr><td", "ul><li", "blockquote", "x-y"])
def test_a_page_nested_too_deeply_is_refused_whole(tag):
    with pytest.raises(InputError, match=r"嵌套过深.*不会只读入一半"):
        read(f"<html><body><p>开头</p>{f'<{tag}>' * 300}里面<p>末尾</p>")


@pytest.mark.parametrize("tag", ["p", "li", "p><font>字</p><p", "tr><td"])
def test_tags_left_open_side_by_side_are_not_nested(tag):
    document = read(f"<html><body>{f'<{tag}>字' * 2000}</body></html>")

    assert document.characters >= 2000


def test_a_page_nested_as_deeply_as_allowed_is_read_in_full():
    assert lines(f"<html><body>{'<div>' * 190}里面{'</div>' * 190}后面") == ["里面", "后面"]


def test_more_text_in_one_piece_than_the_parser_takes_is_refused_whole():
    with pytest.raises(InputError, match="过于庞大"):
        read(f"<html><body><p>{'字' * 4_000_000}</p>")


def test_a_page_of_very_many_tags_is_refused():
    with pytest.raises(InputError, match="过于庞大"):
        read("<html><body>" + "<br>" * 300_000)


@pytest.mark.parametrize("end", ["<p class='x", "<!-- 注释", "<script>var a", '<p>字</p><a href="x'])
def test_a_page_that_breaks_off_is_read_with_a_remark(end):
    document = read(f"<html><body><p>{SENTENCE}</p>{end}")

    assert document.elements[0].text == SENTENCE
    assert "中断" in said(document)


@pytest.mark.parametrize(
    "markup", ["<html><body></body></html>", "<html><frameset><frame src=a.htm></frameset></html>"]
)
def test_a_page_without_words_is_refused_with_the_way_out(markup):
    with pytest.raises(InputError, match=r"“年报\.html”.*没有文字.*Word"):
        read(markup)


def test_invisible_characters_stay_and_are_said_once():
    # given
    title = "柳河镇人民政府2023年政府信息公开工作年度报告"
    document = read(f"<p>{title}</p><p>一、总体情况</p><p>{SENTENCE}</p><p>镇\u202e政府开展培训。</p>")

    # when
    report = recognise(document, LIBRARY, "年报.html").report

    # then
    assert report.section("overview").paragraphs[1].text == "镇\u202e政府开展培训。"
    notes = [note for note in report.notes if note.source == "镇\u202e政府开展培训。"]
    assert [("看不见" in note.message, note.line) for note in notes] == [(True, 4)]


def test_struck_words_are_doubted_and_never_glued():
    (line,) = read("<p>共<s>12</s>13件</p>").elements

    assert "1213" not in line.text
    assert "删除线" in line.doubt


def test_preformatted_text_gives_its_tables():
    document = read("<p>二、表</p><pre>总计\t3\t4\n其他\t5\t6\n规章\t0\t1</pre>")

    assert [cell.text for cell in document.elements[1].rows[0]] == ["总计", "3", "4"]


def test_the_frame_is_counted_with_a_sample():
    template, report = samples.filled(LIBRARY, "plain-2008", 2016)

    document = read(pages.page(template, report, "paragraphs", "modern"))

    frame = next(one for one in document.remarks if "页面框架" in one.message)
    assert "页面框架共" in frame.message
    assert frame.source
    assert not any(pages.NEIGHBOUR in one.text for one in document.elements)
    assert not any("分辨率" in one.text for one in document.elements)


def test_the_title_is_taken_from_the_head_where_the_report_has_none():
    template, report = samples.filled(LIBRARY, "plain-2008", 2016)

    document = read(pages.page(template, report, "paragraphs", "ucap"))

    assert document.elements[0].text == report.title
    assert document.elements[0].doubt


def test_text_of_the_report_on_both_sides_of_a_button_stays():
    buttons = "<div class=share>分享到</div><p>【打印】【关闭】</p>"
    body = f"<h1>柳河镇2016年政府信息公开年度报告</h1>{buttons}<p>一、概述</p><p>{SENTENCE}</p>{buttons}<p>二、问题</p><p>{SENTENCE}</p>"

    found = lines(f"<html><body><a href=/>首页</a>{body}<p>{SENTENCE}</p></body></html>")

    assert [found.count(one) for one in ("一、概述", "二、问题", SENTENCE)] == [1, 1, 3]


def test_signature_and_annexes_below_the_text_stay_although_they_stand_apart():
    body = "".join(f"<p>{SENTENCE}</p>" for _ in range(9))
    apart = "<div><p>清溪县柳河镇人民政府</p><p>2017年1月9日</p></div><div><a href=f.doc>附件：统计表.doc</a></div>"

    found = lines(f"<html><body><div>{body}</div>{apart}<div>地址：人民路1号</div></body></html>")

    assert found[9:] == ["清溪县柳河镇人民政府", "2017年1月9日", "附件：统计表.doc"]


def test_numbered_annexes_below_the_text_stay_although_they_stand_apart():
    body = "".join(f"<p>{SENTENCE}</p>" for _ in range(9))
    signed = ["附件：1．统计表", "2．名单", "清溪县柳河镇人民政府", "2017年1月9日"]
    apart = "<div>" + "".join(f"<p>{one}</p>" for one in signed) + "</div>"

    found = lines(f"<html><body><div>{body}</div>{apart}<div>地址：人民路1号</div></body></html>")

    assert found[9:] == signed


def test_names_of_elements_around_the_whole_text_do_not_make_it_frame():
    body = "".join(f"<p>{SENTENCE}</p>" for _ in range(9))

    found = lines(
        f"<html><body><div class='page footer'><p>（三）</p>{body}<p>柳河镇</p></div></body></html>"
    )

    assert (found[0], found[-1], len(found)) == ("（三）", "柳河镇", 11)


def test_a_line_of_the_text_that_is_a_link_stays_and_a_list_of_links_goes():
    body = "".join(f"<p>{SENTENCE}</p>" for _ in range(9))
    links = "".join(f"<p><a href=/{n}>其他乡镇的消息{n}</a></p>" for n in range(9))
    files = "<p><a href=a.doc>统计表.doc</a></p><p><a href=b.xls>明细表.xls</a></p>"

    found = lines(
        f"<html><body><div>{body}<p><a href=http://x>http://x.gov.cn</a></p>{body}{links}{files}</div></body></html>"
    )

    assert found[9] == "http://x.gov.cn"
    assert found[19:] == ["统计表.doc", "明细表.xls"]


def test_small_pictures_are_buttons_and_no_tables_pasted_as_pictures():
    document = read(f"<html><body><p>{SENTENCE}<img src=a.png width=16 height=16px></p></body></html>")

    assert not any("张图片" in one.message for one in document.remarks)
