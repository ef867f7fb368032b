#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-style.sh CLI: what the whole tree keeps to. CLI is the built semascope-cli.
set -uo pipefail
cli=$(realpath "$1")
cd "$(dirname "$0")/../.." || exit 1
. tests/style/tap.sh

mapfile -t sources < <(find src tests -name '*.[ch]' | sort)
mapfile -t scripts < <(grep -lE -m1 '^(#!.*bash|# shellcheck shell=bash)' -r build-aux .ci tests --include='*' | sort)
mapfile -t texts < <(find . -path './_build*' -prune -o -path ./.git -prune -o -type f -print | grep -E '\.([ch]|py|sh|md|ui|css|xml|in|txt|build|po|supp)$|/(POTFILES|LINGUAS)$|build-aux/[a-z-]+$|\.ci/run$' | sort)

# Prints the files given that do not satisfy the command, which gets the file last; fails when there is one.
all_satisfy() {
  local last=$# file found=0
  local command=()
  while [ "$1" != -- ]; do command+=("$1"); shift; done
  shift
  [ "$last" -gt 0 ] && [ $# -gt 0 ] || { echo 'no files'; return 1; }
  for file in "$@"; do
    "${command[@]}" "$file" || { echo "$file"; found=1; }
  done
  return "$found"
}

says_its_licence() {
  head -n 3 "$1" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later'
}

has_no_trailing_blank() {
  ! grep -nE '[[:blank:]]+$|'$'\r' "$1"
}

ends_in_one_newline() {
  [ ! -s "$1" ] || { [ "$(tail -c 1 "$1" | od -An -tx1)" = ' 0a' ] && [ "$(tail -c 2 "$1" | od -An -tx1)" != ' 0a 0a' ]; }
}

is_no_novel() {
  [ "$(wc -l <"$1")" -le 500 ]
}

is_c_header() {
  grep -q '^#pragma once$' "$1"
}

names_no_gtk() {
  local libraries
  libraries=$(ldd "$cli") || return 1
  ! grep -E 'libgtk|libgdk-|libgdk\.|libadwaita|libgraphene' <<<"$libraries"
}

formatter() {
  command -v clang-format-14 || command -v clang-format
}

check 'a room includes only what it may' build-aux/check-layers.sh
check 'every source has a test' build-aux/check-tests.sh
check 'public functions have a comment' build-aux/check-comments.sh
check 'every sentence can be translated' build-aux/check-potfiles.sh
check 'the sources are formatted' "$(formatter)" --dry-run -Werror "${sources[@]}"
check 'the sources say their licence' all_satisfy says_its_licence -- "${sources[@]}" "${scripts[@]}"
check 'headers are read once' all_satisfy is_c_header -- $(find src tests -name '*.h' | sort)
check 'no line ends in blanks' all_satisfy has_no_trailing_blank -- "${texts[@]}"
check 'texts end in one newline' all_satisfy ends_in_one_newline -- "${texts[@]}"
check 'no source is over 500 lines' all_satisfy is_no_novel -- "${sources[@]}"
check 'ShellCheck warns of nothing' shellcheck -x -S warning -e SC1111,SC2046 "${scripts[@]}"
check 'the command line names no GTK library' names_no_gtk
finish
