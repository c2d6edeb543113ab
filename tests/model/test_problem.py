import dataclasses
import re

import pytest

from ranking.model.problem import CODES, Problem, Severity, problem

# The codes that other tools look for.
PROMISED = (
    "unreadable",
    "password-needed",
    "empty-file",
    "not-pdf",
    "too-large",
    "too-many-pages",
    "timeout",
    "scanned",
    "ocr-used",
    "ocr-missing",
    "garbage-text",
    "hidden-text",
    "xfa-form",
    "attachment-inside",
    "duplicate-file",
    "same-family-name",
    "unassigned-file",
    "encrypted",
    "merged-document",
    "wrong-reference-number",
    "bad-file-name",
    "missing-document",
    "missing-letter",
    "letter-too-long",
    "keyword-stuffing",
    "copied-from-call",
    "not-fully-read",
    "quote-not-found",
)


def test_every_promised_code_is_there() -> None:
    assert len(set(PROMISED)) == 28
    assert CODES.keys() >= set(PROMISED)


@pytest.mark.parametrize("code", CODES)
def test_a_code_says_what_to_do(code: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    advice = CODES[code].advice
    assert len(advice.split()) >= 4
    assert advice[0].isupper()
    assert advice.endswith((".", ": ask."))


def test_a_problem_has_the_severity_and_advice_of_its_code() -> None:
    assert problem("scanned", "Pages 2 to 4.", file="a/b.pdf", page=2, candidate="C003") == Problem(
        code="scanned",
        message="Pages 2 to 4.",
        advice="The pages are pictures; look at them by hand where it matters.",
        severity=Severity.INFO,
        candidate="C003",
        file="a/b.pdf",
        page=2,
    )


def test_a_problem_of_no_file() -> None:
    found = problem("missing-letter", "There is no letter.")
    assert (found.candidate, found.file, found.page) == (None, None, None)


def test_a_problem_of_no_known_code() -> None:
    with pytest.raises(KeyError):
        problem("unreadble", "It does not open.")


def test_a_problem_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        problem("scanned", "Pages 2 to 4.").code = "timeout"  # type: ignore[misc]
