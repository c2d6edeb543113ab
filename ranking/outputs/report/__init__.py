"""The report: pages that show every point as a picture of the place that it came from."""

from ranking.outputs.report.write import write_report

__all__ = ["write_report"]
