"""The content model, in one place: every kind of record, its fields, their labels, hints and aliases.

Reading and its messages, forms, schemas, scaffolds, reference pages and exports all derive from these declarations.
`values` holds what several kinds share, one module each the kinds themselves, and `kinds` the table of all kinds.
"""
