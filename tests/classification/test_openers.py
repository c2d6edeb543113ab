import pytest

from ranking.classification.openers import openers
from ranking.classification.view import View
from ranking.model.document import Kind
from ranking.model.kinds import Kinds
from tests.classification.conftest import document

PROSE = "The bees of the northern coast fly earlier each spring than the bees of the hills do."
ROWS = "\n".join(f"Algebra {number} 7.5 A" for number in range(9))


@pytest.mark.parametrize(
    ("page", "so_far", "kind", "opens"),
    [
        (f"Academic transcript\n{PROSE}", Kind.THESIS, Kind.TRANSCRIPT, True),
        (ROWS, Kind.THESIS, Kind.TRANSCRIPT, True),
        (ROWS, Kind.TRANSCRIPT, Kind.TRANSCRIPT, False),
        ("Curriculum vitae\nEducation\nSkills", Kind.THESIS, Kind.CV, True),
        (f"{PROSE}\n{PROSE}", Kind.THESIS, Kind.CV, False),
    ],
)
def test_the_head_of_a_page_tells_what_may_begin_there(
    kinds: Kinds,
    page: str,
    so_far: Kind,
    kind: Kind,
    opens: bool,  # noqa: FBT001
) -> None:
    assert (kind in openers(View(document(page)), so_far, kinds)) is opens


def test_nothing_begins_on_a_page_of_prose(kinds: Kinds) -> None:
    assert openers(View(document(f"{PROSE}\n{PROSE}")), Kind.THESIS, kinds) == {}
