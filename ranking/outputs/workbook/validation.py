"""What may be typed into a cell: a word of a list, or a number, each with a helpful message."""

from openpyxl.worksheet.datavalidation import DataValidation

from ranking.outputs.workbook.sheet import Sheet

TITLE_MOST, TEXT_MOST, LIST_MOST = 32, 255, 255
"""Characters that Excel allows in a title, a message, and a list of choices."""


def offer_words(
    sheet: Sheet, cells: str, words: tuple[str, ...], title: str, help_text: str
) -> None:
    """Offer words to choose from; nothing else may be typed, except nothing at all.

    Raises:
        ValueError: If the list is longer than Excel can hold.
    """
    choice = ",".join(words)
    if len(choice) > LIST_MOST:
        raise ValueError(choice)
    rule = DataValidation(type="list", formula1=f'"{choice}"', allow_blank=True)
    _add(sheet, rule, cells, (title, help_text, f"One of: {', '.join(words)}; or leave it empty."))


def offer_cells(sheet: Sheet, cells: str, source: str, title: str, help_text: str) -> None:
    """Offer the contents of other cells to choose from."""
    rule = DataValidation(type="list", formula1=source, allow_blank=True)
    _add(sheet, rule, cells, (title, help_text, f"Choose from the list. {help_text}"))


def ask_number(
    sheet: Sheet, cells: str, limits: tuple[float, float], title: str, help_text: str
) -> None:
    """Allow numbers from the first limit to the second."""
    low, high = (f"{limit:g}" for limit in limits)
    rule = DataValidation(type="decimal", operator="between", formula1=low, formula2=high)
    rule.allow_blank = True
    _add(sheet, rule, cells, (title, help_text, f"A number from {low} to {high}."))


def _add(sheet: Sheet, rule: DataValidation, cells: str, words: tuple[str, str, str]) -> None:
    title, help_text, error = words
    rule.showInputMessage = rule.showErrorMessage = True
    rule.promptTitle = rule.errorTitle = title[:TITLE_MOST]
    rule.prompt, rule.error = help_text[:TEXT_MOST], error[:TEXT_MOST]
    rule.sqref = cells
    sheet.worksheet.add_data_validation(rule)
