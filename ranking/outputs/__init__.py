"""What a build leaves behind: workbook, tables, run.json; one writer puts them on disk."""
