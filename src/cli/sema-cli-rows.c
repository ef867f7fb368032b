/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cli-rows.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-cli-interrupt.h"
#include "sema-cli-print.h"
#include "sema-cli-vectors.h"
#include "sema-tokenizer-beside.h"
#include "sema-tokenizer-file.h"
#include "sema-word.h"

/**
 * sema_cli_tensors_open:
 * @path: file name of tensors
 *
 * Opens a file, with its warnings on stderr.
 *
 * Returns: (transfer full) (nullable): the tensors; %NULL when the reason is on stderr
 */
SemaTensors *
sema_cli_tensors_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  SemaTensors       *tensors = sema_tensors_open (path, sema_cli_interrupt_get_progress (), &error);

  if (tensors == NULL)
    {
      sema_cli_complain ("%s", error->message);
      return NULL;
    }
  for (const char *const *warning = sema_tensors_get_warnings (tensors); *warning != NULL; warning++)
    sema_cli_warn (*warning);
  return tensors;
}

static gboolean
open_set (SemaCliRows *self, const char *path, const char *tensor, gint64 most_rows)
{
  if (tensor != NULL)
    {
      sema_cli_complain (_("“%s” has no tensors to choose from; leave --tensor out where a file has word vectors."), self->label);
      return FALSE;
    }
  self->set = sema_cli_vectors_open (path, &(SemaFormatsOptions) {.most_rows = (guint64)most_rows});
  if (self->set == NULL)
    return FALSE;
  self->n_rows = sema_set_get_n_rows (self->set);
  self->dim = sema_set_get_dim (self->set);
  return TRUE;
}

static gboolean
choose (SemaCliRows *self, const char *name)
{
  g_autofree char *shown = name != NULL ? sema_word_to_label (name, strlen (name)) : NULL;

  if (name == NULL)
    {
      if (sema_tensors_get_embedding (self->tensors, &self->tensor))
        return TRUE;
      sema_cli_complain (_("“%s” has no matrix whose rows can be read; “semascope-cli tensors” lists what it has."), self->label);
      return FALSE;
    }
  if (sema_tensors_find (self->tensors, name, strlen (name), &self->tensor))
    return TRUE;
  sema_cli_complain (_("There is no tensor “%s” in “%s”; “semascope-cli tensors” lists those that there are."), shown, self->label);
  return FALSE;
}

/* As Python writes it. Of a thousand axes the first ones say enough. */
static char *
describe_shape (const SemaTensor *tensor)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < MIN (tensor->n_axes, 8); i++)
    g_string_append_printf (text, "%s%" PRIu64, i == 0 ? "" : ", ", tensor->shape[i]);
  g_string_append (text, tensor->n_axes > 8 ? ", …]" : "]");
  return g_string_free (text, FALSE);
}

static void
complain_of_tensor (const SemaTensor *tensor)
{
  g_autofree char *shown = sema_word_to_label (tensor->name, tensor->name_length);
  g_autofree char *shape = describe_shape (tensor);

  if (tensor->n_axes < 2)
    sema_cli_complain (_("“%s” has no rows: its shape is %s, and a matrix has two axes."), shown, shape);
  else
    sema_cli_complain (_("“%s” has no rows that can be read: its type is %s and its shape %s, where a matrix of F32, F16, BF16, F64 or one of the types Q and IQ4 of llama.cpp is needed."), shown, tensor->dtype, shape);
}

/* A part of a model is one of its tensors. */
static gboolean
choose_name (const char **name)
{
  const char *part = sema_cli_vectors_get_part ();

  if (part != NULL && *name != NULL)
    {
      sema_cli_complain (_("--part and --tensor mean the same of a model: leave one of them out."));
      return FALSE;
    }
  *name = part != NULL ? part : *name;
  return TRUE;
}

static gboolean
open_tensors (SemaCliRows *self, const char *path, const char *name, gint64 most_rows)
{
  g_autoptr (GError) error = NULL;
  SemaTensor         tensor;

  if (!choose_name (&name))
    return FALSE;
  self->tensors = sema_cli_tensors_open (path);
  if (self->tensors == NULL || !choose (self, name))
    return FALSE;
  sema_tensors_get (self->tensors, self->tensor, &tensor);
  self->n_rows = most_rows > 0 ? MIN ((guint64)most_rows, tensor.n_rows) : tensor.n_rows;
  self->dim = tensor.dim;
  self->is_double = tensor.type == SEMA_TENSOR_F64;
  if (tensor.n_rows == 0)
    complain_of_tensor (&tensor);
  else if (!sema_tensors_prepare (self->tensors, self->tensor, sema_cli_interrupt_get_progress (), &error))
    sema_cli_complain ("%s", error->message);
  return tensor.n_rows > 0 && error == NULL;
}

/**
 * sema_cli_rows_open:
 * @self: (out caller-allocates): the rows
 * @path: file name of tensors or of word vectors, told by what is in it
 * @tensor: (nullable): name of the tensor; %NULL for the embedding matrix
 * @most_rows: how many rows there may be, the first ones of the matrix; 0: all
 *
 * Returns: %FALSE when the reason is on stderr
 */
gboolean
sema_cli_rows_open (SemaCliRows *self, const char *path, const char *tensor, gint64 most_rows)
{
  g_autofree char   *base = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  gboolean           is_tensors;

  *self = (SemaCliRows) {.label = sema_word_to_label (base, strlen (base))};
  if (!sema_tensors_recognise (path, &is_tensors, &error))
    {
      sema_cli_complain ("%s", error->message);
      return FALSE;
    }
  return is_tensors ? open_tensors (self, path, tensor, most_rows) : open_set (self, path, tensor, most_rows);
}

/* One that is beside the model need not be of use. */
static gboolean
open_beside (SemaCliRows *self, const char *path)
{
  g_autofree char   *name = NULL;
  g_autoptr (GError) error = NULL;

  self->tokenizer = sema_tokenizer_beside_open (path, &name, sema_cli_interrupt_get_progress (), &error);
  if (error != NULL)
    sema_cli_warn (error->message);
  return TRUE;
}

/**
 * sema_cli_rows_open_tokenizer:
 * @self: rows that are open
 * @path: file name of their tensors
 * @tokenizer: (nullable): file name of a tokenizer; %NULL: the one beside them, if there is one
 *
 * Finds out what the tokens of tensors' rows are. Word vectors have words, and need no tokenizer.
 *
 * Returns: %FALSE when the reason is on stderr
 */
gboolean
sema_cli_rows_open_tokenizer (SemaCliRows *self, const char *path, const char *tokenizer)
{
  g_autoptr (GError) error = NULL;

  if (self->set != NULL)
    return sema_cli_vectors_check_tokenizer (tokenizer, self->set, NULL);
  if (tokenizer == NULL)
    return open_beside (self, path);
  self->tokenizer = sema_tokenizer_given_open (tokenizer, sema_cli_interrupt_get_progress (), &error);
  if (error != NULL)
    sema_cli_complain ("%s", error->message);
  return self->tokenizer != NULL;
}

/**
 * sema_cli_rows_clear:
 * @self: rows
 */
void
sema_cli_rows_clear (SemaCliRows *self)
{
  g_clear_pointer (&self->set, sema_set_unref);
  g_clear_pointer (&self->tensors, sema_tensors_unref);
  g_clear_pointer (&self->tokenizer, sema_tokenizer_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->token, g_free);
}

/**
 * sema_cli_rows_read:
 * @self: rows
 * @id: which, below @self->n_rows
 * @values: (out): (dim) its numbers
 *
 * Returns: %FALSE when the reason is on stderr
 */
gboolean
sema_cli_rows_read (const SemaCliRows *self, guint64 id, double *values)
{
  g_autoptr (GError) error = NULL;
  gboolean           is_read;

  if (self->set == NULL)
    is_read = sema_tensors_read_doubles (self->tensors, self->tensor, id, values, &error);
  else
    {
      g_autofree float *space = sema_set_new_space (self->set, 1);
      const SemaFloat  *row = sema_set_read_row (self->set, id, space);

      for (guint64 i = 0; i < self->dim; i++)
        values[i] = (double)row[i];
      is_read = sema_set_check_lost (self->set, &error);
    }
  if (!is_read)
    sema_cli_complain ("%s", error->message);
  return is_read;
}

/**
 * sema_cli_rows_get_token:
 * @self: rows
 * @id: which
 * @length: (out): bytes of the token
 *
 * Returns: (transfer none) (nullable): the word or token that the row belongs to, valid until the next call; %NULL when nobody knows
 */
const char *
sema_cli_rows_get_token (SemaCliRows *self, guint64 id, gsize *length)
{
  *length = 0;
  if (self->set != NULL)
    return sema_vocab_get_word (sema_set_get_vocab (self->set), id, length);
  if (self->tokenizer == NULL && self->tensors != NULL && sema_tensors_has_row_words (self->tensors, self->tensor))
    return sema_tensors_peek_row_word (self->tensors, self->tensor, id, length);
  g_free (self->token);
  self->token = self->tokenizer != NULL ? sema_tokenizer_dup_token (self->tokenizer, id, length) : NULL;
  return self->token;
}
