"""Both forms of truth, and every fault of its files with its place."""

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from ranking.errors import InputFileError, UserError
from ranking.evaluation.anomalies import flags_of
from ranking.evaluation.reader import read_truth
from ranking.evaluation.requirements import IDS
from ranking.evaluation.traps import wordings_of
from ranking.evaluation.truth import Applicant, Expert, Place, Proof, Step
from ranking.inputs.data_root import data_root

BERG: dict[str, Any] = {
    "id": "t01",
    "documents": [{"file": "CV.pdf", "kind": "cv", "pages": 1}],
    "areas": {
        "statistics": {
            "level": "thesis",
            "proof": [{"file": "CV.pdf", "page": 1, "quote": "a thesis", "level": "thesis"}],
            "traps": ["'a trap of words' -- a reason"],
            "also_acceptable": ["project"],
        }
    },
    "problem_solving": [{"what": "a prize", "file": "CV.pdf", "page": 2, "quote": "a prize"}],
    "requirements": {"cv": True, "degree": "met", "english": None},
    "notes": "for people",
}
DAHL: dict[str, Any] = BERG | {"id": "t02"}
ORDER: dict[str, Any] = {
    "consensus_order": ["t02", "t01"],
    "tiers": {"A": ["t02"], "B": ["t01"]},
    "ranking": [],
}


def write(path: Path, content: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def folder(root: Path, *people: object, order: object = None) -> Path:
    """Write truth in the form of one file an applicant."""
    for number, one in enumerate(people, start=1):
        write(root / "gold" / f"t{number:02}.json", one)
    if order is not None:
        write(root / "expert_ranking.json", order)
    return root


def faults(cohort: Path) -> list[str]:
    with pytest.raises(InputFileError) as caught:
        read_truth(cohort)
    assert str(cohort) in caught.value.message
    assert caught.value.advice
    return [str(fault) for fault in caught.value.faults]


def changed(**fields: object) -> dict[str, Any]:
    return deepcopy(BERG) | fields


def test_one_file_an_applicant(tmp_path: Path) -> None:
    truth = read_truth(folder(tmp_path, BERG, DAHL, order=ORDER))
    assert [one.id for one in truth.applicants] == ["t01", "t02"]
    assert truth.expert == Expert(
        consensus_order=("t02", "t01"), tiers={"A": ("t02",), "B": ("t01",)}
    )
    cell = truth.applicants[0].areas["statistics"]
    assert cell.fair == (Step.THESIS, Step.PROJECT)
    assert cell.proof == (Proof(file="CV.pdf", page=1, quote="a thesis", level=Step.THESIS),)
    assert truth.applicants[0].problem_solving == (Place(file="CV.pdf", page=2, quote="a prize"),)


def test_one_file_for_all_is_the_same_truth(tmp_path: Path) -> None:
    write(tmp_path / "truth.json", {"applicants": [BERG, DAHL], "expert_ranking": ORDER})
    other = tmp_path / "other"
    other.mkdir()
    assert read_truth(tmp_path) == read_truth(folder(other, BERG, DAHL, order=ORDER))


def test_the_order_of_experts_may_be_missing(tmp_path: Path) -> None:
    assert read_truth(folder(tmp_path, BERG)).expert is None


def test_entries_of_the_order_may_say_more_than_an_id(tmp_path: Path) -> None:
    order = {"consensus_order": [{"id": "t01", "why": "best"}], "tiers": {"A": [{"id": "t01"}]}}
    expert = read_truth(folder(tmp_path, BERG, order=order)).expert
    assert expert == Expert(consensus_order=("t01",), tiers={"A": ("t01",)})


def test_the_least_that_truth_can_be(tmp_path: Path) -> None:
    (applicant,) = read_truth(
        folder(tmp_path, {"id": "t01", "documents": [], "areas": {}})
    ).applicants
    assert applicant == Applicant(id="t01", documents=(), areas={})


def test_no_truth(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no truth") as caught:
        read_truth(tmp_path)
    assert caught.value.advice


def test_faults_of_all_files_in_one_pass(tmp_path: Path) -> None:
    areas = {"statistics": {"level": "tesis"}}
    found = faults(folder(tmp_path, changed(areas=areas), {"id": "t02", "areas": {}}))
    assert len(found) == 2
    assert found[0].startswith("t01.json: areas.statistics.level: ")
    assert "'thesis'" in found[0]
    assert found[1].startswith("t02.json: documents: ")


def test_faults_of_one_file_name_the_applicant(tmp_path: Path) -> None:
    proof = [{"file": "CV.pdf", "page": "two", "quote": ""}]
    areas = {"statistics": {"level": "thesis", "proof": proof}}
    write(tmp_path / "truth.json", {"applicants": [BERG, changed(id="t02", areas=areas)]})
    (found,) = faults(tmp_path)
    assert found.startswith("truth.json: applicants[1]: areas.statistics.proof.0.page: ")


def test_a_file_that_is_not_json(tmp_path: Path) -> None:
    folder(tmp_path, BERG)
    (tmp_path / "gold" / "t02.json").write_text("{", encoding="utf-8")
    (tmp_path / "gold" / "t03.json").write_bytes(b'"\xff"')
    found = faults(tmp_path)
    assert [fault.split(": ")[:2] for fault in found] == [
        ["t02.json", "is not JSON"],
        ["t03.json", "is not JSON"],
    ]


@pytest.mark.parametrize("content", [[], {}, {"applicants": {}}, {"applicants": []}])
def test_one_file_without_applicants(tmp_path: Path, content: object) -> None:
    write(tmp_path / "truth.json", content)
    assert faults(tmp_path) == ["applicants: is no list of applicants"]


def test_two_applicants_of_one_id(tmp_path: Path) -> None:
    assert faults(folder(tmp_path, BERG, BERG)) == [
        "t01.json: id: 't01' is another applicant's, too",
        "t02.json: id: 't01' is another applicant's, too",
    ]


def test_an_order_of_other_people(tmp_path: Path) -> None:
    order = {"consensus_order": ["t01", "t09"], "tiers": {"A": ["t08"]}}
    assert faults(folder(tmp_path, BERG, order=order)) == [
        "expert_ranking.json: consensus_order: 't09' is no applicant",
        "expert_ranking.json: tiers.A: 't08' is no applicant",
    ]


@pytest.mark.parametrize("order", [[], {"tiers": {}}, {"consensus_order": ["t01"], "tiers": []}])
def test_an_order_of_another_form(tmp_path: Path, order: object) -> None:
    found = faults(folder(tmp_path, BERG, order=order))
    assert all(fault.startswith("expert_ranking.json: ") for fault in found)


def test_an_unknown_verdict(tmp_path: Path) -> None:
    (found,) = faults(folder(tmp_path, changed(requirements={"degree": "yes", "x": "yes"})))
    assert found.startswith("t01.json: requirements.degree: 'yes' is none of ")


def test_the_example_of_the_documentation(tmp_path: Path) -> None:
    text = (data_root() / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```json\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (applicant,) = read_truth(folder(tmp_path, json.loads(example))).applicants
    assert set(applicant.requirements) <= set(IDS)
    assert all(flags_of(anomaly) for anomaly in applicant.anomalies or [""])
    assert wordings_of(applicant.areas["group_theory"].traps[0])


def test_the_truth_of_the_demo() -> None:
    truth = read_truth(data_root() / "demo")
    assert len(truth.applicants) == 12
    assert truth.expert
    assert len(truth.expert.consensus_order) == 12
    assert all(one.folder and one.requirements for one in truth.applicants)
