#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""The door of Vinh Danh: `python3 build.py [command ...]`.

Any Python, however old, can read this file and say what it lacks; all else is in `vinhdanh/`.
"""

from __future__ import unicode_literals

import os
import sys

OLDEST_PYTHON = (3, 11)
CANNOT_START = 3


def refusal(version):
    """The sentence for a Python that is too old, Vietnamese then English; None for one that will do."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    found, needed = (".".join(str(number) for number in pair) for pair in (version[:2], OLDEST_PYTHON))
    return (
        "Vinh Danh cần Python {0} trở lên, còn đây là Python {1}: hãy cài bản mới rồi chạy lại. / "
        "Vinh Danh needs Python {0} or newer, this is Python {1}: install a newer one, then run this again.\n"
    ).format(needed, found)


def main(arguments):
    """Run one command and return its exit code, from any folder, on a machine with nothing installed yet."""
    sentence = refusal(sys.version_info)
    if sentence:
        getattr(sys.stderr, "buffer", sys.stderr).write(sentence.encode("utf-8"))
        return CANNOT_START
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    try:
        from vinhdanh import bootstrap

        code = bootstrap.enter(arguments)
        if code is not None:
            return code
        from vinhdanh import cli

        return cli.main(arguments)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
