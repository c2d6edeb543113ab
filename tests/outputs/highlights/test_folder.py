"""The folder of highlighted copies: of the demo cohort, and of files that make trouble."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from ranking.inputs.data_root import data_root
from ranking.model.document import Reader
from ranking.model.evidence import Evidence
from ranking.model.result import Result
from ranking.outputs.highlights import folder as module
from ranking.outputs.highlights.folder import Outcome, write_copy
from ranking.outputs.highlights.marks import plan_copies
from ranking.steps.options import Built
from tests.outputs.highlights.conftest import MakeResult

OPEN: Any = pypdfium2.PdfDocument
RAW: Any = pypdfium2.raw
Page = Any
DEMO = data_root() / "demo" / "applications"
LARGEST_SHARE = 1.3

Highlights = tuple[Result, tuple[Outcome, ...], Path]


def write_all(result: Result, root: Path, out: Path) -> tuple[Outcome, ...]:
    """Write the copies of all candidates."""
    return tuple(write_copy(copy, root, (), out) for copy in plan_copies(result))


@pytest.fixture(scope="module")
def demo(demo_build: tuple[Built, Path], tmp_path_factory: pytest.TempPathFactory) -> Highlights:
    result, out = demo_build[0].result, tmp_path_factory.mktemp("highlighted")
    return result, write_all(result, DEMO, out), out


def contents(folder: Path) -> dict[str, str]:
    """Return the hashes of all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def bare(text: str) -> str:
    """Return a text without white space and hyphens."""
    return re.sub(r"[\s\x02\u00ad\u2010\u2011\ufffe-]+", "", text).casefold()


def words_under_highlights(page: Page) -> Iterator[str]:
    """Yield the words under the boxes of each highlight of a page."""
    text_page = page.get_textpage()
    for index in range(RAW.FPDFPage_GetAnnotCount(page)):
        annotation = RAW.FPDFPage_GetAnnot(page, index)
        words = []
        for number in range(RAW.FPDFAnnot_CountAttachmentPoints(annotation)):
            quad = RAW.FS_QUADPOINTSF()
            RAW.FPDFAnnot_GetAttachmentPoints(annotation, number, quad)
            words.append(text_page.get_text_bounded(quad.x3, quad.y3, quad.x2, quad.y2))
        yield bare("".join(words))
        RAW.FPDFPage_CloseAnnot(annotation)


def test_every_passage_that_counts_has_a_highlight_on_its_words(demo: Highlights) -> None:
    result, outcomes, out = demo
    paths = {(outcome.candidate, outcome.file): outcome.path for outcome in outcomes}
    rows = [
        row
        for assessment in result.assessments
        for row in assessment.dossier.evidence
        if row.counted and row.reader is Reader.TEXT
    ]
    assert len(rows) > 400
    seen: dict[tuple[str, int], set[str]] = {}
    for row in rows:
        place = paths[row.candidate, row.file], row.page
        if place not in seen:
            document = OPEN(out / place[0])
            seen[place] = set(words_under_highlights(document[row.page - 1]))
            document.close()
        assert bare(row.quote) in seen[place], (row.file, row.page, row.quote)


def test_pages_that_are_pictures_are_highlighted_too(demo: Highlights) -> None:
    result, outcomes, out = demo
    paths = {outcome.file: outcome.path for outcome in outcomes}
    rows = [
        row
        for assessment in result.assessments
        for row in assessment.dossier.evidence
        if row.counted and row.reader is Reader.OCR
    ]
    assert rows
    for row in rows:
        document = OPEN(out / paths[row.file])
        assert RAW.FPDFPage_GetAnnotCount(document[row.page - 1]) > 0
        document.close()


def test_nothing_of_the_demo_fails_and_copies_are_small(demo: Highlights) -> None:
    _, outcomes, out = demo
    assert [outcome for outcome in outcomes if outcome.reason] == []
    originals = sum((DEMO / outcome.file).stat().st_size for outcome in outcomes)
    copies = sum((out / outcome.path).stat().st_size for outcome in outcomes)
    assert copies <= LARGEST_SHARE * originals
    assert sorted(contents(out)) == sorted(outcome.path for outcome in outcomes)


def test_the_originals_stay_and_copies_are_the_same_again(demo: Highlights, tmp_path: Path) -> None:
    result, outcomes, out = demo
    before = contents(DEMO)
    assert write_all(result, DEMO, tmp_path) == outcomes
    assert contents(DEMO) == before
    assert contents(tmp_path) == contents(out)


def write(result: Result, root: Path, out: Path) -> Outcome:
    (outcome,) = write_all(result, root, out)
    return outcome


@pytest.mark.parametrize("content", [b"PK\x03\x04 a Word file", b"\x89PNG a picture", b""])
def test_what_is_no_pdf_is_said(
    make_result: MakeResult, passages: tuple[Evidence, ...], tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "letter").write_bytes(content)
    result = make_result(replace(passages[0], file="letter"), folder=tmp_path)
    outcome = write(result, tmp_path, tmp_path / "out")
    assert outcome == Outcome(candidate="C001", file="letter", reason=module.NOT_PDF)
    assert not (tmp_path / "out").exists()


def test_a_file_that_changed_since_is_said(
    make_result: MakeResult, passages: tuple[Evidence, ...], root: Path, tmp_path: Path
) -> None:
    copied = shutil.copytree(root, tmp_path / "root")
    place = copied / passages[0].file
    place.write_bytes(place.read_bytes() + b"\n")
    outcome = write(make_result(*passages), copied, tmp_path / "out")
    assert (outcome.path, outcome.reason) == ("", module.CHANGED)


def test_a_file_that_is_gone_is_said(
    make_result: MakeResult, passages: tuple[Evidence, ...], tmp_path: Path
) -> None:
    outcome = write(make_result(*passages), tmp_path, tmp_path / "out")
    assert (outcome.path, outcome.reason) == ("", module.MISSING)


def test_a_damaged_file_is_said(
    make_result: MakeResult, passages: tuple[Evidence, ...], letter: bytes, tmp_path: Path
) -> None:
    (tmp_path / "letter.pdf").write_bytes(letter[:200])
    result = make_result(replace(passages[0], file="letter.pdf"), folder=tmp_path)
    outcome = write(result, tmp_path, tmp_path / "out")
    assert (outcome.path, outcome.reason) == ("", module.FAILED)


def test_passages_without_a_place_are_said(
    make_result: MakeResult, passages: tuple[Evidence, ...], root: Path, tmp_path: Path
) -> None:
    without = replace(passages[2], boxes=())
    outcome = write(make_result(*passages[:2], without), root, tmp_path)
    assert outcome.path == "C001/letter-1.pdf"
    assert outcome.reason == "1 passage has no known place on the page and no highlight"
    alone = write(make_result(without), root, tmp_path)
    assert (alone.path, alone.reason) == ("", outcome.reason)
