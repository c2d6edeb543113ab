"""The nouns: frozen dataclasses that every stage knows; no I/O, no third party."""
