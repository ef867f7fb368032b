#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes numbers.tsv: decimal texts that are hard to read, and the bits of the float32 nearest to each.

Exact rational arithmetic of Python's own, no floating point: fractions.Fraction reads the text, and the rounding to 24 bits
(ties to even) is done on integers. Run it in this folder; the table is the same each time.
"""
import random
from fractions import Fraction

INFINITE = 0x7F800000


def round_half_even(x):
    below = x.numerator // x.denominator
    rest = x - below
    return below + (rest > Fraction(1, 2) or (rest == Fraction(1, 2) and below % 2 == 1))


def get_bits(text):
    sign = 0x80000000 if text.startswith('-') else 0
    x = abs(Fraction(text.rstrip('.') if '.' in text and 'e' not in text.lower() else text.replace('.e', 'e')))
    if x == 0:
        return sign
    exponent = x.numerator.bit_length() - x.denominator.bit_length()
    if Fraction(2) ** exponent > x:
        exponent -= 1
    unit = max(exponent - 23, -149)
    n = round_half_even(x / Fraction(2) ** unit)
    if n == 1 << 24:
        n, unit = 1 << 23, unit + 1
    if n < 1 << 23:
        return sign | n
    biased = unit + 150
    return sign | (INFINITE if biased >= 255 else biased << 23 | n - (1 << 23))


def write_exactly(x):
    """All the digits of a fraction whose denominator is a power of two."""
    n_places = x.denominator.bit_length() - 1
    digits = str(x.numerator * 5 ** n_places).rjust(n_places + 1, '0')
    return digits if n_places == 0 else digits[:-n_places] + '.' + digits[-n_places:]


def get_value(bits):
    exponent, mantissa = bits >> 23, bits & 0x7FFFFF
    return Fraction(mantissa + (1 << 23)) * Fraction(2) ** (exponent - 150) if exponent else Fraction(mantissa) * Fraction(2) ** -149


def get_ties(chance):
    places = [0, 1, 2, 0x7FFFFE, 0x7FFFFF, 0x800000, 0x3F7FFFFF, 0x3F800000, 0x7F7FFFFE, 0x7F7FFFFF]
    for bits in places + [chance.randrange(INFINITE) for _ in range(40)]:
        above = get_value(bits + 1) if bits < 0x7F7FFFFF else Fraction(2) ** 128
        middle = write_exactly((get_value(bits) + above) / 2)
        point = '' if '.' in middle else '.'
        yield middle
        yield middle + point + '0' * 200 + '1'
        yield str(int(middle) - 1) + '.' + '9' * 30 if point else middle[:-1] + str(int(middle[-1]) - 1) + '9' * 30


def get_texts():
    chance = random.Random(1)
    yield from ['0', '-0', '0.0', '-0.0e5', '1', '1.', '.5', '-.5', '+1.5e-3', '1E2', '1e+2', '00001', '0.1', '-0.1', '1.e3',
                '16777216', '16777217', '16777218', '16777219', '9007199254740993', '33554434.5', '0.000000000000000000000000001',
                '3.4028234663852886e38', '3.4028235677973366e38', '3.4028235677973365e38', '3.5e38', '1e39', '-1e39', '1e400', '-1e400',
                '1.17549435e-38', '1.17549421e-38', '1.4e-45', '7.006492321624085e-46', '7.006492321624086e-46', '1e-45', '1e-46', '1e-400',
                '-1e-400', '1' + '0' * 200 + 'e-200', '0.' + '0' * 200 + '1e201', '0' * 300 + '.' + '0' * 300 + '25e302',
                '123456789012345678', '1234567890123456789', '12345678901234567890', '123456789012345678901', '18446744073709551615',
                '18446744073709551616', '0.1234567890123456789012345678901234567890', '1234567890123456789012345678901234567890e-40',
                '8.5899346e9', '1e22', '1e23', '1e-22', '1e-23', '1e-44', '1.0e-37']
    yield from get_ties(chance)
    for _ in range(60):
        yield '%s%d.%040de%d' % (chance.choice(['', '-']), chance.randrange(10), chance.randrange(10 ** 40), chance.randrange(-47, 40))
        yield '%.18e' % (chance.gauss(0, 1) * 10.0 ** chance.randrange(-6, 2))
        yield '%.9g' % chance.gauss(0, 0.3)
        yield '%.5f' % chance.gauss(0, 0.3)


with open('numbers.tsv', 'w', encoding='ascii') as table:
    for text in get_texts():
        table.write('%s\t%08x\n' % (text, get_bits(text)))
