"""A file opened once more: what can be seen of it, and where quotes stand."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from ranking.extraction.locate import Found
from ranking.extraction.pdfium import DamagedError, PdfiumFile
from ranking.extraction.reopened import Reopened
from tests.extraction.conftest import Applications, DamagedPdfium, PdfBuilder
from tests.extraction.test_word import letter

Make = Callable[[], PdfBuilder]


def located(path: Path, wanted: dict[int, list[str]], *passwords: str) -> Found:
    with Reopened(path, passwords) as again:
        return again.check(wanted).found


def test_locked_file(applications: Applications, pdf: Make) -> None:
    builder = pdf().text("The quick brown fox")
    builder.writer.encrypt("sesame", "owner", algorithm="AES-256")
    path = applications.root / applications.add("cv.pdf", builder.bytes()).path
    assert not located(path, {1: ["quick"]})
    assert located(path, {1: ["quick"]}, "sesame")[1, "quick"]


def test_file_that_pypdf_alone_reads_has_no_boxes(
    applications: Applications, pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ranking.extraction.reopened.PdfiumFile", DamagedPdfium)
    path = applications.root / applications.add("cv.pdf", pdf().text("A quick fox").bytes()).path
    assert located(path, {1: ["quick fox", "slow fox"]}) == {(1, "quick fox"): ()}


def test_word_file_has_no_boxes(applications: Applications) -> None:
    applications.add("letter.docx", letter())
    wanted = {1: ["on Lie groups", "Topology A", "on Lie algebras"]}
    found = located(applications.root / "letter.docx", wanted)
    assert found == {(1, "on Lie groups"): (), (1, "Topology A"): ()}


def test_both_looks_share_one_opening(
    applications: Applications, pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    opening = PdfiumFile.open

    def note(path: Path, passwords: Sequence[str]) -> PdfiumFile:
        opened.append(path)
        return opening(path, passwords)

    monkeypatch.setattr(PdfiumFile, "open", note)
    path = applications.root / applications.add("cv.pdf", pdf().text("A quick fox").bytes()).path
    with Reopened(path, ()) as again:
        checked = again.check({1: ["quick"]}, [1])
    assert checked.seen[1].text.split() == ["A", "quick", "fox"]
    assert set(checked.found) == {(1, "quick")}
    assert opened == [path]


def test_a_page_that_breaks_costs_itself(applications: Applications, pdf: Make) -> None:
    path = applications.root / applications.add("cv.pdf", pdf().text("A quick fox").bytes()).path
    with Reopened(path, ()) as again:
        checked = again.check({7: ["quick"], 1: ["quick"]}, [7, 1])
    assert set(checked.seen) == {1}
    assert set(checked.found) == {(1, "quick")}


def test_unseen_words_are_found_before_they_are_switched_off(
    applications: Applications, pdf: Make
) -> None:
    builder = pdf().drawn("1 1 1 rg BT /F1 12 Tf 72 700 Td (A quick fox) Tj ET")
    path = applications.root / applications.add("cv.pdf", builder.bytes()).path
    with Reopened(path, ()) as again:
        checked = again.check({1: ["quick fox"]}, [1])
    assert checked.found[1, "quick fox"]


def test_a_page_that_pypdf_alone_reads_has_no_boxes(
    applications: Applications, pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = applications.root / applications.add("cv.pdf", pdf().text("A quick fox").bytes()).path

    def torn(_pdf: PdfiumFile, number: int) -> NoReturn:
        raise DamagedError(f"page {number} is torn")

    monkeypatch.setattr(PdfiumFile, "page", torn)
    with Reopened(path, ()) as again:
        checked = again.check({1: ["quick fox", "slow fox"]}, [1])
    assert checked.found == {(1, "quick fox"): ()}
    assert checked.seen == {}
