"""A build from a notebook is that of ``rank build``."""

from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

import ranking
from ranking.errors import UserError
from ranking.inputs.data_root import data_root
from ranking.steps.options import Built


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, demo_cache: Path) -> None:
    """Work in a folder of the test's own, with what the demo's build has kept."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(demo_cache))


def test_the_demo_is_built_where_nothing_is_given(demo_build: tuple[Built, Path]) -> None:
    run = ranking.build_run()
    assert run.out == Path("results/demo")
    assert (run.out / "ranking.xlsx").is_file()
    assert_frame_equal(run.ranking, ranking.load_run(demo_build[1]).ranking)


def test_a_folder_of_ones_own(applications: Path) -> None:
    run = ranking.build_run(str(applications), "out")
    assert sorted(run.names.values()) == ["Ada Berg", "Bo Dahl"]
    assert run.out == Path("out")
    assert ranking.build_run(applications).out == Path("results/chalmers-20230018")


def test_a_call_and_data_of_ones_own(applications: Path, tmp_path: Path) -> None:
    calls = data_root() / "calls"
    text = (calls / "chalmers-20230018.toml").read_text(encoding="utf-8")
    profile = tmp_path / "oslo-7.toml"
    profile.write_text(text.replace('"chalmers-20230018"', '"oslo-7"'), encoding="utf-8")
    run = ranking.build_run(applications, call=str(profile))
    assert (run.out, run.call.id) == (Path("results/oslo-7"), "oslo-7")
    with pytest.raises(UserError, match="nowhere is not a folder of data"):
        ranking.build_run(applications, call=str(profile), data="nowhere")
