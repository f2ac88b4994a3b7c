"""Word files that are damaged, hostile or hold nothing: one sentence each, and never half a document."""

import pytest

from core import importers
from core.errors import InputError
from core.importers import docx
from core.importers.kinds import Source, kind_of
from tests.core.importers.docx.making import (
    MAIN,
    NAMESPACES,
    OFFICE,
    cell,
    made,
    messages,
    packed,
    paragraph,
    read,
    row,
    run,
    table,
    texts,
)

NAME = "报告.docx"
XXE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;&a;">]>'


def read_files(files):
    return docx.read(Source(NAME, packed(files), "docx"), frozenset())


def refused(files):
    with pytest.raises(InputError) as caught:
        read_files(files)
    assert str(caught.value).startswith(f"“{NAME}”")
    return str(caught.value)


def of_document(text):
    return {"word/document.xml": text}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"<w:document {NAMESPACES}><w:body><w:p>", "已损坏"),
        ("", "已损坏"),
        (f"<w:document {NAMESPACES}/>", "已损坏"),
        ("<html><body/></html>", "已损坏"),
        (f"{XXE}<w:document {NAMESPACES}><w:body>&x;</w:body></w:document>", "不允许的外部引用"),
        (f"{LAUGHS}<w:document {NAMESPACES}><w:body>&b;</w:body></w:document>", "不允许的外部引用"),
        (
            f"<w:document {NAMESPACES}><w:body>{'<w:ins>' * 300}{'</w:ins>' * 300}</w:body></w:document>",
            "嵌套过深",
        ),
        (f"<w:document {NAMESPACES}><w:body>{paragraph()}</w:body></w:document>", "是空的"),
        (
            (
                f"<w:document {NAMESPACES}><w:body>{paragraph('<w:r><w:drawing><a:blip/></w:drawing></w:r>')}"
                "</w:body></w:document>"
            ),
            "只有图片",
        ),
    ],
)
def test_a_document_that_cannot_be_used_is_refused(text, words):
    assert words in refused(of_document(text))


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes"])
def test_a_malformed_part_beside_the_document_is_no_half_reading(part):
    # given
    links = (
        f'<Relationships><Relationship Id="r" Type="{OFFICE}/{part}" Target="{part}.xml"/></Relationships>'
    )
    files = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{paragraph('甲')}</w:body></w:document>",
        "word/_rels/document.xml.rels": links,
        f"word/{part}.xml": "<broken",
    }

    # then
    assert "已损坏" in refused(files)


def test_parts_that_are_named_but_missing_are_done_without():
    # given
    links = (
        f'<Relationships><Relationship Id="r" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    )
    files = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{paragraph('甲')}</w:body></w:document>",
        "word/_rels/document.xml.rels": links,
    }

    # then
    assert texts(read_files(files)) == ["甲"]


def test_tables_in_tables_beyond_reason_are_refused():
    # given
    nested = paragraph("甲")
    for _ in range(40):
        nested = table(row(cell(nested)))

    # then
    assert "嵌套过深" in refused(
        {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{nested}</w:body></w:document>"}
    )


def test_tables_in_tables_within_reason_are_read():
    # given
    nested = paragraph("甲")
    for _ in range(20):
        nested = table(row(cell(nested)))

    # then
    assert texts(read(nested)) == ["甲"]


def test_wrappers_in_wrappers_up_to_the_limit_are_read():
    assert texts(read(paragraph("<w:ins>" * 245 + run("甲") + "</w:ins>" * 245))) == ["甲"]


def test_a_style_that_is_its_own_base_ends_somewhere():
    # given
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:basedOn w:val="{base}"/></w:style>'
        for one, base in (("a", "b"), ("b", "c"), ("c", "a"))
    )

    # then
    assert texts(read(paragraph("甲", properties='<w:pStyle w:val="a"/>'), styles=styles)) == ["甲"]


def test_a_strict_file_is_read_like_any_other():
    # given
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = made(paragraph("甲") + table(row("乙", "1"), row("丙", "2")))
    text = f"<w:document {NAMESPACES}><w:body>{paragraph('甲')}{table(row('乙', '1'))}</w:body></w:document>"

    # when
    document = read_files(of_document(text.replace(MAIN, strict)))

    # then
    assert kind_of(body, ".docx") == "docx"
    assert len(document.elements) == 2


def test_macros_and_addresses_outside_are_told_and_left_alone():
    # given
    links = (
        f'<Relationships><Relationship Id="r" Type="{OFFICE}/image" TargetMode="External" '
        'Target="\\\\evil.example\\a.png"/></Relationships>'
    )
    more = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0", "word/_rels/document.xml.rels": links}

    # when
    document = read(paragraph("甲"), more=more)

    # then
    assert texts(document) == ["甲"]
    assert [message[:8] for message in messages(document)] == ["文件含有宏。只读", "文件引用了外部地"]


def test_the_main_part_may_have_any_name():
    # given
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r" Type="{OFFICE}/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>',
        "word/document2.xml": f"<w:document {NAMESPACES}><w:body>{paragraph('甲')}</w:body></w:document>",
    }

    # then
    assert texts(read_files(files)) == ["甲"]


def test_a_file_cut_short_is_refused_in_the_name_of_the_file(library, tmp_path):
    # given
    path = tmp_path / "去年.docx"
    path.write_bytes(made(paragraph("甲"))[:-40])

    # when
    with pytest.raises(InputError) as caught:
        importers.read(path, library)

    # then
    assert str(caught.value).startswith("“去年.docx”不完整")
