"""Copies of the applicants' PDFs with the passages that count highlighted."""
