# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessible tree of a program, asked for over D-Bus.

A tree is a picture of a moment, taken with one question for all that the program has told already and one more for each
widget that has children untold or hidden. What a node does or says later is asked from the program again.
"""

import collections
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
CACHE = "/org/a11y/atspi/cache"
PROPERTIES = "org.freedesktop.DBus.Properties"
STATES = {4: "checked", 8: "enabled", 10: "expanded", 12: "focused", 20: "pressed", 23: "selected", 24: "sensitive"}
ROLES = {
    2: "alert", 7: "check box", 8: "check item", 11: "combo box", 16: "dialog", 20: "widget", 23: "window", 27: "image", 29: "label",
    31: "list", 32: "list item", 33: "menu", 35: "menu item", 39: "group", 42: "progress bar", 43: "button", 45: "radio item", 51: "slider", 52: "spin button",
    56: "table cell", 61: "text box", 62: "switch", 66: "table", 75: "application", 79: "entry", 90: "table row",
}
PATIENCE = 20000  # ms for an answer


class Bus:
    """The bus that programs tell their trees on."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, PATIENCE).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, owner, path, interface, method, arguments=None):
        """The answer to one question; GLib.Error when there is none."""
        return self.connection.call_sync(owner, path, interface, method, arguments, None, 0, PATIENCE).unpack()

    def call_all(self, questions):
        """The answers to questions asked at once; None where there is no answer."""
        answers = [None] * len(questions)
        waiting = len(questions)

        def answered(connection, result, index):
            nonlocal waiting
            waiting -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for index, question in enumerate(questions):
            self.connection.call(*question, None, None, 0, PATIENCE, None, answered, index)
        while waiting:
            GLib.MainContext.default().iteration(True)
        return answers

    def find_program(self, pid):
        """The tree of a program, or None while it is not on the bus."""
        for owner, _ in self.call(REGISTRY, ROOT, ACCESSIBLE, "GetChildren")[0]:
            try:
                if self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                             GLib.Variant("(s)", (owner,))) == (pid,):
                    program = Program(self, owner)
                    program.get_items()
                    return program
            except GLib.Error:
                pass  # it has just ended, or is still beginning
        return None


class Program:
    """One program on the bus."""

    def __init__(self, bus, owner):
        self.bus, self.owner = bus, owner
        self.asked = {}  # path -> number of children that it had, and that had been told, when it was asked for them, and when

    def get_items(self):
        items = self.bus.call(self.owner, CACHE, "org.a11y.atspi.Cache", "GetItems")[0]
        return {item[0][1]: item for item in items}

    def ask_for_children(self, paths):
        """A widget is in the program's list only once its parent was asked for its children."""
        asked = set(paths)
        while paths:
            answers = self.bus.call_all([(self.owner, path, ACCESSIBLE, "GetChildren") for path in paths])
            paths = [child for answer in answers if answer for _, child in answer[0] if child not in asked]
            asked.update(paths)

    def is_to_be_asked(self, path, shape):
        """Other children may have come in the place of those that it was asked for, and be as many."""
        known, when = self.asked.get(path, (None, 0))
        return known != shape or time.monotonic() - when > 1

    def look(self):
        """The tree as it is now."""
        for _ in range(50):
            items = self.get_items()
            told = collections.Counter(item[2][1] for item in items.values())
            shape = {path: (item[4], told[path]) for path, item in items.items()}
            untold = [path for path in items if shape[path][0] != shape[path][1] and self.is_to_be_asked(path, shape[path])]
            if not untold:
                break
            self.ask_for_children(untold)
            self.asked.update((path, (shape[path], time.monotonic())) for path in untold)
        return self.plant(items, self.find_hidden(items, [path for path in items if shape[path][0] < shape[path][1]]))

    def find_hidden(self, items, parents):
        """Hidden widgets stay in the list, but their parents do not count them."""
        answers = self.bus.call_all([(self.owner, path, ACCESSIBLE, "GetChildren") for path in parents])
        shown = {parent: {child for _, child in answer[0]} for parent, answer in zip(parents, answers) if answer}
        return {path for path, item in items.items() if item[2][1] in shown and path not in shown[item[2][1]]}

    def plant(self, items, hidden):
        nodes = {path: Node(self, item) for path, item in items.items()}
        for path, item in sorted(items.items(), key=lambda entry: entry[1][3]):
            if item[2][1] in nodes and path != ROOT and path not in hidden:
                nodes[path].parent = nodes[item[2][1]]
                nodes[item[2][1]].children.append(nodes[path])
        return nodes[ROOT]


class Node:
    """One widget, as a screen reader is told of it."""

    def __init__(self, program, item):
        low, high = (list(item[9]) + [0, 0])[:2]
        self.program, self.path, self.name, self.description = program, item[0][1], item[6], item[8]
        self.role = ROLES.get(item[7], str(item[7]))
        self.states = frozenset(name for bit, name in STATES.items() if (low | high << 32) >> bit & 1)
        self.parent, self.children = None, []

    def __repr__(self):
        return "%s “%s”" % (self.role, self.name)

    def walk(self):
        """This node and all under it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find_all(self, role=None, name=None):
        """Nodes under this one; a name may be a function that says whether it is right."""
        fits = name if callable(name) else lambda text: name is None or text == name
        return [node for node in self.walk() if role in (None, node.role) and fits(node.name)]

    def texts(self):
        """What is written under this node, in its order."""
        return [node.name for node in self.walk() if node.role == "label"]

    def call(self, interface, method, signature=None, *arguments):
        return self.program.bus.call(self.program.owner, self.path, "org.a11y.atspi." + interface, method,
                                     GLib.Variant("(" + signature + ")", arguments) if signature else None)

    def get_property(self, interface, name):
        return self.program.bus.call(self.program.owner, self.path, PROPERTIES, "Get",
                                     GLib.Variant("(ss)", ("org.a11y.atspi." + interface, name)))[0]

    def act(self):
        """Does what the widget is for: presses a button, chooses an item of a menu."""
        assert self.call("Action", "DoAction", "i", 0)[0], "%r does nothing" % self

    def text(self):
        return self.call("Text", "GetText", "ii", 0, self.get_property("Text", "CharacterCount"))[0]

    def set_text(self, text):
        assert self.call("EditableText", "SetTextContents", "s", text)[0], "%r takes no text" % self

    def select(self, index):
        assert self.call("Selection", "SelectChild", "i", index)[0], "%r selects nothing" % self

    def set_value(self, value):
        self.program.bus.call(self.program.owner, self.path, PROPERTIES, "Set",
                              GLib.Variant("(ssv)", ("org.a11y.atspi.Value", "CurrentValue", GLib.Variant("d", value))))

    def extents(self):
        """x, y, width and height in the content of its window."""
        return self.call("Component", "GetExtents", "u", 1)[0]

    def dump(self, depth=0):
        """The tree as text, for whoever looks for a name."""
        line = "  " * depth + repr(self) + " " + ",".join(sorted(self.states)) + (" (%s)" % self.description if self.description else "")
        return "\n".join([line] + [child.dump(depth + 1) for child in self.children])
