"""Links and names of files are safe, whatever ids and files are called."""

import re

import pytest

from ranking.outputs.report.links import anchor_of, file_link, go_path

TYPED = ["own row 1", "../../evil", "con", "a/b", "Ada's", "<script>", "", "x" * 400, "c001"]


@pytest.mark.parametrize("known", ["0123456789", "abcdef0123", "C001", "C1234"])
def test_ids_of_this_toolkit_stay_as_they_are(known: str) -> None:
    assert go_path(known) == f"go/{known}.html"
    assert anchor_of(known) == f"e-{known}"


@pytest.mark.parametrize("typed", TYPED)
def test_typed_ids_are_safe_in_names(typed: str) -> None:
    assert re.fullmatch(r"go/own-[0-9a-f]{12}\.html", go_path(typed))
    assert re.fullmatch(r"e-own-[0-9a-f]{12}", anchor_of(typed))


def test_different_ids_have_different_pages() -> None:
    assert len({go_path(typed).casefold() for typed in TYPED}) == len(TYPED)


def test_a_file_is_linked_at_its_page() -> None:
    links = {"a.pdf": '../highlighted/C001/a "b" #1?.pdf'}
    assert file_link(links, "a.pdf", 7) == "../highlighted/C001/a%20%22b%22%20%231%3F.pdf#page=7"
    assert file_link(links, "b.pdf", 7) == ""
