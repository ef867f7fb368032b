# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the main loop is away while a large file is opened, the window is resized and neighbours are asked for, and while
2,000 words are compared: sema-heat-view, sema-pairs-view.

What is promised is 8 ms for the median and 16 ms for 99 of 100; here five times that fails, and a single stop that anybody
would see. tests/bench/window-watch.c looks at it from outside, and ends the program when the file is there.
"""

import gzip
import json
import os
import random
import subprocess

from cases import case, main
from window import SLOWER, Window, path, wait, write

MOST = (5 * 8, 5 * 16, 300)  # ms
MOST_COMPARED = (5 * 8, 5 * 16, 500)  # GTK tells who reads the screen of thousands of cells when they are hidden: 30 ms without a reader
FEWEST = 40  # turns of the loop that say something
TRIES = 3  # where something else keeps the machine busy
WATCH = {"LD_PRELOAD": os.environ["SEMA_WINDOW_WATCH"], "SEMA_WATCH_UNTIL": "reopened"}
COMPARED = dict(WATCH, SEMA_WATCH_UNTIL="compared")


def write_large(name):
    """100 MB that take a second or two to inflate and to read: rows of GloVe's shape, again and again."""
    draw = random.Random(1)
    rows = ["w%d %s\n" % (row, " ".join("%.5f" % draw.uniform(-1, 1) for _ in range(300))) for row in range(2000)]
    with open(path(name), "wb") as file:
        file.write(gzip.compress("".join(rows).encode(), 1) * 50)
    return path(name)


def disturb(user, words):
    """What a user does meanwhile, until it is stopped: resizes the window, looks at one word and at the next."""
    _, _, window = user.place()
    rows = [user.point_of(user.row_of(word)) for word in words]
    steps = []
    for step in range(600):
        steps += ["windowsize", window, 1000 + 20 * (step % 12), 700 + 5 * (step % 12), "sleep", 0.012]
        if step % 4 == 0:
            steps += ["mousemove", *rows[step // 4 % len(rows)], "click", 1]
    return subprocess.Popen(["xdotool", *map(str, steps)], stdout=subprocess.DEVNULL)


def watch(user, large):
    """Opens the file, and returns what the watch has seen: how many turns, and their median, 99 % and longest in ms."""
    user.wait_for_words(26)
    hand = disturb(user, ["king", "queen", "man", "woman"])
    try:
        user.open(large)
        wait(lambda: user.process.poll() is not None, "the file to be opened", 60)
    finally:
        hand.kill()
        hand.wait()
    user.ended()
    return [float(number) for line in user.said() if line.startswith("spans ") for number in line.split()[1:]]


def watch_again(large):
    user = Window("--demo", environment=WATCH)
    try:
        return watch(user, large)
    finally:
        user.kill()


@case("--demo", environment=WATCH)
def main_loop_goes_on_while_a_large_file_is_opened(user):
    large = write_large("large.gz")
    turns = [watch(user, large)]
    while len(turns) < TRIES and any(seen > most for seen, most in zip(turns[-1][1:], MOST)):
        turns.append(watch_again(large))
    for seen in turns:
        print("# %d turns of the main loop: median %.1f ms, 99 %% %.1f ms, longest %.1f ms" % tuple(seen))
    assert turns[-1][0] >= FEWEST
    assert all(seen <= most for seen, most in zip(turns[-1][1:], MOST)), "more than %s ms" % (MOST,)


def write_session(name):
    """Each of 2,000 words with each other one."""
    words = ["w%d" % row for row in range(2000)]
    state = {"semascope-session": 1, "words": words, "clusters": -1, "view": "compare"}
    write("compared.txt", "".join("%s %s\n" % (word, " ".join("%.3f" % random.gauss(0, 1) for _ in range(100))) for word in words))
    state.update({"vectors-file": "file://" + path("compared.txt"), "vectors-name": "compared.txt", "vectors-size": os.path.getsize(path("compared.txt"))})
    return write(name, json.dumps(state))


def compare(user):
    """Sorts two million pairs, until the program ends; returns what the watch has seen. Who reads the screen here is answered by the main
    loop, too, which takes longer the more rows have been seen: so there is no scrolling."""
    user.find("image", "Heat map of 2000 × 2000 cells", seconds=60)
    user.press("Pairs")
    user.says("1999000 pairs", seconds=60)
    for column in ("Word 2", "Distance", "Norm 1"):
        user.choose_in("Sort by", column)
    user.keys("Tab", "Tab", "Tab", "Tab", "Down", "Down")
    user.press("The smallest first")
    user.press("Vectors")
    wait(lambda: user.process.poll() is not None, "the vectors to be shown", 60)
    user.ended()
    return [float(number) for line in user.said() if line.startswith("spans ") for number in line.split()[1:]]


def compare_again(session):
    user = Window(session, environment=COMPARED)
    try:
        return compare(user)
    finally:
        user.kill()


@case(lambda: write_session("many.semascope"), environment=COMPARED)
def main_loop_goes_on_while_2000_words_are_compared(user):
    turns = [compare(user)]
    while len(turns) < TRIES and any(seen > most for seen, most in zip(turns[-1][1:], MOST_COMPARED)):
        turns.append(compare_again(path("many.semascope")))
    for seen in turns:
        print("# %d turns of the main loop: median %.1f ms, 99 %% %.1f ms, longest %.1f ms" % tuple(seen))
    assert turns[-1][0] >= FEWEST
    assert all(seen <= most for seen, most in zip(turns[-1][1:], MOST_COMPARED)), "more than %s ms" % (MOST_COMPARED,)


if __name__ == "__main__":
    main("a program that checks its memory is too slow to say anything" if SLOWER > 1 else None)
