#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run-target.sh PROGRAM CORPUS DICTIONARY SEEDS...: lets libFuzzer look for bytes that PROGRAM does not bear, from the SEEDS (files and
# folders) and from what it found before, which it keeps in the folder CORPUS. Takes SEMA_FUZZ_SECONDS, 5 unless they are set. Prints one
# TAP case. Bytes that were found lie in CORPUS.found, and are read first the next time. CORPUS.spent has a line a run: the seconds
# of a processor that it took, and its inputs.
#
# What an input may cost, PROGRAM measures itself: 1 s of processor time, and 64 MiB of the memory that files decide on. libFuzzer sees
# to the rest: single blocks of other memory, and what neither ends nor computes, for which 20 s leave room on a busy machine.
set -uo pipefail

program=$1 corpus=$2 dictionary=$3
shift 3
seconds=${SEMA_FUZZ_SECONDS:-5}
name=$(basename "$program")
mkdir -p "$corpus" "$corpus.found"

# Files in memory are written many times a second.
scratch=$(TMPDIR=$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}") mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/seeds" "$scratch/tmp"
export TMPDIR=$scratch/tmp
n=0
for path in "$@" "$corpus.found"; do
  while IFS= read -r file; do
    n=$((n + 1))
    cp "$file" "$scratch/seeds/$n"
  done < <(find "$path" -maxdepth 1 -type f -size -24k)
done

options=(-max_total_time="$seconds" -timeout=20 -malloc_limit_mb=64 -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="$corpus.found/")
[ ! -f "$dictionary" ] || options+=(-dict="$dictionary")
export ASAN_OPTIONS=quarantine_size_mb=16:detect_stack_use_after_return=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}

# What others have made superfluous goes away from time to time.
if [ "$(find "$corpus" -type f | wc -l)" -gt 3000 ] && "$program" -merge=1 "${options[@]}" "$(mktemp -d -p "$scratch" merged.XXX)" "$corpus" >"$scratch/log" 2>&1; then
  rm -rf "$corpus" && mv "$scratch"/merged.* "$corpus"
fi

echo 1..1
if [ "$n" = 0 ]; then
  echo "not ok 1 - $name has no seeds"
  exit 1
fi
TIMEFORMAT='%U %S'
{ time "$program" "${options[@]}" "$corpus" "$scratch/seeds" >"$scratch/log" 2>&1; } 2>"$scratch/time"
status=$?
coverage=$(grep -oE 'cov: [0-9]+' "$scratch/log" | tail -n 1)
runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$scratch/log")
awk -v runs="${runs:-0}" '{ print $1 + $2, runs }' "$scratch/time" >>"$corpus.spent"
echo "# $name: ${runs:-?} inputs in $seconds s, ${coverage:-cov: ?};" \
  "$(awk '{ spent += $1; runs += $2 } END { printf "%d inputs in %.1f minutes of a processor", runs, spent / 60 }' "$corpus.spent") so far"
if [ "$status" = 0 ]; then
  echo "ok 1 - $name bears what is made of its seeds"
else
  echo "not ok 1 - $name bears what is made of its seeds"
  tail -n 60 "$scratch/log" | sed 's/^/# /'
  echo "# Copy it to tests/fuzz/seeds/${name#fuzz-}/ when the mistake is mended, under a name that says what it is."
  exit 1
fi
