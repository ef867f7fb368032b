# SPDX-License-Identifier: GPL-3.0-or-later
"""A German locale for the programs under test. To be imported before what starts them."""

import atexit
import os
import shutil
import subprocess
import tempfile

LOCALE = "de_DE.UTF-8"


def make_locale():
    """Debian has none until somebody asks for it."""
    if os.path.isdir(os.path.join(os.environ.get("LOCPATH", ""), LOCALE)):
        return
    folder = tempfile.mkdtemp(prefix="semascope-locale-")
    atexit.register(shutil.rmtree, folder, True)
    subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", os.path.join(folder, LOCALE)], check=True, timeout=60)
    os.environ["LOCPATH"] = folder


make_locale()
os.environ.pop("LANGUAGE", None)  # it would win over the locale
