"""Rules about single pages: when text is broken, and which pages are drawn to find hidden words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GarbageRules:
    """What tells broken text; shares are of the visible characters or of the words of a page.

    Attributes:
        fewest_characters: A page with fewer visible characters is not judged.
        enough_words: From this number on a page with few stop words is suspicious.
        plenty_of_stop_words: The share of stop words of any language that settles the question.
        least_stop_words: The share of stop words below which it is.
        most_private: Share of private-use characters above which text is broken.
        most_controls: Likewise of control and replacement characters.
        most_unmapped: Share of characters that PDFium finds no Unicode value for, above which text
            is broken if it holds more controls than ``most_controls_unmapped``.
        most_controls_unmapped: See ``most_unmapped``.
        most_vowelless: Share of long words without a vowel above which text is broken.
        fewest_long_words: Fewer long words (of four letters and more) say nothing.
        vowels: Letters of which any long word has one, of all alphabets that write vowels.
    """

    fewest_characters: int
    enough_words: int
    plenty_of_stop_words: float
    least_stop_words: float
    most_private: float
    most_controls: float
    most_unmapped: float
    most_controls_unmapped: float
    most_vowelless: float
    fewest_long_words: int
    vowels: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisibilityRules:
    """Which pages are drawn where there are doubts: all of a short document, else the first."""

    short_document: int
    first_pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRules:
    """All rules about pages. ``stop_words`` are the function words by language, blank between."""

    garbage: GarbageRules
    visibility: VisibilityRules
    stop_words: dict[str, str]
