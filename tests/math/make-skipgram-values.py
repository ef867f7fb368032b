#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-skipgram-values.py > skipgram-values.inc: skip-gram with negative sampling again, in numpy, one number after the other.

What it prints is what test-skipgram.c expects to the bit: the vectors of a little text for some settings. It shares nothing with
the program but the rules: xoshiro256** filled by splitmix64, the alias table, sixteen lanes by turns, a table of the sigmoid.
"""

import math

import numpy as np

MASK = (1 << 64) - 1
ONE, EIGHT = np.float32(1), np.float32(8)
TEXT = "0 1 2 3 4 | 2 1 0 5 | 6 | 5 4 3 2 1 0 6 2 2 0 1 | 0 2 0 3 0 4 0 1"  # | ends a sentence
SETTINGS = [  # dim, window, negatives, epochs, rate, sample, seed
    (10, 3, 5, 40, 0.05, 0, 1),
    (24, 5, 2, 7, 0.3, 0, 2),
    (3, 1, 1, 100, 0.1, 0.1, 77),
    (9, 4, 40, 30, 1.0, 0, 5),  # words grow beyond the limit
]


class Random:
    def __init__(self, seed):
        self.state = []
        for _ in range(4):
            seed = (seed + 0x9E3779B97F4A7C15) & MASK
            z = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
            self.state.append(z ^ (z >> 31))

    @staticmethod
    def turn(x, n):
        return ((x << n) | (x >> (64 - n))) & MASK

    def next(self):
        s = self.state
        result = self.turn(s[1] * 5 & MASK, 7) * 9 & MASK
        shifted = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = self.turn(s[3], 45)
        return result

    def uniform(self):
        return (self.next() >> 11) * 2.0**-53

    def below(self, bound):
        return self.next() * bound >> 64  # so small a bound is never unfair


def alias_table(counts):
    """Small ones are taken last in, first out; so are large ones, which were put in from the back."""
    n = len(counts)
    weights = [math.sqrt(count) * math.sqrt(math.sqrt(count)) for count in counts]
    total = 0.0
    for weight in weights:
        total += weight
    parts = [weight * n / total for weight in weights]
    small = [word for word in range(n) if parts[word] < 1]
    large = [word for word in range(n) if parts[word] >= 1]
    cells = [(2**32 - 1, word) for word in range(n)]
    while small and large:
        one, other = small.pop(), large[-1]
        cells[one] = (int(min(parts[one] * 2**32, 2**32 - 1)), other)
        parts[other] -= 1 - parts[one]
        if parts[other] < 1:
            small.append(large.pop())
    return cells


def sigmoid(x):
    """In the middle of the step of 1/64 that x lies in."""
    step = min(max(math.floor((x + EIGHT) * 64), 0), 1023)
    return np.float32(1 / (1 + math.exp(-((step + 0.5) / 64 - 8))))


def dot(a, b):
    products = a * b
    lanes = np.zeros(16, np.float32)
    for i in range(0, len(a), 8):
        lanes[i % 16:i % 16 + 8] += products[i:i + 8]
    s = lanes[:8] + lanes[8:]
    return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))


def dot_by_eights(a):
    s = np.zeros(8, np.float32)
    for i in range(0, len(a), 8):
        s += a[i:i + 8] * a[i:i + 8]
    return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))


def learn_pair(word, outputs, chosen, rate):
    dots = [dot(word, outputs[o]) for o in chosen]
    steps = [rate * (ONE - sigmoid(dots[0])) if dots[0] < 8 else np.float32(0)]
    steps += [-rate * sigmoid(x) if x > -8 else np.float32(0) for x in dots[1:]]
    moved, old = np.zeros_like(word), word.copy()
    for o, step in zip(chosen, steps):
        output = outputs[o].copy()
        moved += output * step
        outputs[o] = output + old * step
    word[:] = moved + old
    squares = dot_by_eights(word)
    if squares > 10000:
        word *= np.float32(100) / np.sqrt(squares)


def train(sentences, dim, window, negatives, epochs, rate, sample, seed):
    places = [word for sentence in sentences for word in sentence]
    n_words = max(places) + 1
    counts = [places.count(word) for word in range(n_words)]
    random, cells = Random(seed), alias_table(counts)
    stride = (dim + 7) // 8 * 8
    words, outputs = np.zeros((n_words, stride), np.float32), np.zeros((n_words, stride), np.float32)
    for word in range(n_words):
        for i in range(dim):
            words[word, i] = (random.uniform() - 0.5) / dim
    done, total = 0, epochs * len(places)
    for _ in range(epochs):
        for sentence in sentences:
            kept = []
            for word in sentence:
                ratio = sample / (counts[word] / len(places))
                if sample > 0 and math.sqrt(ratio) + ratio < random.uniform():
                    done += 1
                else:
                    kept.append(word)
            for at, word in enumerate(kept):
                now = np.float32(rate * max(1 - done / total, 1e-4))
                reach = 1 + random.below(window)
                for i in range(max(at - reach, 0), min(at + reach + 1, len(kept))):
                    if i == at:
                        continue
                    chosen = [kept[i]]
                    for _ in range(negatives):
                        bits = random.next()
                        drawn = (bits >> 32) * n_words >> 32
                        bound, other = cells[drawn]
                        drawn = drawn if bits & 0xFFFFFFFF < bound else other
                        if drawn != kept[i]:
                            chosen.append(drawn)
                    learn_pair(words[word], outputs, chosen, now)
                done += 1
    return words[:, :dim]


def main():
    sentences = [[int(word) for word in sentence.split()] for sentence in TEXT.split("|")]
    ids = ", ".join(word if word != "|" else "SEMA_SKIPGRAM_END" for word in TEXT.split())
    print("/* Made by make-skipgram-values.py. */\n\nstatic const guint32 ids[] = {%s};\n" % ids)
    for number, settings in enumerate(SETTINGS):
        values = train(sentences, *settings).ravel()
        lines = [", ".join(float(value).hex() + "f" for value in values[i:i + 6]) for i in range(0, len(values), 6)]
        print("static const float vectors_%d[] = {\n  %s,\n};\n" % (number, ",\n  ".join(lines)))
    print("static const Expected expected[] = {")
    for number, (dim, window, negatives, epochs, rate, sample, seed) in enumerate(SETTINGS):
        print("  {{%d, %d, %d, %d, %r, %r, %d}, vectors_%d}," % (dim, window, negatives, epochs, rate, sample, seed, number))
    print("};")


if __name__ == "__main__":
    main()
