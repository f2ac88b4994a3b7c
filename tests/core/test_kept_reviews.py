"""Reviews kept aside: whole or not at all, found again where their source is the same."""

import errno
import json
import os
from dataclasses import replace

import pytest

from core import atomic, kept_reviews, paths
from core.errors import AutosaveError, InputError
from core.importers import reading
from core.importers.reviewing import Review
from core.importers.reviewing.decisions import Words
from core.kept_reviews import Source
from core.report import Paragraph

CELL, OTHER = "disclosure.rules.made", "disclosure.documents.valid"
OVERVIEW = "overview/0"
SAID = "2023年，本镇公开信息37条。"
TEXT = f"""清溪县柳河镇人民政府2023年政府信息公开工作年度报告
一、总体情况
{SAID}
五、存在的主要问题及改进情况
公开栏更新不够及时。
"""


@pytest.fixture
def read(library, tmp_path):
    path = tmp_path / "去年.txt"
    path.write_text(TEXT, encoding="utf-8")
    return reading.read(path, library, template_id=None, year=None)


@pytest.fixture
def form(library, read):
    return library.get(read.report.template)


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "去年.txt"
    return Source(path.name, str(path), "1" * 64, forward_first=True)


@pytest.fixture
def review(read, form):
    review = Review(read, form)
    review.propose_field("unit", "清溪县柳河镇")
    review.set_cells({CELL: "12"})
    review.set_words(OVERVIEW, Words("2023年，公开信息38条。", 0, "overview"))
    review.accept(review.places[0])
    return review


@pytest.fixture
def kept(source, review):
    kept = kept_reviews.of(kept_reviews.new_id(), source, review)
    kept_reviews.write(kept, is_open=False)
    return kept


def files():
    return sorted((paths.recovery() / "reviews").glob("*"))


def changed(kept, **told):
    path = files()[0]
    held = json.loads(path.read_bytes())
    held.update(told)
    path.write_text(json.dumps(held), encoding="utf-8")
    return kept_reviews.again(kept.id)


def test_a_review_comes_back_as_it_was_left(kept, review, form):
    # when
    found = kept_reviews.found()

    # then
    assert found == [kept]
    again = found[0].review(form)
    assert again.report() == review.report()
    assert again.open_places() == review.open_places()
    assert (again.corrections, again.proposed) == (review.corrections, review.proposed)
    assert (kept.corrections, kept.seen) == (2, 1)


def test_a_file_whose_name_is_not_utf_8_is_kept_as_well(source, review):
    # given: the system hands on a byte that it cannot read as half a character
    name = "年报\udcff.txt"

    # when
    kept = kept_reviews.of(
        kept_reviews.new_id(), replace(source, name=name, path=f"/elsewhere/{name}"), review
    )
    kept_reviews.write(kept, is_open=False)

    # then
    assert kept_reviews.found() == [kept]


def test_it_is_found_by_what_the_source_holds_wherever_that_lies(kept, source):
    # when
    known = kept_reviews.known_of(replace(source, name="别处.txt", path="/elsewhere/别处.txt"))

    # then
    assert known.kept == kept
    assert known.before is None


def test_of_a_file_that_has_changed_only_the_former_review_is_known(kept, source):
    # when
    known = kept_reviews.known_of(replace(source, sha256="2" * 64))

    # then
    assert known.kept is None
    assert known.before == kept


@pytest.mark.parametrize("sha256", ["", "3" * 64])
def test_another_source_knows_of_nothing(kept, sha256):
    # when
    known = kept_reviews.known_of(Source("另一份.txt", "/elsewhere/另一份.txt", sha256))

    # then
    assert (known.kept, known.before) == (None, None)


def test_what_another_process_has_open_is_neither_found_nor_taken(kept, source):
    # given: the process that started this one, which runs
    parent = os.getppid()
    owner = {
        "pid": parent,
        "born": kept_reviews.processes.born(parent),
        "computer": kept_reviews.processes.computer(),
    }

    # when
    now = changed(kept, owner=owner)

    # then
    assert now is None
    assert kept_reviews.found() == []
    assert kept_reviews.take(kept.id) is None
    assert kept_reviews.known_of(source).kept is None


def test_what_this_process_takes_is_no_more_found_until_it_is_left(kept):
    # when
    taken = kept_reviews.take(kept.id)

    # then: under a name of its own
    assert taken == replace(kept, id=taken.id)
    assert [one.stem for one in files()] == [taken.id]
    assert kept_reviews.found() == []

    # when
    kept_reviews.write(taken, is_open=False)

    # then
    assert kept_reviews.found() == [taken]


def test_of_two_windows_that_want_it_at_once_one_gets_it(kept, monkeypatch):
    # given: both have looked before either took it
    monkeypatch.setattr(kept_reviews, "again", lambda _: kept)

    # when
    first, second = kept_reviews.take(kept.id), kept_reviews.take(kept.id)

    # then
    assert second is None
    assert [one.stem for one in files()] == [first.id]


def test_what_the_system_does_not_let_go_stays_and_that_is_said(kept, monkeypatch):
    # given
    def held(*_):
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(kept_reviews.Path, "rename", held)

    # when
    with pytest.raises(InputError, match="内容还在"):
        kept_reviews.take(kept.id)

    # then
    assert kept_reviews.found() == [kept]


def test_a_full_disk_keeps_nobody_from_what_was_found(kept, monkeypatch):
    # given
    def refuse(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(atomic, "_write_draft", refuse)

    # when
    taken = kept_reviews.take(kept.id)

    # then: it is known by the name of its file, whatever stands in it
    assert kept_reviews.found() == [taken]
    assert kept_reviews.again(taken.id) == taken


def test_read_otherwise_by_now_only_what_says_the_same_stays(kept, read, form):
    # given
    report = read.report.model_copy(deep=True)
    report.section("overview").paragraphs[0] = Paragraph(text="读法变了。")
    now = replace(read, report=report)

    # when
    review = kept.review_of(now, form)

    # then
    assert review.words_of(OVERVIEW).text == "读法变了。"
    assert review.report().text(CELL) == "12"
    assert review.corrections == 1


def test_a_file_has_a_fingerprint_and_nothing_else_has(tmp_path, monkeypatch):
    # given
    path = tmp_path / "去年.txt"
    path.write_bytes(b"abc")

    # then
    assert kept_reviews.fingerprint(path).startswith("ba7816bf")
    assert kept_reviews.fingerprint(tmp_path) == ""
    assert kept_reviews.fingerprint(tmp_path / "没有.txt") == ""

    # when
    monkeypatch.setattr(kept_reviews, "LIMIT", 2)

    # then: nobody reads one as large as that
    assert kept_reviews.fingerprint(path) == ""


@pytest.mark.parametrize("held", [b"", b"{", b"[]", b'{"id": 1}', b"\xff\xfe"])
def test_a_spoilt_file_is_as_if_not_there_and_stays(kept, held, source):
    # given
    files()[0].write_bytes(held)

    # then
    assert kept_reviews.found() == []
    assert kept_reviews.again(kept.id) is None
    assert kept_reviews.known_of(source).kept is None
    assert files()[0].read_bytes() == held


def test_one_of_last_year_goes_and_one_of_last_month_stays(kept):
    # given
    path = files()[0]
    stamp = path.stat().st_mtime

    # when
    os.utime(path, (0, stamp - 30 * 24 * 3600))

    # then
    assert kept_reviews.found() == [kept]

    # when
    os.utime(path, (0, stamp - 200 * 24 * 3600))

    # then
    assert kept_reviews.found() == []
    assert files() == []


def test_a_disk_that_refuses_keeps_what_was_there_and_says_so(kept, review, source, monkeypatch):
    # given
    before = files()[0].read_bytes()

    def refuse(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(atomic, "_write_draft", refuse)
    review.set_cells({OTHER: "3"})

    # when
    with pytest.raises(AutosaveError, match="在本机暂存不了"):
        kept_reviews.write(kept_reviews.of(kept.id, source, review), is_open=True)

    # then
    assert [one.read_bytes() for one in files()] == [before]


def test_what_is_let_go_is_gone_however_often(kept):
    # when
    kept_reviews.forget(kept.id)
    kept_reviews.forget(kept.id)

    # then
    assert files() == []


def test_to_begin_anew_drops_all_but_what_was_proposed_and_can_be_taken_back(review, read):
    # given
    before = review.report()

    # when
    review.begin_anew()

    # then
    assert not review.is_begun
    assert review.report().text(CELL) == ""
    assert review.words_of(OVERVIEW).text == SAID
    assert review.report().unit.name == "清溪县柳河镇"

    # when
    review.take_back()

    # then
    assert review.report() == before


def test_the_place_where_the_clerk_was_is_kept_and_a_file_without_it_is_read(source, review):
    # given
    kept = kept_reviews.of(kept_reviews.new_id(), source, review, here="overview/0")
    kept_reviews.write(kept, is_open=False)
    assert kept_reviews.again(kept.id).here == "overview/0"
    path = files()[0]
    held = json.loads(path.read_bytes())

    # when: as a version wrote it that did not know of places
    del held["here"]
    path.write_text(json.dumps(held), encoding="utf-8")

    # then
    old = kept_reviews.again(kept.id)
    assert old.here == ""
    assert old.decisions == kept.decisions


def test_corrections_kept_by_a_version_that_counted_otherwise_are_counted_as_now(kept):
    # when
    again = changed(kept, corrections=9)

    # then
    assert again == kept
