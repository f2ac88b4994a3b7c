"""Reports as pages of county sites: articles in the ways of their editors, within frames in the ways of their systems."""

from collections.abc import Callable
from html import escape

from core.report import SIGNATURE, Report, section_number, section_title
from core.template import Table, Template, grid

Article = Callable[[Template, Report], str]
Frame = Callable[[str, str], str]

NEIGHBOUR = "清溪县东山镇人民政府2015年政府信息公开工作年度报告"
SPAM = "澳门在线娱乐注册送彩金"


def lines_of(template: Template, report: Report) -> list[str | Table]:
    """The report without its title: lines, and tables in their places."""
    found: list[str | Table] = []
    for section in report.sections:
        if section.id in template.sections_by_id:
            number = section_number(template, report, section)
            found.append(f"{number}、{section_title(template, section)}")
        found += [paragraph.text for paragraph in section.paragraphs] if section.id != SIGNATURE else []
        found += [table for table in template.tables if table.section == section.id]
    last = report.section(SIGNATURE)
    found += [paragraph.text for paragraph in last.paragraphs] if last else []
    for table in template.tables:
        if table.is_annex:
            head = report.head(table)
            found += [table.mark, head.title, head.period, f"{table.filler}{head.filler}", table]
    return [one for one in found if one]


def table_html(table: Table, report: Report, cell: str = "{}", tag: str = "td") -> str:
    """A table with spans; `cell` is what stands around the words of each cell."""
    drawn = grid.of(table)
    rows = [""] * drawn.rows
    for one in sorted(drawn.cells, key=lambda one: (one.row, one.column)):
        text = escape(report.text(one.cell) if one.cell else one.text)
        spans = f' rowspan="{one.row_span}"' * (one.row_span > 1) + f" colspan={one.column_span}" * (
            one.column_span > 1
        )
        rows[one.row] += f"<{tag}{spans}>{cell.format(text) if text else '&nbsp;'}</{tag}>"
    return (
        f"<table border=1 cellspacing=0><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"
    )


def _laid(template: Template, report: Report, line: str, table: str = "{}", cell: str = "{}") -> str:
    parts = [
        line.format(escape(one)) if isinstance(one, str) else table.format(table_html(one, report, cell))
        for one in lines_of(template, report)
    ]
    return "\n".join(parts)


def paragraphs(template: Template, report: Report) -> str:
    """Plain paragraphs, indented with full-width spaces."""
    return _laid(template, report, "<p>　　{}</p>")


def spans(template: Template, report: Report) -> str:
    """What rich text editors leave: spans in spans, hard spaces, blank paragraphs, cells with paragraphs of their own."""
    line = (
        '<p style="text-indent:2em"><span style="font-family:仿宋"><span>&nbsp;&nbsp;&nbsp;&nbsp;</span></span>'
        "<span><font>{}</font></span></p><p><span>&nbsp;</span></p><p><br/></p>"
    )
    cell = '<p style="text-align:center"><span>&nbsp;</span><span style="font-size:14px">{}</span></p><p>&nbsp;</p>'
    return _laid(template, report, line, '<div align="center">{}</div>', cell)


def breaks(template: Template, report: Report) -> str:
    """Lines parted by line breaks alone."""
    return _laid(template, report, "&nbsp;&nbsp;&nbsp;&nbsp;{}<br /><br />")


def word(template: Template, report: Report) -> str:
    """Pasted from Word, with its conditional comments."""
    line = (
        "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><!--[if gte mso 9]><xml>"
        "<w:View>Normal</w:View></xml><![endif]--><span lang=EN-US><o:p></o:p></span><span\n"
        "style='font-family:仿宋_GB2312;mso-ascii-font-family:\"Times New Roman\"'>{}<span lang=EN-US><o:p></o:p></span></span></p>"
    )
    cell = "<p class=MsoNormal align=center><span lang=EN-US>{}<o:p></o:p></span></p>"
    return _laid(template, report, line, "<div class=MsoTableGrid>{}</div>", cell)


def divs(template: Template, report: Report) -> str:
    """Sections in elements of their own, upper-case tags left open."""
    return "<SECTION>" + _laid(template, report, "<DIV><P>　　{}</DIV>", "<CENTER>{}</CENTER>") + "</SECTION>"


def bare(title: str, article: str) -> str:
    """No frame at all."""
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{article}</body></html>"


def modern(title: str, article: str) -> str:
    """Elements with names of their own, particulars in a table, a side column, neighbours, a footer, scripts."""
    side = "".join(
        f'<li><a href="/{n}.html">{NEIGHBOUR.replace("2015", str(n))}</a></li>' for n in range(2009, 2019)
    )
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}_清溪县人民政府</title>
<meta name="ArticleTitle" content="{title}"><style>.wx{{display:none}} @media print{{.content{{display:none}}}}</style>
<script>var a = "<p>一、脚本里的字。</p>";</script></head><body>
<header class="header"><div class="logo"><img src="//host/logo.png"></div><form action="/s"><input value="搜索"><button>搜索</button></form>
<nav><ul><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li><li><a href="/fw">办事服务</a></li></ul></nav></header>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/gk">政府信息公开年报</a> &gt; 正文</div>
<div class="wx">{SPAM}。{SPAM}。</div>
<div class="left"><ul>{side}</ul><p>欢迎访问本站。</p></div>
<div class="main"><table class="xxgk"><tr><td>索引号：</td><td>112233/2018-001</td><td>发布机构：</td><td>柳河镇</td></tr>
<tr><td>名　　称：</td><td colspan="3">{title}</td></tr><tr><td>成文日期：</td><td>2018-01-09</td><td>有效性：</td><td>有效</td></tr></table>
<h1 class="title">{title}</h1><div class="info"><span>发布时间：2018-01-09</span><span>来源：柳河镇</span><span>字体：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</span></div>
<div class="TRS_Editor" id="zoom"><!--ZJEG_RSS.content.begin-->{article}<!--ZJEG_RSS.content.end--></div>
<div class="share"><a href="#">分享到微信</a><span>扫一扫在手机打开当前页</span></div>
<div>【<a href="javascript:window.print()">打印</a>】【<a href="javascript:window.close()">关闭</a>】</div>
<p>上一篇：<a href="/1.html">{NEIGHBOUR}</a></p><p>下一篇：没有了</p></div>
<footer><p>主办：清溪县人民政府办公室　承办：清溪县大数据中心</p><p>地址：清溪县人民路1号　邮编：130000</p>
<p>建议使用1024以上分辨率浏览本网站，如有问题请与管理员联系。</p><p>吉ICP备00000000号</p></footer><iframe src="http://stat/x"></iframe></body></html>"""


def old(title: str, article: str) -> str:
    """Tables within tables, upper case, no names at all, within one form."""
    links = "".join(
        f"<TR><TD><A href='n{n}.asp'>第{n}条新闻的标题比较长一些</A></TD></TR>" for n in range(12)
    )
    return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>清溪县人民政府网</TITLE></HEAD>
<BODY bgcolor=#ffffff><FORM id=aspnetForm method=post><INPUT type=hidden name=__VIEWSTATE value="dDwx12345"><TABLE width=1000 align=center><TR><TD colspan=2>
<TABLE><TR><TD><A href=/>网站首页</A></TD><TD><A href=/a>走进清溪</A></TD><TD><A href=/b>信息公开</A></TD></TR></TABLE></TD></TR>
<TR><TD width=200 valign=top><TABLE>{links}</TABLE></TD><TD><TABLE width=100%><TR><TD>您现在的位置：<A href=/>首页</A> &gt;&gt; 信息公开</TD></TR>
<TR><TD align=center><FONT size=5><B>{title}</B></FONT></TD></TR><TR><TD>发布日期：2018-1-9 浏览次数：<SCRIPT src=c.asp></SCRIPT>35</TD></TR>
<TR><TD><TABLE border=0><TR><TD class=content>{article}</TD></TR></TABLE></TD></TR><TR><TD align=right>【打印本页】【关闭窗口】</TD></TR></TABLE></TD></TR>
<TR><TD colspan=2 align=center>版权所有：清溪县人民政府<BR>技术支持：某某公司</TD></TR></TABLE></FORM></BODY></HTML>"""


def ucap(title: str, article: str) -> str:
    """An article in an element nobody knows, its title only in the particulars and the head of the page."""
    return f"""<html><head><meta charset=utf-8><title>{title} - 清溪县政府信息公开</title></head><body>
<div id=top><a href=/>首页</a>|<a href=/x>信息公开目录</a>|<a href=/y>信息公开指南</a></div>
<ul class=props><li><b>索引号：</b>0123</li><li><b>信息分类：</b>年报</li><li><b>标　　题：</b>{title}</li><li><b>发布日期：</b>2018年01月09日</li></ul>
<div class=wenzhang><ucapcontent>{article}</ucapcontent></div>
<div class=xg><h3>相关链接</h3><a href=/1>{NEIGHBOUR}</a></div><div id=foot>主办单位：清溪县人民政府</div></body></html>"""


def flat(title: str, article: str) -> str:
    """Everything straight in the body, spam shown above it all, as on a page taken over."""
    return f"""<html><head><title>{title}</title></head><body>{SPAM}<br><a href=/>网站首页</a> &gt; <a href=/gk>政府信息公开</a> &gt; 年报<br>
<marquee height=1>{SPAM}</marquee><h2>{title}</h2>发布时间:2018-01-09 来源:柳河镇 字体:[ ]<hr>{article}<hr>
<a href=#>打印</a> <a href=#>关闭</a><br>上一篇：<a href=/1>{NEIGHBOUR}</a><br>Copyright 清溪县</body></html>"""


ARTICLES: dict[str, Article] = {one.__name__: one for one in (paragraphs, spans, breaks, word, divs)}
FRAMES: dict[str, Frame] = {one.__name__: one for one in (bare, modern, old, ucap, flat)}


def page(template: Template, report: Report, article: str = "paragraphs", frame: str = "modern") -> str:
    """The whole page of a report."""
    return FRAMES[frame](report.title, ARTICLES[article](template, report))
