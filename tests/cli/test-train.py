# SPDX-License-Identifier: GPL-3.0-or-later
"""train, run as a user runs it."""

import gzip
import json
import math
import os
import pty
import resource
import signal
import struct
import subprocess

from cli import FOLDER, PROGRAM, case, fails, main, ok, path, read, write

WORLD = os.path.join(os.environ["SEMASCOPE_DATA"], "texts", "small-world.txt")
LITTLE = b"The king rules. The queen rules. A dog barks; a cat sleeps.\n" * 5


def little():
    return write("little.txt", LITTLE)


def vectors(name):
    """Of a word2vec binary file, read by the book."""
    data = read(name)
    head, rest = data.split(b"\n", 1)
    n_words, dim = map(int, head.split())
    rows = {}
    for _ in range(n_words):
        word, rest = rest.split(b" ", 1)
        rows[word.decode()] = struct.unpack("<%df" % dim, rest[:4 * dim])
        assert rest[4 * dim:4 * dim + 1] == b"\n"
        rest = rest[4 * dim + 1:]
    assert rest == b""
    return rows


@case
def a_seed_gives_the_same_bytes():
    for name, seed in (("a.bin", "1"), ("b.bin", "1"), ("c.bin", "2")):
        told = ok("train", WORLD, "--dim", "50", "--window", "5", "--epochs", "5", "--seed", seed, "--output", path(name))
        assert told.err == "", told.err
    assert read("a.bin") == read("b.bin")
    assert read("a.bin") != read("c.bin")
    ok("train", WORLD, "--output", path("defaults.bin"))
    assert read("defaults.bin") == read("a.bin")


@case
def words_go_by_frequency():
    told = ok("train", little(), "--dim", "3", "--output", path("little.bin"))
    assert told.lines[:3] == ["text: 60", "words: 9", "dimensions: 3"], told.lines
    assert told.lines[3].startswith("loss: ")
    assert list(vectors("little.bin")) == ["the", "rules", "a", "king", "queen", "dog", "barks", "cat", "sleeps"]


@case
def text_and_binary_hold_the_same():
    ok("train", little(), "--dim", "7", "--output", path("v.bin"))
    ok("train", little(), "--dim", "7", "--output", path("v.VEC"))
    lines = read("v.VEC").decode().splitlines()
    rows = vectors("v.bin")
    assert lines[0] == "%d 7" % len(rows)
    for line, (word, numbers) in zip(lines[1:], rows.items()):
        first, *texts = line.split(" ")
        assert first == word
        assert [struct.pack("<f", float(text)) for text in texts] == [struct.pack("<f", number) for number in numbers]
    for name, kind in (("v.bin", "word2vec-binary"), ("v.VEC", "word2vec-text")):
        assert json.loads(ok("info", path(name), "--json").out)["format"] == kind


@case
def families_come_together():
    ok("train", WORLD, "--epochs", "60", "--rate", "0.05", "--output", path("world.bin"))
    for word, family in (("dog", "cat horse cow sheep goat rabbit mouse"), ("paris", "london rome berlin madrid vienna lisbon athens"),
                         ("red", "blue green yellow black white brown purple")):
        near = [line.split("\t")[0] for line in ok("similar", path("world.bin"), word, "--top", "5").lines]
        assert set(near) <= set(family.split()), near
    answer = ok("similar", path("world.bin"), "king - man + woman", "--top", "1").out.split("\t")[0]
    assert answer in ("queen", "duchess", "empress", "princess"), answer


@case
def standard_input_and_gzip_are_the_same_text():
    ok("train", little(), "--output", path("plain.bin"))
    ok("train", write("little.gz", gzip.compress(LITTLE)), "--output", path("packed.bin"))
    subprocess.run([PROGRAM, "train", "-", "--output", path("piped.bin")], input=LITTLE, stdout=subprocess.DEVNULL, check=True)
    assert read("plain.bin") == read("packed.bin") == read("piped.bin")


@case
def options_count():
    base = ok("train", little(), "--output", path("base.bin")).out
    for option in ("--window=1", "--negative=1", "--rate=0.5", "--epochs=9", "--sample=0.001", "--dim=4"):
        ok("train", little(), option, "--output", path("other.bin"))
        assert read("other.bin") != read("base.bin"), option
    assert "words: 3\n" in ok("train", little(), "--min-count", "10", "--output", path("few.bin")).out, base
    assert "text: 6\n" in ok("train", little(), "--first", "6", "--min-count", "1", "--output", path("first.bin")).out


@case
def a_locale_changes_nothing():
    ok("train", little(), "--rate", "0.1", "--output", path("c.vec"))
    ok("train", little(), "--rate", "0.1", "--output", path("de.vec"), locale="de_DE.UTF-8")
    assert read("c.vec") == read("de.vec")


@case
def any_bytes_are_a_text():
    odd = bytes(range(256)) * 40 + b"caf\xe9 " * 5
    ok("train", write("odd.txt", odd), "--output", path("odd.bin"))
    ok("info", path("odd.bin"))


@case
def a_rate_far_too_high_still_gives_numbers():
    ok("train", WORLD, "--rate", "1", "--negative", "50", "--epochs", "30", "--output", path("wild.bin"))
    assert all(math.isfinite(number) for row in vectors("wild.bin").values() for number in row)


@case
def what_cannot_be_is_said():
    out = path("never.bin")
    assert "no file" in fails(1, "train", path("missing.txt"), "--output", out).err
    assert "no word in the text" in fails(1, "train", write("empty.txt", b""), "--output", out).err
    assert "--min-count" in fails(1, "train", write("short.txt", b"one two three"), "--output", out).err
    assert "cannot be written" in fails(1, "train", little(), "--output", path("no/such/folder.bin")).err
    assert not os.path.exists(out)


@case
def a_full_disk_is_said_and_leaves_nothing():
    def small_files():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))

    write("kept.bin", b"old")
    before = set(os.listdir(FOLDER.name))
    said = fails(1, "train", WORLD, "--epochs", "1", "--output", path("kept.bin"), before=small_files)
    assert "cannot be written" in said.err
    assert read("kept.bin") == b"old" and set(os.listdir(FOLDER.name)) == before


@case
def wrong_calls_are_told():
    text, out = little(), path("never.bin")
    fails(2, "train", text)
    fails(2, "train", "--output", out)
    fails(2, "train", text, text, "--output", out)
    fails(2, "train", text, "--output", path("v.bin.gz"))
    for option in ("--dim=0", "--dim=10001", "--dim=-1", "--window=0", "--epochs=0", "--negative=0", "--negative=101", "--min-count=0",
                   "--rate=0", "--rate=2", "--rate=nan", "--rate=x", "--rate=0,1", "--sample=-1", "--sample=2", "--sample=nan", "--seed=x", "--first=-1"):
        fails(2, "train", text, option, "--output", out)
    assert not os.path.exists(out)


@case
def progress_is_for_a_terminal():
    """A long run on a terminal tells how far it is; everywhere else nothing is said."""
    leader, follower = pty.openpty()
    process = subprocess.Popen([PROGRAM, "train", WORLD, "--epochs", "200", "--output", path("long.bin")], stdout=subprocess.DEVNULL, stderr=follower)
    os.close(follower)
    said = b""
    while True:
        try:
            more = os.read(leader, 4096)
        except OSError:
            break
        if not more:
            break
        said += more
    os.close(leader)
    assert process.wait() == 0
    assert b"words a second" in said and b"100 %" in said, said


if __name__ == "__main__":
    main()
