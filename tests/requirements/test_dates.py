import pytest

from ranking.requirements.base.dates import moments, span


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("awarded 21 June 2021", "2021-06-21"),
        ("30.11.2022", "2022-11-30"),
        ("2021-06-21", "2021-06-21"),
        ("March 15, 2024", "2024-03-15"),
        ("juillet 2022", "2022-07-31"),
        ("06/2023", "2023-06-30"),
        ("HT 2021", "2021-12-31"),
        ("2019", "2019-12-31"),
        ("31 February 2021", "2021-02-28"),
    ],
)
def test_the_last_day_that_words_can_mean(text: str, date: str) -> None:
    (moment,) = moments(text)
    assert str(moment.last_day) == date


@pytest.mark.parametrize("text", ["13/2021 is no month", "7,5 hp", "Tel. 20210301234", "1,2020"])
def test_what_is_no_month(text: str) -> None:
    assert all(moment.month is None for moment in moments(text))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Aug 2021 \u2013 June 2023", 23),
        ("10/2016 \u2013 09/2019", 36),
        ("2016-2020", 48),
        ("2020\u201321", 12),
        ("2019/2021", 24),
        ("2021 \u2013 present", None),
        ("since 2021", None),
        ("Nov 2022 \u2013", None),
    ],
)
def test_spans(text: str, months: int | None) -> None:
    found = span(text)
    assert found is not None
    assert found.months == months


def test_a_single_date_is_no_span() -> None:
    assert span("awarded 21 June 2021") is None
