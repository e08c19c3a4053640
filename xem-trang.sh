#!/bin/sh
# Opens the preview with a double click: xem trước trang, dừng bằng Ctrl-C hoặc đóng cửa sổ.
cd "$(dirname "$0")" || exit 1
exec python3 build.py serve "$@"
