#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-layers.sh [TREE]: fails, and names file and line, where a source includes or calls what its room may not. The rooms'
# order is kept by the build too; the headers of libraries would compile anywhere, so only this keeps them in place.
set -euo pipefail
cd "${1:-$(dirname "$0")/..}"

rooms=(core math formats tokens scene render session cli app)

# The <headers> of each room, as one pattern.
language='(assert|errno|float|inttypes|limits|math|stdatomic|stdbool|stddef|stdint|stdlib|string)\.h|glib\.h|glib/gi18n-lib\.h'
system='(fcntl|langinfo|locale|sched|unistd|sys/[a-z]+)\.h|glib/gstdio\.h'
declare -A headers=(
  [core]="$language|$system|pthread\.h"
  [math]="$language"
  [formats]="$language|$system|(signal|zlib|sanitizer/asan_interface)\.h"
  [tokens]="$language"
  [scene]="$language"
  [render]="$language|$system|(glib-object|zlib|cairo|cairo-pdf|cairo-svg)\.h|pango/pango[a-z]*\.h"
  [session]="$language|$system|gio/gio\.h|glib-object\.h|json-glib/json-glib\.h"
  [cli]="$language|$system|(signal|stdio)\.h|gio/gio\.h"
  [app]="$language|$system|(malloc|signal)\.h|gio/gio\.h|glib-object\.h|gtk/gtk\.h|adwaita\.h"
)

found=0

# forbid WHY COMMAND...: whatever the command prints stands where it may not.
forbid() {
  local why=$1 lines
  shift
  lines=$("$@" || true)
  [ -z "$lines" ] || { printf '%s:\n%s\n' "$why" "$lines"; found=1; }
}

code() {
  grep -rnE --include='*.[ch]' "$@"
}

foreign_headers() {
  code '^[[:space:]]*#[[:space:]]*include[[:space:]]*<' "src/$1" | grep -vE "<(${headers[$1]})>"
}

linear_algebra() {
  code '<(lapacke|cblas|openblas[a-z_]*)\.h>' src | grep -v '^src/math/sema-lapack\.c:'
}

# The headers of the rooms to the right of room number $1, included in it.
rooms_to_the_right() {
  local others=("${rooms[@]:$(($1 + 1))}") names
  [ "${#others[@]}" -gt 0 ] || return 0
  names=$(cd src && find "${others[@]}" -name '*.h' -printf '%f\n' 2>/dev/null | sed 's/\./\\./' | paste -sd '|')
  [ -z "$names" ] || code "^[[:space:]]*#[[:space:]]*include[[:space:]]*\"([^\"]*/)?($names)\"" "src/${rooms[$1]}"
}

for i in "${!rooms[@]}"; do
  room=${rooms[$i]}
  [ -d "src/$room" ] || continue
  [ "$room" != math ] || headers[math]+='|(lapacke|cblas|openblas_config)\.h'
  forbid "$room may not include this" foreign_headers "$room"
  forbid "$room includes a room to its right" rooms_to_the_right "$i"
done

forbid 'Only sema-lapack.c may include linear algebra' linear_algebra
forbid 'A header is included by its base name, without a slash' code '^[[:space:]]*#[[:space:]]*include[[:space:]]*"[^"]*/' src tests
forbid 'Numbers of a file are read by sema-number.h, whatever the locale' \
  code --exclude=sema-number.c '\b(g_strtod|g_ascii_strtod|strto[dfl]d?|atof|sscanf|g_ascii_dtostr)[[:space:]]*\(' src
forbid 'math prints nothing' code '\b([fs]?n?printf|puts|g_print|g_printerr|g_message|g_debug)[[:space:]]*\(' src/math
forbid 'Random numbers come from sema-random.h, with a seed' \
  code '\b(rand|srand|random|srandom|drand48|g_rand_[a-z_]+)[[:space:]]*\(' src
# Names of temporary files and hash keys may differ from run to run; nothing that is computed may.
forbid 'What is computed is the same every time' \
  code --exclude=sema-temporary-file.c '\bg_random_[a-z_]+[[:space:]]*\(' src/math src/formats src/tokens src/scene src/session src/cli src/app
forbid 'No hidden fields' code '\bg_object_set_(q?data|data_full)[[:space:]]*\(' src
forbid 'NaN must stay NaN' grep -rnE --include=meson.build -- '-f(fast-math|finite-math|associative-math|unsafe-math)|-Ofast' .
exit "$found"
