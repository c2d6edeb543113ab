"""The notebooks run from top to bottom in kernels of their own, and are stored without output."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ranking.steps.options import Built

NOTEBOOKS = {
    path.stem: path for path in sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
}

MISTAKE = 'ranking.load_run("nowhere")'

SLIDERS = """
import json
drawn, shown = [], [picture.value]
close = plt.close
def closed(figure):
    drawn.append([label.get_text() for label in figure.axes[0].get_yticklabels()])
    close(figure)
plt.close = closed
weights["group_theory"].value = 0
shown.append(picture.value)
points["thesis"].value = 1.5
shown.append(picture.value)
changed = run.rescore({"group_theory": 0}, {"thesis": 1.5}).ranking["candidate"].map(run.names)
told = {"drawn": drawn, "pictures": len(set(shown)), "expected": list(changed)}
print(json.dumps(told))
"""
"""Moves two sliders, and tells which candidates are drawn each time, in which order."""

AT_THE_END = {
    "01-first-ranking": {"source": MISTAKE, "metadata": {"tags": ["raises-exception"]}},
    "03-what-if": {"source": SLIDERS, "metadata": {}},
    "05-write-a-lexicon": {"source": "print(quality.to_json())", "metadata": {}},
}
"""Cells that are run after the last one of a notebook."""

_RUN = "import sys; from nbclient.cli import main; sys.exit(main())"

Notebook = dict[str, Any]


def read(path: Path) -> Notebook:
    notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def outputs(notebook: Notebook) -> list[dict[str, Any]]:
    """Return the outputs of all cells."""
    return [output for cell in notebook["cells"] for output in cell.get("outputs", ())]


def execute(path: Path, folder: Path, environment: Mapping[str, str]) -> Notebook:
    """Return a notebook with its outputs, run in a folder of its own."""
    notebook = read(path)
    if more := AT_THE_END.get(path.stem):
        notebook["cells"].append(
            {"cell_type": "code", "id": "more", "execution_count": None, "outputs": [], **more}
        )
    folder.mkdir()
    place = folder / path.name
    place.write_text(json.dumps(notebook), encoding="utf-8")
    command = [
        sys.executable,
        "-c",
        _RUN,
        str(place),
        "--timeout=120",
        f"--output={folder / 'done'}",
    ]
    ran = subprocess.run(  # noqa: S603 - our own command
        command, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    return read(folder / "done.ipynb")


@pytest.fixture(scope="module")
def runs(
    demo_build: tuple[Built, Path], demo_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, "Future[Notebook]"]]:
    """Run all notebooks, two at a time, with what the demo's build has kept."""
    assert demo_build[0].result.assessments
    environment = {**os.environ, "XDG_CACHE_HOME": str(demo_cache)}
    folder = tmp_path_factory.mktemp("notebooks")
    pool = ThreadPoolExecutor(2)
    yield {
        name: pool.submit(execute, path, folder / name, environment)
        for name, path in NOTEBOOKS.items()
    }
    pool.shutdown(cancel_futures=True)


def test_they_are_numbered() -> None:
    assert [name[:3] for name in NOTEBOOKS] == [f"{number:02}-" for number in range(1, 7)]


@pytest.mark.parametrize("path", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_stored_without_output(path: Path) -> None:
    cells = [cell for cell in read(path)["cells"] if cell["cell_type"] == "code"]
    assert cells
    assert not any(cell["outputs"] or cell["execution_count"] for cell in cells)


@pytest.mark.parametrize("path", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_one_line_leads_to_ones_own_applications(path: Path) -> None:
    lines = [line for cell in read(path)["cells"] for line in cell["source"]]
    assert sum(line.startswith("APPLICATIONS = ") for line in lines) == 1


@pytest.mark.parametrize("path", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_words_stand_between_the_cells(path: Path) -> None:
    """At most two cells of code follow one another."""
    kinds = "".join(cell["cell_type"][0] for cell in read(path)["cells"])
    assert kinds.startswith("m")
    assert "ccc" not in kinds


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_runs(name: str, runs: dict[str, "Future[Notebook]"]) -> None:
    found = outputs(runs[name].result())
    assert any("image/png" in output.get("data", {}) for output in found)
    assert [output["text"] for output in found if output.get("name") == "stderr"] == []


def test_a_slider_moves_the_ranking(runs: dict[str, "Future[Notebook]"]) -> None:
    told = "".join(outputs(runs["03-what-if"].result())[-1]["text"])
    seen = json.loads(told)
    first, second = ([label.split("  ") for label in labels] for labels in seen["drawn"])
    assert first != second
    assert seen["pictures"] == 3
    assert [label[-2] for label in second] == seen["expected"]
    assert any(label[0].startswith("(+") for label in second)


def test_a_careless_phrase_costs_precision(runs: dict[str, "Future[Notebook]"]) -> None:
    told = "".join(outputs(runs["05-write-a-lexicon"].result())[-1]["text"])
    precision, recall = (json.loads(told)[name] for name in ("precision", "recall"))
    assert precision["with holonomy"] == 1
    assert recall["with holonomy"] > recall["without"]
    assert precision["careless"] < 0.7


def test_a_mistake_is_a_message_and_no_stack_trace(runs: dict[str, "Future[Notebook]"]) -> None:
    shown = outputs(runs["01-first-ranking"].result())[-1]
    assert shown["ename"] == "UserError"
    message, advice = shown["traceback"]
    assert message.startswith("nowhere holds no complete build")
    assert advice.startswith("Run `rank build` first")
