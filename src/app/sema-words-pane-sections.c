/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-words-pane-private.h"

#include <glib/gi18n-lib.h>

#include "sema-edits.h"
#include "sema-name-dialog.h"
#include "sema-toast.h"

/* What the menu of a section does. Targets are numbers of sections; a section that is gone does nothing. */

typedef struct
{
  SemaWordsPane *pane;
  char          *group;  /* NULL for a cluster */
  char          *anchor; /* NULL for a group */
  char         **words;
} Renaming;

static void
renaming_free (gpointer data)
{
  Renaming *renaming = data;

  g_object_unref (renaming->pane);
  g_free (renaming->group);
  g_free (renaming->anchor);
  g_strfreev (renaming->words);
  g_free (renaming);
}

static void
renamed (const char *name, gpointer data)
{
  Renaming *renaming = data;

  if (renaming->anchor != NULL)
    sema_edits_rename_cluster (renaming->pane->session, (const char *const *)renaming->words, renaming->anchor, name);
  else if (!sema_edits_rename_group (renaming->pane->session, renaming->group, name))
    sema_toast_show (GTK_WIDGET (renaming->pane), _("Another group has this name."), FALSE);
}

/* Asks for a new name of the section. */
void
sema_words_pane_rename_section (SemaWordsPane *self, guint section)
{
  SemaWordRow    *row = sema_word_rows_find_section (self->rows, section);
  SemaProjection *projection = sema_session_get_projection (self->session);
  gboolean        cluster = row != NULL && sema_word_row_get_kind (row) == SEMA_SECTION_CLUSTER;
  Renaming       *renaming;

  if (row == NULL || sema_word_row_get_kind (row) > SEMA_SECTION_GROUP)
    return;
  renaming = g_new0 (Renaming, 1);
  renaming->pane = g_object_ref (self);
  renaming->words = sema_word_rows_dup_words_of (self->rows, section);
  if (cluster)
    renaming->anchor = g_strdup (sema_projection_get_cluster_anchor (projection, section));
  else
    renaming->group = g_strdup (sema_word_row_get_label (row));
  sema_name_dialog_ask (GTK_WIDGET (self), cluster ? _("Rename Cluster") : _("Rename Group"), cluster ? _("Without a name the cluster is called after the word nearest its centre.") : NULL, sema_word_row_get_label (row), cluster, renamed, renaming, renaming_free);
}

static void
rename_section (GtkWidget *widget, const char *name, GVariant *target)
{
  sema_words_pane_rename_section (SEMA_WORDS_PANE (widget), g_variant_get_uint32 (target));
}

static void
select_section (GtkWidget *widget, const char *name, GVariant *target)
{
  SemaWordsPane *self = SEMA_WORDS_PANE (widget);
  g_auto (GStrv) words = sema_word_rows_dup_words_of (self->rows, g_variant_get_uint32 (target));

  sema_session_select (self->session, (const char *const *)words, words[0]);
}

static void
remove_section (GtkWidget *widget, const char *name, GVariant *target)
{
  SemaWordsPane   *self = SEMA_WORDS_PANE (widget);
  g_auto (GStrv)   words = sema_word_rows_dup_words_of (self->rows, g_variant_get_uint32 (target));
  gsize            n = sema_edits_remove_words (self->session, (const char *const *)words);
  g_autofree char *text = g_strdup_printf (ngettext ("%zu word removed", "%zu words removed", n), n);

  sema_toast_show (widget, text, TRUE);
}

static void
ungroup_section (GtkWidget *widget, const char *name, GVariant *target)
{
  SemaWordsPane *self = SEMA_WORDS_PANE (widget);
  SemaWordRow   *row = sema_word_rows_find_section (self->rows, g_variant_get_uint32 (target));

  if (row != NULL && sema_word_row_get_kind (row) == SEMA_SECTION_GROUP)
    sema_edits_remove_group (self->session, sema_word_row_get_label (row));
}

static void
group_section (GtkWidget *widget, const char *name, GVariant *target)
{
  SemaWordsPane *self = SEMA_WORDS_PANE (widget);
  guint          section = g_variant_get_uint32 (target);
  SemaWordRow   *row = sema_word_rows_find_section (self->rows, section);
  g_auto (GStrv) words = sema_word_rows_dup_words_of (self->rows, section);

  if (row != NULL)
    sema_edits_group_words (self->session, (const char *const *)words, sema_word_row_get_label (row));
}

/* Adds the actions of a section's menu to the pane. */
void
sema_words_pane_install_section_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "words.rename-section", "u", rename_section);
  gtk_widget_class_install_action (widget_class, "words.select-section", "u", select_section);
  gtk_widget_class_install_action (widget_class, "words.remove-section", "u", remove_section);
  gtk_widget_class_install_action (widget_class, "words.ungroup-section", "u", ungroup_section);
  gtk_widget_class_install_action (widget_class, "words.group-section", "u", group_section);
}

static void
append (GMenu *menu, const char *label, const char *action, SemaWordRow *row)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", sema_word_row_get_section (row));
  g_menu_append_item (menu, item);
}

/**
 * sema_words_pane_make_section_menu:
 * @row: a heading
 *
 * Returns: (transfer full): its menu
 */
GMenuModel *
sema_words_pane_make_section_menu (SemaWordRow *row)
{
  GMenu          *menu = g_menu_new ();
  SemaSectionKind kind = sema_word_row_get_kind (row);

  if (kind == SEMA_SECTION_CLUSTER || kind == SEMA_SECTION_GROUP)
    append (menu, _("_Rename…"), "words.rename-section", row);
  append (menu, _("_Select Words"), "words.select-section", row);
  if (kind == SEMA_SECTION_CLUSTER)
    append (menu, _("Make a _Group"), "words.group-section", row);
  if (kind == SEMA_SECTION_GROUP)
    append (menu, _("_Ungroup"), "words.ungroup-section", row);
  append (menu, _("Remove _Words"), "words.remove-section", row);
  return G_MENU_MODEL (menu);
}
