"""PDFium's own functions, for the modules that look at what a page is made of."""

from typing import Any

import pypdfium2.raw

PDFIUM: Any = pypdfium2.raw
"""The raw interface, which makes its names on demand."""

Handle = Any
"""A pointer of PDFium's; valid until what it points to is closed."""
