/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which tensor of a file is the embedding matrix. */
#include <glib/gi18n-lib.h>

#include "sema-model-config.h"
#include "sema-tensor-names.h"
#include "sema-tensors-private.h"
#include "sema-tied-head.h"
#include "sema-word.h"

static void
warn_of_choice (SemaTensors *self, guint64 index, gboolean is_unreadable)
{
  gsize            length;
  const char      *name = sema_tensor_list_peek_name (&self->list, index, &length);
  const char      *dtype = sema_tensor_list_peek_dtype (&self->list, index);
  g_autofree char *shown = sema_word_to_label (name, length);
  char            *warning;

  if (is_unreadable)
    warning = g_strdup_printf (_ ("“%s” has the name of an embedding matrix, but numbers of the type %s are not supported yet."), shown, dtype);
  else
    warning = g_strdup_printf (_ ("No tensor has the name of an embedding matrix; “%s”, the largest matrix, was taken for it."), shown);
  g_ptr_array_add (self->warnings, warning);
  if (!is_unreadable)
    self->guess = warning;
}

/* The matrix whose name says most, the largest of several; without such a name the largest of all, and that is told. */
static void
choose_by_name (SemaTensors *self)
{
  guint64 n = sema_tensor_list_get_n (&self->list);
  guint64 n_matrices = 0, most = 0, unreadable = n;
  guint   best = SEMA_TENSOR_NAMES_NONE, best_unreadable = SEMA_TENSOR_NAMES_NONE;

  self->embedding = n;
  for (guint64 i = 0; i < n; i++)
    {
      SemaTensorsLayout layout;
      gsize             length;
      const char       *name = sema_tensor_list_peek_name (&self->list, i, &length);
      guint             rank = sema_tensor_names_rank (name, length);

      if (sema_tensors_get_layout (&self->list, i, &layout))
        {
          n_matrices++;
          if (self->embedding < n && (rank > best || (rank == best && layout.n_rows * layout.dim <= most)))
            continue;
          best = rank;
          most = layout.n_rows * layout.dim;
          self->embedding = i;
        }
      else if (rank < best_unreadable && !sema_tensor_type_is_readable (sema_tensor_list_peek (&self->list, i)->type) &&
               sema_tensor_list_peek (&self->list, i)->n_axes == 2)
        {
          best_unreadable = rank;
          unreadable = i;
        }
    }
  if (best_unreadable < best)
    warn_of_choice (self, unreadable, TRUE);
  if (self->embedding < n && best == SEMA_TENSOR_NAMES_NONE && n_matrices > 1)
    warn_of_choice (self, self->embedding, FALSE);
}

/* Of a model, whose folder may say more; beside an array, “config.json” may be anything. */
static gboolean
find_tied_head (SemaTensors *self, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (sema_tensors_is_model (self))
    sema_model_config_check (folder, self->warnings);
  return sema_tied_head_find (&self->list, self->embedding, folder);
}

/* Notes which tensor is the embedding matrix, and whether the output head uses it too. Where that was guessed, a warning says so. */
void
sema_tensors_choose_embedding (SemaTensors *self, const char *path)
{
  if (self->subwords != NULL)
    self->embedding = self->subwords->words;
  else
    choose_by_name (self);
  if (self->embedding < sema_tensor_list_get_n (&self->list))
    self->is_tied = find_tied_head (self, path);
}
