"""Reads what steers a run: call profile, lexicons, kinds, the applications folder, its list."""
