# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences: sema-preferences. Copies of files that take time to open are kept, told of, removed, or not made."""

import gzip
import os
import random

from cases import case, main
from window import SAMPLE, wait, write

DIALOG = "Preferences"


def write_large():
    """A compressed file of over 16 MiB: digits without an order hardly get smaller."""
    random.seed(1)
    rows = "".join("w%d %s\n" % (row, " ".join(str(random.random()) for _ in range(200))) for row in range(11000))
    return write("large.txt.gz", gzip.compress(rows.encode(), 1))


LARGE = write_large()


def kept(user):
    folder = os.path.join(user.home, "XDG_CACHE_HOME", "semascope", "vectors")
    return os.listdir(folder) if os.path.isdir(folder) else []


@case(LARGE)
def copies_are_kept_and_removed(user):
    assert os.path.getsize(LARGE) > 16 << 20, os.path.getsize(LARGE)
    user.find("button", "Show words")
    wait(lambda: len(kept(user)) == 1, "the copy")
    user.keys("ctrl+comma")
    user.find_window(DIALOG)
    user.says("They take ")
    user.find("button", lambda name: name.endswith("Remove All"), within=DIALOG, state="sensitive").act()
    user.says("There are none")
    assert kept(user) == []
    user.keys("Escape", title=DIALOG)
    user.gone("window", DIALOG)


@case()
def copies_are_not_made(user):
    user.choose("Main menu", "Preferences")
    user.find_window(DIALOG)
    user.says("There are none")
    user.click(user.find("check box", lambda name: "Keep copies of such files" in name, within=DIALOG), title=DIALOG)
    wait(lambda: "checked" not in user.find("check box", lambda name: "Keep copies" in name, within=DIALOG).states, "the switch")
    user.keys("Escape", title=DIALOG)
    user.gone("window", DIALOG)
    user.open(LARGE)
    user.find("button", "Show words")
    user.open(SAMPLE)
    wait(lambda: "GloVe-sample" in user.texts("AdwWindowTitle")[1], "the sample")
    assert kept(user) == []


if __name__ == "__main__":
    main()
