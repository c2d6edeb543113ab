import io
import zipfile

import docx
import pytest

from tests.extraction.conftest import Applications


def letter() -> bytes:
    document = docx.Document()
    document.add_heading("Personal letter")
    document.add_paragraph("My thesis is on Lie groups.")
    table = document.add_table(rows=2, cols=2)
    for row, words in zip(table.rows, (("Course", "Grade"), ("Topology", "A")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    document.add_paragraph("Sincerely")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_paragraphs_and_rows_are_lines(applications: Applications) -> None:
    document, problems = applications.read("letter.docx", letter())
    assert document.text.split("\n") == [
        "Personal letter",
        "My thesis is on Lie groups.",
        "Course Grade",
        "Topology A",
        "Sincerely",
    ]
    assert document.fully_read
    assert [problem.code for problem in problems] == ["not-pdf"]
    assert "text was read" in problems[0].message


@pytest.mark.parametrize("limit", [1_000, 200_000_000])
def test_file_that_is_damaged_or_unfolds_to_an_enormous_size(
    applications: Applications, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr("ranking.extraction.word._MOST_BYTES", limit)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<torn" * 1_000)
    document, problems = applications.read("letter.docx", out.getvalue())
    assert [problem.code for problem in problems] == ["not-pdf"]
    assert "cannot be opened" in problems[0].message
    assert document.page_count == 0
