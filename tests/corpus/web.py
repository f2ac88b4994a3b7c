"""Web pages of reports: articles as editors leave them, within frames of content systems; saved, or archived as mht."""

from email import policy
from email.message import EmailMessage
from html import escape
from pathlib import Path
from random import Random

from tests.corpus.pieces import Cell, Drawn, Line, Set

FRAMES = ("none", "portal", "tables", "columns", "print-view")
_COUNTY = "云溪县"
_BOLD = ("title", "one", "two")


def page(report: Set, frame: str, charset: str, rng: Random) -> str:
    """Return the page of a report."""
    twice = (
        rng.random() < 0.3 and not report.layout.head
    )  # the frame prints the title and the article once more
    article = _Article(report, rng).html(with_title=frame in ("none", "print-view") or twice)
    title = report.truth.title
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    return _framed(frame, title, head, article)


def write(path: Path, report: Set, frame: str, encoding: str, rng: Random) -> None:
    """Write a page as a browser saves it; one encoding in four goes undeclared."""
    charset = {"gbk": "gb2312", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    declared = charset if rng.random() < 0.75 else ""
    path.write_bytes(page(report, frame, declared, rng).encode(encoding, "xmlcharrefreplace"))


def write_mht(path: Path, report: Set, frame: str, rng: Random) -> None:
    """Write a page as a web archive, by the mail library."""
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = "<Saved by Windows Internet Explorer 8>"
    message["Subject"] = report.truth.title
    message["MIME-Version"] = "1.0"
    text = page(report, frame, "utf-8", rng)
    message.set_content(text, subtype="html", charset="utf-8", cte=rng.choice(("quoted-printable", "base64")))
    message.add_related(b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", maintype="image", subtype="gif")
    message.set_boundary("----=_NextPart_000_0000_01D0A1B2.C3D4E5F0")
    path.write_bytes(bytes(message))


class _Article:
    """The words of a report as HTML, in the habits of one editor."""

    def __init__(self, report: Set, rng: Random) -> None:
        self._report = report
        self._way = rng.choice(("p", "p", "div", "br", "span"))
        self._headings = report.layout.heading == "styled" or rng.random() < 0.3
        self._cell = rng.choice(("{}", "{}", "<p>{}</p>", '<p align="center"><span>{}&nbsp;</span></p>'))

    def html(self, *, with_title: bool) -> str:
        """Return the article; without its title where the frame prints that."""
        found: list[str] = []
        for piece in self._report.pieces:
            if isinstance(piece, Drawn):
                found.append(f'<div style="overflow-x:auto">{table(piece, self._cell)}</div>')
            elif with_title or piece.role not in ("title", "above"):
                self._line(piece, found)
        return "\n".join(found)

    def _line(self, line: Line, found: list[str]) -> None:
        layout = self._report.layout
        text = escape(line.shown)
        if line.role == "body" and not line.depth:
            text = layout.indent.replace(" ", "&nbsp;") + text
        if line.soft and found:
            last = found[-1]
            found[-1] = (
                last.replace("</", f"<br>{text}</", 1)
                if "</" in last
                else last.replace("<br>", f"<br>{text}<br>", 1)
            )
            return
        found.append(self._tagged(line, text))

    def _tagged(self, line: Line, text: str) -> str:
        if line.role == "title":
            return f"<h1>{text}</h1>"
        if self._headings and line.depth:
            return f"<h{line.depth + 1}>{text}</h{line.depth + 1}>"
        if line.role in _BOLD:
            text = f"<strong>{text}</strong>"
        aligned = (
            ' align="right"'
            if line.role == "sign"
            else ' style="text-align: center"'
            if line.role == "small"
            else ""
        )
        if self._way == "br":
            return f"{text}<br><br>"
        if self._way == "div":
            return f"<div{aligned}>{text}</div>"
        if self._way == "span":
            return f'<p{aligned}><span style="font-size:16pt"><span lang="EN-US">{text}</span></span></p>'
        return f"<p{aligned}>{text}</p>"


def table(drawn: Drawn, cell: str = "{}") -> str:
    """Return a drawn table."""
    rows = [""] * drawn.rows
    for one in sorted(drawn.cells, key=lambda one: (one.row, one.column)):
        rows[one.row] += _cell(one, cell)
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table border="1" cellspacing="0" style="border-collapse:collapse"><tbody>{body}</tbody></table>'


def _cell(one: Cell, inner: str) -> str:
    tag = "th" if one.head else "td"
    spans = f' rowspan="{one.row_span}"' * (one.row_span > 1) + f' colspan="{one.column_span}"' * (
        one.column_span > 1
    )
    words = escape(one.text).replace("\n", "<br/>")
    return f"<{tag}{spans}>{inner.format(words) if words else '&nbsp;'}</{tag}>"


def _framed(frame: str, title: str, head: str, article: str) -> str:
    if frame == "none":
        return f"<!DOCTYPE html>\n<html><head>{head}<title>{title}</title></head>\n<body>\n{article}\n</body></html>"
    return {"portal": _portal, "tables": _tables, "columns": _columns, "print-view": _print_view}[frame](
        title, head, article
    )


def _portal(title: str, head: str, article: str) -> str:
    """A portal with menus, particulars in a list, a side list of other years, sharing, a footer."""
    years = "".join(
        f'<li><a href="../{y}/">{_COUNTY}石桥乡{y}年政府信息公开工作年度报告</a><span>[{y + 1}-01-20]</span></li>'
        for y in range(2014, 2020)
    )
    return f"""<!DOCTYPE html><html><head>{head}<title>{title}_年报_{_COUNTY}人民政府门户网站</title><script>document.write("<p>脚本文字一、总体情况</p>");</script>
<style>.hide{{display:none}}</style></head><body><div class="top"><a>登录</a> | <a>注册</a> | <a>长者模式</a></div>
<ul class="menu"><li><a href="/">首页</a></li><li><a>走进云溪</a></li><li><a>政务公开</a></li><li><a>政务服务</a></li><li><a>互动交流</a></li></ul>
<div class="crumb">您所在的位置：<a href="/">首页</a> &gt; <a>政府信息公开</a> &gt; <a>政府信息公开年报</a></div>
<div class="wrap"><div class="side"><h3>往年年报</h3><ul>{years}</ul></div><div class="content"><ul class="attr"><li>索 引 号：YX0101-2020-0003</li>
<li>发布机构：党政办公室</li><li>成文日期：2020-01-20</li><li>公开方式：主动公开</li></ul><h2 class="tit">{title}</h2>
<div class="src">来源：党政办公室　发布时间：2020-01-20 10:20　浏览次数：<span id="hits">86</span> 次　字号：[ <a>大</a> <a>中</a> <a>小</a> ]</div>
<div id="UCAP-CONTENT" class="view">{article}</div><div class="hide">关键词：博彩 开户</div>
<div class="tool"><a>【打印此页】</a><a>【关闭窗口】</a></div><div class="near">上一篇：<a>{_COUNTY}2019年财政决算公开</a><br>下一篇：<a>没有了</a></div></div></div>
<div class="foot"><p>主办：{_COUNTY}人民政府办公室</p><p>网站标识码：0000000001　吉公网安备00000000000001号</p></div></body></html>"""


def _tables(title: str, head: str, article: str) -> str:
    """A page of the years when tables held everything together, tags unclosed."""
    links = "".join(f"<tr><td><a href=#>· 工作动态第{n}条</a>" for n in range(1, 9))
    return f"""<HTML><HEAD>{head}<TITLE>{_COUNTY}政府信息公开网</TITLE></HEAD><BODY><table width=980 border=0 align=center cellpadding=0>
<tr><td colspan=2><img src=top.jpg></td></tr><tr><td colspan=2><table><tr><td><a>首 页</a></td><td><a>公开指南</a></td><td><a>公开目录</a></td><td><a>年度报告</a></td></tr></table></td></tr>
<tr><td width=180 valign=top><table>{links}</table></td><td valign=top><table width="100%"><tr><td>当前位置：首页 → 年度报告 → 正文</td></tr>
<tr><td align=center class=bt>{title}</td></tr><tr><td align=center>[ 作者：管理员　更新时间：2013-2-5　点击数：120 ]</td></tr><tr><td><hr></td></tr>
<tr><td class=nr><div id=fontzoom>{article}</div></td></tr><tr><td align=right><a href="javascript:print()">打印本页</a> | <a href="javascript:close()">关闭窗口</a></td></tr></table></td></tr>
<tr><td colspan=2 align=center>版权所有 {_COUNTY}人民政府　技术支持：县信息中心</td></tr></table></BODY></HTML>"""


def _columns(title: str, head: str, article: str) -> str:
    """A page of elements with roles, with comments, an accessibility bar and related links."""
    related = "".join(f"<li><a>{_COUNTY}安监局{y}年年报</a></li>" for y in range(2018, 2022))
    return f"""<!doctype html><html lang="zh-CN"><head>{head}<title>{title}</title></head><body><header><a>无障碍阅读</a><h2>{_COUNTY}人民政府</h2><nav><a>要闻</a><a>公开</a><a>服务</a></nav></header>
<main><!-- 正文开始 --><article><h1>{title}</h1><p class="meta"><time>发布日期：2021年01月18日</time> <span>信息来源：本站</span></p><section class="rich">{article}</section></article><!-- 正文结束 -->
<aside><h3>相关链接</h3><ul>{related}</ul></aside></main><footer><p>联系我们 | 网站地图 | 隐私声明</p><p>Copyright © {_COUNTY}人民政府 All Rights Reserved</p></footer></body></html>"""


def _print_view(title: str, head: str, article: str) -> str:
    """What a site shows for printing: nearly bare."""
    return f"<html><head>{head}<title>{title}</title></head><body><p>当前位置：首页&gt;政府信息公开年报</p>{article}<p>【打印】【关闭】</p></body></html>"
