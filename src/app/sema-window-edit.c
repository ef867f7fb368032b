/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sema-file-chooser.h"
#include "sema-name-dialog.h"
#include "sema-ready-set.h"
#include "sema-toast.h"
#include "sema-word-list.h"

/* Changing what is asked for: words, groups, clusters, vectors, colours. */

/* Those whose vectors are made here are no words of the file, and yet shown. */
static gsize
count_composed (SemaWindow *self, gsize n_new)
{
  const SemaRecipe *recipe = sema_session_get_recipe (self->session);
  gsize             n = 0;

  for (gsize i = recipe->words->len - MIN (n_new, recipe->words->len); i < recipe->words->len; i++)
    {
      const char *word = sema_recipe_get_word (recipe, i);

      n += !sema_edits_knows (self->session, word) && sema_edits_can_show (self->session, word) ? 1 : 0;
    }
  return n;
}

static char *
describe_added (SemaWindow *self, const SemaAdded *counts)
{
  gsize            n_composed = count_composed (self, counts->n_new);
  g_autofree char *added = g_strdup_printf (ngettext ("%zu word added", "%zu words added", counts->n_new), counts->n_new);

  if (counts->n_with_blank > 0)
    /* Translators: what was added, as said by another message, and how many of these words the file has with a blank before them only */
    return g_strdup_printf (ngettext ("%s, %zu with a blank before it", "%s, %zu with a blank before them", counts->n_with_blank), added, counts->n_with_blank);
  if (n_composed == 0)
    return g_steal_pointer (&added);
  /* Translators: what was added, as said by another message, and how many of these words are composed */
  return g_strdup_printf (ngettext ("%s, %zu from its n-grams", "%s, %zu from their n-grams", n_composed), added, n_composed);
}

/* Confirms that words were added, and says how many of them are composed or have a blank before them, and how many the file does not have. */
void
sema_window_tell_added (SemaWindow *self, const SemaAdded *counts)
{
  g_autofree char *added = counts->n_new > 0 ? describe_added (self, counts) : g_strdup (_("No new words"));
  g_autofree char *text = NULL;

  /* Translators: what was added, as said by another message, and how many of the words the file does not have */
  if (counts->n_unknown > 0)
    text = g_strdup_printf (ngettext ("%s, %zu unknown", "%s, %zu unknown", counts->n_unknown), added, counts->n_unknown);
  sema_toast_show (self->content, text != NULL ? text : added, counts->n_new > 0);
}

/* Whether it is several words with commas between them, which the file has; a number such as 1,000 is one. */
static gboolean
is_several (SemaWindow *self, char **parts)
{
  for (; *parts != NULL; parts++)
    if (g_ascii_isdigit (**parts) || !sema_edits_knows (self->session, *parts))
      return FALSE;
  return TRUE;
}

/* What stands between two blanks: a word, perhaps with a comma after it, or several with commas between them. */
static void
split_piece (SemaWindow *self, GStrvBuilder *words, char *piece)
{
  gsize          length = strlen (piece);
  g_auto (GStrv) parts = NULL;

  if (length > 1 && strchr (",;", piece[length - 1]) != NULL && !sema_edits_knows (self->session, piece))
    piece[length - 1] = 0;
  parts = g_strsplit_set (piece, ",;", -1);
  if (!sema_edits_knows (self->session, piece) && is_several (self, parts))
    g_strv_builder_addv (words, (const char **)parts);
  else
    {
      g_autofree char *word = sema_edits_dup_word (self->session, piece);

      g_strv_builder_add (words, word);
    }
}

/* The words of a line. */
static GStrv
split_line (SemaWindow *self, const char *line)
{
  g_auto (GStrv)           pieces = g_strsplit_set (line, " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; pieces[i] != NULL; i++)
    split_piece (self, words, pieces[i]);
  return g_strv_builder_end (words);
}

/* One line is words with blanks between them: those that can be shown are added. More lines are a list. */
static void
add_line (SemaWindow *self, const char *line)
{
  g_auto (GStrv)        fields = split_line (self, line);
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  SemaAdded             counts = {0};

  for (guint i = 0; fields[i] != NULL; i++)
    {
      char *with_blank = sema_edits_dup_with_blank (self->session, fields[i]);

      if (with_blank != NULL)
        g_ptr_array_add (known, with_blank);
      else if (*fields[i] != 0 && sema_edits_can_show (self->session, fields[i]))
        g_ptr_array_add (known, g_strdup (fields[i]));
      else if (*fields[i] != 0)
        counts.n_unknown++;
      counts.n_with_blank += with_blank != NULL;
    }
  g_ptr_array_add (known, NULL);
  counts.n_new = sema_edits_add_words (self->session, (const char *const *)known->pdata);
  sema_window_tell_added (self, &counts);
}

/* Lists have one word a line. A line of several words, as of a text or a table, becomes as many lines. */
static GString *
split_lines (SemaWindow *self, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv)   lines = g_strsplit (copy, "\n", -1);
  GString         *list = g_string_sized_new (length);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strchomp (lines[i]);
      if (!g_str_has_prefix (lines[i], "# ") && !sema_edits_knows (self->session, lines[i]))
        {
          g_auto (GStrv)   words = split_line (self, lines[i]);
          g_autofree char *joined = g_strjoinv ("\n", words);

          g_string_append_printf (list, "%s\n", joined);
        }
      else
        g_string_append_printf (list, "%s\n", lines[i]);
    }
  return list;
}

/* Whether a line that was copied as it is, with the blanks round it, is a word. */
static gboolean
is_known_with_blanks (SemaWindow *self, const char *text, gsize length)
{
  g_autofree char *line = g_strndup (text, length > 0 && text[length - 1] == '\n' ? length - 1 : length);

  return sema_edits_knows (self->session, line);
}

/* Adds words that were typed, pasted or dropped. */
void
sema_window_add_text (SemaWindow *self, const char *text, gsize length)
{
  g_autofree char       *line = g_strstrip (g_strndup (text, length));
  g_autoptr (SemaRecipe) list = sema_recipe_new ();
  g_autoptr (GString)    lines = NULL;
  SemaAdded              counts;

  if (strchr (line, '\n') == NULL && !sema_edits_knows (self->session, line) && !is_known_with_blanks (self, text, length))
    {
      add_line (self, line);
      return;
    }
  lines = split_lines (self, text, length);
  sema_word_list_add_to (lines->str, lines->len, list);
  sema_edits_add_list (self->session, list, _("Add words"), &counts);
  sema_window_tell_added (self, &counts);
}

/* Adds the words of a list in a file. */
void
sema_window_add_list_file (SemaWindow *self, const char *path)
{
  g_autoptr (SemaRecipe) list = sema_recipe_new ();
  g_autoptr (GError)     error = NULL;
  SemaAdded              counts;

  if (!sema_word_list_load (path, list, &error))
    {
      sema_window_tell_error (self, _("The Word List Cannot Be Opened"), error->message);
      return;
    }
  sema_edits_add_list (self->session, list, _("Open word list"), &counts);
  sema_window_tell_added (self, &counts);
}

static void
add_words (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *text = g_variant_get_string (target, NULL);

  sema_window_add_text (data, text, strlen (text));
}

static void
pasted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SemaWindow) self = user_data;
  g_autofree char       *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && sema_session_get_set (self->session) != NULL)
    sema_window_add_text (self, text, strlen (text));
}

static void
paste_words (GSimpleAction *action, GVariant *target, gpointer data)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (data), NULL, pasted, g_object_ref (data));
}

static void
list_chosen (const char *path, gpointer data)
{
  sema_window_add_list_file (data, path);
}

static void
open_list (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_file_chooser_open (data, _("Open Word List"), NULL, list_chosen, data);
}

static void
add_ready_set (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow            *self = data;
  g_autoptr (SemaRecipe) set = sema_recipe_new ();
  g_autoptr (GError)     error = NULL;
  SemaAdded              counts;

  if (!sema_ready_set_add_to (g_variant_get_string (target, NULL), set, &error))
    {
      sema_window_tell_error (self, _("The Words Cannot Be Read"), error->message);
      return;
    }
  sema_edits_add_recipe (self->session, set, _("Add ready-made set"), &counts);
  sema_window_tell_added (self, &counts);
}

static void
remove_selected (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow      *self = data;
  gsize            n = sema_edits_remove_words (self->session, sema_session_get_selected (self->session));
  g_autofree char *text = g_strdup_printf (ngettext ("%zu word removed", "%zu words removed", n), n);

  if (n == 0)
    return;
  sema_session_select (self->session, NULL, NULL);
  sema_toast_show (self->content, text, TRUE);
}

static void
remove_absent (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_edits_remove_absent (SEMA_WINDOW (data)->session);
}

static void
clear (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow *self = data;

  sema_session_select (self->session, NULL, NULL);
  sema_edits_clear (self->session);
  sema_toast_show (self->content, _("All words removed"), TRUE);
}

static void
select_all (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaWindow           *self = data;
  const SemaRecipe     *recipe = sema_session_get_recipe (self->session);
  g_autofree char      *focus = g_strdup (sema_session_get_focus (self->session));
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < recipe->words->len; i++)
    g_ptr_array_add (words, (gpointer)sema_recipe_get_word (recipe, i));
  g_ptr_array_add (words, NULL);
  sema_session_select (self->session, (const char *const *)words->pdata, focus != NULL ? focus : g_ptr_array_index (words, 0));
}

static void
select_none (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_session_select (SEMA_WINDOW (data)->session, NULL, NULL);
}

static void
grouped (const char *name, gpointer data)
{
  SemaSession *session = SEMA_WINDOW (data)->session;

  sema_edits_group_words (session, sema_session_get_selected (session), name);
}

static void
group_selected (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_name_dialog_ask (data, _("New Group"), _("The selected words become a group of this name."), "", FALSE, grouped, data, NULL);
}

static void
move_to_group (GSimpleAction *action, GVariant *target, gpointer data)
{
  SemaSession *session = SEMA_WINDOW (data)->session;
  int          group = g_variant_get_int32 (target);

  if (group >= SEMA_NO_GROUP && group < (int)sema_session_get_recipe (session)->groups->len)
    sema_edits_move_words (session, sema_session_get_selected (session), group);
}

static void
rename_section (GSimpleAction *action, GVariant *target, gpointer data)
{
  sema_words_pane_rename (SEMA_WINDOW (data)->words_pane);
}

static void
titled (const char *title, gpointer data)
{
  sema_edits_set_title (SEMA_WINDOW (data)->session, title);
}

static void
set_title (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *title = sema_session_get_recipe (SEMA_WINDOW (data)->session)->title;

  sema_name_dialog_ask (data, _("Picture Title"), _("It stands above the map and above exported pictures."), title != NULL ? title : "",
                                                      TRUE, titled, data, NULL);
}

static void
change_vectors (GSimpleAction *action, GVariant *state, gpointer data)
{
  gboolean raw = g_str_equal (g_variant_get_string (state, NULL), "raw");

  sema_edits_set_vectors (SEMA_WINDOW (data)->session, raw ? SEMA_VECTORS_RAW : SEMA_VECTORS_UNIT);
}

static void
change_map (GSimpleAction *action, GVariant *state, gpointer data)
{
  sema_edits_set_all_words (SEMA_WINDOW (data)->session, g_str_equal (g_variant_get_string (state, NULL), "all"));
}

static const char *const colourings[] = {"clusters", "groups", "nothing", "column"};

static void
change_colour_by (GSimpleAction *action, GVariant *state, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (colourings); i++)
    if (g_str_equal (g_variant_get_string (state, NULL), colourings[i]))
      sema_edits_set_colour_by (SEMA_WINDOW (data)->session, (SemaColourBy)i, NULL);
}

static void
change_clusters (GSimpleAction *action, GVariant *state, gpointer data)
{
  const char *text = g_variant_get_string (state, NULL);
  gint64      k;

  if (g_str_equal (text, "auto"))
    sema_edits_set_clusters (SEMA_WINDOW (data)->session, SEMA_CLUSTERS_AUTO);
  else if (g_str_equal (text, "none"))
    sema_edits_set_clusters (SEMA_WINDOW (data)->session, SEMA_CLUSTERS_NONE);
  else if (g_ascii_string_to_signed (text, 10, 1, SEMA_CLUSTERS_MAX, &k, NULL))
    sema_edits_set_clusters (SEMA_WINDOW (data)->session, (int)k);
}

static void
recipe_changed (SemaWindow *self)
{
  const SemaRecipe *recipe = sema_session_get_recipe (self->session);
  g_autofree char  *k = g_strdup_printf ("%d", recipe->clusters);

  sema_toast_withdraw ();
  sema_window_set_state (self, "vectors", g_variant_new_string (recipe->vectors == SEMA_VECTORS_RAW ? "raw" : "unit"));
  sema_window_set_state (self, "map", g_variant_new_string (recipe->all_words ? "all" : "chosen"));
  sema_window_set_state (self, "colour-by", g_variant_new_string (colourings[recipe->colour_by]));
  if (recipe->clusters == SEMA_CLUSTERS_AUTO)
    sema_window_set_state (self, "clusters", g_variant_new_string ("auto"));
  else
    sema_window_set_state (self, "clusters", g_variant_new_string (recipe->clusters == SEMA_CLUSTERS_NONE ? "none" : k));
  gtk_widget_set_visible (self->no_words, sema_recipe_is_empty (recipe) && !recipe->all_words);
}

/* Adds the actions that change the recipe or the selection, and lets their states follow the recipe. */
void
sema_window_add_edit_actions (SemaWindow *self)
{
  static const GActionEntry entries[] = {
    {"add-words", add_words, "s"},
    {"paste-words", paste_words},
    {"open-list", open_list},
    {"ready-set", add_ready_set, "s"},
    {"remove-selected", remove_selected},
    {"remove-absent", remove_absent},
    {"clear", clear},
    {"select-all", select_all},
    {"select-none", select_none},
    {"group-selected", group_selected},
    {"move-to-group", move_to_group, "i"},
    {"rename", rename_section},
    {"title", set_title},
    {"vectors", NULL, "s", "'unit'", change_vectors},
    {"map", NULL, "s", "'chosen'", change_map},
    {"colour-by", NULL, "s", "'clusters'", change_colour_by},
    {"clusters", NULL, "s", "'auto'", change_clusters},
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::recipe", G_CALLBACK (recipe_changed), self, G_CONNECT_SWAPPED);
  recipe_changed (self);
}
