#!/bin/sh
# Opens the forms for writing in the browser. To end it: Ctrl-C, or close the window.
exec sh "$(dirname -- "$0")/xem-trang.sh" --open /soan-bai/ "$@"
