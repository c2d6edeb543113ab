from collections.abc import Callable

import pytest

from ranking.model.assessment import Dossier
from ranking.model.document import Document, Kind

Make = Callable[..., Document]
Tag = Callable[..., Dossier]

PROSE = (
    "I like group theory and neural networks, and quantum field theory most of all, since they "
    "tell me how the world holds together"
)
LIST = "Quantum field theory, group theory, neural networks, deep learning, Excel, chess"


def stuffed(dossier: Dossier) -> list[str]:
    return [p.message for p in dossier.problems if p.code == "keyword-stuffing"]


@pytest.mark.parametrize("section", ["skills", "other"])
def test_a_list_with_nothing_behind_it_is_told_of(
    dossier: Tag, document: Make, section: str
) -> None:
    cv = document(f"## {section}\n{LIST}", kind=Kind.CV)
    (message,) = stuffed(dossier(cv))
    assert "group theory" in message
    assert "chess" not in message


@pytest.mark.parametrize(
    "text",
    [
        "## skills\nGroup theory, French, chess, honey",
        f"## other\n{PROSE}",
        f"## skills\n{LIST}\n## courses\nQuantum field theory\nGroup theory\nDeep learning",
    ],
)
def test_few_terms_prose_and_lists_with_something_behind_them(
    dossier: Tag, document: Make, text: str
) -> None:
    assert not stuffed(dossier(document(text, kind=Kind.CV)))


def test_it_changes_no_score(dossier: Tag, document: Make) -> None:
    tagged = dossier(document(f"## skills\n{LIST}", kind=Kind.CV))
    assert stuffed(tagged)
    assert {row.level for row in tagged.evidence} == {"mention"}


def test_only_a_cv_has_lists_of_skills(dossier: Tag, document: Make) -> None:
    assert not stuffed(dossier(document(LIST, kind=Kind.LETTER)))
