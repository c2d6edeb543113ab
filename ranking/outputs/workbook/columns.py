"""Columns that many sheets share, so that they look and mean the same everywhere."""

from ranking.outputs.workbook.table import Column

ID = Column("candidate", "ID", 8, "text", "The candidate; stays the same from build to build.")
CANDIDATE = Column("candidate", "Candidate", 10)
NAME = Column("name", "Name", 22)
QUOTE = Column("quote", "Quote", 64, "wrap", "Words of the page, verbatim.")
FILE = Column("file", "File", 32, "wrap", "The file as submitted.")
PAGE = Column("page", "Page", 6, "integer", "Page of the file, counted from 1.")
