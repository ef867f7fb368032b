#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-comments.sh [TREE]: fails, and names it, where a function that others may call has no comment of the form
# "name:" above it. What only a few files of a room share (-private.h), and the window, are left to their names.
set -euo pipefail
cd "${1:-$(dirname "$0")/..}"

shopt -s nullglob
sources=(src/{core,math,formats,tokens,scene,render,session}/*.c)
[ "${#sources[@]}" -gt 0 ] || exit 0
# The private headers come first, for their names.
awk '
  FILENAME ~ /-private\.h$/ { if (match($0, /sema_[a-z0-9_]+ ?\(/)) { name = substr($0, RSTART, RLENGTH); sub(/ ?\($/, "", name); private[name] } next }
  FNR == 1 { static = 0; documented = "" }
  /^ \* sema_[a-z0-9_]+:$/ { documented = substr($2, 1, length($2) - 1) }
  /^(static|#define|G_DEFINE)/ { static = 1 }
  /^[a-z].*;$/ || /^}/ { static = 0 }
  match($0, /^sema_[a-z0-9_]+ ?\(/) {
    name = substr($0, 1, RLENGTH)
    sub(/ ?\($/, "", name)
    if (!static && name != documented && !(name in private)) {
      printf "%s:%d: %s has no comment\n", FILENAME, FNR, name
      found = 1
    }
  }
  END { exit found }
' src/*/*-private.h "${sources[@]}"
