"""Reads the tables of courses that transcripts of the world print."""
