#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The translations: well-formed, of exactly the sentences that the sources have today, and complete.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
. tests/style/tap.sh

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
template=$folder/semascope.pot
mapfile -t languages < <(grep -oE '^[^#]+' po/LINGUAS | tr ' ' '\n' | grep .)

make_template() {
  build-aux/update-po --template "$template"
}

has_language() {
  [ "${#languages[@]}" -gt 0 ]
}

# Every file of a language is named in LINGUAS, and the other way round.
languages_are_listed() {
  diff <(printf '%s\n' "${languages[@]}" | sort) <(find po -name '*.po' -exec basename {} .po \; | sort)
}

is_well_formed() {
  msgfmt --check --output-file=/dev/null "po/$1.po"
}

# Old translations that merely resemble a sentence do not count.
is_complete() {
  local said
  msgmerge --quiet --no-fuzzy-matching --output-file="$folder/$1.po" "po/$1.po" "$template" || return 1
  said=$(LC_ALL=C msgfmt --statistics --output-file=/dev/null "$folder/$1.po" 2>&1)
  echo "$said"
  if grep -qE 'fuzzy|untranslated' <<<"$said"; then
    msgattrib --untranslated --no-obsolete "$folder/$1.po" | grep -A4 '^#: ' | head -n 60
    msgattrib --only-fuzzy --no-obsolete "$folder/$1.po" | head -n 40
    return 1
  fi
}

check 'the sentences can be gathered' make_template
check 'there is a translation' has_language
check 'LINGUAS names the translations' languages_are_listed
for language in "${languages[@]}"; do
  check "$language: well-formed" is_well_formed "$language"
  check "$language: complete" is_complete "$language"
done
finish
