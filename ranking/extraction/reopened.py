"""A file opened once more, to check what was found in it.

Opening a file and loading its first page takes as long as ten further pages, so both looks at it,
for words that nobody can see and for the place of quotes, share one opening.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

from ranking.extraction.locate import Found, locate, locate_by_pypdf, locate_in_text
from ranking.extraction.pdfium import DamagedError, PasswordNeededError, PdfiumFile
from ranking.extraction.second_opinion import SecondOpinion
from ranking.extraction.visibility import Seen, look
from ranking.extraction.word import is_word_file, word_text


class Reopened:
    """A file that is looked at again; a context manager that closes it.

    Args:
        path: The file.
        passwords: Tried in order if the file needs one.
    """

    def __init__(self, path: Path, passwords: Sequence[str]) -> None:
        self._path = path
        self._passwords = passwords
        self._second = SecondOpinion(path, passwords)
        self._pdf: PdfiumFile | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        with suppress(PasswordNeededError, DamagedError):
            pdf = PdfiumFile.open(self._path, self._passwords)
            self._pdf = self._open.enter_context(pdf)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def look(self, numbers: Iterable[int]) -> dict[int, Seen]:
        """Return what can be seen of the words of pages; a page that breaks ends the look."""
        found: dict[int, Seen] = {}
        if self._pdf:
            with suppress(DamagedError, MemoryError, OSError):
                for number in numbers:
                    found[number] = look(self._pdf, number, self._second.text)
        return found

    def locate(self, wanted: Mapping[int, Sequence[str]]) -> Found:
        """Find quotes, given by page; those in a Word file, or that pypdf found, have no boxes."""
        if self._pdf:
            return locate(self._pdf, self._second, wanted)
        if is_word_file(self._path):
            return locate_in_text(word_text(self._path), wanted)
        return locate_by_pypdf(self._second, wanted)
