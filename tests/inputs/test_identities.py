import pytest

from ranking.errors import UserError
from ranking.inputs.identities import (
    Identity,
    assign_ids,
    identities,
    identities_from_json,
    identities_to_json,
)
from ranking.model.application import Assignment, Person


def sent(key: str, family: str, given: str = "", files: str = "") -> Assignment:
    person = Person(family_name=family, given_name=given)
    return Assignment(key=key, person=person, files=tuple(files.split()))


def hashes(*assignments: Assignment) -> dict[str, str]:
    """Each file's content is its name's last letter."""
    return {path: path[-1] for one in assignments for path in one.files}


FIRST = (
    sent("ek-bo", "Ek", "Bo", "1/a 1/b"),
    sent("li-al", "Li", "Al", "2/c 2/d 2/e"),
    sent("sen-ida", "Sen", "Ida", "3/f"),
)
KNOWN = identities(FIRST, assign_ids(FIRST, {}, hashes(*FIRST)), {}, hashes(*FIRST))


def test_new_people_are_numbered_in_the_order_of_their_keys() -> None:
    ids = assign_ids(FIRST[::-1], {}, {})
    assert ids == {"ek-bo": "C001", "li-al": "C002", "sen-ida": "C003"}


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (sent("li-al", "Else", "Name", "x/x"), "C002"),
        (sent("al-li", "Al", "LI"), "C002"),
        (sent("4711", "Unknown", "", "x/d x/e x/z"), "C002"),
        (sent("4711", "Unknown", "", "x/e x/z"), "C004"),
        (sent("ny-eva", "Ny", "Eva"), "C004"),
    ],
    ids=["key", "name", "most files", "one file of three", "nothing"],
)
def test_earlier_identity_is_found_by_key_name_and_files(later: Assignment, expected: str) -> None:
    assert assign_ids([later], KNOWN, hashes(later)) == {later.key: expected}


def test_name_that_two_people_had_is_no_proof() -> None:
    twins = (sent("1", "Ek", "Bo", "1/a"), sent("2", "Ek", "Bo", "2/b"))
    known = identities(twins, assign_ids(twins, {}, {}), {}, hashes(*twins))
    later = (sent("8", "Ek", "Bo", "8/b"), sent("9", "Ek", "Bo", "9/a"))
    assert assign_ids(later, known, hashes(*later)) == {"8": "C002", "9": "C001"}


def test_numbers_of_people_who_left_are_not_used_again() -> None:
    left = identities(FIRST[:1], {"ek-bo": "C001"}, KNOWN, {})
    assert list(left) == ["C001", "C002", "C003"]
    assert assign_ids([sent("ny-eva", "Ny", "Eva")], left, {}) == {"ny-eva": "C004"}
    assert assign_ids([FIRST[2]], left, {}) == {"sen-ida": "C003"}


def test_json_gives_the_identities_back() -> None:
    assert KNOWN["C002"].sha256s == ("c", "d", "e")
    assert identities_from_json(identities_to_json(KNOWN)) == KNOWN
    assert identities_from_json(identities_to_json({})) == {}


@pytest.mark.parametrize("text", ["", "{}", '[{"candidate": 1}]'])
def test_other_json_is_told(text: str) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        identities_from_json(text)


def test_identity_is_of_the_last_build() -> None:
    renamed = sent("ek-bo", "Eklund", "Bo", "1/z")
    after = identities([renamed], {"ek-bo": "C001"}, KNOWN, hashes(renamed))
    assert after["C001"] == Identity(
        candidate="C001", key="ek-bo", family_name="Eklund", given_name="Bo", sha256s=("z",)
    )


def test_an_id_that_is_none_is_refused() -> None:
    text = '[{"candidate": "X", "key": "ek-nils", "family_name": "Ek"}]'
    with pytest.raises(UserError, match="'X' is no id"):
        identities_from_json(text)
