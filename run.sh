#!/usr/bin/env bash
# Builds the page, serves it on loopback and says where the one file lies.
#
#   ./run.sh            installs what is missing, builds, serves until Ctrl-C
#   ./run.sh --build    the same without serving
#   PORT=9000 ./run.sh  serves on another port (8650 otherwise, or the next free one)
set -uo pipefail
cd "$(dirname "$0")" || exit 1
source scripts/setup.sh

build_page
say "One file for offline use: $PWD/dist/tiyao.html"
[ "${1:-}" = --build ] && exit 0
say "Press Ctrl-C to stop. Open in a browser:"
exec cargo run --quiet --release -p tiyao-pack -- serve dist --port "${PORT:-8650}"
