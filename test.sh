#!/usr/bin/env bash
# Runs every test, the browser's included, and installs what is missing for them.
# The last line is the sum: how many passed, how many failed. A step that fails does not stop the others.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
# shellcheck source=scripts/setup.sh
. scripts/setup.sh

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed_steps=0

# step NAME COMMAND…
step() {
  local name=$1
  shift
  say "== $name"
  "$@" 2>&1 | tee -a "$log"
  [ "${PIPESTATUS[0]}" = 0 ] && return
  say "== $name failed"
  failed_steps=$((failed_steps + 1))
  return 1
}

# What Node says of its tests ends in the words that the sum below counts.
test_package() { (cd embed && node --test --test-reporter=tap --test-concurrency=1 tests/*.test.mjs); }

need_cargo
need_rust_components
need_rust_target

step "format" cargo fmt --all --check
step "lints" cargo clippy --quiet --workspace --all-targets -- -D warnings
step "tests without a browser" cargo test --workspace --exclude tiyao-browser-tests --no-fail-fast
# Steps run in a pipe, so one that stops does not stop this script.
step "page" build_page &&
  { step "sizes of the page" weigh_page || true; } &&
  { step "Node" need_node_packages && step "tests of the package" test_package || true; } &&
  step "Chromium" need_chromium &&
  step "Firefox" need_firefox &&
  step "tests in the browser" cargo test -p tiyao-browser-tests --no-fail-fast

awk -v steps="$failed_steps" '
  /^test result:/ { passed += $4; failed += $6 }
  /^# pass / { passed += $3 }
  /^# fail / { failed += $3 }
  END {
    if (steps > 0 && failed == 0) failed = steps
    printf "%d passed, %d failed\n", passed, failed
  }' "$log"
[ "$failed_steps" = 0 ]
