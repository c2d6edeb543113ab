"""The table of requirements, and what holds for all of them."""

import pkgutil
from collections.abc import Callable
from dataclasses import replace

import ranking.requirements
from ranking.model.application import Person
from ranking.model.assessment import Dossier
from ranking.model.call import Call
from ranking.model.document import Document, Kind
from ranking.requirements import REQUIREMENTS, check_all

Build = Callable[..., Document]
Collect = Callable[..., Dossier]


def test_every_module_is_in_the_table() -> None:
    modules = {module.name for module in pkgutil.iter_modules(ranking.requirements.__path__)}
    assert modules - {"base", "problems"} == set(REQUIREMENTS)


def test_checks_come_in_the_order_of_the_call(dossier: Collect, call: Call) -> None:
    turned = replace(call, requirements=call.requirements[::-1])
    assert [check.requirement for check in check_all(dossier(), turned)] == [*REQUIREMENTS][::-1]


def test_an_empty_application_is_never_rejected_by_a_gate_on_merit(
    dossier: Collect, call: Call
) -> None:
    verdicts = {check.requirement: check.verdict.value for check in check_all(dossier(), call)}
    assert {verdicts[name] for name in ("degree", "background", "programming", "english")} == {
        "unclear"
    }


def test_the_name_changes_nothing_but_file_names(
    document: Build, dossier: Collect, call: Call
) -> None:
    cv = document(Kind.CV, "2017-2019 MSc Physics, Lund\nRef. 20230018", file="CV.pdf")
    ada = dossier(cv)
    other = replace(
        ada, application=replace(ada.application, person=Person(family_name="Zulu", given_name="X"))
    )
    for left, right in zip(check_all(ada, call), check_all(other, call), strict=True):
        if left.requirement != "file_names":
            assert left == right


def test_the_order_of_files_changes_no_verdict(
    document: Build, dossier: Collect, call: Call
) -> None:
    cv = document(Kind.CV, "2017-2019 MSc Physics, Lund. English (C1, TOEFL 100)")
    transcript = document(Kind.TRANSCRIPT, "Master of Science, awarded 2019-06-01")
    letter = document(Kind.LETTER, "Ref. 20230018. I would like to work on groups.")
    one = check_all(dossier(cv, transcript, letter), call)
    two = check_all(dossier(letter, transcript, cv), call)
    assert [check.verdict for check in one] == [check.verdict for check in two]
