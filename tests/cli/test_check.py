import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf

Rank = Callable[..., Any]


def test_who_sent_what(rank: Rank, applications: Path) -> None:
    ran = rank("check", applications, "--jobs", 1)
    assert (ran.code, ran.err) == (0, "")
    assert "2 candidates" in ran.out
    lines = {line.replace("│", " ").strip() for line in ran.out.splitlines()}
    rows = [line.split() for line in lines if line.startswith(("C001", "C002"))]
    assert sorted(row[:5] for row in rows) == [
        ["C001", "Ada", "Berg", "cv", "1"],
        ["C002", "Bo", "Dahl", "cv", "1"],
    ]
    # Neither sent a transcript.
    assert "missing-document" in ran.out
    assert "Files of nobody" not in ran.out
    assert not Path("results").exists()


def test_files_of_nobody_and_files_that_were_not_read(
    rank: Rank, applications: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine [draft]"
    shutil.copytree(applications, mine)
    (mine / "Berg_Ada" / "Master thesis [final].pdf").write_bytes(b"%PDF-1.7 broken")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.write(mine / "scan.pdf")
    ran = rank("check", mine, "--jobs", 1)
    assert ran.code == 0
    assert "Files of nobody" in ran.out
    assert "scan.pdf" in ran.out
    assert "unassigned-file" in ran.out
    (line,) = (line for line in ran.out.splitlines() if "Master thesis [final].pdf" in line)
    assert "not read" in line


def test_the_demo_cohort_is_the_default(rank: Rank) -> None:
    ran = rank("check", "--jobs", 1)
    assert ran.code == 0
    assert "12 candidates" in ran.out
