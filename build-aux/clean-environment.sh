# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Where tests run: nothing of the user's own settings, languages and displays, and a home that is gone afterwards. Sourced
# by test and mutate.

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 0700 "$home/runtime" "$home/tmp"
locales=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/_build-test/locale

# A locale whose decimal point is a comma: Debian has none until somebody asks for it.
make_comma_locale() {
  [ ! -d "$locales/de_DE.UTF-8" ] || return 0
  mkdir -p "$locales"
  localedef -i de_DE -f UTF-8 "$locales/de_DE.UTF-8"
}

# clean COMMAND...: runs it there.
clean() {
  env -i PATH="$PATH" LC_ALL=C.UTF-8 LOCPATH="$locales" HOME="$home" TMPDIR="$home/tmp" \
    XDG_RUNTIME_DIR="$home/runtime" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" \
    XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state" "$@"
}
