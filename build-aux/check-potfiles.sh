#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-potfiles.sh [TREE]: fails, and names it, where a file with sentences to translate is missing from po/POTFILES, or
# one in the list is not there or has none.
set -euo pipefail
cd "${1:-$(dirname "$0")/..}"

listed() {
  grep -vE '^(#|$)' po/POTFILES | sort
}

# Comments do not count: they may mention the macro.
sources_with_sentences() {
  grep -rE --include='*.[ch]' '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|Q_|n?gettext|g_dn?gettext|g_dpgettext2?) ?\(' src |
    grep -vE '^[^:]+:( \*|/\*)' | cut -d: -f1 | sort -u
}

data_with_sentences() {
  find data -name '*.desktop.in' -o -name '*.metainfo.xml.in'
  find data -name '*.gschema.xml' -exec grep -l 'gettext-domain=' {} +
  find ui -name '*.ui' -exec grep -lE '(translatable="(yes|true)")' {} +
}

found=0
wanted=$(mktemp)
trap 'rm -f "$wanted"' EXIT
{ sources_with_sentences || true; data_with_sentences; } | sort >"$wanted"
while read -r file; do
  echo "$file is not in po/POTFILES"
  found=1
done < <(comm -23 "$wanted" <(listed))
while read -r file; do
  echo "$file is in po/POTFILES and has nothing to translate, or is not there"
  found=1
done < <(comm -13 "$wanted" <(listed))
while read -r file; do
  echo "$file is in po/POTFILES twice"
  found=1
done < <(listed | uniq -d)
exit "$found"
