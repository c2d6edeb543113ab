import os
from pathlib import Path

import pytest

from ranking.errors import UserError
from ranking.steps.defaults import applications_folder, output_folder, processes


@pytest.mark.parametrize(
    ("out", "applications", "call", "expected"),
    [
        (None, None, "chalmers-20230018", "results/demo"),
        (None, Path("mine"), "chalmers-20230018", "results/chalmers-20230018"),
        (None, Path("mine"), "calls/oslo-7.toml", "results/oslo-7"),
        (Path("there"), Path("mine"), "chalmers-20230018", "there"),
        (Path("there"), None, "chalmers-20230018", "there"),
    ],
)
def test_output_folder(
    out: Path | None, applications: Path | None, call: str, expected: str
) -> None:
    assert output_folder(out, applications, call) == Path(expected)


def test_applications_folder(tmp_path: Path) -> None:
    assert applications_folder(Path("mine"), tmp_path) == Path("mine")
    with pytest.raises(UserError, match="without the demo cohort") as caught:
        applications_folder(None, tmp_path)
    assert caught.value.advice == "Give the folder of the applications."
    demo = tmp_path / "demo" / "applications"
    demo.mkdir(parents=True)
    assert applications_folder(None, tmp_path) == demo


def test_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert processes(3) == 3
    for cores, expected in ((7, 7), (1, 2), (None, 2)):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        assert processes(None) == expected
