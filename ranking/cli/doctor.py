"""``rank doctor``: whether this installation can do its work, and what to install if not."""

import importlib.util
import platform
import shutil

import typer

OPTIONAL_PACKAGES = {
    "typst": "to make the demo cohort anew: pip install 'ranking[test]'",
    "ipykernel": "for the notebooks: pip install 'ranking[notebooks]'",
    "distributed": "for more than one machine: pip install 'ranking[dask]'",
}
OPTIONAL_PROGRAMS = {
    "soffice": "LibreOffice, to check the workbook's formulas in the tests",
    "chromium": "to open the report in the tests",
}


def doctor() -> None:
    """Check the installation: packages, data files, optional parts."""
    from ranking.inputs.data_root import data_root  # noqa: PLC0415 - keeps --help quick
    from ranking.outputs.run_file import versions  # noqa: PLC0415
    from ranking.pipeline import read_knowledge  # noqa: PLC0415

    typer.echo(f"platform {platform.platform()}")
    for name, version in versions():
        state = "ok     " if version != "missing" else "MISSING"
        typer.echo(f"{state}  {name} {version}")
    data = data_root()
    typer.echo(f"ok       data {data}")
    for path in sorted((data / "calls").glob("*.toml")):
        typer.echo(f"ok       call {read_knowledge(path.stem, data).call.id}")
    for package, use in OPTIONAL_PACKAGES.items():
        _tell(package, use, found=importlib.util.find_spec(package) is not None)
    for program, use in OPTIONAL_PROGRAMS.items():
        _tell(program, use, found=shutil.which(program) is not None)


def _tell(name: str, use: str, *, found: bool) -> None:
    typer.echo(f"{'ok      ' if found else 'missing '} {name} (optional; {use})")
