"""Guards of the layout: tests mirror modules, tables are complete, imports keep to the rules."""

import ast
import pkgutil
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import ranking
import ranking.requirements
from ranking.outputs.tables import TABLES
from ranking.requirements import REQUIREMENTS

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
PACKAGE = ROOT / "ranking"
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
LONGEST = 400

DESIGNED_TABLES = [
    "candidates",
    "facts",
    "documents",
    "evidence",
    "interests",
    "requirements",
    "scores",
    "ranking",
    "courses",
    "problems",
]
"""The tables that other tools read."""

NO_REQUIREMENTS = {"base", "problems"}
"""What lies in ``requirements`` and is none: what they share, and what becomes of verdicts."""

TESTED_ELSEWHERE = {
    "classification": "classification/test_kinds.py",
    "cli": "cli",
    "extraction/allowance.py": "extraction/test_workers.py",
    "extraction/characters.py": "extraction/test_text.py",
    "extraction/comparison.py": "extraction/test_visibility.py",
    "extraction/drawing.py": "extraction/test_visibility.py",
    "extraction/object_facts.py": "extraction/test_visibility.py",
    "extraction/page_objects.py": "extraction/test_visibility.py",
    "extraction/page_text.py": "extraction/test_visibility.py",
    "extraction/raw.py": "extraction/test_visibility.py",
    "extraction/screening.py": "extraction/test_visibility.py",
    "extraction/code_version.py": "extraction/test_cache.py",
    "extraction/pdfium.py": "extraction/test_reader.py",
    "extraction/read_options.py": "extraction/test_reader.py",
    "extraction/second_opinion.py": "extraction/test_reader.py",
    "extraction/verify.py": "test_pipeline.py",
    "extraction/worker.py": "extraction/test_workers.py",
    "inputs/layout.py": "inputs/test_assignment.py",
    "inputs/mentions.py": "inputs/test_assignment.py",
    "inputs/namesakes.py": "inputs/test_assignment.py",
    "inputs/newcomers.py": "inputs/test_assignment.py",
    "inputs/people.py": "inputs/test_assignment.py",
    "inputs/roster.py": "inputs/test_assignment.py",
    "inputs/words.py": "inputs/test_names.py",
    "outputs/workbook": "outputs/workbook/test_workbook.py",
    "steps": "test_pipeline.py",
    "requirements": "requirements/test_requirements.py",
    "scoring/base.py": "scoring/test_areas.py",
    "tagging/facts": "tagging/test_facts.py",
}
"""Modules, or folders of modules, that are parts of one whole, and the test of that whole.

Why: they have no behaviour of their own that a reader would look for; they are tested through the
front door of their package.
"""

VALUES = {
    "errors.py",
    "model/application.py",
    "model/assessment.py",
    "model/call.py",
    "model/document.py",
    "model/evidence.py",
    "model/explanation.py",
    "model/lexicon.py",
    "model/result.py",
    "model/rules.py",
}
"""Frozen dataclasses whose few properties every other test uses."""


def holds_code(module: Path) -> bool:
    """Whether a module defines a function."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))


def has_test(module: Path) -> bool:
    """Whether the mirrored place (or, for a package, its folder) has a test."""
    if module.name == "__init__.py":
        return any((TESTS / module.parent).glob("test_*.py"))
    return (TESTS / module).with_name(f"test_{module.name}").is_file()


def is_tested_elsewhere(module: Path) -> bool:
    """Whether the module or a folder above it is in the list of exceptions."""
    return any(str(place.as_posix()) in TESTED_ELSEWHERE for place in (module, *module.parents))


def test_every_module_has_a_test() -> None:
    modules = [module for module in MODULES if holds_code(module)]
    assert len(modules) > 80
    missing = [
        module.as_posix()
        for module in modules
        if not has_test(module)
        and not is_tested_elsewhere(module)
        and module.as_posix() not in VALUES
    ]
    assert missing == []


@pytest.mark.parametrize("name", [*TESTED_ELSEWHERE, *sorted(VALUES)])
def test_every_exception_is_there(name: str) -> None:
    assert (PACKAGE / name).exists()


@pytest.mark.parametrize("name", sorted(set(TESTED_ELSEWHERE.values())))
def test_every_test_of_an_exception_is_there(name: str) -> None:
    place = TESTS / name
    assert place.is_file() or any(place.glob("test_*.py"))


def test_every_test_of_a_module_has_its_module() -> None:
    tests = sorted(path.relative_to(TESTS) for path in (TESTS / "tagging").glob("test_*.py"))
    assert len(tests) > 10
    for test in tests:
        stem = test.stem.removeprefix("test_")
        module = PACKAGE / test.parent / stem
        assert module.is_dir() or module.with_suffix(".py").is_file(), test


def test_every_requirement_is_in_the_table() -> None:
    package = ranking.requirements.__path__
    modules = {info.name for info in pkgutil.iter_modules(package)} - NO_REQUIREMENTS
    assert len(modules) > 10
    assert modules == set(REQUIREMENTS)
    assert all(check.__module__.endswith(f".{name}") for name, check in REQUIREMENTS.items())


def test_what_is_no_requirement_is_there() -> None:
    folder = PACKAGE / "requirements"
    assert {path.stem for path in folder.iterdir()} >= NO_REQUIREMENTS


def test_every_table_is_written() -> None:
    assert sorted(TABLES) == sorted(DESIGNED_TABLES)


def test_no_module_is_too_long() -> None:
    assert len(MODULES) > 100
    lengths = {
        module.as_posix(): len((PACKAGE / module).read_text(encoding="utf-8").splitlines())
        for module in MODULES
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        module.as_posix()
        for module in MODULES
        if not ast.get_docstring(ast.parse((PACKAGE / module).read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_imports_keep_to_the_contracts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    told = capsys.readouterr().out
    assert "Contracts: " in told
    assert status == EXIT_STATUS_SUCCESS, told
