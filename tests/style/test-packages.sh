#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build-aux/packages.sh on machines that are not this one: a folder of pretended programs is all that it finds.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
. tests/style/tap.sh

machine=$(mktemp -d)
trap 'rm -rf "$machine"' EXIT

# pretend NAME COMMANDS: a program of the machine.
pretend() {
  printf '#!/bin/bash\n%s\n' "$2" >"$machine/$1"
  chmod +x "$machine/$1"
}

# A machine that has the shell's usual programs by their real selves, and none of ours.
new_machine() {
  local program
  rm -f "$machine"/*
  for program in bash sh cat comm sed sort printf env; do
    ln -sf "$(type -P "$program")" "$machine/$program"
  done
  pretend id 'echo 1000'
}

# asked STATUS PATTERN: require_packages ends so there, and what it says has the pattern.
asked() {
  local said status
  said=$(PATH=$machine bash -c '. build-aux/packages.sh; require_packages run; echo all is there' 2>&1)
  status=$?
  echo "$said"
  [ "$status" = "$1" ] && grep -qE "$2" <<<"$said"
}

# A Debian where all packages but those named are installed.
debian_without() {
  new_machine
  pretend dpkg-query 'for p in "${@:4}"; do case "'" $* "'" in *" $p "*) ;; *) echo "installed $p" ;; esac; done'
}

other_system() {
  new_machine
  asked 1 '^  ninja$' && asked 1 '^  gtk4 \(pkg-config\)$'
}

other_system_with_all() {
  new_machine
  local program
  for program in cc meson ninja pkg-config msgfmt xmllint python3; do pretend "$program" 'exit 0'; done
  asked 0 '^all is there$'
}

nothing_missing() {
  debian_without
  pretend apt-get 'echo apt-get was asked'
  asked 0 '^all is there$' && ! asked 0 'apt-get was asked'
}

neither_root_nor_sudo() {
  debian_without meson
  pretend apt-get 'exit 0'
  asked 1 '^  meson$' && asked 1 'sudo'
}

no_apt_get() {
  debian_without meson
  asked 1 '^  meson$' && asked 1 'no apt-get'
}

installs_only_what_is_missing() {
  debian_without meson gettext
  pretend sudo 'exec "$@"'
  pretend apt-get 'echo "apt-get $*"'
  asked 0 '^apt-get update' && asked 0 '^apt-get install .*--no-install-recommends gettext meson$'
}

installing_fails() {
  debian_without meson
  pretend id 'echo 0'
  pretend apt-get 'exit 100'
  asked 1 '^  meson$'
}

check 'another system: what is missing is named' other_system
check 'another system: nothing is missing' other_system_with_all
check 'a second run asks nobody' nothing_missing
check 'without root and sudo, what is missing is named' neither_root_nor_sudo
check 'without apt-get, what is missing is named' no_apt_get
check 'only what is missing is installed' installs_only_what_is_missing
check 'when installing fails, what is missing is named' installing_fails
finish
