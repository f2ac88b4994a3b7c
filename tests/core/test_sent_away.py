"""The lines that were sent away: remembered for each document, and whatever the file holds, never in the way."""

import pytest

from core import sent_away, stored


def test_a_line_is_away_above_its_own_document_alone_and_others_stay():
    # when
    sent_away.remember("a" * 32, "formChange")
    sent_away.remember("a" * 32, "other")
    sent_away.remember("a" * 32, "other")

    # then
    assert sent_away.is_away("a" * 32, "formChange")
    assert sent_away.is_away("a" * 32, "other")
    assert not sent_away.is_away("a" * 32, "third")
    assert not sent_away.is_away("b" * 32, "formChange")


def test_what_was_told_is_not_sent_away_by_that():
    # when
    sent_away.note_told("a" * 32, "guideOffer")

    # then
    assert sent_away.was_told("a" * 32, "guideOffer")
    assert not sent_away.is_away("a" * 32, "guideOffer")
    assert not sent_away.was_told("b" * 32, "guideOffer")


def test_the_oldest_documents_are_forgotten(monkeypatch):
    # given
    monkeypatch.setattr(sent_away, "MOST", 2)

    # when
    for doc_id in "abc":
        sent_away.remember(doc_id, "line")

    # then
    assert [sent_away.is_away(doc_id, "line") for doc_id in "abc"] == [False, True, True]


@pytest.mark.parametrize(
    "held", [[], "words", {"a": "formChange"}, {"a": [1, None]}, {"a": {"formChange": 1}}]
)
def test_a_spoilt_file_sends_nothing_away_and_is_written_anew(held):
    # given
    stored.write(sent_away.FILE_NAME, held)
    assert not sent_away.is_away("a", "formChange")

    # when
    sent_away.remember("a", "formChange")

    # then
    assert sent_away.is_away("a", "formChange")
