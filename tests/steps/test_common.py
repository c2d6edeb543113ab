import os
from dataclasses import fields
from pathlib import Path

import pytest

from ranking.extraction.workers import Limits
from ranking.inputs.data_root import data_root
from ranking.steps.common import CommonOptions, common_options
from ranking.steps.options import CheckOptions


def test_common_options_are_all_that_a_check_takes() -> None:
    assert set(CommonOptions.__annotations__) == {field.name for field in fields(CheckOptions)}


def test_common_options_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data" / "calls").mkdir(parents=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    given = common_options(
        Path("mine"),
        "oslo-7",
        tmp_path / "data",
        jobs=3,
        ocr=False,
        passwords=["one", "two"],
        fresh=True,
    )
    assert CheckOptions(**given) == CheckOptions(
        applications=Path("mine"),
        call="oslo-7",
        data=tmp_path / "data",
        limits=Limits(processes=3),
        passwords=("one", "two"),
        ocr=False,
        cache=tmp_path / "ranking",
        fresh=True,
    )


def test_common_options_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 5)
    common = common_options(None, "oslo-7", None, jobs=None, ocr=True, passwords=None, fresh=False)
    assert common["applications"] == data_root() / "demo" / "applications"
    assert common["data"] == data_root()
    assert common["limits"].processes == 5
    assert (common["passwords"], common["ocr"], common["fresh"]) == ((), True, False)
