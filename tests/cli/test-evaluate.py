# SPDX-License-Identifier: GPL-3.0-or-later
"""evaluate and correlate, run as a user runs them."""

import json
import os
import resource

from cli import ROWS, SAMPLE, case, fails, glove, gz, main, ok, path, run, small, write

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "evaluation")
with open(os.path.join(FOLDER, "expected.json"), encoding="utf-8") as file:
    EXPECTED = json.load(file)["sample"]
QUESTIONS = b": royal\nman king woman queen\nMan QUEEN woman king\nman king woman prince\n: gr\xc3\xb6\xc3\x9fe\nking queen man gr\xc3\xb6SSE\n"
PAIRS = b"# people\nking\tqueen\t9\nKing\tMan\t2.5\nking\tmango\t1\nking\tprince\t8\n"


def evaluate(questions, *arguments, vectors=None, **options):
    return json.loads(ok("evaluate", vectors or small(), questions, "--json", *arguments, **options).out)


def correlate(pairs, *arguments, vectors=None, **options):
    return json.loads(ok("correlate", vectors or small(), pairs, "--json", *arguments, **options).out)


def counts(answer):
    return [[section["name"], section["correct"], section["incorrect"], section["skipped"]] for section in answer["sections"]]


@case
def counts_are_those_of_gensim():
    for expected in EXPECTED["analogies"]:
        answer = evaluate(os.path.join(FOLDER, "sample.questions"), "--restrict", str(expected["restrict"]), "--method", expected["method"], vectors=SAMPLE)
        assert counts(answer) == expected["sections"][:-1], (counts(answer), expected)
        _, correct, incorrect, skipped = expected["sections"][-1]
        assert (answer["correct"], answer["incorrect"], answer["skipped"]) == (correct, incorrect, skipped)
        assert answer["accuracy"] == correct / (correct + incorrect)


@case
def nothing_asked_for_is_300000_words_and_3cosadd():
    questions = os.path.join(FOLDER, "sample.questions")
    assert counts(evaluate(questions, vectors=SAMPLE)) == EXPECTED["analogies"][0]["sections"][:-1]
    assert evaluate(questions, "--restrict", "0", vectors=SAMPLE) == evaluate(questions, vectors=SAMPLE)


@case
def correlations_are_those_of_gensim():
    for expected in EXPECTED["pairs"]:
        answer = correlate(os.path.join(FOLDER, "sample.tsv"), "--restrict", str(expected["restrict"]), vectors=SAMPLE)
        pearson, spearman, pairs, missing = expected["correlations"]
        assert abs(answer.pop("pearson") - pearson) < 1e-7 and abs(answer.pop("spearman") - spearman) < 1e-12
        assert answer == {"pairs": pairs, "missing": missing}


@case
def a_table_for_people():
    result = ok("evaluate", small(), write("q.txt", QUESTIONS))
    assert result.err == ""
    assert result.lines == [
        "section                          correct incorrect   skipped  accuracy",
        "royal                                  2         0         1  1.0000",
        "größe                                  0         1         0  0.0000",
        "total                                  2         1         1  0.6667",
    ], result.out


@case
def a_long_name_and_an_empty_one():
    lines = ok("evaluate", small(), write("q.txt", b": " + b"x" * 100 + b"\n: \nman king woman queen\n")).lines
    assert lines[1] == "x" * 100 + "         0         0         0  0.0000", lines
    assert lines[2].split()[-4:] == ["1", "0", "0", "1.0000"]


@case
def correlations_for_people():
    lines = ok("correlate", small(), write("p.tsv", PAIRS)).lines
    assert [line.split(": ")[0] for line in lines] == ["pearson", "spearman", "pairs", "missing"]
    assert lines[1:] == ["spearman: 1.000000", "pairs: 3", "missing: 1"] and 0.9 < float(lines[0].split()[1]) < 1


@case
def what_is_not_defined_is_null():
    one = write("p.tsv", b"king\tqueen\t9\n")
    assert correlate(one) == {"pearson": None, "spearman": None, "pairs": 1, "missing": 0}
    assert ok("correlate", small(), one).lines[0] == "pearson: nan"


@case
def keys_and_their_order():
    out = ok("evaluate", small(), write("q.txt", b": a\"b\xff\nman king woman queen\n"), "--json").out
    assert out == '{"sections":[{"name":"a\\"b\ufffd","correct":1,"incorrect":0,"skipped":0}],"correct":1,"incorrect":0,"skipped":0,"accuracy":1}\n', out


@case
def skipped_alone_is_no_error():
    answer = evaluate(write("q.txt", b": a\nno such words here\n"))
    assert (answer["correct"], answer["incorrect"], answer["skipped"], answer["accuracy"]) == (0, 0, 1, 0)


@case
def capitals_do_not_depend_on_the_locale():
    vectors = write("turkish.txt", glove([(b"i", (1, 0)), (b"j", (1, 1)), (b"k", (0, 1)), ("ı".encode(), (0.5, 1)), (b"l", (-1, 1))]))
    questions = write("q.txt", "I J i K\n".encode() and ": a\nI j K l\nı j k l\n".encode())
    answers = [evaluate(questions, vectors=vectors, locale=locale) for locale in ("C", "C.UTF-8", "tr_TR.UTF-8", "lt_LT.UTF-8", "de_DE.UTF-8")]
    assert all(answer == answers[0] for answer in answers)
    assert answers[0]["skipped"] == 0


@case
def files_of_other_systems():
    expected = evaluate(write("q.txt", QUESTIONS))
    for name, data in (("crlf", QUESTIONS.replace(b"\n", b"\r\n")), ("mark", b"\xef\xbb\xbf" + QUESTIONS), ("end", QUESTIONS[:-1]), ("gz", gz(QUESTIONS)), ("blank", b"\n \r\n" + QUESTIONS)):
        assert evaluate(write(name, data)) == expected, name
    expected = correlate(write("p.tsv", PAIRS))
    for name, data in (("crlf", PAIRS.replace(b"\n", b"\r\n")), ("mac", PAIRS.replace(b"\n", b"\r")), ("mark", b"\xef\xbb\xbf" + PAIRS), ("end", PAIRS[:-1]), ("gz", gz(PAIRS))):
        assert correlate(write(name, data)) == expected, name


@case
def what_is_passed_over_is_said_once():
    said = ok("evaluate", small(), write("q.txt", b"\n" + QUESTIONS + b"one two three\n\n1 2 3 4 5\n"), "--json")
    assert said.err == "warning: 2 lines of “q.txt” have not four words, the first of them line 8; they were passed over.\n", said.err
    said = ok("correlate", small(), write("p.tsv", PAIRS + b"king queen 5\n"), "--json")
    assert said.err == "warning: Line 6 of “p.tsv” is not two words and a number with tabs between them; it was passed over.\n", said.err
    said = ok("evaluate", small(), write("cut.gz", gz(QUESTIONS)[:-4]), "--json")
    assert said.err.startswith("warning: The compressed file ends early"), said.err


@case
def what_is_no_file_of_questions_is_refused():
    assert fails(1, "evaluate", small(), "/no/such/file").err == "semascope-cli: There is no file “file”.\n"
    assert "is a folder; an ordinary file is needed." in fails(1, "evaluate", small(), "/tmp").err
    assert "is a device" in fails(1, "correlate", small(), "/dev/zero").err
    for data in (b"", b"\n\n", b": a\n: b", b": a\nthree words only\n", b":a\n"):
        assert "“q.txt”" in fails(1, "evaluate", small(), write("q.txt", data)).err
    assert "Line 3 of “q.txt” comes before the first section" in fails(1, "evaluate", small(), write("q.txt", b"\n\nman king woman queen\n: a\n")).err
    assert "Line 1 of" in fails(1, "evaluate", small(), SAMPLE).err
    for data in (b"", b"# a\tb\t1\n", b"a b 1\n", b"a\tb\t1,5\n"):
        assert "has no pair" in fails(1, "correlate", small(), write("p.tsv", data)).err
    assert "has no pair" in fails(1, "correlate", small(), SAMPLE).err
    assert "both words of no pair" in fails(1, "correlate", small(), write("p.tsv", b"a\tb\t1\n")).err


@case
def strangers():
    """NUL, no UTF-8, lines without an end: a sentence or an answer, and soon."""
    long = b"y" * (100 << 20)
    answer = evaluate(write("q.txt", QUESTIONS + long + b" a b c\nman king woman queen\n" + long))
    assert answer["correct"] == 3 and answer["skipped"] == 1
    answer = evaluate(write("q.txt", QUESTIONS + b"k\0ng king woman queen\nking \xff\xfe queen man\n\xc3 \x80 \xf5 \xed\xa0\x80\n"))
    assert answer["correct"] == 2 and answer["skipped"] == 4
    fails(1, "evaluate", small(), write("q.txt", b"\0" * (100 << 20)))
    fails(1, "correlate", small(), write("p.tsv", b"\t" * (100 << 20)))
    answer = correlate(write("p.tsv", PAIRS + b"k\0\tking\t1\n\xff\tking\t2\n\t\t3\n" + long + b"\tking\t4\n" + long))
    assert answer["pairs"] == 3 and answer["missing"] == 4
    os.remove(path("q.txt"))
    os.remove(path("p.tsv"))


def with_little_memory():
    resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))


@case
def questions_take_no_memory():
    if run("--version", before=with_little_memory).status != 0:
        return  # the sanitizers map more than that before they begin
    questions = write("q.txt", b": a\n" + b"man king woman queen\n" * 3000000)
    assert evaluate(questions, before=with_little_memory)["correct"] == 3000000
    os.remove(questions)


@case
def latin1_words_are_found_as_bytes():
    vectors = write("latin.txt", glove([(b"man", (1, 0)), (b"k\xf6nig", (2, 1)), (b"frau", (0, 1)), (b"k\xf6nigin", (1, 2))]))
    assert evaluate(write("q.txt", b": a\nMan K\xf6nig Frau K\xf6nigin\n"), vectors=vectors)["correct"] == 1


@case
def only_the_first_words():
    questions = write("q.txt", QUESTIONS)
    assert counts(evaluate(questions, "--restrict", "4")) == [["royal", 2, 0, 1], ["größe", 0, 0, 1]]
    assert counts(evaluate(questions, "--first", "4")) == counts(evaluate(questions, "--restrict", "4"))
    assert counts(evaluate(questions, "--restrict", "3")) == [["royal", 0, 0, 3], ["größe", 0, 0, 1]]
    assert correlate(write("p.tsv", PAIRS), "--restrict", "3")["missing"] == 2


@case
def wrong_calls():
    questions = write("q.txt", QUESTIONS)
    for command in ("evaluate", "correlate"):
        assert "something is missing in the call: semascope-cli %s FILE" % command in fails(2, command, small()).err
        fails(2, command, small(), questions, "more")
        assert "--restrict takes a number from 0 on, not -1." in fails(2, command, small(), questions, "--restrict", "-1").err
        fails(2, command, small(), questions, "--restrict", "many")
        fails(1, command, "/no/such/file", questions)
        assert "Example:" in ok(command, "--help").out
    assert "--method takes add or mul, not “div”." in fails(2, "evaluate", small(), questions, "--method", "div").err
    fails(2, "correlate", small(), questions, "--method", "add")


@case
def no_answer_is_left():
    """Rows of one word, which is the question's."""
    vectors = write("same.txt", glove([ROWS[0]] * 50))
    for method in ("add", "mul"):
        answer = evaluate(write("q.txt", b": a\nking king king king\n"), "--method", method, vectors=vectors)
        assert (answer["correct"], answer["incorrect"]) == (0, 1)


main()
