"""Every report format."""

from dataclasses import replace

import pytest

from okrdesk.reports import FORMATS
from okrdesk.reports.format import Format
from tests.reports.marigold import REPORT

each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)


def test_ids_and_suffixes_differ() -> None:
    assert len({form.id for form in FORMATS}) == len({form.suffix for form in FORMATS})
    assert all(form.suffix.startswith(".") for form in FORMATS)


@each_format
def test_the_same_data_give_the_same_bytes(form: Format) -> None:
    assert form.render(REPORT) == form.render(REPORT)


@each_format
def test_other_data_give_other_bytes(form: Format) -> None:
    assert form.render(REPORT) != form.render(replace(REPORT, author="Somebody Else"))


@each_format
def test_an_empty_plan_has_a_report(form: Format) -> None:
    cover = replace(REPORT.cover, sentences=(), chart=None, tables=())
    assert form.render(replace(REPORT, cover=cover, higher=(), pages=(), attention=(), kpis=()))


@each_format
def test_a_media_type_is_named(form: Format) -> None:
    assert form.media_type.count("/") == 1
