# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What Semascope is built, run and tested with, as Debian 12 names it. Sourced by the scripts
# beside it, which call require_packages.

packages_to_build=(
  gcc libc6-dev meson ninja-build pkgconf gettext
  libglib2.0-dev libjson-glib-dev zlib1g-dev libcairo2-dev libpango1.0-dev liblapacke-dev libopenblas-dev
  libgtk-4-dev libadwaita-1-dev
  libxml2-utils appstream desktop-file-utils shared-mime-info gtk-update-icon-cache
)
packages_to_run=(adwaita-icon-theme librsvg2-common fonts-cantarell)
packages_to_test=(
  python3 clang-format-14 shellcheck binutils locales
  strace xvfb xauth dbus dbus-daemon at-spi2-core python3-gi gir1.2-atspi-2.0 xdotool imagemagick
  fonts-dejavu-core appstream-util groff-base man-db librsvg2-bin poppler-utils
)

packages_to_fuzz=(clang libclang-rt-14-dev python3)
packages_to_make_vectors=(python3 python3-numpy)
# npm comes with other packages of node than Debian's too, which do not go together.
command -v npm >/dev/null || packages_to_make_vectors+=(npm)
# What Semascope is measured against, and the screen that its window is measured on.
packages_to_bench=(python3-gensim python3-sklearn python3-faiss fasttext xvfb libxtst6 dbus dbus-daemon)

# The Python that the packages python3-… are for: another may come first in the path.
system_python() {
  if [ -x /usr/bin/python3 ]; then echo /usr/bin/python3; else command -v python3; fi
}

# Where there is no dpkg, the programs and libraries are asked for themselves.
programs_to_build=(cc meson ninja pkg-config msgfmt xmllint python3)
libraries_to_build=(glib-2.0 json-glib-1.0 zlib cairo pangocairo lapacke openblas gtk4 libadwaita-1)
programs_to_make_vectors=(npm python3)
programs_to_bench=(fasttext Xvfb dbus-run-session)
programs_to_fuzz=(clang python3)
programs_to_test=(clang-format shellcheck xvfb-run dbus-run-session xdotool)

# Prints those of the packages given that are not installed.
missing_packages() {
  comm -13 <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' | sort -u) \
    <(printf '%s\n' "$@" | sort -u)
}

# Prints those of the programs given that are not there.
missing_programs() {
  local name
  for name in "$@"; do
    command -v "$name" >/dev/null || echo "$name"
  done
}

# Prints those of the libraries given that are not there.
missing_libraries() {
  local name
  for name in "$@"; do
    pkg-config --exists "$name" 2>/dev/null || echo "$name (pkg-config)"
  done
}

# give_up WHY THING...: names what is missing and ends the script.
give_up() {
  local why=$1
  shift
  echo "$why, so please install what is missing:" >&2
  printf '  %s\n' "$@" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# install_packages PACKAGE...: by apt-get, which is only asked when something is missing.
install_packages() {
  command -v apt-get >/dev/null || give_up 'There is no apt-get here' "$@"
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || give_up 'This is not root and there is no sudo' "$@"
  echo "Installing: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" ||
    give_up 'apt-get could not install everything' "$@"
}

# require_packages run|test|fuzz|bench|vectors: everything to build and run, and to test, fuzz or measure where asked for; for vectors
# only what makes those to measure with. Returns only when all of it is there.
require_packages() {
  local wanted=("${packages_to_build[@]}" "${packages_to_run[@]}") missing
  local programs=("${programs_to_build[@]}") libraries=("${libraries_to_build[@]}")
  case $1 in
    test)
      wanted+=("${packages_to_test[@]}")
      programs+=("${programs_to_test[@]}")
      ;;
    fuzz)
      wanted+=("${packages_to_fuzz[@]}")
      programs+=("${programs_to_fuzz[@]}")
      ;;
    bench)
      wanted+=("${packages_to_make_vectors[@]}" "${packages_to_bench[@]}")
      programs+=("${programs_to_make_vectors[@]}" "${programs_to_bench[@]}")
      ;;
    vectors)
      wanted=("${packages_to_make_vectors[@]}")
      programs=("${programs_to_make_vectors[@]}")
      libraries=()
      ;;
  esac
  if command -v dpkg-query >/dev/null; then
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    [ "${#missing[@]}" = 0 ] || install_packages "${missing[@]}"
  else
    mapfile -t missing < <(missing_programs "${programs[@]}"; missing_libraries "${libraries[@]}")
    [ "${#missing[@]}" = 0 ] || give_up 'This is no Debian' "${missing[@]}"
  fi
}
