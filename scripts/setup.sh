# Steps that run.sh and test.sh share. Source this file from the top of the project.
#
# Every need_* function makes sure of one tool and says what to install by hand where it cannot. Tools that the
# project installs itself go to .tools/ and touch nothing outside it.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools="$project/.tools"
export PATH="$tools/bin:$HOME/.cargo/bin:$PATH"

trunk_version=0.21.14
# In KB of 1000 bytes: the wasm that the page starts with, with gzip, and the one file.
size_of_wasm_kb=400
size_of_file_kb=800
geckodriver_version=0.36.0

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "$*"
  exit 1
}

# The words of a command that may install Debian packages, or nothing.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

# need_debian PACKAGE…: true when apt-get could install them.
need_debian() {
  command -v apt-get >/dev/null || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >&2 && return 0
  as_root apt-get update >&2 && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >&2
}

need_cargo() {
  command -v cargo >/dev/null || stop "Rust is missing: install it from https://rustup.rs and run this again."
  command -v cc >/dev/null || need_debian build-essential ||
    stop "A C linker is missing: install build-essential (or clang) and run this again."
}

need_rust_target() {
  need_cargo
  local target=wasm32-unknown-unknown
  [ -d "$(cd "$project" && rustc --print sysroot)/lib/rustlib/$target" ] && return
  command -v rustup >/dev/null || stop "The Rust target $target is missing: install it with your Rust, and run this again."
  say "Installing the Rust target $target"
  (cd "$project" && rustup target add "$target") || stop "The Rust target did not install: run 'rustup target add $target'."
}

# The source of Rust's standard library, from which the page's is built: true when it is there.
need_rust_source() {
  [ -f "$(cd "$project" && rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" ] && return
  command -v rustup >/dev/null && (cd "$project" && rustup component add rust-src) && return
  say "Rust's own source did not install (rustup component add rust-src): the page is built without it and is larger."
  return 1
}

# for_page COMMAND…: runs what builds a program of the page. Its standard library is built along, for size, and stops at
# once where it would panic: nobody sees its last words. Cargo still calls both unstable; rust-toolchain.toml pins the
# compiler, so that they do not change under the page.
for_page() {
  need_rust_source || { "$@"; return; }
  RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none" \
    "$@"
}

# The formatter and the lints; a minimal toolchain comes without them.
need_rust_components() {
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return
  command -v rustup >/dev/null || stop "rustfmt or clippy is missing: install them with your Rust, and run this again."
  (cd "$project" && rustup component add rustfmt clippy) || stop "Run 'rustup component add rustfmt clippy'."
}

# The version of a crate in Cargo.lock.
locked_version() {
  awk -v name="\"$1\"" '$1 == "name" && $3 == name { found = 1; next } found { gsub(/"/, "", $3); print $3; exit }' \
    "$project/Cargo.lock"
}

# has_version COMMAND VERSION
has_version() { command -v "$1" >/dev/null && [ "$("$1" --version | awk 'NR == 1 { print $2 }')" = "$2" ]; }

need_trunk() {
  has_version trunk "$trunk_version" && return
  need_cargo
  say "Installing trunk $trunk_version into .tools (some minutes, once)"
  cargo install trunk --version "$trunk_version" --locked --root "$tools" ||
    stop "trunk did not install: run 'cargo install trunk --version $trunk_version --locked'."
}

need_wasm_bindgen() {
  local version
  version=$(locked_version wasm-bindgen)
  has_version wasm-bindgen "$version" && return
  need_cargo
  say "Installing wasm-bindgen-cli $version into .tools (some minutes, once)"
  cargo install wasm-bindgen-cli --version "$version" --root "$tools" ||
    stop "wasm-bindgen-cli did not install: run 'cargo install wasm-bindgen-cli --version $version'."
}

# The page works without it, only larger.
need_wasm_opt() {
  command -v wasm-opt >/dev/null && return
  say "Installing binaryen for wasm-opt"
  need_debian binaryen || say "wasm-opt is missing (Debian package binaryen): the page is built without it and is larger."
}

# Chromium and its driver, for the browser's tests.
need_chromium() {
  if ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null; then
    say "Installing chromium, chromium-driver and the Noto CJK fonts"
    need_debian chromium chromium-driver fonts-noto-cjk ||
      stop "Chromium is missing: install the packages chromium, chromium-driver and fonts-noto-cjk, and run this again."
  fi
}

# Node and npm, for the tests of the package.
need_node() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    say "Installing nodejs and npm"
    need_debian nodejs npm || stop "Node is missing: install Node 20 or later with npm, and run this again."
  fi
  local major
  major=$(node --version | tr -d v | cut -d. -f1)
  [ "$major" -ge 20 ] || stop "Node $(node --version) is too old for the tests of the package: install Node 20 or later."
}

# What the tests of the package and the examples are built with; one installation for all of them.
need_node_packages() {
  need_node
  (cd "$project/embed" && npm install --no-audit --no-fund) >&2 || stop "npm did not install what the examples need."
}

# Firefox and its driver, for the browser's tests.
need_firefox() {
  if ! command -v firefox-esr >/dev/null; then
    say "Installing firefox-esr"
    need_debian firefox-esr || stop "Firefox is missing: install the package firefox-esr, and run this again."
  fi
  has_version geckodriver "$geckodriver_version" && return
  need_cargo
  say "Installing geckodriver $geckodriver_version into .tools (some minutes, once)"
  cargo install geckodriver --version "$geckodriver_version" --locked --root "$tools" ||
    stop "geckodriver did not install: run 'cargo install geckodriver --version $geckodriver_version --locked'."
}

# Builds dist/: the served page, dist/tiyao.html, the one file, and dist/npm, the package.
build_page() {
  need_rust_target
  need_trunk
  need_wasm_bindgen
  need_wasm_opt
  (
    cd "$project" || exit 1
    # Trunk refuses the values that some shells give NO_COLOR.
    unset NO_COLOR
    for_page trunk build || exit 1
    # The parts that start after the page; Trunk knows of one program only.
    for_page cargo build --profile page --target wasm32-unknown-unknown -p tiyao-library || exit 1
    cargo run --quiet --release -p tiyao-pack -- pack dist || exit 1
    # The package has room for faster code: small functions written into their callers, and loops with one jump less.
    for_page cargo rustc --quiet --profile page --target wasm32-unknown-unknown -p tiyao-embed --lib --crate-type cdylib -- \
      -Cllvm-args=-inline-threshold=50 -Cllvm-args=-enable-loop-header-duplication || exit 1
    cargo run --quiet --release -p tiyao-pack -- package dist
  ) || stop "The page did not build: the reason stands above."
}

# Fails where the built page passes its size limits.
weigh_page() {
  (cd "$project" && cargo run --quiet --release -p tiyao-pack -- weigh dist --wasm-kb "$size_of_wasm_kb" --file-kb "$size_of_file_kb")
}
