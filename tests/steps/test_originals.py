"""The files of a build again: pictures of passages, words of documents."""

import io
import json
import shutil
from collections.abc import Callable, Hashable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from ranking.api import Run, load_run
from ranking.errors import UserError
from ranking.inputs.data_root import data_root
from ranking.model.document import Document, Kind, Page
from ranking.steps.options import Built
from ranking.steps.originals import text_frame

DEMO = data_root() / "demo" / "applications"


@pytest.fixture
def run(demo_build: tuple[Built, Path], demo_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the demo's tables, with what its build has kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(demo_cache))
    return load_run(demo_build[1])


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """Return a copy of one application, to be changed."""
    folder = tmp_path / "moved"
    shutil.copytree(DEMO / "Tanahashi_Yuki", folder / "Tanahashi_Yuki")
    return folder


def passage(run: Run) -> str:
    """Return the id of a passage of the application that is copied."""
    mine = run.evidence["file"].str.startswith("Tanahashi_Yuki/Article")
    return str(run.evidence.loc[mine, "id"].iloc[0])


def marked(picture: bytes) -> int:
    """Return how many pixels are under a yellow marker."""
    red, _, blue = Image.open(io.BytesIO(picture)).convert("RGB").split()
    return sum(ImageChops.subtract(red, blue).histogram()[100:])


def test_a_passage_is_shown_under_a_marker(run: Run) -> None:
    picture = run.picture(passage(run))
    assert picture.startswith(b"\x89PNG")
    assert marked(picture) > 500


def test_a_folder_that_was_moved(run: Run, moved: Path) -> None:
    assert run.picture(passage(run), moved) == run.picture(passage(run))
    with pytest.raises(UserError, match="is no longer in") as caught:
        run.texts("letter", applications=moved)
    assert caught.value.advice == "Give the folder where the applications are now."


def test_a_file_that_was_changed(run: Run, moved: Path) -> None:
    for path in moved.rglob("Article*.pdf"):
        path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(UserError, match="has changed since the build") as caught:
        run.picture(passage(run), moved)
    assert "rank build" in caught.value.advice


def test_a_passage_that_nothing_has(run: Run) -> None:
    with pytest.raises(UserError, match="There is no passage 'x'"):
        run.picture("x")


def test_a_passage_without_a_document(run: Run) -> None:
    evidence = run.evidence.assign(file="")
    with pytest.raises(UserError, match="has no document: the committee added it"):
        replace(run, evidence=evidence).picture(passage(run))


def test_a_passage_without_a_place(run: Run) -> None:
    evidence = run.evidence.copy()
    evidence["boxes"] = [[] for _ in evidence.index]
    with pytest.raises(UserError, match=r"the place on page \d+ cannot be shown"):
        replace(run, evidence=evidence).picture(passage(run))


def test_a_build_that_does_not_tell_its_folder(
    demo_build: tuple[Built, Path], tmp_path: Path
) -> None:
    shutil.copytree(demo_build[1] / "tables", tmp_path / "tables")
    run = load_run(tmp_path)
    with pytest.raises(UserError):
        run.picture(passage(run))
    assert run.picture(passage(run), DEMO)


def test_words_of_letters_and_theses(run: Run) -> None:
    texts = run.texts("letter", "thesis")
    assert set(texts["kind"]) == {"letter", "thesis"}
    assert len(texts) > 15
    assert texts["text"].str.len().min() > 100
    mine = texts[(texts["candidate"] == "C012") & (texts["kind"] == "thesis")]
    assert "holonomy" in mine["text"].iloc[0]
    assert str(texts["first_page"].dtype) == "Int64"
    assert run.texts().empty


def test_words_of_a_copy_are_left_out(run: Run) -> None:
    all_of_them = run.texts("thesis")
    copy = run.problems.head(1).assign(code="duplicate-file", file=all_of_them["file"].iloc[0])
    rest = replace(run, problems=copy).texts("thesis")
    assert rest["file"].to_list() == all_of_them["file"].to_list()[1:]


def test_parts_of_a_merged_file(make_document: Callable[..., Document]) -> None:
    document = replace(
        make_document(Kind.CV, file="all.pdf"),
        pages=tuple(Page(number=n, text=f"page {n}") for n in (1, 2, 3)),
    )
    parts = [
        {"kind": "cv", "first_page": 1, "last_page": 1},
        {"kind": "letter", "first_page": 2, "last_page": 3},
    ]
    row: dict[Hashable, object] = {"candidate": "C001", "file": "all.pdf", "parts": parts}
    found = text_frame([row], {"all.pdf": document}, ["letter"])
    assert json.loads(found.to_json(orient="records")) == [
        {
            "candidate": "C001",
            "file": "all.pdf",
            "kind": "letter",
            "first_page": 2,
            "last_page": 3,
            "text": "page 2\npage 3",
        }
    ]
