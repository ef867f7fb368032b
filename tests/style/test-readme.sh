#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-readme.sh CLI: the README's examples say what CLI, the built semascope-cli, says, and what it names is there.
set -uo pipefail
# shellcheck disable=SC2034 # The examples use it.
cli=$(realpath "$1")
cd "$(dirname "$0")/../.." || exit 1
. tests/style/tap.sh

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The examples: a line "$ command" that may go on after a backslash, and what it answers.
sed -n '/^## The command line/,/^## Installing/s/^    //p' README.md | sed -e ':a' -e '/\\$/N; s/\\\n *//; ta' >"$folder/examples"

# run COMMAND: with the built program, files going to the scratch folder, and those of the examples before coming from there.
run() {
  local command=${1/#semascope-cli/\"\$cli\"} file
  for file in "$folder"/*; do
    command=${command// ${file##*/} / \"$file\" }
  done
  eval "${command/--output /--output \"\$folder\"/}" 2>&1
}

answers_as_printed() {
  diff <(run "$1") <(awk -v wanted="\$ $1" '$0 == wanted { on = 1; next } /^\$ / { on = 0 } on && NF' "$folder/examples")
}

names_only_what_is_there() {
  local path found=0
  for path in $(grep -oE '`(src|data|tests|build-aux)/[A-Za-z./_-]+`' README.md | tr -d '`') \
    $(grep -oE '\]\((data|src)/[^)]*\)' README.md | tr -d '])('); do
    [ -e "$path" ] || { echo "$path"; found=1; }
  done
  [ -n "${path-}" ] && return "$found"
}

while IFS= read -r command; do
  check "$command" answers_as_printed "$command"
done < <(sed -n 's/^\$ //p' "$folder/examples" | grep '^semascope-cli')
check 'the files it names are there' names_only_what_is_there
finish
