# SPDX-License-Identifier: GPL-3.0-or-later
"""plot --session: what the window saved is drawn, by whoever has the file and its vectors."""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess

from cli import SAMPLE, case, fails, main, ok, path, read, small, write

SMALL = ["--size", "400x300", "--scale", "1"]
WORDS = "king queen prince princess apple mango grape banana"


def sample_of(file):
    """The sample of a file, as anybody can compute it."""
    data = pathlib.Path(file).read_bytes()
    size = 65536
    parts = data[:size], data[len(data) // 2:][:size], data[-size:]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def session(name, file=SAMPLE, **members):
    state = {
        "semascope-session": 1,
        "vectors-file": pathlib.Path(file).absolute().as_uri(),
        "vectors-name": os.path.basename(file),
        "vectors-size": os.path.getsize(file),
        "vectors-sample": sample_of(file),
        "words": WORDS.split(),
    }
    state.update(members)
    return write(name, json.dumps(state).encode())


def draw(name, *arguments, **options):
    ok("plot", *arguments, *SMALL, "--output", path(name), **options)
    return read(name)


@case
def draws_what_the_options_would():
    expected = draw("options.png", SAMPLE, "--words", WORDS, "--analogy", "man:king:woman", "--clusters", "3", "--vectors", "raw", "--title", "Kings")
    saved = session("a.semascope", analogies=[{"a": "man", "b": "king", "c": "woman"}], clusters=3, vectors="raw", title="Kings")
    assert draw("session.png", "--session", saved) == expected


@case
def all_words_are_drawn():
    expected = draw("all.png", SAMPLE, "--all", "--words", WORDS)
    assert draw("session.png", "--session", session("a.semascope", map="all")) == expected


ARCHIVE = os.path.join(os.environ["SEMASCOPE_DATA"], "..", "tests", "data", "formats", "archives", "two.zip")


@case
def the_part_that_was_open_is_opened():
    words = "w1 w2 w3 w4 w5 w6"
    expected = draw("options.png", ARCHIVE, "--part", "large/glove.9d.txt", "--words", words)
    saved = session("a.semascope", file=ARCHIVE, words=words.split(), part="large/glove.9d.txt")
    assert draw("session.png", "--session", saved) == expected
    assert draw("other.png", "--session", saved, "--part", "glove.5d.txt") != expected


@case
def options_have_the_last_word():
    saved = session("a.semascope", clusters=3, vectors="raw", title="Kings")
    expected = draw("options.png", SAMPLE, "--words", WORDS, "--clusters", "none", "--title", "Fruit")
    assert draw("session.png", "--session", saved, "--clusters", "none", "--vectors", "unit", "--title", "Fruit") == expected


@case
def part_of_the_map_is_drawn():
    camera = {"x": 0, "y": 0, "scale": 500, "width": 2, "height": 1.5}
    saved = session("a.semascope", camera=camera)
    whole = draw("whole.png", SAMPLE, "--words", WORDS)
    part = draw("part.png", "--session", saved)
    assert part != whole
    assert draw("fit.png", "--session", saved, "--fit") == whole
    nearer = session("b.semascope", camera=dict(camera, width=1, height=0.75))
    assert draw("nearer.png", "--session", nearer) not in (part, whole)


@case
def place_that_was_shown_is_drawn():
    cosines = draw("cosines.png", SAMPLE, "--words", WORDS, "--view", "matrix")
    assert draw("a.png", "--session", session("a.semascope", view="compare")) == cosines
    assert draw("b.png", "--session", session("b.semascope", **{"view": "compare", "compare-as": "pairs", "pairs-by": "dot"})) == cosines
    tree = draw("tree.png", SAMPLE, "--words", WORDS, "--view", "matrix", "--metric", "euclid", "--order", "tree", "--title", "Kings")
    saved = session("c.semascope", **{"view": "compare", "compare-by": "euclid", "compare-order": "tree", "title": "Kings"})
    assert draw("c.png", "--session", saved) == tree
    assert draw("d.png", "--session", saved, "--view", "map") == draw("map.png", SAMPLE, "--words", WORDS, "--title", "Kings")
    assert draw("e.png", "--session", saved, "--metric", "cosine", "--order", "chosen") != tree
    assert draw("f.png", "--session", session("f.semascope"), "--view", "matrix") == cosines


@case
def vectors_that_were_shown_are_drawn():
    def saved(**members):
        return session("v.semascope", **dict({"view": "compare", "compare-as": "vectors"}, **members))
    first = draw("first.png", "--session", saved())
    assert draw("again.png", "--session", saved(difference=["king", "queen"])) == first
    pictures = {first,
                draw("sorted.png", "--session", saved(dimensions="difference")),
                draw("raw.png", "--session", saved(vectors="raw")),
                draw("others.png", "--session", saved(difference=["apple", "mango"])),
                draw("matrix.png", "--session", saved(), "--view", "matrix")}
    assert len(pictures) == 5
    assert draw("raw-2.png", "--session", saved(), "--vectors", "raw") == read("raw.png")
    text = ok("plot", "--session", saved(difference=["apple", "mango"], dimensions="difference"), "--output", path("v.svg"))
    assert not text.err, text.err


@case
def questions_that_were_shown_are_drawn():
    question = "edible: food fruit / metal wood"
    expected = draw("options.png", SAMPLE, "--words", WORDS, "--view", "questions", "--question", question)
    asked = [{"name": "edible", "yes": ["food", "fruit"], "no": ["metal", "wood"]}]
    saved = session("q.semascope", view="questions", questions=asked)
    assert draw("session.png", "--session", saved) == expected
    assert draw("more.png", "--session", saved, "--question", "alive: animal / stone") != expected
    assert draw("same.png", "--session", session("m.semascope", questions=asked), "--view", "questions") == expected
    said = fails(1, "plot", "--session", session("n.semascope", view="questions"), "--output", path("no.png"))
    assert not os.path.exists(path("no.png")) and said.err, said.err


@case
def words_that_are_not_compared_are_named():
    vectors = write("few.txt", b"king 1 0\nqueen 1 1\nzero 0 0\n")
    words = ["king", "nowhere", "zero", "queen"]
    said = ok("plot", "--session", session("w.semascope", vectors, words=words, view="compare"), "--output", path("w.png"))
    assert "nowhere" in said.err and "zero" in said.err, said.err
    raw = session("r.semascope", vectors, **{"words": words, "view": "compare", "compare-as": "vectors", "vectors": "raw"})
    said = ok("plot", "--session", raw, "--output", path("r.png"))
    assert "nowhere" in said.err and "zero" not in said.err, said.err
    fails(1, "plot", "--session", session("o.semascope", vectors, words=words[1:3], view="compare"), "--output", path("no.png"))
    assert not os.path.exists(path("no.png"))


@case
def vectors_that_moved_are_found_beside_the_session():
    vectors = small("moving.txt")
    saved = session("a.semascope", vectors, words=["king", "queen", "mango"])
    expected = draw("before.png", "--session", saved)
    os.mkdir(path("elsewhere"))
    shutil.move(vectors, path("elsewhere/moving.txt"))
    said = fails(1, "plot", "--session", saved, "--output", path("no.png"))
    assert "moving.txt" in said.err and not os.path.exists(path("no.png")), said.err
    shutil.move(saved, path("elsewhere/a.semascope"))
    assert draw("after.png", "--session", path("elsewhere/a.semascope")) == expected


@case
def other_vectors_are_not_taken_in_silence():
    vectors = small("changing.txt")
    saved = session("a.semascope", vectors, words=["king", "queen", "mango"])
    data = read("changing.txt")
    write("changing.txt", data.replace(b"0.9", b"0.8"))
    said = fails(1, "plot", "--session", saved, "--output", path("no.png"))
    assert "other vectors" in said.err, said.err
    draw("asked-for.png", vectors, "--session", saved)


@case
def strangers_are_refused_in_a_sentence():
    for bytes_ in (b"", b"{", b"[]", b"{}", b"\xff", b"[" * 100000, b'{"semascope-session": 9}', b'{"semascope-session": 1}'):
        fails(1, "plot", "--session", write("a.semascope", bytes_), "--output", path("no.png"))
    fails(1, "plot", "--session", path("nothing.semascope"), "--output", path("no.png"))
    fails(1, "plot", "--session", "/dev/zero", "--output", path("no.png"))
    fails(1, "plot", "--session", SAMPLE, "--output", path("no.png"))


if __name__ == "__main__":
    main()
