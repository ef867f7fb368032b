#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes random.tsv: a seed and the first eight numbers of xoshiro256** filled by splitmix64 from it, a line each.

Written from the generators' published definitions; the assertions hold their published first outputs. Run it in this folder.
"""
MASK = (1 << 64) - 1


def splitmix64(seed):
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def rotl(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


def xoshiro256ss(s):
    s = list(s)
    while True:
        yield (rotl((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)


def first(stream, n):
    return [next(stream) for _ in range(n)]


assert first(splitmix64(1234567), 5) == [6457827717110365317, 3203168211198807973, 9817491932198370423,
                                         4593380528125082431, 16408922859458223821]
assert first(xoshiro256ss([1, 2, 3, 4]), 10) == [11520, 0, 1509978240, 1215971899390074240, 1216172134540287360,
                                                 607988272756665600, 16172922978634559625, 8476171486693032832,
                                                 10595114339597558777, 2904607092377533576]

with open('random.tsv', 'w', encoding='ascii') as table:
    for seed in [0, 1, 2, 42, 1234567, 1 << 63, MASK]:
        numbers = first(xoshiro256ss(first(splitmix64(seed), 4)), 8)
        table.write('\t'.join('%d' % number for number in [seed] + numbers) + '\n')
