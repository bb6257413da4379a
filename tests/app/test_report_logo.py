"""A logo is checked when it is chosen, and stands in the report."""

from pathlib import Path

import pytest

from okrdesk.app.reporting import logo_svg
from okrdesk.app.reporting.logo import LARGEST
from okrdesk.domain.errors import UserError

PNG = b"\x89PNG\r\n\x1a\n" + b"data"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (PNG, "data:image/png;base64,iVBORw0KGgpkYXRh"),
        (b"\xff\xd8\xff\xe0", "data:image/jpeg;base64,/9j/4A=="),
        (b'<?xml version="1.0"?><svg><g/></svg>', "<svg><g/></svg>"),
    ],
)
def test_a_picture_becomes_svg(tmp_path: Path, content: bytes, part: str) -> None:
    path = tmp_path / "logo"
    path.write_bytes(content)
    assert part in logo_svg(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"GIF89a", "logo is no picture that can be used. Choose a PNG, JPEG or SVG file."),
        (PNG + bytes(LARGEST), "A logo may have at most 1 MB. Choose a smaller picture."),
        (None, "The logo logo cannot be read. Choose a picture in the settings, under Report."),
    ],
)
def test_what_is_no_logo_is_refused(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "logo"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        logo_svg(path)
    assert str(refused.value.message) == words
