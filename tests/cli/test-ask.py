# SPDX-License-Identifier: GPL-3.0-or-later
"""info, vector, similar, compare and odd, run as a user runs them."""

import csv
import io
import json
import math
import os
import re
import resource
import struct

from cli import ROWS, SAMPLE, binary, case, fails, glove, gz, main, ok, path, run, small, text, write


DATA = os.path.join(os.environ["G_TEST_SRCDIR"], "data")


def info(name, data):
    return json.loads(ok("info", write(name, data), "--json").out)


@case
def info_tells_formats():
    expected = {"words": 6, "dimensions": 3, "warnings": []}
    assert info("a.x", glove(ROWS)) == {"format": "glove-text", "compression": "none", **expected}
    assert info("b.bin", text(ROWS)) == {"format": "word2vec-text", "compression": "none", **expected}
    assert info("c.txt", binary(ROWS)) == {"format": "word2vec-binary", "compression": "none", **expected}
    assert info("d.vec", binary(ROWS, b"")) == {"format": "word2vec-binary", "compression": "none", **expected}
    assert info("e", gz(binary(ROWS))) == {"format": "word2vec-binary", "compression": "gzip", **expected}
    assert info("f", gz(glove(ROWS[:3])) + gz(glove(ROWS[3:]))) == {"format": "glove-text", "compression": "gzip", **expected}


@case
def info_plain():
    assert ok("info", small()).lines == ["format: glove-text", "compression: none", "words: 6", "dimensions: 3", "warnings: 0"]


@case
def info_warns():
    path = write("short.bin", binary(ROWS).replace(b"6 3\n", b"9 3\n"))
    plain = ok("info", path)
    assert "words: 6" in plain.lines and plain.err.startswith("warning: ") and "9" in plain.err and "6" in plain.err, plain.err
    told = json.loads(ok("info", path, "--json").out)
    assert told["words"] == 6 and len(told["warnings"]) == 1 and told["warnings"][0] in plain.err


@case
def info_refuses():
    fails(1, "info", "/no/such/file")
    fails(1, "info", "/tmp")
    fails(1, "info", write("empty", b""))
    fails(1, "info", write("page.html", b"<!DOCTYPE html><html><body>404</body></html>"))


@case
def vector_plain():
    assert ok("vector", small(), "woman").out == "0.1 0.1 1\n"


@case
def vector_shortest_round_trip():
    numbers = (0.1, 1e-45, 16777216.0, 1.17549435e-38, -0.0, 3.4028235e38)
    path = write("numbers.bin", binary([(b"x", numbers)]))
    printed = ok("vector", path, "x").out.split()
    assert [struct.pack("<f", float(number)) for number in printed] == [struct.pack("<f", number) for number in numbers]
    assert printed[0] == "0.1"


@case
def vector_json():
    answer = json.loads(ok("vector", small(), "man", "--json").out)
    assert answer["word"] == "man" and answer["row"] == 2 and answer["values"] == [0.2, 0, 1]
    assert math.isclose(answer["norm"], math.sqrt(struct.unpack("<f", struct.pack("<f", 0.2))[0] ** 2 + 1), rel_tol=1e-12)


@case
def files_of_archives():
    two = os.path.join(DATA, "formats/archives/two.zip")
    assert "“glove.5d.txt”, “large/glove.9d.txt”; --part NAME chooses one." in fails(1, "info", two).err
    answer = json.loads(ok("info", two, "--part", "large/glove.9d.txt", "--json").out)
    assert (answer["words"], answer["dimensions"], answer["compression"]) == (30, 9, "zip"), answer
    assert json.loads(ok("vector", two, "w3", "--part", "glove.5d.txt", "--json").out)["values"] == [0.75, -0.25, 0.125, 0.5, -0.5]
    assert "There is no file “glove” in “two.zip”; it has “glove.5d.txt”, “large/glove.9d.txt”." in fails(1, "info", two, "--part", "glove").err
    assert "words: 20\n" in ok("info", os.path.join(DATA, "formats/archives/one.zip")).out
    assert "words: 9\n" in ok("info", os.path.join(DATA, "formats/tensors/stored.npz"), "--part", "wpe").out


@case
def every_refusal_is_a_sentence():
    """of what is missing, empty, a folder or no number, for a stranger"""
    empty, nothing = write("empty.npy", b""), "/no/such"
    calls = [("info",), ("tensors",), ("diagnose",), ("row", "1"), ("vector", "king"), ("similar", "king"), ("odd", "a", "b"), ("compare", "a", "b"), ("diff", small()), ("evaluate", small()), ("correlate", small())]
    for command, *rest in calls:
        for file, part in (("", "The name of the file is empty."), (nothing, "There is no file “such”."), (empty, "“empty.npy” ")):
            error = fails(1, command, file, *rest).err
            assert part in error and error.endswith(".\n") and error.count(". ") == 0, error
    for option in ("--words-file", "--session"):
        for file, part in (("", "The name of the file is empty."), (nothing, "There is no file “such”.")):
            assert part in fails(1, "plot", small(), option, file, "--output", path("x.png")).err
    for command in ("info", "vector", "similar", "compare", "odd", "plot", "evaluate", "correlate", "convert", "tensors", "row", "tokenize", "diagnose", "diff"):
        assert ": something is missing in the call: semascope-cli %s " % command in fails(2, command).err, command
        assert fails(2, command, "--bogus").err.startswith("semascope-cli: Unknown option --bogus.\n")
    assert "Cannot parse integer value “x” for --first." in fails(2, "info", small(), "--first", "x").err
    assert "the expression is empty" in fails(2, "similar", small(), " ").err
    assert "none of the words can be asked" in fails(1, "questions", small(), "--words", "zzz", "--question", "a: king / man").err
    assert "no column “foo”" in ok("plot", small(), "--words", "king queen man", "--colour-by", "foo", "--output", path("x.svg")).err


@case
def first_words():
    assert json.loads(ok("info", small(), "--first", "2", "--json").out)["words"] == 2
    assert "words: 1\n" in ok("info", SAMPLE, "--first=1").out
    assert ok("info", small(), "--first", "0").out == ok("info", small()).out
    assert "not in this file" in fails(1, "vector", small(), "man", "--first", "2").err
    assert "--first" in fails(2, "info", small(), "--first", "-1").err
    everything = ok("similar", SAMPLE, "king", "--top", "10000").lines
    assert len(ok("similar", SAMPLE, "king", "--top", "10000", "--first", "5000").lines) == 4999 < len(everything)


def with_memory(megabytes):
    """Two processors and so many addresses: what the program takes before it opens anything is of this machine."""
    def limit():
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    # One arena: the addresses that threads reserve for their blocks would count, more or fewer by chance.
    return {"before": limit, "environment": {"MALLOC_ARENA_MAX": "1"}}


@case
def what_does_not_fit_is_refused_with_what_does():
    enough = next((m for m in range(100, 1000, 20) if run("info", small(), **with_memory(m)).status == 0), None)
    if enough is None:
        return  # the sanitizers map more than that before they begin
    little = with_memory(enough + 180)
    path = write("large.txt", b"".join(b"w%d" % i + b" 5" * 2000 + b"\n" for i in range(40000)))
    said = fails(1, "info", path, **little).err
    found = re.search(r"[kM]B more are needed and .* are left. --first (\d+) opens", said)
    assert found and 2000 < int(found.group(1)) < 36000, said
    few = run("info", path, "--first", found.group(1), **little)
    assert "words: " + found.group(1) + "\n" in few.out, few
    os.remove(path)


@case
def json_has_no_nan():
    path = write("nan.txt", b"bad nan inf -1\ngood 1 2 3\n")
    out = ok("vector", path, "bad", "--json").out
    assert json.loads(out)["values"] == [None, None, -1] and json.loads(out)["norm"] is None


@case
def words_are_bytes_in_any_locale():
    for locale in ("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"):
        assert ok("vector", small(), "größe", locale=locale).out == "0 1 0.1\n"
        assert ok("similar", small(), "größe", "--top", "1", locale=locale).lines[0].startswith("mango\t0.9"), locale
    path = write("latin.txt", b"caf\xe9 1 2\nother 2 1\n")
    assert ok("vector", path, b"caf\xe9", locale="C").out == "1 2\n"
    assert ok("similar", path, "other").out == "caf\ufffd\t0.800000\n"
    assert json.loads(ok("similar", path, "other", "--json").out)[0]["word"] == "caf\ufffd"
    fails(1, "vector", path, "café")


@case
def after_two_dashes_everything_is_a_word():
    path = write("dashes.txt", b"--top 1 2\n-5 2 1\n-- 1 1\nx 0 1\n")
    assert ok("vector", path, "--", "--top").out == "1 2\n"
    assert ok("vector", "--json", path, "--", "-5").out.startswith('{"word":"-5","row":1,')
    assert ok("vector", path, "--", "--").out == "1 1\n"
    assert len(ok("similar", path, "--", "-5", "--top").lines) == 2


@case
def a_word_after_its_option_is_no_option():
    path = write("options.txt", b"--help 1 2\n-h 2 1\nx 0 1\ny 1 1\n")
    for word in ("--help", "-h"):
        assert len(ok("similar", path, "x", "--minus", word).lines) == 2
        assert ok("similar", path, "x", "--minus=" + word).out == ok("similar", path, "--minus", word, "x").out
    assert "Example" in ok("similar", path, "x", "--minus", "y", "-h").out


@case
def stderr_is_utf8_whatever_is_typed():
    for words in ([b"no\xff"], ["info", b"--no\xff"], ["info", b"/no/\xff"], ["plot", SAMPLE, "--words", "a b", "--output", b"x\xff"]):
        err = run(*words).err
        assert "\ufffd" in err or "‹0xFF›" in err, err


@case
def similar_agrees_with_gensim_on_the_sample():
    lines = ok("similar", SAMPLE, "king", "woman", "--minus", "man", "--top", "5").lines
    words = [line.split("\t")[0] for line in lines]
    assert words[0] == "queen", words
    assert abs(float(lines[0].split("\t")[1]) - 0.769854) < 1e-3
    assert all(len(line.split("\t")[1].split(".")[1]) == 6 for line in lines)
    assert ok("similar", SAMPLE, "king", "--minus", "man", "woman", "--top", "5").lines == lines


@case
def similar_reads_expressions():
    expected = ok("similar", SAMPLE, "king", "woman", "--minus", "man").lines
    for words in (["king", "-", "man", "+", "woman"], ["king - man + woman"], ["woman + king - man"], ["king", "−", "man", "woman"], ['"king" - "man" + 1 * woman']):
        assert ok("similar", SAMPLE, *words).lines == expected, words
    assert ok("similar", SAMPLE, "2 * king + 2 * woman - man * 2").lines == expected
    assert ok("similar", SAMPLE, "0.5 * warm + cold").lines != ok("similar", SAMPLE, "warm + cold").lines
    signs = write("signs.txt", b"+ 1 0\n- 0 1\n* 1 1\nice 1 2\ncream 2 1\nx -1 0\n")
    assert len(ok("similar", signs, "+").lines) == 5
    assert len(ok("similar", signs, "--", "-", "ice").lines) == 4
    assert len(ok("similar", signs, "ice * 2 + cream").lines) == 4
    for wrong, place in (("ice * cream", 5), ('ice + "cream', 7), ('"ice"cream', 6), ('"" + ice', 1)):
        assert "character %d" % place in fails(2, "similar", signs, wrong).err, wrong


@case
def similar_by_other_metrics():
    path = write("metrics.txt", b"a 1 0\nb 2 0\nc 0 1\nd -1 0\nzero 0 0\n")
    assert ok("similar", path, "a", "--metric", "dot").lines == ["b\t2.000000", "c\t0.000000", "zero\t0.000000", "d\t-1.000000"]
    assert ok("similar", path, "a", "--metric", "euclid").lines == ["b\t1.000000", "zero\t1.000000", "c\t1.414214", "d\t2.000000"]
    assert ok("similar", path, "a + b", "--metric", "euclid", "--top", "1").lines == ["zero\t3.000000"]
    assert ok("similar", path, "a", "--metric", "cosine").out == ok("similar", path, "a").out
    assert ok("similar", path, "b + c", "--vectors", "raw", "--top", "1").lines == ["a\t0.894427"]
    assert ok("similar", path, "a", "--method", "mul", "--top", "2").lines == ["b\t0.999999", "c\t0.500000"]
    assert "weights" in fails(1, "similar", path, "0.5 * a", "--method", "mul").err
    assert "metric" in fails(1, "similar", path, "a", "--method", "mul", "--metric", "dot").err
    for wrong in (["--metric", "angle"], ["--method", "divide"], ["--vectors", "long"], ["--restrict", "-1"]):
        fails(2, "similar", path, "a", *wrong)


@case
def similar_with_its_inputs():
    lines = ok("similar", SAMPLE, "king - man + woman", "--include-inputs", "--top", "3").lines
    assert lines[0].startswith("king\t0.8") and lines[0].endswith("\tinput") and lines[1].startswith("queen\t0.7"), lines
    answers = json.loads(ok("similar", SAMPLE, "king - man + woman", "--include-inputs", "--top", "3", "--json").out)
    assert [answer["input"] for answer in answers[:2]] == [True, False]


@case
def similar_among_the_first_words():
    few = ok("similar", SAMPLE, "tower", "--restrict", "2000", "--top", "5").lines
    many = ok("similar", SAMPLE, "tower", "--top", "30000").lines
    assert len(few) == 5
    rows = [json.loads(ok("vector", SAMPLE, line.split("\t")[0], "--json").out)["row"] for line in few]
    assert max(rows) < 2000 and [line for line in many if line in few] == few


@case
def similar_default_is_ten():
    assert len(ok("similar", SAMPLE, "tower").lines) == 10
    assert len(json.loads(ok("similar", SAMPLE, "tower", "--json").out)) == 10


@case
def similar_leaves_inputs_and_their_twins_out():
    path = write("twins.txt", b"a 1 0\nb 0.5 1\na 1 0.1\nc 0 1\n")
    assert [line.split("\t")[0] for line in ok("similar", path, "a").lines] == ["b", "c"]


@case
def similar_leaves_undefined_rows_out():
    path = write("odd.txt", b"a 1 0\nzero 0 0\nnan nan 1\nb 1 1\n")
    assert ok("similar", path, "a").out == "b\t0.707107\n"
    assert json.loads(ok("similar", path, "a", "--json").out) == [{"word": "b", "score": json.loads(ok("similar", path, "a", "--json").out)[0]["score"]}]
    fails(1, "similar", path, "zero")
    fails(1, "similar", path, "nan")


@case
def ties_go_by_row():
    path = write("ties.txt", b"q 1 0\nz 0 1\ny 0 2\na 0 0.5\nm 1 1\n")
    assert [line.split("\t")[0] for line in ok("similar", path, "q").lines] == ["m", "z", "y", "a"]


def pairs(*arguments):
    return json.loads(ok("compare", *arguments, "--json").out)


@case
def compare_tells_every_two_words():
    path = write("right.txt", b"a 3 0\nb 0 4\nc -1 0\n")
    found = pairs(path, "a", "b", "c")
    assert [(pair["a"], pair["b"]) for pair in found] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert found[0] == {"a": "a", "b": "b", "cosine": 0, "dot": 0, "distance": 5, "angle": 90}
    assert found[1] == {"a": "a", "b": "c", "cosine": -1, "dot": -3, "distance": 4, "angle": 180}
    assert pairs(path, "a", "a") == [{"a": "a", "b": "a", "cosine": 1, "dot": 9, "distance": 0, "angle": 0}]


@case
def compare_agrees_with_numpy_on_the_sample():
    royal = pairs(SAMPLE, "king", "queen")[0]
    assert abs(royal["cosine"] - 0.750769) < 1e-3 and abs(royal["distance"] - 4.281252) < 2e-3
    assert math.isclose(royal["angle"], math.degrees(math.acos(royal["cosine"])), rel_tol=1e-12)
    turned = pairs(SAMPLE, "queen", "king")[0]
    assert all(turned[name] == royal[name] for name in ("cosine", "dot", "distance", "angle"))


@case
def compare_as_csv():
    path = write("quoted.txt", b'"a",b 3 0\nc 0 4\n')
    assert ok("compare", path, '"a",b', "c", "--csv").out == 'a,b,cosine,dot,distance,angle\r\n"""a"",b",c,0,0,5,90\r\n'
    for locale in ("C", "de_DE.UTF-8"):
        table = list(csv.DictReader(io.StringIO(ok("compare", small(), "king", "größe", "man", "--csv", locale=locale).out)))
        assert [(row["a"], row["b"]) for row in table] == [("king", "größe"), ("king", "man"), ("größe", "man")]
        assert [{**row, **{name: float(row[name]) for name in list(row)[2:]}} for row in table] == pairs(small(), "king", "größe", "man")


@case
def compare_as_a_table():
    lines = ok("compare", small(), "king", "größe").lines
    assert [line.split() for line in lines] == [["a", "b", "cosine", "dot", "distance", "angle"], ["king", "größe", "0.000000", "0.000000", "1.417745", "90.00"]]
    assert len(lines[0]) == len(lines[1]) and lines[0].index("b") == lines[1].index("größe")


@case
def odd_names_the_one_that_does_not_match():
    found = json.loads(ok("odd", SAMPLE, "breakfast", "cereal", "dinner", "lunch", "--json").out)
    assert found["odd"] == "cereal" and [score["word"] for score in found["scores"]] == ["cereal", "dinner", "lunch", "breakfast"]
    assert abs(found["scores"][0]["score"] - 0.6788265) < 2e-6  # tests/data/reference/make-comparisons.py
    lines = ok("odd", SAMPLE, "breakfast", "cereal", "dinner", "lunch").lines
    assert lines[0] == "cereal\t0.678827" and len(lines) == 4


@case
def words_that_cannot_be_compared_are_named_and_left_out():
    path = write("odd-rows.txt", b"a 1 0\nzero 0 0\nnan nan 1\nb 1 1\n")
    for command in ("compare", "odd"):
        result = ok(command, path, "a", "zero", "missing", "nan", "b", "--json")
        assert result.out == ok(command, path, "a", "b", "--json").out
        said = result.err.splitlines()[-3:]  # after what the file itself is warned of
        assert all(line.startswith("warning: ") and word in line for word, line in zip(("zero", "missing", "nan"), said)), said
        assert "2" in fails(1, command, path, "a", "missing").err
        assert fails(1, command, path, "zero", "nan").out == ""
    fails(1, "odd", write("against.txt", b"a 1 0\nb -2 0\n"), "a", "b")


@case
def unknown_word_gets_spellings():
    result = fails(1, "similar", small(), "kingg")
    assert "kingg" in result.err and "king" in result.err.replace("kingg", ""), result.err
    assert "queen" in fails(1, "vector", small(), "queeen").err


@case
def wrong_calls_are_usage_errors():
    for words in (
        [],
        ["no-such-command"],
        ["info"],
        ["info", small(), "more"],
        ["vector", small()],
        ["similar", small()],
        ["similar", small(), "king", "--top", "0"],
        ["similar", small(), "king", "--top", "-3"],
        ["similar", small(), "king", "--top", "many"],
        ["similar", small(), "king", "--no-such-option"],
        ["compare", small(), "king"],
        ["compare", small(), "king", "man", "--json", "--csv"],
        ["odd", small(), "king"],
    ):
        fails(2, *words)


@case
def help_and_version():
    assert "info" in ok("--help").out and "plot" in ok("--help").out
    assert ok("--version").out.startswith("semascope-cli ")
    for command in ("info", "vector", "similar", "compare", "odd", "plot"):
        shown = ok(command, "--help").out
        assert "semascope-cli " + command in shown and "Example" in shown, shown


@case
def small_stack_is_enough():
    """Whatever is as large as the file must not be on the stack."""
    def with_small_stack():
        resource.setrlimit(resource.RLIMIT_STACK, (256 << 10, 256 << 10))
    result = run("similar", SAMPLE, "tower", "--top", "1", before=with_small_stack)
    assert result.status == 0 and result.lines == ["towers\t0.847039"], result.err


@case
def full_disk_is_told():
    with open("/dev/full", "wb") as full:
        result = run("similar", SAMPLE, "king", stdout=full)
    assert result.status == 1 and result.err != "", result.err


main()
