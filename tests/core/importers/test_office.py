"""Files that nobody here reads, converted by the office program: a stand-in for it, and the real one where it is."""

import http.server
import sys
import threading
import time
import zipfile
from pathlib import Path

import pytest

from core import opening
from core.errors import InputError
from core.importers import office
from core.importers.kinds import Source, kind_of
from core.importers.sandbox import GivenUpError
from tests.core.importers import doc_files
from tests.core.importers.docx.test_reports import compared

RTF = b"{\\rtf1 hello}"
ODT = (
    ("mimetype", "application/vnd.oasis.opendocument.text"),
    (
        "META-INF/manifest.xml",
        (
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
            'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
            'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
        ),
    ),
)
CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"><office:body>'
    "<office:text>{body}</office:text></office:body></office:document-content>"
)
LINKED = '<text:section text:name="{name}"><text:section-source xlink:href="{url}"/><text:p>{old}</text:p></text:section>'
IMAGE = (
    '<text:p><draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image xlink:href="{url}" '
    'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
)


def stands_in(monkeypatch, folder, program):
    """Put a program in the place of the office program; it knows `results` and `source`, its words."""
    script = folder / "office.py"
    words = "results, source = Path(sys.argv[sys.argv.index('--outdir') + 1]), Path(sys.argv[-1])"
    script.write_text(
        f"import os, subprocess, sys, time\nfrom pathlib import Path\n{words}\n{program}\n", encoding="utf-8"
    )
    monkeypatch.setattr(office, "find", lambda: (sys.executable, str(script)))


def rtf(name="去年.rtf"):
    return Source(name, RTF, "rtf")


def is_there(number):
    """Whether a process runs; one that is ended and not yet collected does not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def comes_to_an_end(number):
    """Whether a process that was killed ends; the system may take a moment over it."""
    for _ in range(1000):
        if not is_there(number):
            return True
        time.sleep(0.01)
    return False


def test_the_program_gets_a_copy_and_a_profile_of_its_own_and_nothing_of_it_is_left(monkeypatch, tmp_path):
    # given
    program = (
        "profile = next(one for one in sys.argv if one.startswith('-env:'))\n"
        "settings = (source.parent / 'profile' / 'user' / 'registrymodifications.xcu').read_text()\n"
        "said = ' '.join([*sys.argv[1:], os.environ['http_proxy'], settings, source.read_bytes().decode()])\n"
        "(results / 'report.docx').write_text(said)"
    )
    stands_in(monkeypatch, tmp_path, program)

    # when
    with office.converted(rtf("的.rtf")) as path:
        folder, said = path.parent, path.read_text()
        assert path.name == "的.docx"

    # then
    for words in (
        "--headless",
        "docx:MS Word 2007 XML",
        "-env:UserInstallation=file:",
        "MacroSecurityLevel",
        "hello",
    ):
        assert words in said
    assert "http://127.0.0.1:9" in said
    assert not folder.exists()


@pytest.mark.parametrize("program", ["sys.exit(1)", "", "(results / 'report.docx').touch()", "os.abort()"])
def test_a_program_that_makes_nothing_is_a_plain_sentence(monkeypatch, tmp_path, program):
    # given
    stands_in(monkeypatch, tmp_path, program)

    # then
    with pytest.raises(InputError, match=r"“去年\.rtf”没能转换.*另存为 \.docx"), office.converted(rtf()):
        pass


def test_a_program_that_cannot_be_started_is_a_plain_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(office, "find", lambda: (str(tmp_path / "gone"),))

    with pytest.raises(InputError, match="没能转换"), office.converted(rtf()):
        pass


def test_a_computer_without_the_program_tells_the_clerk_what_to_do(monkeypatch):
    monkeypatch.setattr(office, "find", lambda: None)

    for kind, words in (
        ("rtf", "另存为 .docx"),
        ("odt", "另存为 .docx"),
        ("ods", "另存为 .xlsx"),
        ("ole", "另存为 .docx"),
    ):
        with pytest.raises(InputError, match=words), office.converted(Source("去年", b"x", kind)):
            pass


def test_a_program_that_takes_too_long_is_stopped(monkeypatch, tmp_path):
    # given
    stands_in(monkeypatch, tmp_path, "time.sleep(600)")
    monkeypatch.setattr(office, "SECONDS", 0.3)

    # then
    with pytest.raises(InputError, match="时间过长"), office.converted(rtf()):
        pass


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="processes are looked up as Linux shows them"
)
def test_the_clerk_can_give_up_and_the_program_is_ended_with_its_children(monkeypatch, tmp_path):
    # given
    told = tmp_path / "child"
    program = (
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"told = Path({str(told)!r})\ntold.with_suffix('.new').write_text(str(child.pid))\n"
        "told.with_suffix('.new').rename(told)\ntime.sleep(600)"
    )
    stands_in(monkeypatch, tmp_path, program)

    # when
    with pytest.raises(GivenUpError, match="没有变化"), office.converted(rtf(), told.exists):
        pass

    # then
    assert comes_to_an_end(int(told.read_text()))


def test_the_program_is_found_on_the_path_and_in_its_usual_folders(monkeypatch, tmp_path):
    # given
    for folder in ("libreoffice7.3", "libreoffice7.6"):
        (tmp_path / folder / "program").mkdir(parents=True)
        (tmp_path / folder / "program" / "soffice").touch()
    monkeypatch.setattr(office, "_FOLDERS", (str(tmp_path / "libreoffice*"),))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))

    # then
    assert office.find() == (str(tmp_path / "libreoffice7.6" / "program" / "soffice"),)
    monkeypatch.setattr("shutil.which", lambda name: f"found/{name}")
    assert office.find() == ("found/soffice",)


def test_opening_a_file_converts_it_where_nobody_reads_it_and_says_so(monkeypatch, tmp_path, library):
    # given
    template, report = doc_files.whole_report()
    ready = tmp_path / "ready.docx"
    ready.write_bytes(doc_files.packaged(doc_files.report()))
    stands_in(
        monkeypatch, tmp_path, f"(results / 'report.docx').write_bytes(Path({str(ready)!r}).read_bytes())"
    )
    path = tmp_path / "去年.rtf"
    path.write_bytes(RTF)

    # when
    opened = opening.load(path, library).report

    # then
    assert compared(opened, template) == compared(report, template)
    assert "“去年.rtf”是先用本机的办公软件转换" in opened.notes[0].message


def test_a_file_that_is_read_here_is_not_converted(monkeypatch, library):
    monkeypatch.setattr(office, "find", lambda: pytest.fail("not asked for"))

    assert opening.load(doc_files.FOLDER / "report.doc", library).report.year == 2024


def test_what_needs_no_conversion_and_what_cannot_be_converted_is_told_by_the_reader(tmp_path, library):
    path = tmp_path / "扫描.docx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)

    with pytest.raises(InputError, match="是一张图片"):
        opening.load(path, library)


# ---- the real program

needs_office = pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed")


@needs_office
@pytest.mark.parametrize("suffix", ["odt", "rtf"])
def test_the_real_program_converts_a_report_that_comes_back_equal(suffix, tmp_path, library, monkeypatch):
    # given: the same program makes the file first
    template, report = doc_files.whole_report()
    kind = office.Kind(".docx", f".{suffix}", {"odt": "writer8", "rtf": "Rich Text Format"}[suffix])
    path = tmp_path / f"去年.{suffix}"
    with monkeypatch.context() as patched:
        patched.setitem(office.KINDS, "docx", kind)
        source = Source("去年.docx", doc_files.packaged(doc_files.report()), "docx")
        with office.converted(source) as made:
            path.write_bytes(made.read_bytes())
    assert kind_of(path.read_bytes(), f".{suffix}") == suffix

    # when
    opened = opening.load(path, library).report

    # then
    assert compared(opened, template) == compared(report, template)


class _Listener(http.server.BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012 - the server makes a handler for each question

    def handle(self):
        self.asked.append(str(self.client_address))


@needs_office
def test_the_real_program_fetches_nothing_from_the_network_or_the_disk(tmp_path):
    # given
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    server = http.server.HTTPServer(("127.0.0.1", 0), _Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    body = "".join(
        (
            LINKED.format(name="a", url=secret.as_uri(), old="old one"),
            LINKED.format(name="b", url=f"{url}/text.txt", old="old two"),
            IMAGE.format(url=f"{url}/image.png"),
        )
    )
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as package:
        for name, text in (*ODT, ("content.xml", CONTENT.format(body=body))):
            package.writestr(name, text)

    # when
    with office.converted(Source("a.odt", path.read_bytes(), "odt")) as made, zipfile.ZipFile(made) as result:
        text = b" ".join(result.read(name) for name in result.namelist())
    server.shutdown()
    server.server_close()

    # then
    assert b"old one" in text
    assert b"old two" in text
    assert b"SECRET" not in text
    assert _Listener.asked == []
