# SPDX-License-Identifier: GPL-3.0-or-later
"""tokenize, run as a user runs it: kinds of files, the text from anywhere, and what is said of what is not known."""

import json
import os
import shutil
import subprocess

from cli import PROGRAM, case, fails, gz, main, ok, path, run, small, write

DATA = os.path.join(os.environ["G_TEST_SRCDIR"], "data", "tokens")


def stored(name):
    return os.path.join(DATA, name)


def tokens(*arguments):
    return json.loads(ok("tokenize", "--json", "--tokenizer", *arguments).out)


def ids(*arguments):
    return [token["id"] for token in tokens(*arguments)]


def piped(text, *arguments):
    done = subprocess.run([PROGRAM, "tokenize", *arguments, "-"], input=text, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


@case
def plain_and_json():
    assert ok("tokenize", "--tokenizer", stored("gpt2-small-vocab.json"), "the people\n").lines == ["83\tt\t0\t1", "258\the\t1\t3", "661\t␣people\t3\t10", "198\t‹U+000A›\t10\t11"]
    told = tokens(stored("gpt2-tokenizer.json"), " it's")
    assert told == [{"id": 340, "token": " it", "start": 0, "end": 3}, {"id": 338, "token": "'s", "start": 3, "end": 5}], told


@case
def every_kind_has_the_ids_of_its_reference():
    for name, *options in [
        ("gpt2-small-vocab.json",), ("gpt2-tokenizer.json",), ("roberta-tokenizer.json",), ("bert-small-vocab.txt",), ("bert-cased-tokenizer.json",),
        ("cl100k-small.tiktoken", "--split", "cl100k"), ("o200k-small.tiktoken", "--split", "o200k"),
    ]:
        with open(stored(name + ".ids"), encoding="ascii") as file:
            lines = [line.rstrip("\n").split("\t") for line in file]
        for text, expected in lines[60:70]:
            out = piped(bytes.fromhex(text), "--json", *options, "--tokenizer", stored(name))
            assert [token["id"] for token in json.loads(out) if token["id"] is not None] == [int(word) for word in expected.split()], (name, text)


@case
def half_a_character():
    told = tokens(stored("gpt2-tokenizer.json"), "🙂")
    assert "".join(token["token"] for token in told) == "�" * len(told) and told[-1]["end"] == 4, told


@case
def places_are_bytes_of_the_text():
    text = "  Größe 中a\n"
    for name in ("gpt2-tokenizer.json", "bert-small-vocab.txt", "roberta-tokenizer.json"):
        place = 0
        for token in tokens(stored(name), text):
            assert place <= token["start"] <= token["end"] <= len(text.encode()), token
            place = token["end"]


@case
def words_of_vectors():
    told = tokens(small(), "King, the mango größe")
    assert [(token["id"], token["token"]) for token in told] == [(0, "king"), (None, ","), (None, "the"), (5, "mango"), (4, "größe")], told
    result = ok("tokenize", "--tokenizer", small(), "king zorg")
    assert result.lines == ["0\tking\t0\t4", "-\tzorg\t5\t9"] and "1 piece" in result.err, result.err
    assert "2 pieces" in ok("tokenize", "--tokenizer", small(), "zorg zorg").err


@case
def bytes_that_are_no_text():
    out = json.loads(piped(b"a\xff\xc3\x00b", "--json", "--tokenizer", stored("gpt2-tokenizer.json")))
    assert [token["id"] for token in out] == [64, 187, 127, 188, 65], out
    assert json.loads(piped(b"\xff", "--json", "--tokenizer", stored("bert-small-vocab.txt"))) == []


@case
def empty_text():
    assert ok("tokenize", "--tokenizer", stored("gpt2-tokenizer.json"), "").out == ""
    assert tokens(stored("gpt2-tokenizer.json"), "") == []
    assert piped(b"", "--json", "--tokenizer", stored("roberta-tokenizer.json")) == "[]\n"


@case
def a_million_letters():
    out = piped(b"a" * 1000000, "--tokenizer", stored("cl100k-small.tiktoken"), "--split", "cl100k")
    assert out.endswith("\t1000000\n")


@case
def by_content_not_name():
    with open(stored("gpt2-tokenizer.json"), "rb") as file:
        data = file.read()
    expected = ids(stored("gpt2-tokenizer.json"), "it's the end")
    assert ids(write("vectors.bin", data), "it's the end") == expected
    assert ids(write("vectors.gz", gz(data)), "it's the end") == expected
    assert ids(write("bom.txt", b"\xef\xbb\xbf" + data), "it's the end") == expected


@case
def notes_are_said():
    assert "capital" in ok("tokenize", "--tokenizer", stored("bert-small-vocab.txt"), "a").err
    said = ok("tokenize", "--tokenizer", stored("bert-cased-tokenizer.json"), "a").err
    assert "around a text" in said and "cut long texts off" in said, said


@case
def halves_of_gpt2():
    os.makedirs(path("alone"), exist_ok=True)
    shutil.copy(stored("gpt2-small-vocab.json"), path("alone/vocab.json"))
    assert "merges.txt" in fails(1, "tokenize", "--tokenizer", path("alone/vocab.json"), "a").err
    shutil.copy(stored("gpt2-small-merges.txt"), path("alone/merges.txt"))
    assert ids(path("alone/vocab.json"), "the end") == ids(stored("gpt2-small-vocab.json"), "the end")
    assert "vocab.json" in fails(1, "tokenize", "--tokenizer", path("alone/merges.txt"), "a").err


@case
def refuses():
    fails(1, "tokenize", "--tokenizer", "/no/such/file", "a")
    fails(1, "tokenize", "--tokenizer", "/tmp", "a")
    fails(1, "tokenize", "--tokenizer", write("empty", b""), "a")
    assert "900" in fails(1, "tokenize", "--tokenizer", stored("cl100k-small.tiktoken"), "a").err
    with open(stored("gpt2-tokenizer.json"), encoding="utf-8") as file:
        tokenizer = json.load(file)
    tokenizer["normalizer"] = {"type": "NFKC"}
    said = fails(1, "tokenize", "--tokenizer", write("nfkc.json", json.dumps(tokenizer).encode()), "a").err
    assert "“normalizer”" in said and "“NFKC”" in said, said
    fails(1, "tokenize", "--tokenizer", write("list.txt", b"one\ntwo\n"), "a")


@case
def wrong_calls():
    fails(2, "tokenize", "a")
    fails(2, "tokenize", "--tokenizer", small())
    fails(2, "tokenize", "--tokenizer", small(), "a", "b")
    fails(2, "tokenize", "--tokenizer", small(), "--split", "words", "a")
    assert "tokenize" in run("--help").out


@case
def model_of_llama_cpp():
    folder = os.path.join(os.environ["G_TEST_SRCDIR"], "data", "formats", "gguf")
    for name, table in [("llama.gguf", os.path.join(folder, "llama.gguf.ids")), ("gpt2.gguf", stored("gpt2-small-vocab.json.ids")), ("bert.gguf", stored("bert-small-vocab.txt.ids"))]:
        with open(table, encoding="ascii") as file:
            lines = [line.rstrip("\n").split("\t") for line in file]
        for text, expected in lines[60:66]:
            out = json.loads(piped(bytes.fromhex(text), "--json", "--tokenizer", os.path.join(folder, name)))
            assert [token["id"] for token in out if token["id"] is not None] == [int(word) for word in expected.split()], (name, text)
    told = tokens(os.path.join(folder, "llama.gguf"), "the license\x01")
    assert [(token["token"], token["start"], token["end"]) for token in told] == [(" the", 0, 3), (" l", 3, 5), ("icense", 5, 11), ("<0x01>", 11, 12)], told


@case
def way_to_cut_that_is_not_known():
    with open(os.path.join(os.environ["G_TEST_SRCDIR"], "data", "formats", "gguf", "gpt2.gguf"), "rb") as file:
        data = file.read()
    model = write("odd.gguf", data.replace(b"gpt-2", b"odd-2"))
    assert "the way “odd-2” to cut words is not known here" in fails(1, "tokenize", "--tokenizer", model, "a").err


main()
