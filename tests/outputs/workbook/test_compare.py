"""Compare: the best two at first, anybody else in LibreOffice; what decides comes first."""

from pathlib import Path

import pytest

from ranking.model.result import Result
from ranking.outputs.workbook import write_workbook
from ranking.outputs.workbook.sheets.compare import CHOICE, TABLE
from ranking.scoring.totals import shares
from tests.outputs.workbook.sheets_of import Rows, record, records, written
from tests.outputs.workbook.test_libreoffice import recalculate


def lines(rows: Rows) -> list[dict[str, object]]:
    """Return the rows of the criteria, without the totals."""
    return [row for row in records(rows, "Decides") if row["Decides"]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compare") / "ranking.xlsx"


@pytest.fixture(scope="module")
def shown(small: Result, path: Path) -> dict[str, Rows]:
    return written(small, path)


def assert_compares(rows: Rows, result: Result, pair: tuple[str, str]) -> None:
    """Check what a sheet shows of two candidates against the scores themselves."""
    chosen = [next(a for a in result.assessments if a.candidate == c) for c in pair]
    titles = {c.title: c.id for c in result.call.criteria}
    added = [{s.criterion: s.contribution for s in shares(a.scores, result.call)} for a in chosen]
    found = lines(rows)
    assert len(found) == len(titles)
    for row in found:
        criterion = titles[str(row["Criterion"])]
        assert row["Adds to first"] == pytest.approx(added[0][criterion], abs=1e-6)
        assert row["Adds to second"] == pytest.approx(added[1][criterion], abs=1e-6)
        score = chosen[0].score(criterion).value
        assert row["Score of first"] == ("?" if score is None else pytest.approx(score))
    gaps = [abs(float(str(row["Difference"]))) for row in found]
    assert gaps == sorted(gaps, reverse=True)
    total = next(row for row in records(rows, "Decides") if row["Criterion"] == "Total")
    assert total["Adds to first"] == (result.place(pair[0]).total or 0)
    assert total["Adds to second"] == (result.place(pair[1]).total or 0)


def test_the_best_two_are_compared_at_first(shown: dict[str, Rows], small: Result) -> None:
    best = (small.places[0].candidate, small.places[1].candidate)
    assert [shown["Compare"][row - 1][1] for row in CHOICE.values()] == list(best)
    assert_compares(shown["Compare"], small, best)


def test_a_sentence_says_who_is_ahead(shown: dict[str, Rows], small: Result) -> None:
    names = {a.candidate: a.dossier.application.person.name for a in small.assessments}
    (sentence,) = [str(row[0]) for row in shown["Compare"] if "What decides" in str(row[0])]
    top = lines(shown["Compare"])[0]["Criterion"]
    assert f"What decides: {top} (" in sentence
    first, second = small.places[:2]
    equal = first.total == second.total
    ahead = "Equal totals." if equal else f"{names[first.candidate]} is ahead by "
    assert sentence.startswith(ahead)


def test_best_passages_are_those_of_breakdown(shown: dict[str, Rows], small: Result) -> None:
    quotes = {e.quote for a in small.assessments for e in a.dossier.evidence if e.counted}
    told = [str(row["Best passage of first"]) for row in lines(shown["Compare"])]
    assert sum(any(quote in text for quote in quotes) for text in told) > 4


@pytest.mark.libreoffice
def test_others_can_be_chosen(small: Result, shown: dict[str, Rows], path: Path) -> None:
    assert shown
    pair = (small.places[-1].candidate, small.places[2].candidate)
    chosen = [
        ("Compare", TABLE.at("criterion", row), c)
        for row, c in zip(CHOICE.values(), pair, strict=True)
    ]
    found = recalculate(path, chosen)
    assert_compares([list(row) for row in found["after"]["Compare"]], small, pair)


@pytest.mark.libreoffice
def test_nobody_chosen_shows_nothing(shown: dict[str, Rows], path: Path) -> None:
    assert shown
    found = recalculate(path, [("Compare", TABLE.at("criterion", CHOICE[1]), "")])
    rows = [list(row) for row in found["after"]["Compare"]]
    assert not any(str(cell).startswith(("#", "Err:")) for row in rows for cell in row)
    assert {row["Adds to first"] for row in lines(rows)} == {""}
    assert record(rows, "ID", "")["Name"] == "choose a candidate"


def test_a_single_candidate_is_compared_with_itself(
    small: Result, make_result: object, tmp_path: Path
) -> None:
    assert callable(make_result)
    alone = make_result([small.assessments[0].dossier])
    rows = written(alone, tmp_path / "alone.xlsx")["Compare"]
    assert {row["Difference"] for row in lines(rows)} == {0}
    assert any("Equal totals." in str(row[0]) for row in rows)


def test_nobody_applied(make_result: object, tmp_path: Path) -> None:
    assert callable(make_result)
    write_workbook(make_result([]), tmp_path / "empty.xlsx")
