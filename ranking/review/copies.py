"""A copy of the workbook as it was read: what stands in its inputs, before any judgement."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from ranking.model.input_tables import Cell, InputTable, Value
from ranking.review.values import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A workbook that somebody may have edited.

    Attributes:
        source: Its file name.
        time: When it was last changed: ISO, UTC, seconds.
        build: The build that wrote it.
        run: The run that it belongs to, "" if it does not say.
        cells: What stands in each input, in the order of the rows; a cell has several values where
            its row stands several times. An empty input is "", a missing row has no cell.
        notes: What could not be read, in plain words.
    """

    source: str
    time: str
    build: int
    run: str = ""
    cells: Mapping[Cell, tuple[Value, ...]]
    notes: tuple[str, ...] = ()


def lasting_id(table: InputTable, values: Mapping[str, Value]) -> str:
    """Return the id of a row that a person added: equal rows of two copies are one."""
    content = [text_of(values.get(name, "")) for name in table.fields]
    words = [" ".join(text.casefold().split()) for text in content]
    text = json.dumps([table.name, *words])
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:10]
