# SPDX-License-Identifier: GPL-3.0-or-later
"""semascope-cli is headless: no library of GTK, X or Wayland is linked."""

import re
import subprocess

from cli import PROGRAM, case, main


@case
def no_window_system_is_linked():
    named = subprocess.run(["readelf", "-d", PROGRAM], capture_output=True, text=True, check=True).stdout
    libraries = re.findall(r"NEEDED.*\[(.*)\]", named)
    assert any(library.startswith("libcairo") for library in libraries), libraries
    assert not [library for library in libraries if re.match(r"lib(gtk|gdk|adwaita|wayland|X)", library)], libraries


main()
