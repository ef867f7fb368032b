/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-model-vectors.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-name-list.h"
#include "sema-subword-vectors.h"
#include "sema-tensors-set.h"
#include "sema-tokenizer-beside.h"
#include "sema-word.h"

#define MOST_NAMED 3 /* tokens, where there are many to tell of */

/* The embedding matrix of a model, or an array, as word vectors: their words are the tokens of its rows. */

/**
 * Tokens:
 * @tokenizer: (nullable): knows them
 * @token: (nullable): the last that was asked for
 */
typedef struct
{
  SemaTokenizer *tokenizer;
  char          *token;
} Tokens;

static const char *
get_token (guint64 id, gsize *length, gpointer data)
{
  Tokens *self = data;

  g_free (self->token);
  self->token = sema_tokenizer_dup_token (self->tokenizer, id, length);
  return self->token;
}

/* Some tokens that the matrix has no row for: how many there are, and the first. */
static char *
list_rowless (const SemaTokenizer *tokenizer, guint64 n_rows)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint64             n = 0, most = sema_tokenizer_get_n_tokens (tokenizer);

  for (guint64 id = n_rows; id < n_rows + most; id++)
    {
      gsize            length;
      g_autofree char *token = sema_tokenizer_dup_token (tokenizer, id, &length);
      g_autofree char *label = token != NULL ? sema_word_to_label (token, length) : NULL;

      if (label != NULL && n++ < MOST_NAMED)
        g_string_append_printf (list, "%s“%s” (%" PRIu64 ")", list->len > 0 ? ", " : "", label, id);
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%" PRIu64 " token has no row: %s%s", "%" PRIu64 " tokens have no row: %s%s", (gulong)n), n, list->str, n > MOST_NAMED ? "…" : "");
}

/* How many rows have no token, and which is the first. */
static char *
count_tokenless (const SemaTokenizer *tokenizer, guint64 n_rows)
{
  guint64 n = 0, first = 0;

  for (guint64 id = 0; id < n_rows; id++)
    {
      gsize            length;
      g_autofree char *token = sema_tokenizer_dup_token (tokenizer, id, &length);

      if (token == NULL && n++ == 0)
        first = id;
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%" PRIu64 " row has no token, id %" PRIu64, "%" PRIu64 " rows have no token, the first is id %" PRIu64, (gulong)n), n, first);
}

/* What is to be known of the tokens; NULL where there is nothing. */
static char *
describe (const SemaTokenizer *tokenizer, const char *name, const GError *problem, guint64 n_rows, guint64 n_wanted)
{
  g_autofree char *rowless = tokenizer != NULL ? list_rowless (tokenizer, n_rows) : NULL;
  g_autofree char *tokenless = tokenizer != NULL ? count_tokenless (tokenizer, n_wanted) : NULL;

  if (problem != NULL)
    return g_strdup_printf (_ ("The rows have no tokens: %s"), problem->message);
  if (rowless == NULL && tokenless == NULL)
    return NULL;
  return g_strdup_printf (_ ("Of the tokenizer “%s”: %s%s%s."), name, rowless != NULL ? rowless : "", rowless != NULL && tokenless != NULL ? "; " : "",
                             tokenless != NULL ? tokenless : "");
}

/* The one that was chosen, or the one beside the model. */
static SemaTokenizer *
open_tokenizer (const char *path, const char *chosen, char **name, SemaProgress *progress, GError **error)
{
  if (chosen == NULL)
    return sema_tokenizer_beside_open (path, name, progress, error);
  *name = g_filename_display_basename (chosen);
  return sema_tokenizer_given_open (chosen, progress, error);
}

/* A matrix with far fewer rows than there are tokens, such as that of the positions, has other rows than theirs. */
static gboolean
has_token_rows (const Tokens *tokens, const SemaTensor *tensor)
{
  return tokens->tokenizer != NULL && (tensor->is_embedding || tensor->n_rows >= sema_tokenizer_get_n_tokens (tokens->tokenizer) / 2);
}

/* Of a model that says itself what its rows are called. */
typedef struct
{
  SemaTensors *tensors;
  guint64      index;
} OwnWords;

static const char *
get_own_word (guint64 id, gsize *length, gpointer data)
{
  OwnWords *self = data;

  return sema_tensors_peek_row_word (self->tensors, self->index, id, length);
}

static SemaSet *
load (SemaTensors *tensors, guint64 index, const char *title, const char *path, const char *tokenizer, SemaProgress *progress, GError **error)
{
  g_autofree char   *name = NULL;
  g_autoptr (GError) problem = NULL;
  Tokens             tokens = {open_tokenizer (path, tokenizer, &name, progress, &problem), NULL};
  g_autofree char   *note = NULL;
  SemaTensor         tensor;
  gboolean           has_tokens;
  SemaSet           *set;

  sema_tensors_get (tensors, index, &tensor);
  has_tokens = has_token_rows (&tokens, &tensor);
  note = describe (has_tokens ? tokens.tokenizer : NULL, name, problem, tensor.n_rows, sema_tensors_limit_rows (tensors, tensor.n_rows));
  set = sema_tensors_load_set (tensors, index, title, has_tokens ? get_token : NULL, &tokens, note, progress, error);
  g_clear_pointer (&tokens.tokenizer, sema_tokenizer_unref);
  g_free (tokens.token);
  return set;
}

/* Which matrices there are instead. */
static void
set_no_matrix (SemaTensors *tensors, const char *name, GError **error)
{
  const char      *file = sema_tensors_get_label (tensors);
  g_autofree char *label = sema_word_to_label (name, strlen (name));
  g_autofree char *names = NULL;
  SemaNameList     list = {0};

  for (guint64 i = 0; i < sema_tensors_get_n (tensors); i++)
    {
      SemaTensor tensor;

      sema_tensors_get (tensors, i, &tensor);
      if (tensor.n_rows > 0)
        sema_name_list_add (&list, tensor.name, tensor.name_length);
    }
  names = sema_name_list_print (&list);
  if (names != NULL)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has no matrix “%s” with numbers that can be read; it has %s."), file, label, names);
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has no matrix “%s” with numbers that can be read."), file, label);
}

/* The one that is asked for, or the one that looks like it. */
static gboolean
find_matrix (SemaTensors *tensors, const char *name, guint64 *index, GError **error)
{
  SemaTensor tensor;

  if (name == NULL)
    {
      if (sema_tensors_get_embedding (tensors, index))
        return TRUE;
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has no matrix of floating-point numbers that can be read."), sema_tensors_get_label (tensors));
      return FALSE;
    }
  if (sema_tensors_find (tensors, name, strlen (name), index))
    sema_tensors_get (tensors, *index, &tensor);
  else
    tensor.n_rows = 0;
  if (tensor.n_rows == 0)
    set_no_matrix (tensors, name, error);
  return tensor.n_rows > 0;
}

static char *
make_title (const SemaTensors *tensors, guint64 index, const char *name)
{
  const char      *file = sema_tensors_get_label (tensors);
  g_autofree char *label = name != NULL ? sema_word_to_label (name, strlen (name)) : NULL;
  g_autofree char *title = name != NULL ? g_strdup_printf ("%s · %s", file, label) : g_strdup (file);
  SemaTensor       tensor;
  guint64          n_rows;

  sema_tensors_get (tensors, index, &tensor);
  n_rows = sema_tensors_limit_rows (tensors, tensor.n_rows);
  return n_rows < tensor.n_rows ? sema_formats_name_first (title, n_rows) : g_steal_pointer (&title);
}

/**
 * sema_model_vectors_load:
 * @path: a file that sema_tensors_recognise() takes
 * @options: what is wanted of it; its part is the name of a matrix, %NULL for that which looks like the embedding matrix
 * @progress: (nullable): cancels
 * @error: as sema_tensors_open(), sema_tensors_prepare() and sema_tensors_load_set(); %SEMA_FORMAT_ERROR_DAMAGED without a matrix
 *
 * Opens a matrix. The embedding matrix is found by its name, or else it is the only or the largest matrix, which a warning says; the tokens of
 * its rows are the file's own words, or come from a tokenizer, unless another matrix with far fewer rows was asked for. One that cannot be used is a warning.
 * Where only the first rows are wanted, the name says so.
 *
 * Returns: (transfer full) (nullable): its rows as vectors; a row without a token is called by its id, as “[7]”
 */
SemaSet *
sema_model_vectors_load (const char *path, const SemaFormatsOptions *options, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTensors) tensors = sema_tensors_open (path, progress, error);
  g_autofree char        *title = NULL;
  guint64                 index;

  if (tensors == NULL || !find_matrix (tensors, options->part, &index, error))
    return NULL;
  if (!sema_tensors_prepare (tensors, index, progress, error))
    return NULL;
  sema_tensors_want_rows (tensors, options->most_rows);
  title = make_title (tensors, index, options->part);
  if (options->tokenizer == NULL && sema_tensors_has_subwords (tensors, index))
    return sema_subword_vectors_load (tensors, title, progress, error);
  if (options->tokenizer == NULL && sema_tensors_has_row_words (tensors, index))
    return sema_tensors_load_set (tensors, index, title, get_own_word, &(OwnWords) {tensors, index}, NULL, progress, error);
  return load (tensors, index, title, path, options->tokenizer, progress, error);
}
