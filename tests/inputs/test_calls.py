"""The toolkit's own call profile, with one fault or many put into it."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from ranking.errors import InputFileError, UserError
from ranking.inputs.calls import Known, find_call, read_call
from ranking.inputs.data_root import data_root
from ranking.inputs.lexicons import read_lexicons
from ranking.model.call import Call, Scale
from ranking.requirements import REQUIREMENTS

PROFILE = data_root() / "calls" / "chalmers-20230018.toml"
TEXT = PROFILE.read_text(encoding="utf-8")

Faults = Callable[..., set[str]]


@pytest.fixture(scope="module")
def known() -> Known:
    lexicons = read_lexicons(data_root() / "lexicons").lexicons
    levels = {one.id: {concept.level for concept in one.concepts} for one in lexicons}
    return Known(lexicons=levels, requirements=list(REQUIREMENTS))


@pytest.fixture
def faults(tmp_path: Path, known: Known) -> Faults:
    """Return what reads the call after replacements (old, new) and returns its faults."""

    def read(*replacements: tuple[str, str]) -> set[str]:
        text = TEXT
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "call.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InputFileError) as caught:
            read_call(path, known)
        found = [str(fault) for fault in caught.value.faults]
        assert len(found) == len(set(found))
        return set(found)

    return read


def test_the_call_of_the_toolkit(known: Known) -> None:
    call = read_call(PROFILE, known)
    assert call.id == PROFILE.stem
    assert [criterion.id for criterion in call.criteria] == [
        "quantum_field_theory",
        "group_theory",
        "statistics",
        "neural_networks",
        "machine_learning",
        "programming",
        "research_interests",
        "problem_solving",
        "course_grades",
    ]
    assert [criterion.weight for criterion in call.criteria] == [1, 2, 0.5, 1, 1, 0.5, 2, 2, 1]
    assert len(call.areas) == 6
    assert call.criterion("course_grades").scale is Scale.GRADES
    assert len(call.topics) == 10
    assert {use.id for use in call.requirements} == set(REQUIREMENTS)
    assert {use.id for use in call.requirements if use.gate} == {
        "degree",
        "background",
        "programming",
        "english",
        "research_interests",
        "thesis_copy",
    }


def test_a_call_knows_its_own_parts_only(call: Call) -> None:
    assert call.topic("quantum_chemistry").title == "Quantum chemistry"
    with pytest.raises(KeyError):
        call.criterion("quantum_chemistry")
    with pytest.raises(KeyError):
        call.topic("group_theory")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        # keys and types, at every depth
        ('employer = "', 'empolyer = "', "empolyer: unknown key - did you mean 'employer'?"),
        ("[files]", "[flies]", "flies: unknown key - did you mean 'files'?"),
        ("max_pages", "max_page", "files.max_page: unknown key - did you mean 'max_pages'?"),
        (
            "weight = 2.0",
            "wieght = 1.5",
            "criteria[1].wieght: unknown key - did you mean 'weight'?",
        ),
        ("weight = 2.0", "", "criteria[1].weight: is missing"),
        ("weight = 2.0", 'weight = "1.5"', "criteria[1].weight: Input should be a valid number"),
        ('rank = "core"', 'rnak = "core"', "topics[0].rnak: unknown key - did you mean 'rank'?"),
        (
            "gate = true",
            'gate = "yes"',
            "requirements[0].gate: Input should be a valid boolean",
        ),
        ("proof_bonus =", "prof_bonus =", "scoring.prof_bonus: unknown key"),
        (
            'scale = "area"',
            'scale = "aera"',
            "criteria[0].scale: Input should be 'area', 'interests', 'achievements' or 'grades'",
        ),
        ('rank = "core"', 'rank = "croe"', "topics[0].rank: Input should be 'core'"),
        ("deadline = 2023-02-24", 'deadline = "soon"', "deadline: "),
        ("[scoring]", "[scroing]", "scroing: unknown key - did you mean 'scoring'?"),
        # numbers
        ("weight = 2.0", "weight = -1.5", "criteria[1].weight: must be 0 or more"),
        ("weight = 2.0", "weight = nan", "criteria[1].weight: must be 0 or more"),
        ("weight = 2.0", "weight = inf", "criteria[1].weight: must be 0 or more"),
        ("thesis = 5.0", "thesis = -5.0", "scoring.levels.thesis: must be 0 or more"),
        ("references = 2", "references = -2", "files.references: must be 0 or more"),
        # ids and names
        (
            'id = "statistics"',
            'id = "group_theory"',
            "criteria: the id 'group_theory' stands there 2 times",
        ),
        (
            'id = "equivariant_networks"',
            'id = "geometric_deep_learning"',
            "topics: the id 'geometric_deep_learning' stands there 2 times",
        ),
        ('id = "cv"', 'id = "english"', "requirements: the id 'english' stands there 2 times"),
        (
            'lexicon = "statistics"',
            'lexicon = "group_theory"',
            "criteria: the lexicon 'group_theory' stands there 2 times",
        ),
        (
            'lexicon = "statistics"',
            'lexicon = "statistcs"',
            "criteria[2].lexicon: there is no lexicon 'statistcs' - did you mean 'statistics'?",
        ),
        (
            'lexicon = "computer_vision"',
            'lexicon = "komputer_vision"',
            "topics[6].lexicon: there is no lexicon 'komputer_vision' - did you mean 'computer_",
        ),
        (
            'id = "degree"',
            'id = "degrees"',
            "requirements[0].id: there is no requirement 'degrees' - did you mean 'degree'?",
        ),
        (
            'id = "degree"',
            'id = "zzz"',
            "requirements[0].id: there is no requirement 'zzz'",
        ),
        # criteria
        (
            'lexicon = "statistics"',
            "",
            "criteria[2].lexicon: is missing; scale 'area' needs one",
        ),
        (
            'lexicon = "problem_solving"',
            'lexicon = ""',
            "criteria[7].lexicon: is missing; scale 'achievements' needs one",
        ),
        (
            'lexicon = "computer_vision"',
            'lexicon = ""',
            "topics[6].lexicon: is missing; a topic needs one",
        ),
        (
            'scale = "grades"',
            'scale = "interests"',
            "criteria: scale 'interests' may be used by one criterion only",
        ),
        # scoring
        ("cap = 6.0", "cap = 0", "scoring.cap: must be more than 0"),
        ("stated_cap = 3.0", "stated_cap = 7", "scoring.stated_cap: must not be more than 'cap'"),
        ("passages_shown = 8", "passages_shown = 0", "scoring.passages_shown: must be 1 or more"),
        (
            "areas_counted = 4",
            "areas_counted = 0",
            "scoring.areas_counted: must be 1 to 6, the number of areas",
        ),
        (
            "areas_counted = 4",
            "areas_counted = 7",
            "scoring.areas_counted: must be 1 to 6, the number of areas",
        ),
        ("thesis = 5.0", "", "scoring.levels.thesis: is missing"),
        (
            "thesis = 5.0",
            "thesis = 5.0\nthesiss = 5.0",
            "scoring.levels.thesiss: unknown level - did you mean 'thesis'?",
        ),
        (
            "project = 3.0",
            "project = 5.5",
            "scoring.levels: points must not fall along interest < mention < coursework < project",
        ),
        (
            "told = 2.0",
            "tolt = 2.0",
            "scoring.achievements.told: is missing; the lexicon 'problem_solving' uses it",
        ),
        ("further = 1.0", "", "scoring.stated_points.further: is missing"),
        ("core = 1.5", "core = 0", "scoring.stated_points.core: must be more than 0"),
        ('article = "publication"', "", "scoring.unread_holds.article: is missing"),
        (
            'article = "publication"',
            'article = "publication"\narticel = "thesis"',
            "scoring.unread_holds.articel: unknown kind - did you mean 'article'?",
        ),
        (
            'article = "publication"',
            'article = "publicaton"',
            "scoring.unread_holds.article: unknown level 'publicaton' - did you mean 'publication",
        ),
        # files and dates
        (
            "letter_pages_min = 1",
            "letter_pages_min = 4",
            "files.letter_pages_min: is more than 'letter_pages_max'",
        ),
        (
            '"CV, {family_name}',
            '"CV, {familyname}',
            "files.cv_name: unknown placeholder '{familyname}' - did you mean 'family_name'?",
        ),
        (
            '"Personal letter, {family_name}',
            '"Personal letter, {family_name',
            "files.letter_name: ",
        ),
        ("deadline = 2023-02-24", "deadline = 2022-02-24", "deadline: lies before 'published'"),
        ("start = 2023-08-15", "start = 2023-02-15", "start: lies before 'deadline'"),
        (
            "deadline = 2023-02-24",
            'deadline = "2022-02-24"',
            "deadline: lies before 'published'",
        ),
    ],
)
def test_a_fault_has_a_place(faults: Faults, old: str, new: str, fault: str) -> None:
    assert any(found.startswith(fault) for found in faults((old, new)))


def test_one_fault_makes_no_others(faults: Faults) -> None:
    assert faults(("start = 2023-08-15", "start = 2023-02-15")) == {"start: lies before 'deadline'"}
    assert len(faults(('scale = "area"', 'scale = "aera"'))) == 1
    assert faults(("thesis = 5.0", "")) == {"scoring.levels.thesis: is missing"}


def test_no_weight_at_all(tmp_path: Path, known: Known) -> None:
    path = tmp_path / "call.toml"
    lines = ("weight = 0" if line.startswith("weight") else line for line in TEXT.split("\n"))
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(InputFileError) as caught:
        read_call(path, known)
    assert [str(f) for f in caught.value.faults] == [
        "criteria: at least one weight must be more than 0"
    ]


def test_all_faults_at_once(faults: Faults) -> None:
    found = faults(
        ('employer = "', 'empolyer = "'),  # an unknown key, and what is missing for it
        ("start = 2023-08-15", "start = 2023-02-15"),
        ("max_megabytes = 40.0", 'max_megabytes = "40"'),
        ('lexicon = "quantum_field_theory"', 'lexicon = "quantum_fields_theory"'),
        ("weight = 2.0", "weight = -1.5"),
        ('scale = "grades"', 'scale = "gardes"'),
        ('id = "equivariant_networks"', 'id = "geometric_deep_learning"'),
        ('id = "transcripts"', 'id = "transcript"'),
        ("areas_counted = 4", "areas_counted = 40"),
        ("thesis = 5.0", 'thesis = "five"'),
        ("publication = 6.0", "publicaton = 6.0"),
        ('thesis = "thesis"', 'thesis = "thesiss"'),
    )
    assert {fault.partition(":")[0] for fault in found} == {
        "empolyer",
        "employer",
        "start",
        "files.max_megabytes",
        "criteria[0].lexicon",
        "criteria[1].weight",
        "criteria[8].scale",
        "topics",
        "requirements[10].id",
        "scoring.areas_counted",
        "scoring.levels.thesis",
        "scoring.levels.publicaton",
        "scoring.levels.publication",
        "scoring.unread_holds.thesis",
    }


@pytest.mark.parametrize("value", ["5", '"x"', "[5]", "{x = 5}", "true", "1979-05-27", "[{}]"])
def test_anything_may_stand_anywhere(tmp_path: Path, known: Known, value: str) -> None:
    keys = [field.name for field in fields(Call)]
    assert len(keys) == 15
    path = tmp_path / "call.toml"
    path.write_text("\n".join(f"{key} = {value}" for key in keys), encoding="utf-8")
    with pytest.raises(InputFileError) as caught:
        read_call(path, known)
    assert len(caught.value.faults) >= 5


def test_an_empty_file(tmp_path: Path, known: Known) -> None:
    path = tmp_path / "call.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(InputFileError) as caught:
        read_call(path, known)
    assert {str(fault) for fault in caught.value.faults} == {
        f"{field.name}: is missing" for field in fields(Call) if field.default is MISSING
    }


def test_no_such_file(tmp_path: Path, known: Known) -> None:
    with pytest.raises(UserError, match=r"none\.toml cannot be read"):
        read_call(tmp_path / "none.toml", known)


def test_a_call_is_found_by_its_id_or_its_path(tmp_path: Path) -> None:
    calls = data_root() / "calls"
    assert find_call("chalmers-20230018", calls) == PROFILE
    assert find_call(str(PROFILE), calls) == PROFILE
    mine = tmp_path / "mine"
    mine.write_text(TEXT, encoding="utf-8")
    assert find_call(str(mine), calls) == mine


def test_an_unknown_call(tmp_path: Path) -> None:
    for name in ("oslo-1.toml", "chalmers-1.toml"):
        (tmp_path / name).touch()
    with pytest.raises(UserError) as caught:
        find_call("chalmrs-1", tmp_path)
    assert caught.value.message == "There is no call 'chalmrs-1' - did you mean 'chalmers-1'?"
    assert caught.value.advice.startswith("Known calls: chalmers-1, oslo-1.")
