"""What was read of files, kept from build to build: an unchanged file is never read twice.

A reading is found again by the content of the file, the options that matter for it and the version
of the reader; name and place of the file do not matter.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from ranking.extraction.code_version import code_version
from ranking.extraction.read_options import Reading, ReadOptions
from ranking.extraction.store import Records, Store, digest
from ranking.model.document import SourceFile
from ranking.model.problem import Problem

_PARTS = ("extraction", "model", "inputs")
_PACKAGES = ("pypdfium2", "pypdf", "cryptography", "rapidocr", "onnxruntime", "python-docx")
_NO_SOURCE = SourceFile(path="", size=0, sha256="")
_DEPENDS_ON_OPTIONS = frozenset(
    {"encrypted", "password-needed", "scanned", "ocr-used", "ocr-missing", "garbage-text"}
)
"""A reading with one of these problems depends on passwords or OCR; others stay as they are when
those options change."""


class ReadingCache:
    """Readings by content.

    Args:
        store: Where they are kept, None to keep nothing.
        options: How the files of this build are read.
    """

    def __init__(self, store: Store | None, options: ReadOptions) -> None:
        self._store = store
        self._version = code_version(_PARTS, _PACKAGES)
        self._plain = repr(replace(options, passwords=(), ocr=True, max_ocr_pages=0))
        self._exact = repr(options)

    def get(self, source: SourceFile) -> Reading | None:
        """Return what was read of a file with this content, None if that is not known."""
        for options in (self._plain, self._exact) if source.sha256 else ():
            if (reading := self._records().get(self._key(source, options))) is not None:
                return _with_source(reading, source)
        return None

    def put(self, source: SourceFile, reading: Reading) -> None:
        """Keep what was read of a file."""
        if source.sha256:
            codes = {problem.code for problem in reading[1]}
            options = self._plain if codes.isdisjoint(_DEPENDS_ON_OPTIONS) else self._exact
            self._records().put(self._key(source, options), _with_source(reading, _NO_SOURCE))

    def _records(self) -> Records[Reading]:
        return Records[Reading](Reading, self._store)

    def _key(self, source: SourceFile, options: str) -> str:
        suffix = PurePosixPath(source.path).suffix.lower()
        return digest((source.sha256, suffix, options, self._version))


def _with_source(reading: Reading, source: SourceFile) -> Reading:
    document, problems = reading
    return replace(document, source=source), tuple(_named(problems, source))


def _named(problems: Iterable[Problem], source: SourceFile) -> Iterable[Problem]:
    return (replace(problem, file=source.path) for problem in problems)
