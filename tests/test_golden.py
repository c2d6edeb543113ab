"""What a build of the demo cohort says, against golden files.

A change of the rules shows as a readable difference; `pytest --update-golden` renews the files.
"""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from ranking.inputs.data_root import data_root
from ranking.pipeline import build
from ranking.steps.options import BuildOptions

GOLDEN = Path(__file__).parent / "golden" / "demo"
TABLES = ("ranking", "scores", "requirements", "interests", "courses", "problems")
VERSIONS = "Versions:"
SHEETS = ("Ranking", "Weights", "Breakdown", "Method")


@pytest.fixture(scope="module")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the golden files' texts as a fresh build gives them, by file name."""
    data = data_root()
    out = tmp_path_factory.mktemp("golden")
    build(
        BuildOptions(
            applications=data / "demo" / "applications",
            out=out,
            call="chalmers-20230018",
            data=data,
            ocr=False,  # a picture may be read a little differently on another processor
        )
    )
    tables = {
        f"{name}.jsonl": (out / "tables" / f"{name}.jsonl").read_text(encoding="utf-8")
        for name in TABLES
    }
    return tables | {f"{name}.txt": sheet_cells(out / "ranking.xlsx", name) for name in SHEETS}


def sheet_cells(path: Path, name: str) -> str:
    """Return every filled cell of a sheet, a line a cell: formulas as written, no versions."""
    sheet = load_workbook(path)[name]
    cells = (cell for row in sheet.iter_rows() for cell in row if told(cell.value))
    return "".join(f"{cell.coordinate}\t{cell.value!r}\n" for cell in cells)


def told(value: object) -> bool:
    """Whether a cell holds something that is the same on every machine."""
    return value is not None and not str(value).startswith(VERSIONS)


def test_the_demo_says_what_it_said(dumps: dict[str, str], pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-golden"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        for name, text in dumps.items():
            (GOLDEN / name).write_text(text, encoding="utf-8", newline="\n")
    golden = {path.name: path.read_text(encoding="utf-8") for path in GOLDEN.iterdir()}
    assert set(golden) == set(dumps)
    changed = [name for name, text in golden.items() if text != dumps[name]]
    assert not changed, f"{changed} differ; if that is meant: pytest --update-golden"
