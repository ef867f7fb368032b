#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes upper.tsv: every character that has capitals, as a hexadecimal number, and the capitals, a line each.

By str.upper() of Python, which gensim compares words with. Made with Python 3.11 (Unicode 14). Run it in this folder.
"""
with open('upper.tsv', 'w', encoding='utf-8') as table:
    for number in range(0x110000):
        if not 0xd800 <= number < 0xe000 and chr(number).upper() != chr(number):
            table.write('%x\t%s\n' % (number, chr(number).upper()))
