"""Pages set by a process beside: what is known of them is the same as here, even where that process cannot be had."""

import subprocess

import pytest

from core.export import beside, pdf
from core.export.typesetter import BrokenOffError, Typesetter
from core.layout import lay_out
from tests.samples import filled


@pytest.fixture
def document(library):
    return lay_out(*filled(library, "national-2021", 2024))


def test_it_is_as_it_would_be_here_and_the_process_goes(document, monkeypatch):
    # given
    begin, begun = subprocess.Popen, []

    def noted(*words, **named):
        begun.append(begin(*words, **named))
        return begun[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)

    # when
    rendering = beside.rendered(document)

    # then
    assert rendering == pdf.render(document)
    assert [one.returncode is not None for one in begun] == [True]


@pytest.mark.parametrize("error", [OSError("no memory"), BrokenOffError("ended")])
def test_without_a_process_the_pages_are_set_here(document, monkeypatch, error):
    # given
    def no_process(*_: object) -> None:
        raise error

    monkeypatch.setattr(Typesetter, "render", no_process)

    # then
    assert beside.rendered(document) == pdf.render(document)


def test_what_is_wrong_with_the_pages_is_raised_as_here(document, monkeypatch):
    # given: a fault over there, and here
    def breaks_off(*_: object) -> None:
        raise BrokenOffError("traceback")

    def at_fault(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Typesetter, "render", breaks_off)
    monkeypatch.setattr(pdf, "render", at_fault)

    # then
    with pytest.raises(ZeroDivisionError):
        beside.rendered(document)
