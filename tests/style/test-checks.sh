#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The checks themselves: each passes a small good tree and fails once that tree is spoilt.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
. tests/style/tap.sh

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

good_tree() {
  rm -rf "${tree:?}"/*
  mkdir -p "$tree"/{src,tests}/{core,math,formats,tokens,scene,render,session,cli,app} "$tree"/{tests/ui,tests/fuzz,po,data,ui}
  echo '#pragma once' | tee "$tree/src/core/sema-a.h" >"$tree/src/session/sema-b.h"
  printf '#include "sema-a.h"\n#include <math.h>\n#include <lapacke.h>\nconst char *t = _("x");\n' >"$tree/src/math/sema-lapack.c"
  echo 'int main (void) { return 0; }' >"$tree/tests/math/test-lapack.c"
  echo "math_tests = ['lapack']" >"$tree/tests/math/meson.build"
  printf 'const SemaCliCommand sema_cli_info = {\n  "info",\n};\n' >"$tree/src/cli/sema-cli-info.c"
  echo "run ('info')" >"$tree/tests/cli/test-cli.py"
  echo 'G_DEFINE_FINAL_TYPE (SemaWindow, sema_window, X)' >"$tree/src/app/sema-window.c"
  echo '# sema-window: opens' >"$tree/tests/ui/test-window.py"
  echo '<a translatable="yes">Open</a>' >"$tree/ui/sema-window.ui"
  echo '[Desktop Entry]' >"$tree/data/x.desktop.in"
  printf 'data/x.desktop.in\nsrc/math/sema-lapack.c\nui/sema-window.ui\n' >"$tree/po/POTFILES"
}

# spoilt CHECK LINE FILE: the check passes the good tree and fails when the line is added to the file.
spoilt() {
  good_tree
  "build-aux/check-$1.sh" "$tree" || { echo 'the good tree does not pass'; return 1; }
  printf '%s\n' "$2" >>"$tree/$3"
  fails "build-aux/check-$1.sh" "$tree"
}

# without CHECK FILE: the check fails when the file is gone.
without() {
  good_tree
  rm "$tree/$2"
  fails "build-aux/check-$1.sh" "$tree"
}

check 'layers: a library in the wrong room' spoilt layers '#include <zlib.h>' src/math/sema-x.c
check 'layers: GTK in the session' spoilt layers '#include <gtk/gtk.h>' src/session/sema-x.c
check 'layers: LAPACK outside its file' spoilt layers '#include <lapacke.h>' src/math/sema-x.c
check 'layers: a room to the right' spoilt layers '#include "sema-b.h"' src/math/sema-x.c
check 'layers: a path in an include' spoilt layers '#include "../core/sema-a.h"' src/math/sema-x.c
check 'layers: numbers by the locale' spoilt layers 'x = strtod (s, NULL);' src/formats/sema-x.c
check 'layers: math prints' spoilt layers '  printf ("%g", x);' src/math/sema-x.c
check 'layers: randomness without a seed' spoilt layers '  x = rand ();' src/math/sema-x.c
check 'layers: hidden fields' spoilt layers '  g_object_set_data (o, "x", x);' src/app/sema-x.c
check 'layers: fast-math' spoilt layers "c_args: '-ffast-math'" src/math/meson.build
check 'tests: a source without a test' spoilt tests 'int x;' src/core/sema-x.c
check 'tests: a test that nobody runs' spoilt tests 'int x;' tests/math/test-x.c
check 'tests: a fuzz target that nobody runs' spoilt tests 'int x;' tests/fuzz/fuzz-x.c
check 'tests: a test that is gone' without tests tests/math/test-lapack.c
check 'tests: a command that nobody runs' without tests tests/cli/test-cli.py
check 'tests: a window that nobody opens' without tests tests/ui/test-window.py
check 'potfiles: a source is missing' spoilt potfiles '  say (_("Good morning"));' src/core/sema-x.c
check 'potfiles: plurals count' spoilt potfiles '  ngettext ("a", "b", n);' src/core/sema-x.c
check 'potfiles: a window is missing' spoilt potfiles '<a translatable="yes">Quit</a>' ui/sema-x.ui
check 'potfiles: a listed file is gone' without potfiles ui/sema-window.ui
check 'potfiles: a file listed twice' spoilt potfiles 'ui/sema-window.ui' po/POTFILES
check 'comments: a function without one' spoilt comments 'void
sema_x_go (void)
{
}' src/core/sema-x.c
check 'comments: one of another function' spoilt comments '/**
 * sema_x_stop:
 */
void
sema_x_go (void)
{
}' src/core/sema-x.c
finish
