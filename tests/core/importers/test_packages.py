"""The zip gate: packages that are cut short, hostile or beyond all measure never reach a parser."""

import io
import stat
import struct
import zipfile

import pytest

from core.errors import InputError
from core.importers import packages
from core.importers.kinds import Source
from core.importers.packages import open_package

NAME = "报告.docx"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts, **how):
    """A zip of those parts; `how` goes to the container."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **how) as container:
        for name, data in parts:
            container.writestr(name, data)
    return buffer.getvalue()


def opened(*parts):
    return open_package(Source(NAME, zipped(parts), "docx"))


def refused(data):
    """The sentence with which the gate turns the bytes away."""
    with pytest.raises(InputError) as caught:
        open_package(Source(NAME, data, "docx"))
    message = str(caught.value)
    assert message.startswith(f"“{NAME}”")
    assert message.endswith("。")
    return message


def relationships(*links):
    body = "".join(
        f'<Relationship Id="r{place}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for place, (kind, target, mode) in enumerate(links)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{RELS}">{body}</Relationships>'


def test_a_sound_package_gives_its_parts_without_regard_to_case():
    # given
    package = opened(("word/document.xml", "<a>文</a>"), ("word/", ""), ("media/a.bin", b"\x00" * 9))

    # when
    root = package.parsed("Word/Document.XML")

    # then
    assert root.text == "文"
    assert package.names == ("word/document.xml", "media/a.bin")
    assert package.part("media/a.bin") == b"\x00" * 9
    assert not package.has("word/styles.xml")


@pytest.mark.parametrize("kept", [30, 100, 0.5, 0.9, -1])
def test_a_file_cut_short_is_called_incomplete(kept):
    # given
    data = zipped([("word/document.xml", bytes(range(256)) * 40), ("b.xml", "<b/>")])
    end = kept if isinstance(kept, int) else int(len(data) * kept)

    # then
    assert "不完整" in refused(data[:end])


def test_a_part_that_cannot_be_inflated_is_called_incomplete():
    # given
    data = bytearray(zipped([("word/document.xml", "<a>" + "年度报告" * 50 + "</a>")]))
    data[60:70] = b"\xff" * 10

    # then
    assert "不完整" in refused(bytes(data))


def test_too_many_entries_are_refused_before_they_are_listed():
    assert "里面的结构不对" in refused(zipped([(f"a{number}", "") for number in range(packages.ENTRIES + 1)]))


def test_a_part_that_inflates_two_hundredfold_is_refused():
    assert "展开后过大" in refused(zipped([("word/media/a.bin", b"\x00" * (2 * packages.RATIO_FROM))]))


def test_a_small_part_may_be_packed_as_tightly_as_it_likes():
    # given
    package = opened(("a.bin", b"\x00" * packages.RATIO_FROM))

    # then
    assert len(package.part("a.bin")) == packages.RATIO_FROM


@pytest.mark.parametrize(
    ("limit", "name", "words"),
    [
        ("XML_BYTES", "a.xml", "展开后过大"),
        ("XML_BYTES", "a.bin", "展开后过大"),
        ("INFLATED_BYTES", "a.bin", "展开后过大"),
        ("MARKS", "b.xml", "多得不像年度报告"),
    ],
)
def test_parts_beyond_the_limits_are_refused(limit, name, words, monkeypatch):
    # given
    monkeypatch.setattr(packages, limit, 1_000)
    data = zipped([(name, b"<a>" + b"<b/>" * 1_001 + b"</a>")])

    # when
    with pytest.raises(InputError) as caught:
        open_package(Source(NAME, data, "docx")).parsed(name)

    # then
    assert words in str(caught.value)


def test_the_total_is_counted_over_all_parts(monkeypatch):
    # given
    monkeypatch.setattr(packages, "INFLATED_BYTES", 1_000)

    # then
    assert "展开后过大" in refused(zipped([("a.bin", b"a" * 600), ("b.bin", b"b" * 600)]))


def test_a_size_in_the_header_is_not_believed():
    # given a central header that claims 10 bytes
    data = bytearray(zipped([("a.xml", b"<a>" + b"x" * 5_000 + b"</a>")]))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 10)

    # then
    assert "不完整" in refused(bytes(data))


@pytest.mark.parametrize(
    "name",
    ["../evil.xml", "word/../../evil.xml", "/etc/evil.xml", "C:/evil.xml", "..\\evil.xml", "word\\a.xml"],
)
def test_names_that_lead_elsewhere_are_refused(name):
    assert "含有可疑路径" in refused(zipped([("word/document.xml", "<a/>"), (name, "<a/>")]))


def test_a_name_with_nul_is_refused():
    # given
    data = zipped([("a_evil.xml", "<a/>")]).replace(b"a_evil", b"a\x00evil")

    # then
    assert "含有可疑路径" in refused(data)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["word/document.xml", "WORD/Document.xml"])
def test_two_parts_of_one_name_are_refused(second):
    assert "重名" in refused(zipped([("word/document.xml", "<a/>"), (second, "<b/>")]))


def test_a_symbolic_link_is_refused():
    # given
    link = zipfile.ZipInfo("word/document.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    # then
    assert "可疑的链接" in refused(zipped([(link, "/etc/passwd")]))


def test_an_encrypted_entry_is_refused():
    # given
    data = bytearray(zipped([("word/document.xml", "<a/>")]))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1

    # then
    assert "取消密码" in refused(bytes(data))


def test_a_packing_that_office_does_not_know_is_refused():
    # given
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as container:
        container.writestr("word/document.xml", "<a/>")

    # then
    assert "里面的结构不对" in refused(buffer.getvalue())


def test_an_archive_inside_is_refused_but_an_embedded_sheet_is_not():
    # given
    inner = zipped([("a.xml", "<a/>")])

    # then
    assert "还有压缩包" in refused(zipped([("word/document.xml", "<a/>"), ("word/media/a.png", inner)]))
    assert opened(("word/embeddings/sheet1.xlsx", inner)).has("word/embeddings/sheet1.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("word", ["<!DOCTYPE a SYSTEM 'file:///x'>", "<!ENTITY a 'b'>"])
def test_declarations_are_refused_in_every_encoding(encoding, word):
    # given
    text = f'<?xml version="1.0"?>{" " * 70_000}{word}<a/>'

    # then
    assert "不允许的外部引用" in refused(zipped([("word/document.xml", text.encode(encoding))]))


def test_a_declaration_over_two_chunks_is_found():
    # given
    text = " " * (2**16 - 5) + "<!DOCTYPE a><a/>"

    # then
    assert "不允许的外部引用" in refused(zipped([("word/document.xml", text)]))


def test_a_declaration_in_an_encoding_nobody_looks_for_is_refused_when_parsed():
    # given
    text = '<?xml version="1.0" encoding="UTF-7"?>\n+ADwAIQ-DOCTYPE a []+AD4-<a/>'.encode("ascii")
    package = opened(("word/document.xml", text))

    # then
    with pytest.raises(InputError):
        package.parsed("word/document.xml")


def test_elements_may_be_256_deep_and_no_deeper():
    # given
    package = opened(("deep.xml", "<a>" * 256 + "</a>" * 256), ("deeper.xml", "<a>" * 257 + "</a>" * 257))

    # when
    root = package.parsed("deep.xml")
    with pytest.raises(InputError) as caught:
        package.parsed("deeper.xml")

    # then
    assert sum(1 for _ in root.iter()) == 256
    assert "嵌套过深" in str(caught.value)


@pytest.mark.parametrize("text", ["", "<a>", "<a></b>", "<a>&nope;</a>", "no xml", "<a>\x01</a>", "<a/><a/>"])
def test_malformed_parts_are_called_damaged(text):
    # given
    package = opened(("word/document.xml", text))

    # then
    with pytest.raises(InputError, match="已损坏"):
        package.parsed("word/document.xml")


def test_a_missing_part_is_called_damaged():
    with pytest.raises(InputError, match="已损坏"):
        opened(("a.xml", "<a/>")).part("b.xml")


def test_comments_and_instructions_are_not_part_of_the_tree():
    # given
    package = opened(("a.xml", "<a><!-- x --><?word y?><b/></a>"))

    # then
    assert [one.tag for one in package.parsed("a.xml")] == ["b"]


def test_names_of_strict_files_become_those_of_everyday_files():
    # given
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    package = opened(("a.xml", f"<w:a xmlns:w='{strict}'>{strict}</w:a>"))

    # when
    root = package.parsed("a.xml")

    # then
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}a"
    assert root.text == strict


def test_links_between_parts_are_resolved():
    # given
    links = relationships(
        ("styles", "styles.xml", ""),
        ("numbering", "/word/numbering.xml", ""),
        ("image", "../media/a.png", ""),
        ("hyperlink", "http://example.cn/", ' TargetMode="External"'),
    )
    package = opened(("word/document.xml", "<a/>"), ("word/_rels/document.xml.rels", links))

    # when
    found = package.relationships("word/document.xml")

    # then
    assert [(one.kind, one.target, one.external) for one in found] == [
        ("styles", "word/styles.xml", False),
        ("numbering", "word/numbering.xml", False),
        ("image", "media/a.png", False),
        ("hyperlink", "http://example.cn/", True),
    ]
    assert package.relationships("word/styles.xml") == ()


@pytest.mark.parametrize("target", ["word/other.xml", "word/lost.xml"])
def test_the_main_part_is_the_one_that_the_package_names_and_has(target):
    # given
    package = opened(
        ("_rels/.rels", relationships(("officeDocument", target, ""))),
        ("word/document.xml", "<a/>"),
        ("word/other.xml", "<a/>"),
    )

    # then
    assert package.main("word/document.xml") == (target if package.has(target) else "word/document.xml")


def test_addresses_outside_and_macros_are_told_but_links_for_the_mouse_are_not():
    # given
    outside = ' TargetMode="External"'
    settings = relationships(
        ("attachedTemplate", "Normal.dotm", outside),
        ("attachedTemplate", "file://evil.example/a.dotm", outside),
        ("hyperlink", "http://example.cn/", outside),
    )
    document = relationships(("image", "\\\\evil.example\\a.png", outside))
    package = opened(
        ("word/document.xml", "<a/>"),
        ("word/vbaProject.bin", b"\xd0\xcf"),
        ("word/_rels/settings.xml.rels", settings),
        ("word/_rels/document.xml.rels", document),
    )

    # when
    remarks = package.remarks()

    # then
    assert ["宏没有运行" in remarks[0].message, "没有联网" in remarks[1].message] == [True, True]
    assert remarks[1].source.split("\n") == ["file://evil.example/a.dotm", "\\\\evil.example\\a.png"]


def test_a_plain_package_needs_no_remark():
    assert opened(("word/document.xml", "<a/>")).remarks() == ()
