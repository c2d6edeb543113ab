"""The workbook of the committee: every point a quote on a page, every total a live formula."""

from ranking.outputs.workbook.book import write_workbook

__all__ = ["write_workbook"]
