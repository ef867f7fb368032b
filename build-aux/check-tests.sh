#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-tests.sh [TREE]: fails, and names it, where a source has no test or a test is not registered. tests/ROOM/test-x.c
# mirrors src/ROOM/sema-x.c. The command line is tested command by command, the window class by class: there the tests
# must name the command, or the class's file.
set -euo pipefail
cd "${1:-$(dirname "$0")/..}"

found=0

complain() {
  echo "$*"
  found=1
}

is_registered() {
  grep -qsE "'$2'" "tests/$1/meson.build"
}

# Sources of a room, by the name between sema- and .c.
names() {
  local source
  for source in "src/$1"/sema-*.c; do
    source=${source##*/sema-}
    [ "$source" = '*.c' ] || echo "${source%.c}"
  done
}

check_room() {
  local name
  for name in $(names "$1"); do
    [ -f "tests/$1/test-$name.c" ] || { complain "src/$1/sema-$name.c has no tests/$1/test-$name.c"; continue; }
    is_registered "$1" "$name" || complain "tests/$1/test-$name.c is not in tests/$1/meson.build"
  done
}

# Test programs that no source answers to must be registered as well.
check_registered() {
  local test name room
  for test in tests/*/test-*.c; do
    [ -e "$test" ] || continue
    room=$(basename "$(dirname "$test")")
    name=$(basename "$test" .c)
    is_registered "$room" "${name#test-}" || is_registered "$room" "$name" || complain "$test is not in tests/$room/meson.build"
  done
}

is_named_in() {
  grep -rqsF -- "$1" "$2"
}

# A fuzz target that is not in the list is never run; one without seeds fails when it is.
check_fuzz_targets() {
  local target name
  for target in tests/fuzz/fuzz-*.c; do
    [ -e "$target" ] || continue
    name=$(basename "$target" .c)
    grep -qs "^  '${name#fuzz-}': " tests/fuzz/meson.build || complain "$target is not in tests/fuzz/meson.build"
  done
}

check_commands() {
  local command
  for command in $(sed -n '/^const SemaCliCommand/,/^}/s/^ *"\([a-z]*\)",$/\1/p' src/cli/*.c 2>/dev/null); do
    is_named_in "\"$command\"" tests/cli || is_named_in "'$command'" tests/cli || complain "No test in tests/cli runs the command $command"
  done
}

check_classes() {
  local source name
  for source in $(grep -lsE '^G_DEFINE(_FINAL)?_TYPE' src/app/*.c); do
    name=$(basename "$source" .c)
    is_named_in "$name" tests/ui || complain "No test in tests/ui names $name"
  done
}

for room in core math formats tokens scene render session; do
  check_room "$room"
done
check_registered
check_fuzz_targets
check_commands
check_classes
exit "$found"
