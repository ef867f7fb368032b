# SPDX-License-Identifier: GPL-3.0-or-later
"""semascope-cli speaks German to people; what programs read is the same in every language."""

import json
import os
import re
import subprocess
import sys

import german

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli"))
from cli import ROWS, SAMPLE, case, fails, glove, main, ok, path, read, small, write  # noqa: E402

WORDS = "king queen man woman mango größe"


def both(*arguments):
    """What is printed in German and in English."""
    return [ok(*arguments, locale=locale).out for locale in (german.LOCALE, "C.UTF-8")]


@case
def an_error_is_a_german_sentence():
    result = fails(1, "info", path("nix.txt"), locale=german.LOCALE)
    assert result.err == "semascope-cli: Es gibt keine Datei „nix.txt“.\n", result.err


@case
def a_wrong_call_is_a_german_sentence():
    result = fails(2, "similar", locale=german.LOCALE)
    assert result.err.startswith("semascope-cli: im Aufruf fehlt etwas: semascope-cli similar FILE") and "Hilfe gibt" in result.err, result.err


@case
def a_warning_with_a_number_is_german():
    file = write("short.txt", b"9 3\n" + glove(ROWS))
    result = ok("info", file, locale=german.LOCALE)
    assert result.err == "warning: Zeile 1 verspricht 9 Wörter; die Datei hat 6 vollständige.\n", result.err
    file = write("shorter.txt", b"9 3\n" + glove(ROWS[:1]))
    result = ok("info", file, locale=german.LOCALE)
    assert result.err == "warning: Zeile 1 verspricht 9 Wörter; die Datei hat 1 vollständiges.\n", result.err


@case
def the_help_is_german():
    for arguments in (["--help"], ["plot", "--help"], ["evaluate", "--help"], ["correlate", "--help"], ["similar", "--help"]):
        out, english = both(*arguments)
        assert out.startswith("Aufruf: semascope-cli"), out
        assert len(out.splitlines()) == len(english.splitlines())
    assert "\nOptionen:\n" in out and "\nBeispiel:\n" in out, out


@case
def numbers_of_the_sample_keep_their_points():
    assert re.search(r"^queen\t0\.75\d{4}$", ok("similar", SAMPLE, "king", locale=german.LOCALE).out, re.MULTILINE)


@case
def what_programs_read_is_the_same():
    file = small()
    questions, pairs = write("q.txt", b": a\nman king woman queen\n"), write("p.tsv", b"king\tqueen\t9\nman\tmango\t0\nking\tman\t1\n")
    for arguments in (["evaluate", file, questions], ["evaluate", file, questions, "--json"], ["correlate", file, pairs], ["correlate", file, pairs, "--json"],
                      ["info", file], ["info", file, "--json"], ["vector", file, "größe"], ["vector", file, "größe", "--json"],
                      ["similar", file, "king", "--minus", "man"], ["similar", file, "king", "--json"],
                      ["compare", file, "king", "man"], ["compare", file, "king", "man", "--csv"], ["odd", file, "king", "man", "mango"]):
        out, english = both(*arguments)
        assert out and out == english, (arguments, out, english)


@case
def json_holds_warnings_in_the_language_of_the_user():
    out, english = map(json.loads, both("info", write("short.txt", b"9 3\n" + glove(ROWS)), "--json"))
    assert out.keys() == english.keys() and len(out["warnings"]) == len(english["warnings"]) == 1
    assert out.pop("warnings") != english.pop("warnings") and out == english


@case
def coordinates_are_the_same():
    for locale, name in ((german.LOCALE, "de.csv"), ("C.UTF-8", "en.csv")):
        ok("plot", small(), "--words", WORDS, "--coordinates", path(name), "--output", path("plot.png"), locale=locale)
    assert read("de.csv") == read("en.csv")
    assert all(re.fullmatch(r"[^,]+,-?[0-9.e-]+,-?[0-9.e-]+,\d+(,[0-9.e-]*){3}", line) for line in read("de.csv").decode().splitlines()[1:])


@case
def a_picture_is_german_with_points_in_its_numbers():
    ok("plot", small(), "--words", WORDS, "--analogy", "man:king:woman", "--output", path("plot.pdf"), locale=german.LOCALE)
    text = subprocess.run(["pdftotext", path("plot.pdf"), "-"], stdout=subprocess.PIPE, check=True, timeout=60).stdout.decode()
    text = text.replace("\u00a0", " ")
    assert "6 Wörter" in text and "der Varianz" in text and "normierte Vektoren" in text, text
    assert re.search(r"\d\.\d", text) and not re.search(r"\d,\d", text), text


main()
