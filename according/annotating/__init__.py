"""Article -> Annotation: sentences, names, dates, quantities and who says what."""
