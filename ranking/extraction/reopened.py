"""A file opened once more, to check what was found in it.

The first pages that are loaded of a file cost several times as much as later ones, so both looks,
for words that nobody can see and for the place of quotes, share one opening and one loading.
"""

from collections.abc import Container, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Self

from ranking.extraction.locate import Found, locate_by_pypdf, locate_in_text, locate_on_page
from ranking.extraction.pdfium import (
    DamagedError,
    PasswordNeededError,
    PdfiumFile,
    text_page_of,
)
from ranking.extraction.second_opinion import SecondOpinion
from ranking.extraction.visibility import Seen, look_at
from ranking.extraction.word import is_word_file, word_text


@dataclass(frozen=True, slots=True)
class Checked:
    """What a second look at a file has found.

    Attributes:
        found: Where quotes stand; without boxes in a Word file, and where pypdf found them.
        seen: What can be seen of the words of the doubtful pages, by page.
    """

    found: Found
    seen: dict[int, Seen] = field(default_factory=dict)


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

    def check(self, wanted: Mapping[int, Sequence[str]], doubtful: Container[int] = ()) -> Checked:
        """Find quotes on their pages, and what can be seen there.

        Args:
            wanted: Quotes by page (from 1); none for a page that is only looked at.
            doubtful: The pages of which it is not known what can be seen.
        """
        if self._pdf is None:
            if is_word_file(self._path):
                return Checked(locate_in_text(word_text(self._path), wanted))
            return Checked(locate_by_pypdf(self._second, wanted))
        checked = Checked({})
        for number, quotes in wanted.items():
            try:
                self._check_page(self._pdf, number, quotes, checked, doubtful=number in doubtful)
            except DamagedError:
                checked.found.update(locate_by_pypdf(self._second, {number: quotes}))
        return checked

    def _check_page(
        self,
        pdf: PdfiumFile,
        number: int,
        quotes: Sequence[str],
        checked: Checked,
        *,
        doubtful: bool,
    ) -> None:
        """Find the quotes first: looking may switch words off.

        A page that cannot be drawn stays doubtful, and is counted as such in run.json.
        """
        with pdf.page(number) as page, text_page_of(page) as text_page:
            found = locate_on_page(text_page, quotes) if quotes else {}
            if found is None:
                checked.found.update(locate_by_pypdf(self._second, {number: quotes}))
            else:
                checked.found.update({(number, quote): boxes for quote, boxes in found.items()})
            if doubtful:
                with suppress(MemoryError, OSError):
                    drawn = partial(self._second.text, number)
                    checked.seen[number] = look_at(page, text_page, drawn)
