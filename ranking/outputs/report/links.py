"""Where links of the report lead: files, passages, and the pages that Excel lands on."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

Links = Mapping[str, str]
"""Where a reader finds a file of the applications, as a path from the report's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside the report, so that no link leads to nothing.

    Attributes:
        links: Where a reader finds each file.
        workbook: Whether there is a workbook.
    """

    links: Links
    workbook: bool


GO = "go"
"""The folder of the pages that send a reader on."""

_PLAIN = re.compile(r"[0-9a-f]{10}|C[0-9]+")
"""Ids that this toolkit makes; those of the committee's own passages may have been typed."""


def page_of(candidate: str) -> str:
    """Return the name of a candidate's page."""
    return f"{candidate}.html"


def go_path(known_id: str) -> str:
    """Return where, from the report's folder, a page sends readers on to a passage or candidate.

    Why such pages: Excel hands a link to the system without what follows its ``#``, so a link to
    page 7 of a PDF, or to a passage on a page, would open the beginning.

    Args:
        known_id: The id of a passage that is shown, or of a candidate.
    """
    return str(PurePosixPath(GO, page_of(_stem(known_id))))


def anchor_of(passage: str) -> str:
    """Return the id that a passage has on its candidate's page."""
    return f"e-{_stem(passage)}"


def file_link(links: Links, file: str, page: int) -> str:
    """Return the link to a page of a file from the report's folder, "" if there is none."""
    return f"{quote(links[file])}#page={page}" if file in links else ""


def _stem(known_id: str) -> str:
    """Return an id as a part of a file's name; one that was typed might name any file."""
    if _PLAIN.fullmatch(known_id):
        return known_id
    return f"own-{hashlib.sha256(known_id.encode()).hexdigest()[:12]}"
