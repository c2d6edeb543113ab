from ranking.evaluation.figures import Figure, Section, as_dict


def test_figures_of_all_sections_by_id() -> None:
    sections = (
        Section("One", (Figure("share", "a share", 2 / 3), Figure("count", "a count", 3))),
        Section("Two", (Figure("whole", "a whole share", 1.0),)),
    )
    figures = as_dict(sections)
    assert figures == {"share": 0.6667, "count": 3, "whole": 1.0}
    assert list(figures) == ["share", "count", "whole"]
    assert isinstance(figures["count"], int)
