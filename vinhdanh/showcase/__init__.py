"""What the site consists of: page plans, lists, drawings and data files, made from the catalogue."""
