# SPDX-License-Identifier: GPL-3.0-or-later
"""The table that build-aux/bench prints: what was measured, against what, and whether the target is met."""

HEADINGS = ("what", "Semascope", "against", "", "ratio", "target", "met")


def print_seconds(value):
    return "%.2f s" % value if value >= 1 else "%.1f ms" % (value * 1000) if value < 0.1 else "%.0f ms" % (value * 1000)


def print_bytes(value):
    return "%.0f MB" % (value / 1e6)


def print_sample(sample, unit):
    """The median, and the least and the most."""
    if not sample:
        return ""
    if len(sample) == 1:
        return unit(sample[0])
    least, most = unit(min(sample)), unit(max(sample))
    if least.split()[1] == most.split()[1]:
        least = least.split()[0]
    return "%s (%s–%s)" % (unit(sample.median), least, most)


def print_ratio(ratio):
    return "%.2f" % ratio if ratio > 1 / 3 else "1/%.1f" % (1 / ratio)


class Table:
    def __init__(self):
        self.rows = []

    def add(self, what, ours, against="", theirs=None, target="", most=None, unit=print_seconds):
        """most is what the ratio may be, or without theirs the value; None where there is no target."""
        ratio = ours.median / theirs.median if theirs else None
        value = ratio if theirs else ours.median
        met = "" if most is None else "yes" if value <= most else "NO"
        self.rows.append((what, print_sample(ours, unit), against, print_sample(theirs, unit),
                          print_ratio(ratio) if theirs else "", target, met))

    def skip(self, what, why):
        self.rows.append((what, why, "", "", "", "", ""))

    def note(self, sentence):
        self.rows.append((sentence,))

    def print(self):
        full = [row for row in [HEADINGS, *self.rows] if len(row) > 1]
        widths = [max(len(row[column]) for row in full if self.is_cell(row, column)) for column in range(len(HEADINGS))]
        for row in [HEADINGS, *self.rows]:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())

    @staticmethod
    def is_cell(row, column):
        """A sentence that says why a line was skipped may run over the columns that it leaves empty."""
        return column != 1 or row[3] != "" or row[5] != "" or row is HEADINGS
