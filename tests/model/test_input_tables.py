"""The inputs of the workbook: tables that are whole, headers that are told apart."""

from collections.abc import Callable

import pytest

from ranking.model.evidence import Evidence
from ranking.model.input_tables import (
    EVIDENCE,
    INPUT_TABLES,
    NOT_COUNTED,
    Cell,
    Content,
    content_of,
    passage_table,
    requirement_row,
)

CAP: Cell = ("weights", "rule/cap", "value")


@pytest.mark.parametrize("name", INPUT_TABLES)
def test_every_table_is_whole(name: str) -> None:
    table = INPUT_TABLES[name]
    assert table.name == name
    assert table.contents[table.note] is Content.TEXT
    for headers in table.headers:
        assert table.id in headers.signature
        assert set(headers.fields) == set(table.fields)
        titles = list(headers.fields.values())
        assert len(set(titles)) == len(titles)


def test_no_header_of_a_table_is_taken_for_another() -> None:
    full = {
        (table.name, number): {table.id, *headers.signature, *headers.fields.values()}
        for table in INPUT_TABLES.values()
        for number, headers in enumerate(table.headers)
    }
    for (name, number), titles in full.items():
        fitting = [
            (table.name, other)
            for table in INPUT_TABLES.values()
            for other, headers in enumerate(table.headers)
            if set(headers.signature) <= titles
        ]
        assert fitting[0] == (name, number)


def test_what_cells_hold() -> None:
    assert content_of(CAP) is Content.NUMBER
    assert content_of(("weights", "topic/explainable_ai", "value")) is Content.WORD
    assert content_of(("weights", "topic/explainable_ai", "why")) is Content.TEXT
    assert content_of(("evidence", "e1", "decision")) is Content.WORD
    assert content_of(("evidence", "e1", "unheard")) is Content.TEXT
    assert content_of(("unheard", "of", "it")) is Content.TEXT


def test_rows() -> None:
    assert requirement_row("C001", "degree") == "C001/degree"


@pytest.mark.parametrize(
    ("counted", "switched", "table"),
    [
        (True, False, EVIDENCE),
        (False, True, EVIDENCE),
        (False, False, NOT_COUNTED),
        (True, True, NOT_COUNTED),
    ],
)
def test_a_passage_stands_where_it_was_found(
    make_evidence: Callable[..., Evidence], *, counted: bool, switched: bool, table: object
) -> None:
    assert passage_table(make_evidence(counted=counted, switched=switched)) is table
