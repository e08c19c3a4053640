"""What editors write, understood: field types, the model, files with positions, prose, and the catalogue."""
