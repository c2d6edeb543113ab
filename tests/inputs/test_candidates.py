"""Who is meant by an id or a part of a name."""

import pytest

from ranking.errors import UserError
from ranking.inputs.candidates import find_candidate

NAMES = {
    "C001": "Bo Nyberg",
    "C002": "Tove Nyberg",
    "C003": "Jörn Håkansson",
    "C004": "Ana Bo",
    "C005": "Farrux Yo\u02bbldoshev",
    "C006": "Γεώργιος Κουρέας",
}


@pytest.mark.parametrize(
    ("wanted", "candidate"),
    [
        ("C002", "C002"),
        (" c002 ", "C002"),
        ("tove", "C002"),
        ("Nyberg, Tove", "C002"),
        ("nyb tov", "C002"),
        ("hakan", "C003"),
        ("Haakansson", "C003"),
        ("JOERN", "C003"),
        ("Ana Bo", "C004"),
        ("Yo'ldoshev", "C005"),
        ("ΚΟΥΡΕΑΣ", "C006"),
    ],
)
def test_who_is_meant(wanted: str, candidate: str) -> None:
    assert find_candidate(wanted, NAMES) == candidate


def test_whole_words_go_before_parts() -> None:
    names = {"C001": "Ada Berg", "C002": "Bo Bergman"}
    assert find_candidate("berg", names) == "C001"
    assert find_candidate("bergm", names) == "C002"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (
            "nyberg",
            "'nyberg' is the name of several candidates:\n  C001 Bo Nyberg\n  C002 Tove Nyberg",
        ),
        (
            "Zed",
            "There is no candidate 'Zed'. Candidates are:"
            + "".join(f"\n  {candidate} {name}" for candidate, name in NAMES.items()),
        ),
        ("B099", "There is no candidate 'B099'. Candidates are:\n  C001 Bo Nyberg"),
        (" ", "There is no candidate ' '. Candidates are:\n"),
    ],
)
def test_nobody_or_several(wanted: str, message: str) -> None:
    with pytest.raises(UserError) as caught:
        find_candidate(wanted, NAMES)
    assert caught.value.message.startswith(message)
    assert caught.value.advice
