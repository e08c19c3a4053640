"""Forms in the browser: the model as forms, records as what a form shows, and what a form says put back into the text.

A form never sees a file. It sees one record as plain values, whatever the file looks like, and what comes back is
compared with that: only what differs is written, where it stands, so that comments, order and everything that the form
does not show stay as they were.
"""
