#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small pickles of Python, and what is in them.

    python3 make-pickles.py          (in this folder; Python 3)

pickles.tsv     the bytes in hexadecimal, and the value in the notation of tell()
"""
import collections
import pickle
import struct

VALUES = [
    None, True, False, 0, 255, 256, 65536, -1, -2**31, 2**31, 2**63 - 1, -2**63, 2**63, -2**100, 0.0, -0.0, 1.5, float("inf"), 1e-310,
    "", "king", "größe", "x" * 300, b"", b"\0\xff", b"y" * 300, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], list(range(1003)),
    {}, {"a": 1}, {i: str(i) for i in range(1002)}, {"a": [{"b": ((), [None])}]}, collections.OrderedDict(a=1, b=[2.5]), {7}, frozenset([8]),
    [["shared"] * 3], bytearray(b"abc"),
]


def tell(value):
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return str(value) if -2**63 <= value < 2**63 else "long " + value.to_bytes((value.bit_length() + 8) // 8, "little", signed=True).hex()
    if isinstance(value, float):
        return "float " + struct.pack(">d", value).hex()
    if isinstance(value, str):
        return "'" + value + "'"
    if isinstance(value, bytes):
        return "b'" + value.hex() + "'"
    if isinstance(value, tuple):
        return "(" + "".join(tell(x) + "," for x in value) + ")"
    if isinstance(value, list):
        return "[" + "".join(tell(x) + "," for x in value) + "]"
    if isinstance(value, (set, frozenset)):
        return "<" + "".join(tell(x) + "," for x in value) + ">"
    if isinstance(value, collections.OrderedDict):
        return "collections.OrderedDict()" + tell(dict(value))
    return "{" + "".join(tell(key) + ":" + tell(x) + "," for key, x in value.items()) + "}"


def main():
    with open("pickles.tsv", "w", encoding="utf-8") as file:
        for value in VALUES:
            for protocol in range(2, 6):
                # Before protocol 4 sets and before 3 bytes are calls of functions.
                if (isinstance(value, (set, frozenset)) and protocol < 4) or (isinstance(value, bytes) and protocol < 3):
                    continue
                if isinstance(value, bytearray):
                    if protocol == 5:
                        file.write(pickle.dumps(value, protocol).hex() + "\t" + tell(bytes(value)) + "\n")
                    continue
                if protocol in (2, 4) or len(tell(value)) < 400:
                    file.write(pickle.dumps(value, protocol).hex() + "\t" + tell(value) + "\n")


if __name__ == "__main__":
    main()
