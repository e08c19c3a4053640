#!/usr/bin/env bash
# Makes requirements.lock anew from pyproject.toml, then the bill of materials from that: needs uv.
# `tools/lock.sh --upgrade` takes the newest versions; `--upgrade-package NAME` that of one package.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
remark='# What builds that publish install: every version and the digest of every file, on every system. Made by tools/lock.sh.'
uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header "$@" \
  pyproject.toml -o requirements.lock
{ printf '%s\n' "$remark"; grep -v '^# What' requirements.lock; } > requirements.lock.new
mv requirements.lock.new requirements.lock
python3 -m tests.supply.bill > sbom.cdx.json
