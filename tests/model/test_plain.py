"""Text that a spreadsheet can hold reads back as it was written."""

from hypothesis import given
from hypothesis import strategies as st

from ranking.model.plain import MAX_UNITS, plain


@given(st.text(st.characters(), max_size=60))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_long_text_stays_as_it_is_once_shortened() -> None:
    short = plain("x" * 2 * MAX_UNITS)
    assert len(short) == MAX_UNITS
    assert plain(short) == short
