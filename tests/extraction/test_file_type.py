import pytest

from ranking.extraction.file_type import foreign_type, is_pdf


@pytest.mark.parametrize("head", [b"%PDF-1.7\n", b"junk before\n%PDF-1.4"])
def test_header_of_a_pdf(head: bytes) -> None:
    assert is_pdf(head)


@pytest.mark.parametrize(
    ("head", "name", "words"),
    [
        (b"PK\x03\x04", "cv.docx", "a Word file (.docx)"),
        (b"PK\x03\x04", "all.zip", "a zip archive"),
        (b"PK\x03\x04", "cv.pdf", "a zip archive"),
        (b"\xff\xd8\xff\xe0", "transcript.jpg", "a JPEG picture"),
        (b"\x89PNG\r\n", "scan.pdf", "a PNG picture"),
        (b"\n<!DOCTYPE html>", "cv.pdf", "a web page"),
        (b"Dear committee", "letter.txt", "a plain text"),
        (b"Dear committee", "letter.xyz", "a .xyz file"),
        (b"Dear committee", "letter", "a file without a suffix"),
        (b"torn", "letter.pdf", ""),
    ],
)
def test_what_a_file_is(head: bytes, name: str, words: str) -> None:
    assert not is_pdf(head)
    assert foreign_type(head, name) == words
