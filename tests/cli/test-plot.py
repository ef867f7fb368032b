# SPDX-License-Identifier: GPL-3.0-or-later
"""plot, run as a user runs it."""

import csv
import io
import os
import re
import stat
import struct
import subprocess
import time
import xml.etree.ElementTree
import zlib

from cli import SAMPLE, case, fails, main, ok, path, read, small, write

SMALL = ["--size", "400x300", "--scale", "1"]  # for what is not about the picture
WORDS = "king queen prince princess apple mango grape banana"


def plot(name, *arguments, vectors=SAMPLE, **options):
    result = ok("plot", vectors, *arguments, "--output", path(name), **options)
    assert result.out == ""
    return result


def chunks(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + data)
        yield kind, data
        at += 12 + length


def coordinates(*arguments, vectors=SAMPLE):
    plot("any.png", *arguments, *SMALL, "--coordinates", path("out.csv"), vectors=vectors)
    table = read("out.csv").decode("utf-8")
    assert "\r\n" in table
    return list(csv.DictReader(io.StringIO(table, newline="")))


@case
def png_has_its_size_and_resolution():
    plot("default.png", "--words", WORDS)
    found = dict(chunks(read("default.png")))
    assert struct.unpack(">II", found[b"IHDR"][:8]) == (3200, 2000)
    assert struct.unpack(">IIB", found[b"pHYs"]) == (11811, 11811, 1)
    plot("other.png", "--words", WORDS, "--size", "400x300", "--scale", "1.5", "--dpi", "96")
    found = dict(chunks(read("other.png")))
    assert struct.unpack(">II", found[b"IHDR"][:8]) == (600, 450)
    assert struct.unpack(">IIB", found[b"pHYs"]) == (3780, 3780, 1)


@case
def same_call_gives_same_bytes():
    for ending in ("png", "svg", "pdf"):
        for name in ("one.", "two."):
            plot(name + ending, "--words", WORDS, "--analogy", "man:king:woman", "--title", "Kings & mangos", "--scale", "1")
        assert read("one." + ending) == read("two." + ending), ending
        assert len(read("one." + ending)) > 2000


@case
def svg_is_in_96ths_of_an_inch():
    plot("page.svg", "--words", WORDS, "--size", "960x480")
    root = xml.etree.ElementTree.fromstring(read("page.svg"))
    assert re.sub("px$", "", root.get("width")) == "960" and re.sub("px$", "", root.get("height")) == "480", root.attrib
    assert root.get("viewBox").split()[2:] == ["960", "480"]


@case
def pdf_is_in_96ths_of_an_inch():
    plot("page.pdf", "--words", WORDS, "--size", "960x480")
    data = read("page.pdf")
    assert data[:5] == b"%PDF-" and re.search(rb"/MediaBox \[ ?0 0 720(\.0+)? 360(\.0+)? ?\]", data), data[:800]


@case
def coordinates_are_of_every_word_and_answer():
    rows = coordinates("--words", "king man", "--analogy", "man:king:woman")
    assert list(rows[0]) == ["word", "x", "y", "cluster", "quality", "precision", "recall"]
    assert [row["word"] for row in rows] == ["king", "man", "woman", "queen"]
    assert all(0 <= float(row["quality"]) <= 1 for row in rows)
    assert abs(sum(float(row["x"]) for row in rows)) < 1e-9


@case
def precision_and_recall_are_of_the_plane_of_the_words():
    rows = coordinates("--words", WORDS)
    assert len(rows) >= 3 and all(0 <= float(row["recall"]) <= 1 for row in rows), rows
    assert all(row["precision"] == "" or 0 <= float(row["precision"]) <= 1 for row in rows)
    assert [(row["precision"], row["recall"]) for row in coordinates("--words", "king man")] == [("", "")] * 2
    assert {row["recall"] for row in coordinates("--all", "--words", WORDS)} == {""}


@case
def the_caption_tells_trustworthiness_and_continuity():
    plot("trust.pdf", "--words", WORDS, "--size", "1600x1000")
    said = subprocess.run(["pdftotext", path("trust.pdf"), "-"], stdout=subprocess.PIPE, check=True, timeout=60).stdout.decode()
    assert re.search(r"trustworthiness [01]\.\d\d, continuity [01]\.\d\d", said.replace("\xa0", " ")), said


@case
def clusters_are_numbered_by_first_member():
    rows = coordinates("--words", "apple king mango queen grape prince banana princess", "--clusters", "2")
    assert [row["cluster"] for row in rows] == ["1", "2"] * 4
    rows = coordinates("--words", WORDS, "--clusters", "none")
    assert {row["cluster"] for row in rows} == {""}


@case
def raw_and_unit_differ():
    raw = coordinates("--words", WORDS, "--vectors", "raw")
    unit = coordinates("--words", WORDS)
    assert max(abs(float(row["x"])) for row in raw) > 2 * max(abs(float(row["x"])) for row in unit)


@case
def a_component_without_variance_is_zero():
    vectors = write("line.txt", b"a 1 1\nb 3 1\nc 2 1\n")
    rows = coordinates("--words", "a b c", "--vectors", "raw", vectors=vectors)
    assert {row["y"] for row in rows} == {"0"} and rows[2]["quality"] == "", rows


@case
def csv_quotes_words():
    vectors = write("quotes.txt", b'a,b 1 2\n"q" 2 1\nz 0 1\n')
    rows = coordinates("--words", 'a,b "q" z', vectors=vectors)
    assert [row["word"] for row in rows] == ["a,b", '"q"', "z"]


@case
def coordinates_replace_only_plain_files():
    write("target.csv", b"old")
    os.chmod(path("target.csv"), 0o640)
    os.symlink("target.csv", path("link.csv"))
    plot("any.png", "--words", WORDS, "--coordinates", path("link.csv"))
    assert os.path.islink(path("link.csv")) and read("target.csv").startswith(b"word,x,y")
    assert os.stat(path("target.csv")).st_mode & 0o777 == 0o640
    os.mkfifo(path("pipe.csv"))
    fails(1, "plot", SAMPLE, "--words", WORDS, "--coordinates", path("pipe.csv"), "--output", path("never.png"))
    assert stat.S_ISFIFO(os.stat(path("pipe.csv")).st_mode) and not os.path.exists(path("never.png"))
    said = fails(1, "plot", SAMPLE, "--words", WORDS, "--coordinates", "/no/such/out.csv", "--output", path("never.png")).err
    assert "“/no/such/out.csv”" in said, said


@case
def missing_words_are_named():
    result = plot("some.png", "--words", "king zzqqxx mango", *SMALL)
    assert "zzqqxx" in result.err and result.err.startswith("warning: ")
    assert fails(1, "plot", small(), "--words", "king", "--output", path("never.png")).err != ""


@case
def words_come_from_a_file_too():
    listed = write("list.txt", "king\r\n# Fruit\nmango\n\ngrape\n".encode())
    assert [row["word"] for row in coordinates("--words-file", listed)] == ["king", "mango", "grape"]
    fails(1, "plot", SAMPLE, "--words-file", "/no/such/list", "--output", path("never.png"))


@case
def themes_and_backgrounds_draw():
    seen = set()
    for arguments in ([], ["--theme", "dark"], ["--background", "transparent"], ["--background", "dark"], ["--theme", "dark", "--background", "white"]):
        plot("look.png", "--words", WORDS, "--size", "300x200", "--scale", "1", *arguments)
        seen.add(read("look.png"))
    assert len(seen) >= 3
    plot("look.png", "--words", WORDS, "--background", "transparent", *SMALL)
    assert dict(chunks(read("look.png")))[b"IHDR"][9] == 6  # with alpha


@case
def all_words_are_drawn():
    for ending in (".png", ".svg"):
        plot("all" + ending, "--all", "--words", "king mango", *SMALL)
        plot("again" + ending, "--all", "--words", "king mango", *SMALL)
        assert read("all" + ending) == read("again" + ending)
    plot("alone.png", "--all", *SMALL)
    assert read("alone.png") != read("all.png")
    assert b"<image" in read("all.svg")
    rows = coordinates("--all", "--words", "king mango")
    others = coordinates("--words", "king mango")
    assert [row["word"] for row in rows] == ["king", "mango"] and rows[0]["x"] != others[0]["x"], rows


@case
def wrong_calls_are_usage_errors():
    words = ["plot", SAMPLE, "--words", WORDS]
    fails(2, *words)
    fails(2, "plot", SAMPLE, "--output", path("x.png"))
    for wrong in (
        ["--output", path("x.bmp")],
        ["--output", path("x.png"), "--size", "100"],
        ["--output", path("x.png"), "--size", "0x100"],
        ["--output", path("x.png"), "--scale", "-1"],
        ["--output", path("x.png"), "--dpi", "none"],
        ["--output", path("x.png"), "--clusters", "0"],
        ["--output", path("x.png"), "--clusters", "some"],
        ["--output", path("x.png"), "--vectors", "half"],
        ["--output", path("x.png"), "--theme", "blue"],
        ["--output", path("x.png"), "--background", "blue"],
        ["--output", path("x.png"), "--analogy", "man:king"],
    ):
        fails(2, *words, *wrong)


@case
def what_cannot_be_written_is_told():
    fails(1, "plot", SAMPLE, "--words", WORDS, "--output", "/no/such/folder/x.png")
    fails(1, "plot", SAMPLE, "--words", WORDS, "--size", "40000x40000", "--output", path("huge.png"))


@case
def a_comma_locale_changes_no_number():
    plain = coordinates("--words", WORDS)
    plot("comma.png", "--words", WORDS, *SMALL, "--coordinates", path("comma.csv"), locale="de_DE.UTF-8")
    table = read("comma.csv").decode("utf-8")
    assert list(csv.DictReader(io.StringIO(table, newline=""))) == plain


@case
def words_of_strangers_break_no_file():
    """Controls, overrides of direction, towers of marks, what is not seen, 64 KiB, and what would end a text of XML."""
    odd = [b"x\x07y", b"\x1b[31mred", "\u202egnirts".encode(), "\u2067x".encode(), ("e" + "\u0301" * 5000).encode(), "a\u200bb".encode(),
           "\ufeffhead".encode(), "\ufffe".encode(), b"\xff\xc3", b"w" * 65536, b"]]></svg>", b"&#0;", "الملك".encode()]
    rows = b"".join(b"%s %d %d %d\n" % (word, row % 5 - 2, row % 3, row % 7 - 3) for row, word in enumerate(odd, 1))
    vectors = write("strangers.txt", b"%d 3\n" % len(odd) + rows)
    words = write("strangers.words", b"\n".join(odd) + b"\n")
    start = time.monotonic()
    for ending in "png", "svg", "pdf":
        plot("strangers." + ending, "--words-file", words, "--title", "\u202e\x07title", "--scale", "1", vectors=vectors)
    assert time.monotonic() - start < 60, "the time for three pictures"
    assert [kind for kind, _ in chunks(read("strangers.png"))][-1] == b"IEND"
    svg = read("strangers.svg")
    xml.etree.ElementTree.fromstring(svg)
    pdf = read("strangers.pdf")
    assert pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")
    assert len(svg) < 2000000 and len(pdf) < 500000, (len(svg), len(pdf))


main()
