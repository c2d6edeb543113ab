"""From a file to a Document; the only stage that knows PDFium and pypdf."""
