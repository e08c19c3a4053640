"""Vietnamese as it is written: text, alphabetical order, names, figures, dates and typography."""
