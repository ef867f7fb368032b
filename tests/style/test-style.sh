#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-style.sh CLI: what the whole tree keeps to. CLI is the built semascope-cli.
set -uo pipefail
cli=$(realpath "$1")
cd "$(dirname "$0")/../.." || exit 1
. tests/style/tap.sh

mapfile -t sources < <(find src tests -name '*.[ch]' | sort)
mapfile -t headers < <(find src tests -name '*.h' | sort)
mapfile -t scripts < <(grep -lE -m1 '^(#!.*bash|# shellcheck shell=bash)' -r build-aux .ci tests --include='*' | sort)
mapfile -t texts < <(find . -path './_build*' -prune -o -path ./.git -prune -o -type f -print | grep -E '\.([ch]|py|sh|md|ui|css|xml|in|txt|build|po|supp)$|/(POTFILES|LINGUAS)$|build-aux/[a-z-]+$|\.ci/run$' | sort)

# says_nothing COMMAND...: succeeds when the command prints nothing; what it prints are the places that are wrong.
says_nothing() {
  local said
  said=$("$@")
  echo "$said"
  [ -z "$said" ]
}

ends_oddly() {
  python3 - "$@" <<'PYTHON'
import sys
for name in sys.argv[1:]:
    text = open(name, 'rb').read()
    if text and (not text.endswith(b'\n') or text.endswith(b'\n\n')):
        print(name)
PYTHON
}

over_500_lines() {
  wc -l "$@" | awk '$1 > 500 && $2 != "total" { print $2 ": " $1 " lines" }'
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
check 'the sources say their licence' says_nothing grep -L 'SPDX-License-Identifier: GPL-3.0-or-later' "${sources[@]}" "${scripts[@]}"
check 'headers are read once' says_nothing grep -L '^#pragma once$' "${headers[@]}"
check 'no line ends in blanks' says_nothing grep -nE '[[:blank:]]+$|'$'\r' "${texts[@]}"
check 'texts end in one newline' says_nothing ends_oddly "${texts[@]}"
check 'no source is over 500 lines' says_nothing over_500_lines "${sources[@]}"
check 'ShellCheck warns of nothing' shellcheck -x -S warning -e SC1111 "${scripts[@]}"
check 'the command line names no GTK library' names_no_gtk
finish
