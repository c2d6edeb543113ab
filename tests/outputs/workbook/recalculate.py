"""Opens a workbook in LibreOffice, edits it, and prints all cells before and after as JSON.

usage: python3 recalculate.py FILE.xlsx EDITS.json
Run by test_libreoffice.py with the Python that LibreOffice's bridge belongs to. The edits are rows
[sheet, cell, value]. Every run has a profile of its own, so that runs do not collide.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found, unused-ignore]


def main(path: str, edits_path: str) -> None:
    """Print {"before": {sheet: rows}, "after": {sheet: rows}, "formulas": {sheet: rows}}."""
    edits = json.loads(Path(edits_path).read_text())
    with tempfile.TemporaryDirectory(prefix="lo_", ignore_cleanup_errors=True) as profile:
        pipe = f"ranking{os.getpid()}"
        office = start(profile, pipe)
        try:
            desktop = connect(pipe)
            book = load(desktop, path)
            found: dict[str, Any] = {"before": values(book), "formulas": formulas(book)}
            for sheet, cell, value in edits:
                target = book.Sheets.getByName(sheet).getCellRangeByName(cell)
                if isinstance(value, str):
                    target.setString(value)
                else:
                    target.setValue(value)
            book.calculateAll()
            found["after"] = values(book)
            book.close(True)  # noqa: FBT003 - the bridge takes no names
            print(json.dumps(found))  # noqa: T201 - the answer
            stop(desktop)
            office.wait(30)
        finally:
            office.kill()


def start(profile: str, pipe: str) -> subprocess.Popen[bytes]:
    """Start LibreOffice without a window."""
    return subprocess.Popen(  # noqa: S603 - a fixed command
        [  # noqa: S607 - wherever it is installed
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation=file://{profile}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def connect(pipe: str) -> Any:  # noqa: ANN401 - the bridge has no types
    """Return LibreOffice's desktop as soon as it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - the bridge's own exception, until it is up
            time.sleep(0.1)
        else:
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
    sys.exit("LibreOffice did not start")


def stop(desktop: Any) -> None:  # noqa: ANN401 - the bridge has no types
    """Ask LibreOffice to end; the bridge breaks as it does."""
    try:
        desktop.terminate()
    except Exception as error:  # noqa: BLE001 - the bridge's own exception
        print(error, file=sys.stderr)  # noqa: T201 - for whoever looks


def load(desktop: Any, path: str) -> Any:  # noqa: ANN401 - the bridge has no types
    """Open a file without a window."""
    hidden = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    hidden.Name, hidden.Value = "Hidden", True
    url = Path(path).resolve().as_uri()
    return desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))


def values(book: Any) -> dict[str, Any]:  # noqa: ANN401 - the bridge has no types
    """Return the values of all cells by sheet."""
    return {sheet.Name: used(sheet).getDataArray() for sheet in book.Sheets}


def formulas(book: Any) -> dict[str, Any]:  # noqa: ANN401 - the bridge has no types
    """Return the formulas of all cells by sheet."""
    return {sheet.Name: used(sheet).getFormulaArray() for sheet in book.Sheets}


def used(sheet: Any) -> Any:  # noqa: ANN401 - the bridge has no types
    """Return the cells of a sheet that hold anything, from A1 on."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)  # noqa: FBT003 - the bridge takes no names
    end = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)


if __name__ == "__main__":
    main(*sys.argv[1:])
