import pytest

from ranking.extraction.page_list import page_list


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([3], "page 3"), ([1, 2, 3], "pages 1-3"), ([1, 3, 4, 7], "pages 1, 3-4, 7")],
)
def test_page_list(numbers: list[int], words: str) -> None:
    assert page_list(numbers) == words
