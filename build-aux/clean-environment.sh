# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Where tests run: nothing of the user's own settings, languages and displays, and a home that is gone afterwards. Sourced
# by test and mutate.

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 0700 "$home/runtime" "$home/tmp"
locales=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/_build-test/locale

# Locales whose decimal point is a comma, one of them with an i that has another capital: Debian has none until somebody asks for it.
make_comma_locales() {
  local name
  mkdir -p "$locales"
  for name in de_DE tr_TR; do
    [ -d "$locales/$name.UTF-8" ] || localedef -i "$name" -f UTF-8 "$locales/$name.UTF-8"
  done
}

# clean COMMAND...: runs it there.
clean() {
  env -i PATH="$PATH" LC_ALL=C.UTF-8 LOCPATH="$locales" HOME="$home" TMPDIR="$home/tmp" \
    XDG_RUNTIME_DIR="$home/runtime" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" \
    XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state" "$@"
}
