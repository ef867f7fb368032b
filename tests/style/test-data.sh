#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks the files in data/ with the tools of those who read them. Prints TAP; a missing tool is a failure.
cd "$(dirname "$0")/../.." || exit 1
export LC_ALL=C.UTF-8
# shellcheck source=tests/style/tap.sh
. tests/style/tap.sh

id=io.github.semascope.Semascope
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT

desktop_file_is_valid() {
  cp "data/$id.desktop.in" "$scratch/$id.desktop" && desktop-file-validate "$scratch/$id.desktop" &&
    grep -qx 'Exec=semascope %f' "$scratch/$id.desktop"
}

every_mime_type_is_declared() {
  local type
  for type in $(sed -n 's/^MimeType=//p' "data/$id.desktop.in" | tr ';' ' '); do
    grep -q "<mime-type type=\"$type\">" "data/$id.mime.xml" || { echo "$type is not in the MIME package"; return 1; }
    grep -q "<mediatype>$type</mediatype>" "data/$id.metainfo.xml.in" || { echo "$type is not in the metainfo"; return 1; }
  done
  [[ -n ${type-} ]]
}

# guess FILE TYPE: what a file manager takes a file of this name for.
guess() {
  local type
  echo '2 2' >"$scratch/$1"
  type=$(XDG_DATA_HOME=$scratch/share gio info -a standard::fast-content-type "$scratch/$1" | sed -n 's/.*fast-content-type: //p')
  [[ $type == "$2" ]] || { echo "$1 is taken for $type, not for $2"; return 1; }
}

mime_package_takes_only_its_own() {
  mkdir -p "$scratch/share/mime/packages" && cp "data/$id.mime.xml" "$scratch/share/mime/packages/$id.xml" &&
    update-mime-database "$scratch/share/mime" &&
    guess words.vec application/x-word2vec-text && guess words.vec.gz application/x-word2vec-gzip &&
    guess glove.6B.100d.txt application/x-glove-text && guess GoogleNews-vectors-negative300.bin application/x-word2vec &&
    guess other.txt text/plain && guess other.gz application/gzip && guess other.bin application/octet-stream
}

schema_is_valid() {
  glib-compile-schemas --strict --dry-run data
}

# An icon is one square drawing that needs nothing from elsewhere.
icons_are_whole() {
  local icon
  for icon in data/icons/hicolor/*/apps/*.svg; do
    xmllint --nonet --noout "$icon" || return 1
    grep -qE '<(text|image|script|style)|href="[^#]' "$icon" && { echo "$icon: not only shapes"; return 1; }
    grep -qE 'viewBox="0 0 ([0-9]+) \1"' "$icon" || { echo "$icon: not square"; return 1; }
  done
  [[ -f data/icons/hicolor/scalable/apps/$id.svg && -f data/icons/hicolor/symbolic/apps/$id-symbolic.svg ]]
}

man_page_is_clean() {
  local said
  said=$(groff -man -Tutf8 -ww "data/$1" 2>&1 >/dev/null) || return 1
  [[ -z $said ]] || { echo "$said"; return 1; }
}

man_page_names_every_option() {
  local option options
  mapfile -t options < <(grep -ohE '\{ ?"[a-z-]+", [^,]+, 0, G_OPTION' src/cli/*.c | cut -d'"' -f2 | sort -u)
  for option in "${options[@]}"; do
    grep -qF -- "\\-\\-${option//-/\\-}" data/semascope-cli.1 || { echo "--$option is not in semascope-cli.1"; return 1; }
  done
  [[ ${#options[@]} -gt 0 ]]
}

versions_agree() {
  local version
  version=$(sed -n "s/^  version: '\(.*\)',/\1/p" meson.build)
  grep -q "\"Semascope $version\"" data/semascope-cli.1 && grep -q "\"Semascope $version\"" data/semascope.1 &&
    grep -q "<release version=\"$version\"" "data/$id.metainfo.xml.in"
}

check 'desktop file: valid' desktop_file_is_valid
check 'desktop file: its types are declared' every_mime_type_is_declared
check 'metainfo: appstreamcli' appstreamcli validate --no-net "data/$id.metainfo.xml.in"
check 'metainfo: appstream-util' appstream-util validate-relax --nonet "data/$id.metainfo.xml.in"
check 'settings: schema' schema_is_valid
check 'MIME package: well-formed' xmllint --nonet --noout "data/$id.mime.xml"
check 'MIME package: takes no files of others' mime_package_takes_only_its_own
check 'icons: whole' icons_are_whole
check 'semascope.1: clean' man_page_is_clean semascope.1
check 'semascope-cli.1: clean' man_page_is_clean semascope-cli.1
check 'semascope-cli.1: every option' man_page_names_every_option
check 'versions: man pages and metainfo are of this one' versions_agree
for part in file records numbers pairs sets; do
  check "sample: $part" python3 tests/style/check-sample.py $part
done
finish
