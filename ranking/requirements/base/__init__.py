"""What several requirements share: passages, verdicts, dates and claims of degrees."""
