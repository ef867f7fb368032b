# SPDX-License-Identifier: GPL-3.0-or-later
"""semascope-cli convert: vectors in other formats."""

import json
import os
import resource
import signal

from cli import FOLDER, ROWS, SAMPLE, binary, case, fails, glove, main, path, read, run, small, text, write

SAVED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "formats", "saved")


def saved(name):
    with open(os.path.join(SAVED, name), "rb") as file:
        return file.read()


@case
def formats_are_told_by_the_name():
    """what gensim wrote comes out as files that gensim reads the same, see make-saved.py"""
    source = os.path.join(SAVED, "gensim.bin")
    for name, extra in (("ours.bin", ()), ("ours.vec", ()), ("ours.txt", ("--format", "glove-text")), ("ours.npy", ()), ("ours.csv", ()), ("ours.tsv", ())):
        result = run("convert", source, "--output", path(name), *extra)
        assert result.status == 0, result.err
        assert result.lines[1:] == ["words: 12", "dimensions: 5"], result.out
        assert read(name) == saved(name), name
    assert read("ours.vocab") == saved("ours.vocab")
    assert read("ours_metadata.tsv") == saved("ours_metadata.tsv")


@case
def there_and_back():
    """text to binary to array to text is the same text"""
    write("first.vec", text(ROWS))
    assert run("convert", path("first.vec"), "-o", path("a.bin")).status == 0
    assert run("convert", path("a.bin"), "-o", path("a.npy")).status == 0
    assert run("convert", path("a.npy"), "-o", path("last.vec")).status == 0
    assert run("convert", path("last.vec"), "-o", path("b.bin")).status == 0
    assert read("a.bin") == read("b.bin")
    assert run("similar", path("a.npy"), "king", "--top", "1").out == run("similar", path("first.vec"), "king", "--top", "1").out


@case
def some_words():
    """words in their order, each once, and what is missing is named"""
    result = run("convert", small(), "--words", "woman king nobody woman", "--output", path("some.txt"), "--format", "glove-text")
    assert result.status == 0
    assert "“nobody” is not in this file and is left out." in result.err
    assert read("some.txt") == b"woman 0.1 0.1 1\nking 1 0 0\n"
    write("list.txt", b"man\n")
    assert run("convert", small(), "--words-file", path("list.txt"), "--output", path("man.csv")).status == 0
    assert read("man.csv") == b"word,v1,v2,v3\r\nman,0.2,0,1\r\n"
    assert run("convert", small(), "--first", "2", "--output", path("two.bin")).status == 0
    assert read("two.bin") == binary(ROWS[:2])
    assert run("convert", small(), "--words", "nobody", "--output", path("none.bin")).status == 1
    assert not os.path.exists(path("none.bin"))


PROJECTOR = os.path.join(SAVED, "..", "projector")


@case
def the_projector():
    """labels are words, columns are told and kept where they can be"""
    for name in ("projector_config.pbtxt", os.path.join("00000", "default", "tensors.tsv")):
        result = run("info", os.path.join(PROJECTOR, name))
        assert result.err == ""
        assert result.lines == ["format: projector", "compression: none", "words: 6", "dimensions: 4", "warnings: 0",
                                "column: count\tnumbers\t3.5\t100", "column: word\tcategories\t6", "column: part\tcategories\t3"], result.out
    answer = json.loads(run("info", "--json", os.path.join(PROJECTOR, "projector_config.pbtxt")).out)
    assert answer["columns"][0] == {"name": "count", "kind": "numbers", "distinct": 5, "missing": 1, "least": 3.5, "most": 100}
    assert "columns" not in json.loads(run("info", "--json", os.path.join(PROJECTOR, "projector_config.json")).out)
    assert run("vector", os.path.join(PROJECTOR, "projector_config.json"), "ice cream").out == run("vector", os.path.join(PROJECTOR, "projector_config.pbtxt"), "ice cream").out
    result = run("convert", os.path.join(PROJECTOR, "projector_config.pbtxt"), "--words", "king run", "--output", path("p.tsv"))
    assert result.err == ""
    assert read("p_metadata.tsv") == b"count\tword\tpart\n100\tking\tnoun\n12\trun\tverb\n"
    result = run("convert", os.path.join(PROJECTOR, "projector_config.pbtxt"), "--words", "king run", "--output", path("p.vec"))
    assert "The columns beside the words are not written" in result.err


@case
def one_of_several_embeddings():
    """they are listed, and --part chooses"""
    write("several.json", b'{"embeddings": [{"tensorName": "a", "tensorPath": "sa.tsv"}, {"tensorName": "b", "tensorPath": "sb.tsv"}]}')
    write("sa.tsv", b"1.5\t2\n")
    write("sb.tsv", b"3.5\t4\n5.5\t6\n")
    result = run("info", path("several.json"))
    assert result.status == 1
    assert "has 2 embeddings in it, of which one must be chosen: “a”, “b”; --part NAME chooses one." in result.err, result.err
    assert "words: 2" in run("info", path("several.json"), "--part", "b").lines


@case
def over_itself():
    """a file may be replaced by its own vectors, also while it is mapped"""
    write("self.bin", binary([(b"word%d" % i, (float(i), 0.5)) for i in range(200000)]))
    before = read("self.bin")
    assert run("convert", path("self.bin"), "--output", path("self.bin")).status == 0
    assert read("self.bin") == before


@case
def what_is_meant_must_be_clear():
    """an unclear name, an unknown format and a missing output are refused"""
    for extra, part in (((), "--output is needed"), (("--output", path("x.txt")), "word2vec-text, glove-text"), (("--output", path("x")), "does not tell its format"),
                        (("--output", path("x.bin.gz")), "compressed"), (("--output", path("x"), "--format", "hdf5"), "not “hdf5”"),
                        (("--output", path("x.bin"), "--words", "king", "--words-file", "y"), "both")):
        result = run("convert", small(), *extra)
        assert result.status == 2, extra
        assert part in result.err, result.err
    assert not os.path.exists(path("x"))


@case
def what_cannot_be_written_is_named():
    """the word and its row"""
    write("blank.txt", b"3 2\nking 1 0\nice cream 0 1\nman 1 1\n")
    result = run("convert", path("blank.txt"), "--output", path("blank.bin"))
    assert result.status == 1
    assert "the word of row 1, “ice cream”, has a blank in it" in result.err
    assert not os.path.exists(path("blank.bin"))


@case
def what_cannot_be_written_is_left_out_or_numbered():
    """where it is asked for, with how many and the first; the error names both ways"""
    write("odd.bin", binary([(b"king", (1.0, 0.0)), (b"", (0.0, 1.0)), (b"man", (1.0, 1.0)), (b"a\xffb", (2.0, 2.0))]))
    result = run("convert", path("odd.bin"), "--output", path("odd.vec"))
    assert result.status == 1
    assert "the word of row 1, “(empty)”, is empty; --leave-out writes the file without such words, --row-ids with" in result.err, result.err
    result = run("convert", path("odd.bin"), "--output", path("odd.vec"), "--leave-out")
    assert result.lines == ["format: word2vec-text", "words: 3", "dimensions: 2"], result.out
    assert "1 word was left out with its vector" in result.err, result.err
    assert read("odd.vec") == b"3 2\nking 1 0\nman 1 1\na\xffb 2 2\n"
    result = run("convert", path("odd.bin"), "--output", path("odd.csv"), "--row-ids")
    assert result.lines[1] == "words: 4", result.out
    assert read("odd.csv").endswith(b"\r\n[3],2,2\r\n"), read("odd.csv")
    assert run("convert", path("odd.bin"), "--output", path("odd.vec"), "--row-ids", "--leave-out").status == 2


@case
def a_full_disk():
    """leaves the old file and nothing else"""
    write("old.bin", b"old")

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000))

    result = run("convert", SAMPLE, "--output", path("old.bin"), before=limit)
    assert result.status == 1
    assert "cannot be written" in result.err
    assert read("old.bin") == b"old"
    assert not [name for name in os.listdir(FOLDER.name) if name.startswith(".old")]


@case
def what_is_wrong_with_the_place():
    """is said in a sentence that tells what to do"""
    for place, part in (("/dev/full", "it is no ordinary file, and only such are replaced; choose another name."), (FOLDER.name, "it is a folder; name a file in it."),
                        (path("nowhere/x.csv"), "there is no folder “%s”." % path("nowhere")), (small() + "/x.csv", "there is no folder “%s”." % small())):
        for call in (("convert", small(), "--format", "csv", "--output"), ("layer", "--npy"), ("plot", SAMPLE, "--words", "king queen man", "--output", path("a.svg"), "--coordinates")):
            assert "“%s” cannot be written: %s\n" % (place, part) in fails(1, *call, place).err, place
    for call in (("convert", small()), ("plot", small(), "--words", "king"), ("train", small())):
        assert "--output is needed" in fails(2, *call, "--output", "").err
    assert "The name of the file to write is empty." in fails(1, "layer", "--npy", "").err


if __name__ == "__main__":
    main()
