# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's window as a user has it: found by its accessible names, moved by pointer and keys.

Nothing here sleeps and hopes: whatever the program does is waited for, up to a time that only a failure takes.
"""

import array
import gzip
import json
import os
import random
import re
import resource
import select
import shutil
import struct
import subprocess
import tempfile
import time

from accessible import Bus

PROGRAM = os.environ["SEMASCOPE"]
CLI = os.environ["SEMASCOPE_CLI"]
SAMPLE = os.environ["SEMA_SAMPLE"]
OTHER = os.environ["SEMA_OTHER_PROGRAM"]
MAIN = "Semascope"


def is_slow():
    """Programs that check their memory take several times as long."""
    with open(PROGRAM, "rb") as program:
        return b"__asan_init" in program.read()


SLOWER = 4 if is_slow() else 1
FOLDER = tempfile.mkdtemp(prefix="semascope-ui-")
BUS = Bus()


def path(name):
    """A place for a file of the tests."""
    return os.path.join(FOLDER, name)


def write(name, data):
    with open(path(name), "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    return path(name)


def read(name):
    with open(path(name), "rb") as file:
        return file.read()


def write_slow(name, members):
    """Vectors that take about 60 ms a member to inflate and to read, and hardly any place on the disk or in memory."""
    rows = b"".join(b"w%d 0.5%s1 2 3\n" % (row, b" " * 30000) for row in range(1000))
    return write(name, gzip.compress(rows, 6) * members)


def write_model(name, words, numbers):
    """The folder of a model as Hugging Face has it, whose tokens are pairs of bytes: those within a text have a blank before them."""
    os.mkdir(path(name))
    write(name + "/vocab.json", json.dumps({word.replace(" ", "\u0120"): row for row, word in enumerate(words)}))
    write(name + "/merges.txt", "#version: 0.2\n")
    data = b"".join(struct.pack("<%df" % len(row), *row) for row in numbers)
    header = json.dumps({"wte.weight": {"dtype": "F32", "shape": [len(words), len(numbers[0])], "data_offsets": [0, len(data)]}}).encode()
    write(name + "/model.safetensors", struct.pack("<Q", len(header)) + header + data)
    return path(name)


def write_long(name, n_rows, dim):
    """A binary file of long vectors, of words w0, w1 and so on."""
    draw = random.Random(dim)
    numbers = array.array("f", (draw.uniform(-1, 1) for _ in range(dim + 7 * n_rows)))
    with open(path(name), "wb") as file:
        file.write(b"%d %d\n" % (n_rows, dim))
        for row in range(n_rows):
            file.write(b"w%d " % row + numbers[7 * row:7 * row + dim].tobytes())
    return path(name)


def run_cli(*arguments):
    """What the command line prints."""
    return subprocess.run([CLI, *arguments], stdout=subprocess.PIPE, check=True, timeout=60 * SLOWER).stdout.decode()


def wait(condition, what, seconds=15):
    """Waits until the condition holds, and returns its value."""
    end = time.monotonic() + seconds * SLOWER
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < end, "waited in vain for " + what
        time.sleep(0.02)


def vectors(rows, header=""):
    """Rows of words and numbers as the text of a file of vectors."""
    return header + "".join("%s %s\n" % (word, " ".join("%.3f" % number for number in numbers)) for word, numbers in rows)


def xdotool(*arguments):
    done = subprocess.run(["xdotool", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return done.stdout.decode()


class Window:
    """A running program and its windows. What it remembers is in a home of its own, or in one that is given."""

    def __init__(self, *arguments, home=None, language="C.UTF-8", environment=()):
        self.home = home or tempfile.mkdtemp(dir=FOLDER)
        self.environment = dict(os.environ, LC_ALL=language, HOME=self.home, **dict(environment))
        for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            self.environment[name] = os.path.join(self.home, name)
        self.others = []
        self.start(*arguments)

    def start(self, *arguments):
        """Starts the program, also once more after it has ended: it finds what it remembered."""
        self.errors = open(os.path.join(self.home, "stderr"), "w+b")
        self.process = subprocess.Popen([PROGRAM, *arguments], env=self.environment, stderr=self.errors, stdout=self.errors)
        try:
            self.program = wait(lambda: self.alive() and BUS.find_program(self.process.pid), "the program to be on the bus")
            self.find_window()
        except BaseException:
            self.kill()
            raise

    # What is there.

    def alive(self):
        assert self.process.poll() is None, "the program ended with %s: %s" % (self.process.returncode, self.complaints())
        return True

    def look(self):
        """The tree of all its windows; of several, of the topmost one first."""
        self.alive()
        return self.program.look()

    def seek(self, role=None, name=None, within=None):
        """The first node of that role and name under one of that name, or None."""
        nodes = [self.look()]
        if within is not None:
            nodes = nodes[0].find_all(None, within)
        for node in nodes:
            found = node.find_all(role, name)
            if found:
                return found[0]
        return None

    def find(self, role=None, name=None, within=None, state=None, seconds=15):
        """As seek, but waits until it is there, and has the state."""
        def seek():
            node = self.seek(role, name, within)
            return node if node and (state is None or state in node.states) else None
        return wait(seek, "%s “%s” %s" % (role, name, state or ""), seconds)

    def gone(self, role=None, name=None, within=None, seconds=15):
        wait(lambda: not self.seek(role, name, within), "%s “%s” to go" % (role, name), seconds)

    def texts(self, within):
        """What is written under the node of that name."""
        return [text for node in self.look().find_all(None, within) for text in node.texts()]

    def says(self, text, seconds=15):
        """Waits for a text that holds this one, and returns it whole."""
        return self.find("label", lambda name: text in name, seconds=seconds).name

    def press(self, name, within=None, role="button"):
        """Presses a button by name, as a screen reader does; of one button in another, the inner."""
        buttons = []

        def seek():
            tree = self.look()
            nodes = tree.find_all(None, within) if within else [tree]
            buttons[:] = [button for node in nodes for button in node.find_all(role, lambda text: name in (text, text.split(" ", 1)[-1]))]
            return buttons and "sensitive" in buttons[0].states
        wait(seek, "the button “%s”" % name)
        inner = [button for button in buttons[0].walk() if button.role == buttons[0].role]
        inner[-1].act()

    def choose(self, *names):
        """Goes through menus: the button of the first name, then the items."""
        self.press(names[0])
        for name in names[1:]:
            self.find("menu item", name, state="sensitive").act()

    def choose_in(self, box, choice, title=MAIN):
        """Chooses in a drop-down by the name of the choice."""
        def rows():
            return [row for row in self.find("combo box", box).find_all("list item") if row.texts()]
        closed = len(rows())
        for attempt in range(3):  # a list that was just closed may swallow a click
            self.click(self.find("combo box", box), title=title)
            try:
                wait(lambda: len(rows()) > closed and any("focused" in row.states for row in rows()), "the choices of " + box, 5)
                break
            except AssertionError:
                if attempt == 2:
                    raise
        downs = [row.texts()[0] for row in rows()[closed:]].index(choice)
        self.keys("Home", *["Down"] * downs, "Return", title=title)
        wait(lambda: len(rows()) == closed and choice in self.find("combo box", box).texts(), "%s to say %s" % (box, choice))

    def chosen_in(self, box):
        """What a drop-down says."""
        return self.find("combo box", box).texts()[-1]

    # Pointer and keys.

    def find_window(self, title=MAIN):
        """The node of a window or dialog."""
        return wait(lambda: [node for node in self.look().children if node.name == title], "the window “%s”" % title)[0]

    def place(self, title=MAIN):
        """Where the content of the X window of that title begins, and the window's id."""
        def seek():
            _, _, width, height = self.find_window(title).extents()  # which a dialog may still change
            for window in xdotool("search", "--all", "--onlyvisible", "--pid", self.process.pid, "--name", "^%s$" % title).split():
                lines = xdotool("getwindowgeometry", "--shell", window).split()
                shape = {key: int(value) for key, value in (line.split("=") for line in lines)}
                if shape and shape["WIDTH"] >= width and shape["HEIGHT"] >= height:
                    return shape["X"] + (shape["WIDTH"] - width) // 2, shape["Y"] + (shape["HEIGHT"] - height) // 2, str(shape["WINDOW"])
            return None
        return wait(seek, "the window " + title)  # its popovers have its title, and are smaller

    def point_of(self, node, x=0.5, y=0.5, title=MAIN):
        """A place on the screen, from 0 to 1 across a node."""
        left, top, _ = self.place(title)
        node_x, node_y, width, height = node.extents()
        assert width > 0 and height > 0, "%r is not to be seen" % node
        return round(left + node_x + x * width), round(top + node_y + y * height)

    def click(self, node, button=1, x=0.5, y=0.5, title=MAIN, times=1, modifier=None):
        held = [["keydown", modifier], ["keyup", modifier]] if modifier else [[], []]
        xdotool("mousemove", *self.point_of(node, x, y, title), *held[0], "click", "--repeat", times, "--delay", 60, button, *held[1])

    def drag(self, start, end, before_release=None):
        """Drags on the screen, slowly enough for a human; lets go after what is to be done before."""
        xdotool("mousemove", *start, "mousedown", 1)
        for step in range(1, 9):
            xdotool("mousemove", *(round(a + (b - a) * step / 8) for a, b in zip(start, end)), "sleep", 0.02)
        if before_release:
            before_release()
        xdotool("mouseup", 1)

    def drop(self, kind, what, node, title=MAIN):
        """Drags a file or a text from another program to a node, and lets go once the program would take it."""
        other = self.start_other(kind, what)
        source = wait(lambda: xdotool("search", "--onlyvisible", "--name", "Drag from here").split(), "the other program")[0]
        xdotool("windowmove", "--sync", source, 1215, 735)

        def wait_for_acceptance():
            assert select.select([other.stdout], [], [], 15 * SLOWER)[0], "nobody takes what is dragged"
        self.drag((1245, 765), self.point_of(node, title=title), wait_for_acceptance)

    def take_keyboard(self, title):
        """There is no window manager to give it. A window that has it must not get it again: that closes its popovers."""
        _, _, window = self.place(title)
        if xdotool("getwindowfocus", "-f").strip() != window:
            xdotool("windowfocus", "--sync", window)

    def keys(self, *keys, title=MAIN):
        self.take_keyboard(title)
        xdotool("key", "--delay", 30, *keys)

    def type(self, text, title=MAIN):
        self.take_keyboard(title)
        xdotool("type", "--delay", 12, text)

    def rest(self):
        """Puts the pointer where it lights nothing and asks for no tooltip."""
        xdotool("mousemove", 1279, 799)

    def shot(self, node, title=MAIN):
        """The pixels of a node on the screen."""
        left, top = self.point_of(node, 0, 0, title)
        _, _, width, height = node.extents()
        return subprocess.run(["import", "-window", "root", "-crop", "%dx%d+%d+%d" % (width, height, left, top), "rgb:-"],
                              stdout=subprocess.PIPE, check=True, timeout=60).stdout

    # What is asked of this window again and again.

    def map(self):
        return self.find("image", lambda name: name.startswith("Map of "))

    def still(self):
        """The picture of the map when nothing moves and nothing is lit."""
        self.rest()
        pictures = [None, self.shot(self.map())]

        def seek():
            pictures.append(self.shot(self.map()))
            return pictures[-1] == pictures[-2]
        wait(seek, "the map to stand still")
        return pictures[-1]

    def wait_for_words(self, count):
        """Waits until the map has so many words."""
        return self.find("image", "Map of %d word%s" % (count, "" if count == 1 else "s"))

    def words(self):
        """The rows of the list of words: headings and words, each with what is said of it."""
        cells = [item for pane in self.look().find_all("list", "Chosen words") for item in pane.find_all("list item")]
        return [tuple(cell.texts()) for cell in cells if cell.texts()]

    def wait_for_row(self, *texts):
        try:
            wait(lambda: texts in self.words(), "the row %s" % (texts,))
        except AssertionError as error:
            raise AssertionError("%s among %s" % (error, self.words())) from None

    def row_of(self, *texts):
        """The row of the list that says this."""
        def seek():
            rows = [row for pane in self.look().find_all("list", "Chosen words") for row in pane.find_all("list item")]
            return [row for row in rows if tuple(row.texts()) == texts]
        return wait(seek, "the row %s" % (texts,))[0]

    def undo_says(self):
        return self.find("button", "Undo").description

    def focus_word(self):
        """The word in the pane of details."""
        texts = self.texts("SemaDetailPane")
        return texts[1] if "Nearest words" in texts and texts[1] != "GtkLabel" else None

    def answer(self, heading, text):
        """Answers a dialog that asks for a text."""
        self.find("label", heading)
        self.find("text box", "Name").set_text(text)
        self.press("Apply")
        self.gone("label", heading)

    def choose_file(self, title, file):
        """Answers a dialog that asks where to write, or what to open."""
        self.find_window(title)
        self.keys("ctrl+l", title=title)
        self.find("text box", within=title, state="focused")
        self.keys("ctrl+a", title=title)
        self.type(file, title=title)
        self.accept(title)

    def accept(self, title):
        """GTK's dialog is deaf to Return while it is still reading the folder that was typed."""
        def gone():
            return title not in [node.name for node in self.look().children]
        for _ in range(5):
            self.keys("Return", title=title)
            try:
                return wait(gone, "the dialog to go", 3)
            except AssertionError:
                pass
        return wait(gone, "the dialog to go")

    def open(self, file):
        """Opens a file as a second start of the program does: the window that is there takes it."""
        subprocess.run([PROGRAM, file], env=self.environment, check=True, timeout=30 * SLOWER, stderr=self.errors, stdout=self.errors)

    def start_other(self, *arguments):
        """Starts another program on the same screen, and waits until it is ready."""
        other = subprocess.Popen([OTHER, *arguments], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.others.append(other)
        assert other.stdout.readline() == b"ready\n"
        return other

    def add(self, text):
        """Types words where words are added, and takes them."""
        self.keys("ctrl+l")
        self.type(text)
        self.keys("Return")

    # The end.

    def said(self):
        """The lines that the program has printed."""
        self.errors.flush()
        with open(self.errors.name, "rb") as file:
            return file.read().decode("utf-8", "replace").splitlines()

    def complaints(self):
        """What GTK, GLib or a sanitizer had to say, but of the file dialog of GTK 4.8, which may draw a button of the path before it has a place."""
        lines = [line for line in self.said() if any(word in line for word in ("WARNING", "CRITICAL", "ERROR", "runtime error"))]
        return [line for line in lines if not re.search("Trying to snapshot GtkButton .* without a current allocation", line)]

    def close(self):
        """Closes the window as a user does; it must end at once, well, and without a complaint."""
        self.press("Close")
        self.ended()

    def ended(self):
        wait(lambda: self.process.poll() is not None, "the program to end")
        assert self.process.returncode == 0, "the program ended with %d: %s" % (self.process.returncode, self.complaints())
        assert not self.complaints(), "\n".join(self.complaints())

    def leave_memory(self, megabytes):
        """Limits the program to what it has and a little more."""
        with open("/proc/%d/statm" % self.process.pid) as file:
            used = int(file.read().split()[0]) * resource.getpagesize()
        limit = used + (megabytes << 20)
        resource.prlimit(self.process.pid, resource.RLIMIT_AS, (limit, resource.prlimit(self.process.pid, resource.RLIMIT_AS)[1]))

    def kill(self):
        """Ends what is left, also after a failure."""
        for process in [self.process, *self.others]:
            if process.poll() is None:
                process.kill()
            process.wait()


def remove_folder():
    shutil.rmtree(FOLDER, ignore_errors=True)
