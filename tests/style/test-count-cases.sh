#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build-aux/count-cases on test logs written by hand.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
. tests/style/tap.sh

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# log FILE NAME RESULT TAP: adds one test program to a log; \n in TAP are line ends.
log() {
  printf '{"name": "%s", "result": "%s", "returncode": 0, "stdout": "%s"}\n' "$2" "$3" "$4" >>"$folder/$1"
}

# counts LINE STATUS LOG...: what count-cases must say last, and how it must end.
counts() {
  local line=$1 status=$2 said
  shift 2
  said=$(build-aux/count-cases "${@/#/$folder/}")
  [ $? = "$status" ] && [ "$(tail -n 1 <<<"$said")" = "$line" ] || { echo "$said"; return 1; }
}

log good a OK '1..3\nok 1 /a/one\nok 2 /a/two # SKIP no display\n# ok 9 is a comment\nok 3 /a/three'
log bad a OK '1..3\nok 1 /a/one\nok 2 /a/two\nok 3 /a/three'
log bad b FAIL '1..2\nok 1 - /b/one\nnot ok 2 - /b/two'
log dead a ERROR '1..3\nok 1 /a/one\n'
log late a TIMEOUT ''
log silent a OK 'hello'
log skipped a SKIP '1..0 # SKIP'
log sanitized a ERROR '1..3\nok 1 /a/one\nnot ok 2 /a/two\nBail out!'

check 'passed and skipped' counts '2 passed, 0 failed, 1 skipped' 0 good
check 'a red case' counts '4 passed, 1 failed' 1 bad
check 'a program that dies counts' counts '1 passed, 1 failed' 1 dead
check 'a program that runs out of time counts' counts '0 passed, 1 failed' 1 late
check 'a program without TAP counts' counts '0 passed, 1 failed' 1 silent
check 'a skipped program' counts '0 passed, 0 failed, 1 skipped' 1 skipped
log again a OK '1..3\nok 1 /a/one\nok 2 /a/two\nok 3 /a/three'
check 'two builds count a case once' counts '3 passed, 0 failed' 0 good again
check 'the worse of two builds counts' counts '1 passed, 1 failed' 1 sanitized sanitized
check 'a red case in the second build' counts '2 passed, 1 failed' 1 good sanitized
check 'no log is a failure' counts '2 passed, 1 failed, 1 skipped' 1 good nowhere

# tells_why LINE...: what is said above the last line.
tells_why() {
  diff <(printf '%s\n' "$@") <(build-aux/count-cases "$folder/told" | head -n -1)
}

log told a FAIL '1..2\n# before\nnot ok 1 /a/one\n# it is 3\n# and not 4\nok 2 /a/two\n# after'
check 'a red case says why' tells_why "failed: a: /a/one ($folder/told)" '    it is 3' '    and not 4'
finish
