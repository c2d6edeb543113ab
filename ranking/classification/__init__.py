"""Kind, language and sections of a document; pure functions over what was read."""
