# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in German: nothing is left in English, and the longer words need no larger window."""

import gettext
import os
import sys

import german

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "ui"))
from cases import case, main  # noqa: E402
from window import wait, xdotool  # noqa: E402

SMALLEST = 620  # pixels; what a window of the English words needs is little less
ELLIPSIS = "\u00a0…"


def read_catalogue():
    """English to German where they differ, as they stand in the window."""
    with open(os.path.join(os.environ["SEMASCOPE_LOCALE_DIR"], "de", "LC_MESSAGES", "semascope.mo"), "rb") as file:
        entries = gettext.GNUTranslations(file)._catalog
    pairs = ((english.replace("_", ""), text.replace("_", "")) for english, text in entries.items() if isinstance(english, str))
    return {english: text for english, text in pairs if english and english != text}


CATALOGUE = read_catalogue()
GERMAN = set(CATALOGUE.values())


def read_all(user):
    """All that is written, said or explained in the windows there are."""
    return {text for node in user.look().walk() for text in (node.name, node.description) if text}


def check(user, *expected):
    """Waits for these texts, then finds none in English."""
    wait(lambda: set(expected) <= read_all(user), expected)
    said = read_all(user)
    left = sorted(said & set(CATALOGUE))
    assert not left, left
    return said & GERMAN


@case("--demo", language=german.LOCALE)
def the_window_is_german(user):
    found = check(user, "Wörter zeigen", "Analogie", "Farben nach", "Normiert", "Karte mit 26 Wörtern", "Rückgängig: Vorführung zeigen")
    assert len(found) > 40, sorted(found)
    user.says("30\u202f098 Wörter × 100")
    user.click(user.find("label", "princess"))
    user.says("Länge 6.02")
    check(user, "Nächste Wörter", "„duchess“ zur Karte hinzufügen")
    user.press("Schließen")
    user.ended()


@case(language=german.LOCALE)
def the_empty_window_is_german(user):
    check(user, "Sehen, was Wörter einander bedeuten", "Vektoren öffnen" + ELLIPSIS, "Beispiel mit Vorführung öffnen")
    user.press("Schließen")
    user.ended()


@case("--demo", language=german.LOCALE)
def the_other_windows_are_german(user):
    user.find("image", "Karte mit 26 Wörtern")
    user.keys("ctrl+shift+e")
    check(user, "Bild exportieren", "Hintergrund", "Legende zeigen", "1920 × 1080 Pixel, 144 Punkte pro Zoll")
    user.press("Abbrechen", within="Bild exportieren")
    user.gone("window", "Bild exportieren")
    user.keys("F1")
    check(user, "Hilfe", "Wörter wählen", "Cluster und Gruppen")
    user.press("Schließen", within="Hilfe")
    user.gone("window", "Hilfe")
    user.keys("ctrl+question")
    check(user, "Vortragsansicht verlassen", "Ausgewählte Wörter zur Gruppe machen")
    user.press("Schließen", within="GtkShortcutsWindow")  # which has no better name
    user.gone("label", "Vortragsansicht verlassen")
    user.press("Schließen")
    user.ended()


@case("--demo", language=german.LOCALE)
def the_window_can_be_small(user):
    user.find("image", "Karte mit 26 Wörtern")
    _, _, window = user.place()
    xdotool("windowsize", window, 300, 400)
    frame = user.find("window", "Semascope")
    wait(lambda: frame.extents()[2] <= SMALLEST, "a window of at most %d pixels" % SMALLEST)
    user.press("Schließen")
    user.ended()


main()
