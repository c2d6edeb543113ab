import pytest

from ranking.evaluation.text import composed, file_name, squashed, words


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("repre-\nsentation", "representation"),
        ("message\u00adpassing", "Message passing"),
        ("e\ufb03cient", "efficient"),
        ("master\u2019s", "master's"),
        ("\u201cLie\u201d", '"lie"'),
        ("Galois\u2013Lie", "Galois-Lie"),
    ],
)
def test_what_a_page_break_changes_is_the_same(text: str, same: str) -> None:
    assert squashed(text) == squashed(same)


def test_other_words_stay_other_words() -> None:
    assert squashed("SU(3)") != squashed("SU(2)")
    assert squashed("") == ""


def test_words_are_of_three_letters_or_more() -> None:
    assert words("The R_matrix of SU(3), i.e. 100 %") == {"the", "matrix", "100"}


def test_file_name_in_one_form_of_its_letters() -> None:
    assert file_name("Berg_Ada/sub/CV, Kova\u0301cs.pdf") == "CV, Kov\u00e1cs.pdf"
    assert file_name("Berg_Ada\\CV.pdf") == "CV.pdf"
    assert composed("a\u0301/b") == "\u00e1/b"
