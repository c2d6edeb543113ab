"""What a build tells of its outputs: where they are, what of earlier ones is gone, what is left."""

from collections.abc import Iterator

from ranking.outputs.earlier_workbooks import WORKBOOK
from ranking.outputs.folders import HIGHLIGHTED, REPORT
from ranking.outputs.writer import TABLES
from ranking.steps.options import BuildOptions, Built


def output_lines(built: Built, options: BuildOptions) -> Iterator[str]:
    """Yield the lines; the last ones name what to open first."""
    written = built.written
    for backup in written.annotated:
        yield f"Saved by somebody since the last build, and kept: {backup}"
    if written.removed:
        yield f"Removed, since it was of an earlier build: {', '.join(written.removed)}."
    if written.left:
        yield f"Left as an earlier build wrote it: {', '.join(written.left)}."
    if options.highlights:
        yield f"Highlighted copies: {options.out / HIGHLIGHTED}"
    if options.report:
        yield f"Report: {options.out / REPORT / 'index.html'}"
    if options.workbook:
        yield f"Workbook: {written.beside or options.out / WORKBOOK}"
    if options.outputs == ("tables",):
        yield f"Tables: {options.out / TABLES}"
