#!/bin/sh
# Opens the preview in the browser. To end it: Ctrl-C, or close the window.
cd -- "$(dirname -- "$0")" || exit 1
for python in python3 python python3.14 python3.13 python3.12 python3.11; do
  if "$python" -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11))' >/dev/null 2>&1; then
    exec "$python" build.py serve "$@"
  fi
done
cat >&2 <<'WORDS'
Máy này chưa có Python 3.11 trở lên, nên chưa mở được bản xem trước.
Cách làm: trên macOS, tải ở https://www.python.org/downloads/ rồi cài đặt; trên Debian, Ubuntu, gõ
sudo apt install python3 python3-venv. Xong thì chạy lại tệp này.
Python 3.11 or newer is needed: install it and try again.
WORDS
exit 3
