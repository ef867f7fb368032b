/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-tokens-pane.h"

#include <glib/gi18n-lib.h>

#include "sema-file-chooser.h"
#include "sema-tensors.h"
#include "sema-text-cut.h"
#include "sema-toast.h"
#include "sema-tokenizer-beside.h"

/**
 * SemaTokensPane:
 *
 * A text, and the pieces with their ids that a tokenizer makes of it: the words of the open vectors, the tokenizer beside the open model, or
 * one that is chosen.
 */
struct _SemaTokensPane
{
  AdwBin parent_instance;

  SemaTokenizer *tokenizer;
  GCancellable  *opening; /* another one's tokenizer is stale */
  SemaTextCut    cut;
  char          *ids; /* of the last text that could be cut */

  GtkEditable *text;
  GtkButton   *tokenizer_button;
  GtkLabel    *pieces;
  GtkWidget   *pieces_window;
};

static guint ids_signal;
static guint tokenizer_signal;

G_DEFINE_FINAL_TYPE (SemaTokensPane, sema_tokens_pane, ADW_TYPE_BIN)

static void
show (SemaTokensPane *self)
{
  const char        *text = gtk_editable_get_text (self->text);
  g_autoptr (GError) error = NULL;

  sema_text_cut_clear (&self->cut);
  gtk_widget_set_visible (self->pieces_window, *text != 0);
  if (*text == 0)
    return;
  if (self->tokenizer == NULL)
    gtk_label_set_text (self->pieces, _("Choose a tokenizer: vocab.json with merges.txt, tokenizer.json, vocab.txt, a .tiktoken file or a GGUF model."));
  else if (!sema_text_cut_make (&self->cut, self->tokenizer, text, &error))
    gtk_label_set_text (self->pieces, error->message);
  else
    {
      gtk_label_set_markup (self->pieces, self->cut.markup);
      g_free (self->ids);
      self->ids = g_strdup (self->cut.ids);
      g_signal_emit (self, ids_signal, 0);
    }
}

/* The bytes of the piece under the pointer. */
static gboolean
tell_piece (SemaTokensPane *self, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  int              left, top, seen, trailing;

  gtk_label_get_layout_offsets (self->pieces, &left, &top);
  if (is_keyboard || !pango_layout_xy_to_index (gtk_label_get_layout (self->pieces), (x - left) * PANGO_SCALE, (y - top) * PANGO_SCALE, &seen, &trailing))
    return FALSE;
  text = sema_text_cut_describe (&self->cut, (gsize)seen);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
take_tokenizer (SemaTokensPane *self, SemaTokenizer *tokenizer, const char *name)
{
  g_clear_pointer (&self->tokenizer, sema_tokenizer_unref);
  self->tokenizer = tokenizer;
  gtk_button_set_label (self->tokenizer_button, name);
  show (self);
}

typedef struct
{
  char    *path;
  gboolean is_beside; /* it is that of a model, beside which a tokenizer may lie */
  gboolean is_asked;  /* somebody chose it just now */
  char    *name;
} OpenJob;

static void
open_job_free (gpointer data)
{
  OpenJob *job = data;

  g_free (job->path);
  g_free (job->name);
  g_free (job);
}

static SemaTokenizer *
open_chosen (OpenJob *job, GError **error)
{
  job->name = g_filename_display_basename (job->path);
  return sema_tokenizer_given_open (job->path, NULL, error);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  OpenJob       *job = task_data;
  GError        *error = NULL;
  SemaTokenizer *tokenizer = job->is_beside ? sema_tokenizer_beside_open (job->path, &job->name, NULL, &error) : open_chosen (job, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, tokenizer, (GDestroyNotify)sema_tokenizer_unref);
}

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SemaTokensPane           *self = SEMA_TOKENS_PANE (source);
  const OpenJob            *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)        error = NULL;
  g_autoptr (SemaTokenizer) tokenizer = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->opening)
    return;
  if (error != NULL)
    sema_toast_show (GTK_WIDGET (self), error->message, FALSE);
  else if (tokenizer != NULL)
    take_tokenizer (self, g_steal_pointer (&tokenizer), job->name);
  if (error == NULL && job->is_asked)
    g_signal_emit (self, tokenizer_signal, 0, job->path);
}

static void
stop (SemaTokensPane *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

static void
open (SemaTokensPane *self, const char *path, gboolean is_beside, gboolean is_asked)
{
  g_autoptr (GTask) task = NULL;
  OpenJob          *job = g_new0 (OpenJob, 1);

  stop (self);
  self->opening = g_cancellable_new ();
  job->path = g_strdup (path);
  job->is_beside = is_beside;
  job->is_asked = is_asked;
  task = g_task_new (self, self->opening, opened, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, open_job_free);
  g_task_run_in_thread (task, open_in_thread);
}

static void
chosen (const char *path, gpointer data)
{
  open (data, path, FALSE, TRUE);
}

static void
choose (SemaTokensPane *self)
{
  sema_file_chooser_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Choose a Tokenizer"), NULL, chosen, self);
}

static void
sema_tokens_pane_dispose (GObject *object)
{
  SemaTokensPane *self = SEMA_TOKENS_PANE (object);

  stop (self);
  g_clear_pointer (&self->tokenizer, sema_tokenizer_unref);
  g_clear_pointer (&self->ids, g_free);
  sema_text_cut_clear (&self->cut);
  G_OBJECT_CLASS (sema_tokens_pane_parent_class)->dispose (object);
}

static void
sema_tokens_pane_class_init (SemaTokensPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sema_tokens_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/semascope/Semascope/sema-tokens-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SemaTokensPane, text);
  gtk_widget_class_bind_template_child (widget_class, SemaTokensPane, tokenizer_button);
  gtk_widget_class_bind_template_child (widget_class, SemaTokensPane, pieces);
  gtk_widget_class_bind_template_child (widget_class, SemaTokensPane, pieces_window);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, tell_piece);
  /* A text has become ids. */
  ids_signal = g_signal_new ("ids-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  tokenizer_signal = g_signal_new ("tokenizer-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sema_tokens_pane_init (SemaTokensPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ids = g_strdup ("");
}

/**
 * sema_tokens_pane_take_set:
 * @self: a pane
 * @set: vectors that are shown as a layer now
 * @path: (nullable): where they come from
 * @tokenizer: (nullable): file name of the tokenizer that was chosen for them; %NULL: the one beside them
 *
 * Takes the tokenizer that belongs to vectors: that of a model, or else their words.
 */
void
sema_tokens_pane_take_set (SemaTokensPane *self, SemaSet *set, const char *path, const char *tokenizer)
{
  stop (self);
  if (path != NULL && sema_tensors_is_format (sema_set_get_format (set)))
    open (self, tokenizer != NULL ? tokenizer : path, tokenizer == NULL, FALSE);
  else
    take_tokenizer (self, sema_tokenizer_new_words (set), _("Words"));
}

/**
 * sema_tokens_pane_get_ids:
 * @self: a pane
 *
 * Returns: (transfer none): the ids of the text, as sema_token_ids_parse() reads them; valid until the text changes
 */
const char *
sema_tokens_pane_get_ids (SemaTokensPane *self)
{
  return self->ids;
}
