"""The committee's edits: read back from workbooks, kept in a log, merged, and applied."""
