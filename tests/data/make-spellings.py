#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes spellings.tsv: two words and their distance (optimal string alignment), a line each.

The whole table by the textbook's recurrence, no bound and no band. Run it in this folder; the table is the same each time.
"""
import random


def get_distance(a, b):
    d = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
    return d[-1][-1]


def change(chance, word):
    place = chance.randrange(len(word) + 1)
    kind = chance.randrange(4)
    if kind == 0:
        return word[:place] + chance.choice('abc') + word[place:]
    if kind == 1:
        return word[:place] + word[place + 1:]
    if kind == 2:
        return word[:place] + word[place + 1:place + 2] + word[place:place + 1] + word[place + 2:]
    return word[:place] + chance.choice('abc') + word[place + 1:]


chance = random.Random(1)
with open('spellings.tsv', 'w', encoding='ascii') as table:
    for a, b in [('', ''), ('a', ''), ('ca', 'abc'), ('king', 'knig'), ('kitten', 'sitting'), ('receive', 'recieve')]:
        table.write('%s\t%s\t%d\n' % (a, b, get_distance(a, b)))
    for n in range(600):
        a = ''.join(chance.choice('abc') for _ in range(chance.randrange(14)))
        b = a
        for _ in range(chance.randrange(6)):
            b = change(chance, b)
        table.write('%s\t%s\t%d\n' % (a, b, get_distance(a, b)))
