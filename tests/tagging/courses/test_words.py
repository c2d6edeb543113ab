import pytest

from ranking.tagging.courses.words import Words, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Średnia ŁĄCZNIE", "srednia lacznie"), ("Ortalamas\u0131", "ortalamasi")],
)
def test_plain_words_have_no_case_and_no_accents(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("not passed", "failed"),
        ("nicht bestanden", "failed"),
        ("bestanden", "passed"),
        ("Underkända kurser", "failed"),
        ("ajournée", "failed"),
        ("No presentado", "failed"),
        ("Trukket", "failed"),
        ("Trancado", "failed"),
        ("Dispensado", "passed"),
        ("idoneo", "passed"),
        ("vrijstelling", "passed"),
        ("Bestått", "passed"),
        ("Cursando", "pending"),
        ("devam ediyor", "pending"),
        ("angemeldet", "pending"),
        ("Failure analysis", ""),
        ("Passenger transport", ""),
    ],
)
def test_words_tell_how_a_course_ended(words: Words, text: str, state: str) -> None:
    assert words.state(text) == state


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Total credits", True),
        ("Semester V", True),
        ("Média ponderada", True),
        ("Term GPA", True),
        ("Total quality management", False),
        ("Mean field theory", False),
        ("Project", False),
    ],
)
def test_sums_are_told_from_courses(words: Words, title: str, expected: bool) -> None:  # noqa: FBT001
    assert words.sums_up(title) is expected


def test_legends_are_told_from_courses(words: Words) -> None:
    assert words.explains("A+ Excellent")
    assert not words.explains("Pass the ball: a course in sports")
    assert words.is_legend("1,0 sehr gut, 2,0 gut, 3,0 befriedigend, 4,0 ausreichend")
    assert not words.is_legend("Topology 6 very good")
