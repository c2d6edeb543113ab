"""Puts stored values beside formulas, and makes the bytes of a workbook depend on nothing else.

Why: openpyxl writes a formula without its value, so that previewers, pandas and LibreOffice (which
does not recalculate when it opens a file) would show nothing. And a file must be identical when
its input is: times inside the archive are replaced by one that the caller gives.
"""

import datetime as dt
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

_CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f><v ?(?:/>|></v>)</c>', re.DOTALL)
_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")

Stored = Mapping[str, str | float]
"""Values by coordinate, such as ``B7``."""


def inject(
    source: IO[bytes], target: Path, stored: Mapping[str, Stored], time: dt.datetime
) -> None:
    """Copy a workbook to ``target`` with stored values and one fixed time.

    Args:
        source: The workbook as openpyxl saved it.
        target: The file to write.
        stored: Values of all formulas by the part's name, such as ``xl/worksheets/sheet1.xml``.
        time: Taken as the time of modification.

    Raises:
        KeyError: If a formula has no value in ``stored``.
    """
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name in stored:
                content = _with_values(content, stored[name])
            elif name == "docProps/core.xml":
                content = _with_time(content.decode(), time).encode()
            new.writestr(_part(name), content)


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    part.compress_type = zipfile.ZIP_DEFLATED
    part.external_attr = 0o600 << 16
    return part


def _with_time(xml: str, time: dt.datetime) -> str:
    return _MODIFIED.sub(rf"\g<1>{time:%Y-%m-%dT%H:%M:%SZ}\g<2>", xml)


def _with_values(xml: bytes, stored: Stored) -> bytes:
    """Put the values into a sheet; in bytes, for a sheet of 30,000 rows is large."""

    def fill(match: re.Match[bytes]) -> bytes:
        place, attributes, formula = match.groups()
        value = stored[place.decode()]
        kind, shown = b"", repr(value)
        if isinstance(value, str):
            kind, shown = b' t="str"', escape(value)
        start = b'<c r="%b"%b%b><f>%b</f>' % (place, attributes, kind, formula)
        return b"%b<v>%b</v></c>" % (start, shown.encode())

    return _CELL.sub(fill, xml)
