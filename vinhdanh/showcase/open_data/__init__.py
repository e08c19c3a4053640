"""The public data of the showcase as files for machines and spreadsheets, and their description.

`public` says what may come out, field by field; `rows` makes plain rows of records; `csv_text` writes them;
`descriptor` describes the files after the Data Package standard; `files` deals records out to files.
"""
