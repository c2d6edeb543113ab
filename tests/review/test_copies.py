"""Lasting ids of rows that people added."""

import re

from ranking.model.input_tables import OWN, REVIEWS
from ranking.review.copies import lasting_id


def test_equal_content_has_an_equal_id() -> None:
    one = lasting_id(OWN, {"quote": "On groups", "level": "thesis", "page": 3})
    assert re.fullmatch("[0-9a-f]{10}", one)
    assert lasting_id(OWN, {"page": 3, "level": " Thesis", "quote": "on  groups"}) == one


def test_other_content_another_table_or_field_has_another() -> None:
    ids = {
        lasting_id(OWN, {"candidate": "C001", "note": "fine"}),
        lasting_id(OWN, {"candidate": "C001", "who": "fine"}),
        lasting_id(OWN, {"candidate": "C002", "note": "fine"}),
        lasting_id(REVIEWS, {"candidate": "C001", "comment": "fine"}),
    }
    assert len(ids) == 4
