/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-shortcuts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Every key of the program is here and nowhere else: what it does, and what the window of shortcuts says of it. */

/**
 * Place:
 * @ANYWHERE: works wherever the keyboard is
 * @OUTSIDE_ENTRIES: an entry that has the keyboard takes it for its text
 * @ON_THE_MAP: the map's own, or that of another place, named here for the window of shortcuts
 */
typedef enum {
  ANYWHERE,
  OUTSIDE_ENTRIES,
  ON_THE_MAP,
} Place;

typedef struct
{
  const char *section; /* NULL: as the one before */
  const char *title;
  const char *action;
  const char *keys; /* accelerators, a blank between two */
  Place       place;
} Shortcut;

/* The formatter makes stairs of rows that hold N_ (). */
/* clang-format off */
static const Shortcut shortcuts[] = {
  {N_ ("Files"), N_ ("Open word vectors"), "win.open", "<Control>o", ANYWHERE},
  {NULL, N_ ("Open word list"), "win.open-list", "<Control><Shift>o", ANYWHERE},
  {NULL, N_ ("Save word list"), "win.save-list", "<Control>s", ANYWHERE},
  {NULL, N_ ("Save session"), "win.save-session", "<Control><Shift>s", ANYWHERE},
  {NULL, N_ ("Export picture"), "win.export", "<Control><Shift>e", ANYWHERE},
  {NULL, N_ ("Copy picture"), "win.copy-picture", "<Control><Shift>c", ANYWHERE},
  {N_ ("Words"), N_ ("Add words"), "win.focus-add", "<Control>l", ANYWHERE},
  {NULL, N_ ("Paste words"), "win.paste-words", "<Control>v", OUTSIDE_ENTRIES},
  {NULL, N_ ("Remove selected words"), "win.remove-selected", "Delete", OUTSIDE_ENTRIES},
  {NULL, N_ ("Select all words"), "win.select-all", "<Control>a", OUTSIDE_ENTRIES},
  {NULL, N_ ("Select nothing"), "win.select-none", "<Control><Shift>a", OUTSIDE_ENTRIES},
  {NULL, N_ ("Make a group of the selected words"), "win.group-selected", "<Control>g", ANYWHERE},
  {NULL, N_ ("Rename cluster or group"), "win.rename", "F2", ANYWHERE},
  {NULL, N_ ("Ask for an analogy"), "win.analogy", "<Control>k", ANYWHERE},
  {NULL, N_ ("Ask for the nearest words"), "win.ask", "<Control>f", ANYWHERE},
  {NULL, N_ ("Undo"), "win.undo", "<Control>z", OUTSIDE_ENTRIES},
  {NULL, N_ ("Redo"), "win.redo", "<Control><Shift>z <Control>y", OUTSIDE_ENTRIES},
  {N_ ("Places"), N_ ("Map"), "win.place::map", "<Alt>1", ANYWHERE},
  {NULL, N_ ("Compare"), "win.place::compare", "<Alt>2", ANYWHERE},
  {NULL, N_ ("Questions"), "win.place::questions", "<Alt>3", ANYWHERE},
  {NULL, N_ ("Layer"), "win.place::layer", "<Alt>4", ANYWHERE},
  {NULL, N_ ("Copy the list of pairs"), NULL, "<Control>c", ON_THE_MAP},
  {N_ ("Map"), N_ ("Zoom in"), "win.zoom-in", "<Alt>plus <Alt>equal <Alt>KP_Add", ANYWHERE},
  {NULL, N_ ("Zoom out"), "win.zoom-out", "<Alt>minus <Alt>KP_Subtract", ANYWHERE},
  {NULL, N_ ("Fit all words"), "win.zoom-fit", "<Alt>0 <Alt>KP_0", ANYWHERE},
  {NULL, N_ ("Larger text"), "win.text-larger", "<Control>plus <Control>equal <Control>KP_Add", ANYWHERE},
  {NULL, N_ ("Smaller text"), "win.text-smaller", "<Control>minus <Control>KP_Subtract", ANYWHERE},
  {NULL, N_ ("Normal text"), "win.text-normal", "<Control>0 <Control>KP_0", ANYWHERE},
  {NULL, N_ ("Presenter’s view"), "win.presenter", "F11", ANYWHERE},
  {NULL, N_ ("Cancel the map of all words"), "win.cancel-map", "Escape", OUTSIDE_ENTRIES},
  {NULL, N_ ("Leave the presenter’s view"), "win.leave-presenter", "Escape", OUTSIDE_ENTRIES},
  {NULL, N_ ("Go to another word"), NULL, "Left Right Up Down", ON_THE_MAP},
  {NULL, N_ ("Pan"), NULL, "<Control>Left...Down", ON_THE_MAP},
  {N_ ("Window"), N_ ("Words"), "win.show-words", "F9", ANYWHERE},
  {NULL, N_ ("Details"), "win.show-details", "<Shift>F9", ANYWHERE},
  {NULL, N_ ("Main menu"), NULL, "F10", ON_THE_MAP},
  {NULL, N_ ("Test the vectors with a file"), "win.evaluate", "<Control>t", ANYWHERE},
  {NULL, N_ ("Diagnose the vectors"), "win.diagnose", "<Control>d", ANYWHERE},
  {NULL, N_ ("Compare with another file"), "win.compare-files", "<Control><Shift>d", ANYWHERE},
  {NULL, N_ ("Learn vectors from a text"), "win.learn", "<Control><Shift>l", ANYWHERE},
  {NULL, N_ ("Preferences"), "app.preferences", "<Control>comma", ANYWHERE},
  {NULL, N_ ("Help"), "app.help", "F1", ANYWHERE},
  {NULL, N_ ("Keyboard shortcuts"), "win.shortcuts", "<Control>question", ANYWHERE},
  {NULL, N_ ("Close window"), "window.close", "<Control>w", ANYWHERE},
  {NULL, N_ ("Quit"), "app.quit", "<Control>q", ANYWHERE},
};
/* clang-format on */

/**
 * sema_shortcuts_install:
 * @application: gets the keys that work wherever the keyboard is
 */
void
sema_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

      if (shortcuts[i].place == ANYWHERE)
        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *)keys);
    }
}

/**
 * sema_shortcuts_add_to:
 * @window: gets the keys that an entry may take first
 */
void
sema_shortcuts_add_to (GtkWidget *window)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

      if (shortcuts[i].place != OUTSIDE_ENTRIES)
        continue;
      for (guint k = 0; keys[k] != NULL; k++)
        gtk_shortcut_controller_add_shortcut (controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[k]),
                                                                            gtk_named_action_new (shortcuts[i].action)));
    }
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (controller));
}

static void
open_group (GString *xml, const char *title)
{
  g_autofree char *text = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", title);

  g_string_append (xml, text);
}

/* Of several keys for a command the first is enough to know; the map's are one for each direction. */
static char *
choose_keys (const Shortcut *shortcut)
{
  const char *blank = strchr (shortcut->keys, ' ');

  if (blank == NULL || shortcut->place == ON_THE_MAP)
    return g_strdup (shortcut->keys);
  return g_strndup (shortcut->keys, (gsize)(blank - shortcut->keys));
}

static void
append_shortcut (GString *xml, const Shortcut *shortcut)
{
  g_autofree char *keys = choose_keys (shortcut);
  g_autofree char *text = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
                                                   "<property name='accelerator'>%s</property></object></child>",
                                                   _(shortcut->title), keys);

  g_string_append (xml, text);
}

static void
append_groups (GString *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].section != NULL && i > 0)
        g_string_append (xml, "</object></child>");
      if (shortcuts[i].section != NULL)
        open_group (xml, _(shortcuts[i].section));
      append_shortcut (xml, &shortcuts[i]);
    }
  g_string_append (xml, "</object></child>");
}

/**
 * sema_shortcuts_make_window:
 *
 * GTK fills such a window from XML only, so the table is written as that.
 *
 * Returns: (transfer none): the window that lists all keys, owned by GTK
 */
GtkWindow *
sema_shortcuts_make_window (void)
{
  g_autoptr (GString)    xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'><property name='modal'>1</property>"
                                                "<child><object class='GtkShortcutsSection'><property name='section-name'>keys</property>"
                                                "<property name='max-height'>14</property>");
  g_autoptr (GtkBuilder) builder = NULL;

  append_groups (xml);
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, (gssize)xml->len);
  return GTK_WINDOW (gtk_builder_get_object (builder, "window"));
}
