"""Words for what the model writes as identifiers."""

import pytest

from ranking.model.assessment import Verdict
from ranking.model.document import Kind
from ranking.outputs.report.words import SIGNS, file_name, kind_name, plural, spaced


def test_every_verdict_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(Verdict)
    assert len(set(SIGNS.values())) == len(Verdict)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 passages"), (1, "1 passage"), (2, "2 passages")]
)
def test_counts_have_their_noun(count: int, words: str) -> None:
    assert plural(count, "passage") == words


def test_identifiers_become_words() -> None:
    assert spaced("not_met") == "not met"
    assert spaced("missing-letter") == "missing letter"


def test_a_file_is_called_without_its_folders() -> None:
    assert file_name("Berg_Ada/enclosures/CV, Berg.pdf") == "CV, Berg.pdf"


def test_kinds_are_called_as_people_do() -> None:
    assert kind_name(Kind.CV) == "CV"
    assert kind_name(Kind.LETTER) == "letter"
