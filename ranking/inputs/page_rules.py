"""Reads the rules about pages."""

from pathlib import Path

from ranking.inputs.toml_file import read_toml
from ranking.model.page_rules import PageRules

PAGE_RULES_FILE = "page_quality.toml"


def read_page_rules(data: Path) -> PageRules:
    """Read the rules about pages below the data folder.

    Raises:
        UserError: If the file cannot be read.
        InputFileError: With every fault of the file.
    """
    return read_toml(data / PAGE_RULES_FILE, PageRules)
