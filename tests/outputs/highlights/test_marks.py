"""What is to be highlighted: what counts, the same words once, in files that the tool names."""

from dataclasses import replace

from ranking.model.call import Call
from ranking.model.evidence import Evidence
from ranking.outputs.highlights.marks import plan_copies
from ranking.outputs.highlights.palette import palette
from tests.outputs.highlights.conftest import MakeResult


def test_passages_with_the_same_words_share_a_highlight(
    make_result: MakeResult, passages: tuple[Evidence, ...], call: Call
) -> None:
    (copy,) = plan_copies(make_result(*passages))
    first, second = copy.marks
    colours = palette(call)
    assert (first.page, second.page) == (1, 2)
    assert first.boxes == passages[0].boxes
    assert first.colours == (colours["group_theory"], colours["programming"])
    assert second.colours == (colours["neural_networks"],)


def test_a_note_tells_criterion_level_and_rule_of_every_passage(
    make_result: MakeResult, passages: tuple[Evidence, ...]
) -> None:
    programming, groups, _ = passages
    (copy,) = plan_copies(make_result(replace(programming, shown=False), groups))
    assert copy.marks[0].note == (
        "Group theory: project\n  group theory:a concept > a-rule\n"
        "Programming: project (further passage)\n  programming:a concept > a-rule"
    )


def test_what_does_not_count_is_not_highlighted(
    make_result: MakeResult, passages: tuple[Evidence, ...]
) -> None:
    programming, groups, networks = (replace(row, counted=False) for row in passages)
    assert plan_copies(make_result(programming, groups, networks)) == ()
    (copy,) = plan_copies(make_result(programming, groups, passages[2]))
    assert [mark.page for mark in copy.marks] == [2]


def test_passages_without_a_place_are_told(
    make_result: MakeResult, passages: tuple[Evidence, ...]
) -> None:
    (copy,) = plan_copies(make_result(replace(passages[0], boxes=()), *passages[1:]))
    assert copy.unplaced == 1
    assert len(copy.marks) == 2


def test_names_hold_no_word_of_an_applicant_and_do_not_depend_on_what_counts(
    make_result: MakeResult, passages: tuple[Evidence, ...]
) -> None:
    row = passages[2]
    files = ("../a<b>.pdf", "z/Zacharias.pdf")
    rows = [replace(row, file=file) for file in files]
    assert [copy.path for copy in plan_copies(make_result(*rows))] == [
        "C001/letter-1.pdf",
        "C001/letter-2.pdf",
    ]
    (alone,) = plan_copies(make_result(rows[1], files=files))
    assert alone.path == "C001/letter-2.pdf"


def test_the_order_of_passages_does_not_matter(
    make_result: MakeResult, passages: tuple[Evidence, ...]
) -> None:
    assert plan_copies(make_result(*passages)) == plan_copies(make_result(*reversed(passages)))
