"""From plan to files: templates, staleness, and the pipeline that writes the output folder."""
