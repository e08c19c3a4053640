"""The live preview: watching what editors save, building it, serving it, and bringing the change to their browser."""
