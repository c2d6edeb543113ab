from pathlib import Path

import pytest

from ranking.errors import InputFileError
from ranking.inputs.data_root import data_root
from ranking.inputs.page_rules import PAGE_RULES_FILE, read_page_rules


def test_rules_of_the_toolkit() -> None:
    rules = read_page_rules(data_root())
    assert {"en", "sv", "de", "ru"} <= set(rules.stop_words)
    assert 0 < rules.garbage.least_stop_words < rules.garbage.plenty_of_stop_words < 1


def test_faults_are_listed(tmp_path: Path) -> None:
    text = (data_root() / PAGE_RULES_FILE).read_text(encoding="utf-8")
    (tmp_path / PAGE_RULES_FILE).write_text(
        text.replace("most_private", "most_privat"), encoding="utf-8"
    )
    with pytest.raises(InputFileError) as caught:
        read_page_rules(tmp_path)
    assert "did you mean 'most_private'" in str(caught.value)
