# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Test cases of a shell script as TAP. Sourced.

cases=0
failures=0

# check NAME COMMAND...: one case, passed when the command succeeds; what it prints is shown when it does not.
check() {
  local name=$1 output
  shift
  cases=$((cases + 1))
  if output=$("$@" 2>&1); then
    echo "ok $cases - $name"
  else
    failures=$((failures + 1))
    echo "not ok $cases - $name"
    printf '%s\n' "$output" | sed 's/^/# /'
  fi
}

# fails COMMAND...: succeeds when the command does not.
fails() {
  ! "$@"
}

# The plan, and the script's exit status.
finish() {
  echo "1..$cases"
  [ "$failures" = 0 ]
}
