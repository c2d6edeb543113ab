from pathlib import Path

import pytest
from pypdf import PdfWriter

from ranking.evaluation.pages import read_pages


@pytest.fixture
def folder(applications: Path, tmp_path: Path) -> Path:
    """Return a folder with a CV, the same locked, and a file that is no PDF."""
    cv = applications / "Berg_Ada" / "CV, Berg, 20230018.pdf"
    (tmp_path / "Berg_Ada").mkdir()
    (tmp_path / "Berg_Ada" / "CV.pdf").write_bytes(cv.read_bytes())
    writer = PdfWriter(clone_from=cv)
    writer.encrypt(user_password="invented", algorithm="AES-256")  # noqa: S106 - a test's own
    writer.write(tmp_path / "locked.pdf")
    (tmp_path / "notes.txt").write_text("Lie groups", encoding="utf-8")
    return tmp_path


def test_text_of_pages(folder: Path) -> None:
    texts = read_pages(folder, [("Berg_Ada/CV.pdf", 1)])
    assert list(texts) == [("Berg_Ada/CV.pdf", 1)]
    assert "Curriculum vitae" in texts["Berg_Ada/CV.pdf", 1]


def test_a_file_in_another_folder_is_found_by_its_name(folder: Path) -> None:
    texts = read_pages(folder, [("elsewhere/CV.pdf", 1)])
    assert "Curriculum vitae" in texts["elsewhere/CV.pdf", 1]


@pytest.mark.parametrize("file", ["locked.pdf", "notes.txt", "missing.pdf"])
def test_a_file_that_cannot_be_opened_has_no_text(folder: Path, file: str) -> None:
    assert read_pages(folder, [(file, 1)]) == {(file, 1): ""}


def test_no_such_page(folder: Path) -> None:
    assert read_pages(folder, [("Berg_Ada/CV.pdf", 9), ("Berg_Ada/CV.pdf", 0)]) == {}
