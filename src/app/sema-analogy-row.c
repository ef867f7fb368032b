/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-analogy-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "sema-edits.h"
#include "sema-number.h"
#include "sema-word.h"

struct _SemaAnalogyRow
{
  GtkListBoxRow parent_instance;

  SemaSession *session;
  gsize        index;
  GtkLabel    *text_label;
};

G_DEFINE_FINAL_TYPE (SemaAnalogyRow, sema_analogy_row, GTK_TYPE_LIST_BOX_ROW)

static void
remove_analogy (SemaAnalogyRow *self)
{
  sema_edits_remove_analogy (self->session, self->index);
}

static void
sema_analogy_row_dispose (GObject *object)
{
  g_clear_object (&SEMA_ANALOGY_ROW (object)->session);
  G_OBJECT_CLASS (sema_analogy_row_parent_class)->dispose (object);
}

static void
sema_analogy_row_class_init (SemaAnalogyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_analogy_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-analogy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaAnalogyRow, text_label);
  gtk_widget_class_bind_template_callback (widget_class, remove_analogy);
}

static void
sema_analogy_row_init (SemaAnalogyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_label (const char *word)
{
  return sema_word_to_label (word, strlen (word));
}

static char *
describe_question (const SemaRecipeAnalogy *question)
{
  g_autofree char *a = dup_label (question->a);
  g_autofree char *b = dup_label (question->b);
  g_autofree char *c = dup_label (question->c);

  return g_strdup_printf ("%s − %s + %s", b, a, c);
}

/* The best answer, and by how much the target misses it. */
static char *
describe_answer (SemaSet *set, const SemaProjectionAnalogy *analogy)
{
  const SemaNeighbour *best;
  char                 score[SEMA_NUMBER_SIZE];
  char                 miss[SEMA_NUMBER_SIZE];
  g_autofree char     *label = NULL;

  if (analogy->problem != NULL || analogy->answers->len == 0)
    return g_strdup (analogy->problem != NULL ? analogy->problem : _("no answer"));
  best = &g_array_index (analogy->answers, SemaNeighbour, 0);
  label = sema_vocab_dup_label (sema_set_get_vocab (set), best->row);
  sema_number_print_fixed (best->score, 2, score);
  if (isnan (analogy->miss))
    return g_strdup_printf ("%s %s", label, score);
  /* Translators: the answer, its cosine similarity, and the distance between the computed target and the answer */
  return g_strdup_printf (_("%s %s; the target misses it by %s"), label, score, sema_number_print_fixed (analogy->miss, 2, miss));
}

/**
 * sema_analogy_row_new:
 * @session: a session
 * @index: of an analogy in its recipe
 *
 * Returns: (transfer floating): a row that says what is asked and answered, and takes the analogy off the map
 */
GtkWidget *
sema_analogy_row_new (SemaSession *session, gsize index)
{
  SemaAnalogyRow  *self = g_object_new (SEMA_TYPE_ANALOGY_ROW, NULL);
  SemaProjection  *projection = sema_session_get_projection (session);
  g_autofree char *question = describe_question (&g_array_index (sema_session_get_recipe (session)->analogies, SemaRecipeAnalogy, index));
  g_autofree char *answer = NULL;
  g_autofree char *text = NULL;

  self->session = g_object_ref (session);
  self->index = index;
  if (projection != NULL && index < sema_projection_get_n_analogies (projection))
    answer = describe_answer (sema_projection_get_set (projection), sema_projection_get_analogy (projection, index));
  text = answer != NULL ? g_strdup_printf ("%s = %s", question, answer) : g_strdup (question);
  gtk_label_set_text (self->text_label, text);
  return GTK_WIDGET (self);
}
