# SPDX-License-Identifier: GPL-3.0-or-later
"""tensors and row, run as a user runs them."""

import json
import math
import os
import shutil
import struct

from cli import ROWS, case, fails, main, ok, path, small, write

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "formats", "tensors")
KINDS = os.path.join(FOLDER, "kinds.safetensors")

# What torch 1.13 prints of torch.manual_seed(123); torch.nn.Embedding(6, 3), as the course does.
COURSE = {2: (1.2753, -0.2010, -0.1606), 3: (-0.4015, 0.9666, -1.1481), 5: (-2.8400, -0.7849, -1.4096), 1: (0.9178, 1.5810, 1.3010)}


def stored(name):
    return os.path.join(FOLDER, name)


def told():
    """What NumPy and torch say: for each file its tensors as (name, dtype, shape, embedding), and the rows of the matrices."""
    tensors, rows = {}, {}
    with open(stored("tensors.tsv"), encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("\t"):
                rows[file_name, name].append([float.fromhex(number) for number in line.split()])
                continue
            file_name, name, dtype, shape, embedding = line.split("\t")
            shape = [int(size) for size in shape.split(",") if size]
            tensors.setdefault(file_name, []).append({"name": name, "dtype": dtype, "shape": shape, "embedding": embedding == "1"})
            rows[file_name, name] = []
    return tensors, rows


def same(printed, expected):
    if printed is None:
        return not math.isfinite(expected)
    return struct.pack("<d", expected) in (struct.pack("<d", printed), struct.pack("<d", struct.unpack("<f", struct.pack("<f", printed))[0]))


@case
def tensors_lists_all():
    for name, expected in told()[0].items():
        assert json.loads(ok("tensors", stored(name), "--json").out) == expected, name


@case
def tensors_plain():
    lines = ok("tensors", KINDS).lines
    assert lines[0] == "transformer.wte.weight\tF32\t[6, 3]\tembedding" and "step\tF32\t[]" in lines, lines


@case
def rows_are_those_of_numpy_and_torch():
    n_matrices = 0
    for (file, name), rows in told()[1].items():
        if rows:
            ids = [str(number) for number in range(len(rows))]
            answer = json.loads(ok("row", stored(file), "--tensor", name, "--json", *ids).out, parse_int=float)
            for row, expected in zip(answer, rows, strict=True):
                assert all(map(same, row["values"], expected)) and len(row["values"]) == len(expected), (file, name, row)
            n_matrices += 1
    assert n_matrices > 15


@case
def rows_of_the_course():
    answer = json.loads(ok("row", KINDS, "2", "3", "5", "1", "--json").out)
    assert [row["id"] for row in answer] == [2, 3, 5, 1] and all(row["token"] is None for row in answer)
    for row in answer:
        assert tuple(round(number, 4) for number in row["values"]) == COURSE[row["id"]]
        assert math.isclose(row["norm"], math.sqrt(sum(number * number for number in row["values"])), rel_tol=1e-6)
    assert json.loads(ok("row", KINDS, "2, 3,5", "1", "--json").out) == answer
    assert [row["id"] for row in json.loads(ok("row", KINDS, "1,1", "1", "--json").out)] == [1, 1, 1]


@case
def row_plain():
    number, token, values = ok("row", KINDS, "2").out.rstrip("\n").split("\t")
    assert (number, token) == ("2", "[2]") and [round(float(value), 4) for value in values.split()] == list(COURSE[2])


@case
def rows_of_word_vectors():
    answer = json.loads(ok("row", small(), "0", "4", "--json").out)
    assert [(row["id"], row["token"]) for row in answer] == [(0, "king"), (4, "größe")] and answer[1]["values"] == list(ROWS[4][1])
    assert ok("row", small(), "1").out == "1\tqueen\t0.9 0.1 0\n"
    assert "--tensor" in fails(1, "row", small(), "0", "--tensor", "x").err


@case
def an_id_out_of_range():
    assert "There is no row 6: the ids go from 0 to 5." in fails(1, "row", KINDS, "0", "6").err
    assert "No row has so large an id: the ids go from 0 to 5." in fails(1, "row", KINDS, "99999999999999999999999999").err
    assert "the only id is 0" in fails(1, "row", stored("one-row.npy"), "1").err
    assert "from 0 to 5" in fails(1, "row", small(), "6").err
    fails(2, "row", KINDS, "x")
    fails(2, "row", KINDS, "1,,2")
    fails(2, "row", KINDS, "")
    fails(2, "row", KINDS, "--", "-1")
    fails(2, "row", KINDS, "1.0")
    fails(2, "row", KINDS)
    fails(2, "tensors")


@case
def a_tensor_without_rows():
    assert "its type is BOOL and its shape [2, 2], where" in fails(1, "row", KINDS, "0", "--tensor", "h.0.attn.bias").err
    assert "its shape is [5], and a matrix has two axes." in fails(1, "row", KINDS, "0", "--tensor", "ids").err
    assert "There is no tensor “nix”" in fails(1, "row", KINDS, "0", "--tensor", "nix").err
    assert "no matrix" in fails(1, "row", stored("integers.npy"), "0").err


@case
def a_guess_is_told():
    header = json.dumps({name: {"dtype": "F32", "shape": [rows, 1], "data_offsets": places} for name, rows, places in
                         (("x", 1, [0, 4]), ("y", 2, [4, 12]))}).encode()
    file = write("guess.safetensors", struct.pack("<Q", len(header)) + header + struct.pack("<3f", 1, 2, 3))
    result = ok("row", file, "1")
    assert result.err.startswith("warning: No tensor has the name") and result.out == "1\t[1]\t3\n", result.err
    assert ok("row", file, "0", "--tensor", "x").out == "0\t[0]\t1\n"


@case
def a_shard_that_is_missing():
    for name in ("model.safetensors.index.json", "model-00001-of-00002.safetensors"):
        shutil.copy(stored(name), path(name))
    result = ok("tensors", path("model.safetensors.index.json"), "--json")
    assert "model-00002-of-00002.safetensors" in result.err and [tensor["name"] for tensor in json.loads(result.out)] == ["model.embed_tokens.weight"]


@case
def first_rows_and_parts():
    """each does what it says, or is refused"""
    assert "words: 2" in ok("info", KINDS, "--first", "2").lines
    assert ok("row", KINDS, "1", "--first", "2").out == ok("row", KINDS, "1").out
    assert "from 0 to 1" in fails(1, "row", KINDS, "2", "--first", "2").err
    assert ok("row", KINDS, "1", "--part", "double").out == ok("row", KINDS, "1", "--tensor", "double").out
    assert "mean the same" in fails(1, "row", KINDS, "1", "--part", "double", "--tensor", "double").err
    llama = os.path.join(os.path.dirname(FOLDER), "gguf", "llama.gguf")
    everything = ok("similar", llama, '" for"', "--top", "500").lines
    assert len(everything) == 443 and len(ok("similar", llama, '" for"', "--top", "500", "--first", "303").lines) == 302
    assert "not in this file" in fails(1, "similar", llama, '" for"', "--first", "302").err
    assert "; it has “transformer.wte.weight”, " in fails(1, "info", KINDS, "--part", "zz").err
    assert "has no part “zz”" in fails(1, "info", small(), "--part", "zz").err
    assert "has no part “zz”" in fails(1, "row", small(), "1", "--part", "zz").err
    for option in ("--first", "--part"):
        fails(2, "tensors", KINDS, option, "1")
        assert "leave them out" in fails(1, "tokenize", "--tokenizer", llama, "x", option, "1").err
    fails(2, "train", small(), "--part", "x", "--output", path("x.bin"))
    assert "--split is for" in fails(1, "tokenize", "--tokenizer", llama, "x", "--split", "gpt2").err
    for call in (("row", small(), "1"), ("diagnose", small()), ("diff", small(), small())):
        assert "--tokenizer is for" in fails(1, *call, "--tokenizer", llama).err


@case
def tokens_with_a_blank_before_them():
    llama = os.path.join(os.path.dirname(FOLDER), "gguf", "llama.gguf")
    assert "“for” is not in this file, but “␣for” is, with a blank before it, which is typed '\" for\"'." in fails(1, "similar", llama, "for").err
    assert "which is typed ' for'." in fails(1, "vector", llama, "for").err
    assert "“for” is left out: it is not in this file, but “␣for” is, with a blank before it, which is typed ' for'." in fails(1, "compare", llama, "for", " the").err
    assert "typed '\" for\"'." in fails(1, "plot", llama, "--words", "for", "--output", path("x.png")).err
    assert len(ok("similar", llama, '" for"', "--top", "2").lines) == 2
    assert ok("compare", llama, " for", " the").lines[1].startswith("␣for  ␣the ")
    assert ok("compare", llama, " for", " the", "--csv").lines[1].startswith(" for, the,")
    assert json.loads(ok("compare", llama, " for", " the", "--json").out)[0]["a"] == " for"
    assert ok("row", llama, "302").out.startswith("302\t␣for\t") and json.loads(ok("row", llama, "302", "--json").out)[0]["token"] == " for"
    call = ("questions", llama, "--words", '" for" t', "--question", 'q: " the" " a" / " in" " of"')
    assert ok(*call).lines[1].startswith("␣for  ") and ok(*call, "--csv").lines[1].startswith(" for,")
    ok("convert", llama, "--words", '" for" " the"', "--output", path("two.csv"))
    with open(path("two.csv"), encoding="utf-8") as file:
        assert [line.split(",")[0] for line in file] == ["word", " for", " the"]
    assert ok("diff", llama, llama, " for").lines[-1].startswith("␣for ")
    assert "\n       302  ␣for " in ok("diagnose", llama, "--show", "all", "--top", "0").out
    raw = write("raw.txt", "▁king 1 0\nĠqueen 0 1\nking▁ 1 1\n".encode())
    assert "“king” is not in this file, but “▁king” is." in fails(1, "vector", raw, "king").err
    assert "“queen” is not in this file, but “Ġqueen” is." in fails(1, "similar", raw, "queen").err


@case
def what_has_no_tensors():
    assert "has no tensors" in fails(1, "tensors", small()).err
    fails(1, "tensors", "/no/such/file")
    fails(1, "row", "/no/such/file", "1")
    fails(1, "tensors", os.path.dirname(FOLDER))
    fails(1, "tensors", write("empty", b""))
    deep = b'{"a":' + b"[" * 100000
    assert "is not right at byte" in fails(1, "tensors", write("deep.safetensors", struct.pack("<Q", len(deep)) + deep)).err


@case
def names_that_are_no_lines():
    header = b'{"a\\n\\u0000b":{"dtype":"I8","shape":[1],"data_offsets":[0,1]}}'
    file = write("odd.safetensors", struct.pack("<Q", len(header)) + header + b"x")
    assert len(ok("tensors", file).lines) == 1
    assert json.loads(ok("tensors", file, "--json").out)[0]["name"] == "a\n\ufffdb"


@case
def rows_have_the_tokens_of_a_tokenizer_given_or_beside():
    tokenizer = os.path.join(FOLDER, "..", "..", "tokens", "gpt2-tokenizer.json")
    rows = json.loads(ok("row", stored("float32.npy"), "0", "4", "--tokenizer", tokenizer, "--json").out)
    assert [row["token"] for row in rows] == ["!", "%"], rows
    folder = path("model")
    os.mkdir(folder)
    shutil.copy(stored("float32.npy"), folder)
    assert json.loads(ok("row", os.path.join(folder, "float32.npy"), "0", "--json").out)[0]["token"] is None
    shutil.copy(tokenizer, os.path.join(folder, "tokenizer.json"))
    assert json.loads(ok("row", os.path.join(folder, "float32.npy"), "4", "--json").out)[0]["token"] == "%"
    result = ok("similar", os.path.join(folder, "float32.npy"), "!", "--top", "4")
    assert len(result.lines) >= 2 and {line.split("\t")[0] for line in result.lines} <= set("\"#$%"), result.out
    assert "Of the tokenizer “tokenizer.json”: 552 tokens have no row: “&” (5), “'” (6), “(” (7)…." in result.err, result.err
    fails(1, "row", stored("float32.npy"), "0", "--tokenizer", "/no-such-file")

GGUF = os.path.join(FOLDER, "..", "gguf")


def gguf(name):
    return os.path.join(GGUF, name)


def told_gguf():
    """What the package gguf says: for each tensor of kinds.gguf its type, its shape and the bits of its rows."""
    tensors = {}
    with open(gguf("gguf.tsv"), encoding="utf-8") as file:
        for line in file.read().splitlines():
            if line.startswith("\t"):
                tensors[name][2].append([struct.unpack(">f", bytes.fromhex(line[at : at + 8]))[0] for at in range(1, len(line), 8)])
                continue
            file_name, name, dtype, shape, _ = line.split("\t")
            if file_name != "kinds.gguf":
                break
            tensors[name] = (dtype, [int(size) for size in shape.split(",")], [])
    return tensors


@case
def tensors_of_llama_cpp():
    expected = [{"name": name, "dtype": dtype, "shape": shape, "embedding": name == "token_embd.weight"} for name, (dtype, shape, _) in told_gguf().items()]
    assert json.loads(ok("tensors", gguf("kinds.gguf"), "--json").out) == expected
    assert ok("tensors", gguf("llama.gguf")).lines == ["token_embd.weight\tQ4_0\t[444, 32]\tembedding"]


@case
def rows_of_llama_cpp():
    for name, (dtype, _, rows) in told_gguf().items():
        if rows:
            answer = json.loads(ok("row", gguf("kinds.gguf"), "--tensor", name, "--json", *map(str, range(len(rows)))).out, parse_int=float)
            for row, expected in zip(answer, rows, strict=True):
                assert all(map(same, row["values"], expected)), (name, row)
    assert "type is IQ2_XXS and its shape [2, 256]" in fails(1, "row", gguf("kinds.gguf"), "--tensor", "IQ2_XXS", "0").err


@case
def rows_have_the_tokens_of_their_own_file():
    answer = json.loads(ok("row", gguf("llama.gguf"), "--json", "1", "3", "302", "443").out)
    assert [row["token"] for row in answer] == ["<s>", "<0x00>", " for", None], answer


@case
def model_of_llama_cpp_as_word_vectors():
    result = ok("info", "--json", gguf("llama.gguf"))
    told = json.loads(result.out)
    assert told["format"] == "gguf" and told["words"] == 444 and told["dimensions"] == 32, told
    assert told["warnings"] == ["Of the tokenizer “llama.gguf”: 2 rows have no token, the first is id 442."], told
    row = json.loads(ok("row", gguf("llama.gguf"), "--json", "302").out, parse_int=float)[0]["values"]
    vector = [float(number) for number in ok("vector", gguf("llama.gguf"), " for").lines[0].split()]
    assert all(map(same, vector, row)), (vector, row)
    assert len(ok("similar", gguf("llama.gguf"), "[442]", "--top", "5").lines) == 5


@case
def model_of_llama_cpp_that_is_cut():
    with open(gguf("llama.gguf"), "rb") as file:
        data = file.read()
    assert "ends too early" in fails(1, "tensors", write("cut.gguf", data[:-40])).err
    assert "more keys than the file has room for" in fails(1, "tensors", write("keys.gguf", data[:16] + (10**18).to_bytes(8, "little") + data[24:60])).err


@case
def a_folder_is_opened_as_the_model_in_it():
    folder = path("my model")
    os.mkdir(folder)
    assert "The folder “my model” has no model in it that opens" in fails(1, "tensors", folder).err
    assert "The folder “my model” has no model in it that opens" in fails(1, "similar", folder, "king").err
    shutil.copy(KINDS, os.path.join(folder, "model.safetensors"))
    with open(os.path.join(folder, "config.json"), "w", encoding="utf-8") as file:
        file.write('{"architectures": ["GPT2LMHeadModel"]}')
    with open(os.path.join(folder, "vocab.txt"), "w", encoding="utf-8") as file:
        file.write("[UNK]\nking\nqueen\nman\nwoman\n##s\n")
    assert ok("tensors", folder).lines[0] == "transformer.wte.weight\tF32\t[6, 3]\tembedding and output head"
    assert json.loads(ok("tensors", folder, "--json").out)[0]["head"] is True
    assert ok("info", folder).lines[0] == "format: safetensors"
    assert ok("row", folder, "1").lines[0].split("\t")[1] == "king"
    assert len(ok("similar", folder, "king", "--top", "2").lines) == 2
    other = path("of llama.cpp")
    os.mkdir(other)
    shutil.copy(os.path.join(os.path.dirname(FOLDER), "gguf", "llama.gguf"), other)
    assert ok("info", other).lines[0] == "format: gguf"
    assert ok("row", other, "5").lines[0].split("\t")[1] == ok("row", os.path.join(other, "llama.gguf"), "5").lines[0].split("\t")[1] != ""


main()
