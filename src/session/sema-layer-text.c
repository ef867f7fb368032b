/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-text.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "sema-csv.h"
#include "sema-norms.h"
#include "sema-number.h"
#include "sema-token-ids.h"

static char *
print (double value)
{
  char        buffer[SEMA_NUMBER_SIZE];
  const char *digits = isfinite (value) ? sema_number_print_fixed (fabs (value), 4, buffer) : sema_number_print_double (value, buffer);

  return g_strconcat (value < 0 ? "−" : "", digits, NULL);
}

/**
 * sema_layer_text_describe:
 * @content: a layer
 *
 * Returns: (transfer full): what it is, in one line
 */
char *
sema_layer_text_describe (const SemaLayerContent *content)
{
  const SemaLayerSettings *settings = sema_layer_content_get_settings (content);
  SemaSet                 *set = sema_layer_content_get_set (content);
  g_autofree char         *lines = NULL;
  g_auto (GStrv)           statements = NULL;

  if (set != NULL)
    return g_strdup_printf (_("The vectors of “%s”: row i is the vector of token id i."), sema_set_get_name (set));
  lines = sema_layer_settings_print_torch (settings);
  statements = g_strsplit (lines, "\n", -1);
  return g_strjoinv ("; ", statements);
}

/**
 * sema_layer_text_describe_row:
 * @content: a layer
 * @row: of its weight
 *
 * Returns: (transfer full): the row's id, token, norm, least and greatest number, in one line
 */
char *
sema_layer_text_describe_row (const SemaLayerContent *content, guint64 row)
{
  const SemaMatrix *weight = sema_layer_content_get_weight (content);
  SemaSet          *set = sema_layer_content_get_set (content);
  g_autofree float *space = sema_matrix_new_space (weight, 1);
  const SemaFloat  *values = sema_matrix_read_row (weight, row, space);
  gsize             dim = sema_matrix_get_dim (weight);
  double            least = INFINITY, most = -INFINITY;
  g_autofree char  *norm = print (sema_norms_measure (values, dim));
  g_autofree char  *low = NULL, *high = NULL, *token = NULL;

  for (gsize i = 0; i < dim; i++)
    {
      least = MIN (least, (double)values[i]);
      most = MAX (most, (double)values[i]);
    }
  low = print (least);
  high = print (most);
  if (set == NULL || row >= sema_vocab_get_n_words (sema_set_get_vocab (set)))
    return g_strdup_printf (_("Row %" PRIu64 ": norm %s, from %s to %s"), row, norm, low, high);
  token = sema_vocab_dup_label (sema_set_get_vocab (set), row);
  return g_strdup_printf (_("Row %" PRIu64 ", “%s”: norm %s, from %s to %s"), row, token, norm, low, high);
}

/**
 * sema_layer_text_describe_column:
 * @content: a layer
 * @column: of its weight
 *
 * Returns: (transfer full): what the column is like, in one line
 */
char *
sema_layer_text_describe_column (const SemaLayerContent *content, gsize column)
{
  const SemaColumnStats *stats = &sema_layer_content_get_stats (content)[column];
  g_autofree char       *mean = print (stats->mean), *deviation = print (stats->deviation);
  g_autofree char       *least = print (stats->least), *most = print (stats->most);

  return g_strdup_printf (_("Column %zu: mean %s, standard deviation %s, from %s to %s"), column, mean, deviation, least, most);
}

/* Three digits of a time, with the unit that suits it. */
static char *
print_time (double seconds)
{
  if (seconds < 1e-6)
    return g_strdup_printf (_("%.3g ns"), seconds * 1e9);
  if (seconds < 1e-3)
    return g_strdup_printf (_("%.3g µs"), seconds * 1e6);
  if (seconds < 1)
    return g_strdup_printf (_("%.3g ms"), seconds * 1e3);
  return g_strdup_printf (_("%.3g s"), seconds);
}

/**
 * sema_layer_text_compare:
 * @input: an input that was multiplied, too
 * @content: its layer
 *
 * Returns: (transfer full): how lookup and one-hot product compare: multiply-adds, times, the largest difference
 */
char *
sema_layer_text_compare (const SemaLayerInput *input, const SemaLayerContent *content)
{
  const SemaLayerSettings *settings = sema_layer_content_get_settings (content);
  g_autofree char         *lookup = print_time (input->lookup_seconds);
  g_autofree char         *product = print_time (input->product_seconds);
  char                     difference[SEMA_NUMBER_SIZE];

  sema_number_print_double (input->difference, difference);
  return g_strdup_printf (_("One-hot × W: %zu · %" PRIu64 " · %" PRIu64 " = %" PRIu64 " multiply-adds, %s. Lookup: none, %s. The largest difference is %s. A linear layer does the same; torch keeps its weight as Wᵀ."),
                             input->n, settings->vocab, settings->dim, input->n * settings->vocab * settings->dim, product, lookup, difference);
}

static void
append_row (GString *text, guint64 id, const SemaFloat *values, gsize dim, SemaLayerTextAs as)
{
  const char *before[] = {"", ",", ", "}, *between[] = {"\t", ",", ", "};
  char        number[SEMA_NUMBER_SIZE];

  if (as == SEMA_LAYER_TEXT_CSV)
    g_string_append_printf (text, "%" PRIu64, id);
  g_string_append (text, as == SEMA_LAYER_TEXT_PYTHON ? "[" : "");
  for (gsize i = 0; i < dim; i++)
    {
      g_string_append (text, i > 0 ? between[as] : as == SEMA_LAYER_TEXT_CSV ? before[as]
                                                                             : "");
      g_string_append (text, sema_number_print_float (values[i], number));
    }
  g_string_append (text, as == SEMA_LAYER_TEXT_PYTHON ? "]" : as == SEMA_LAYER_TEXT_CSV ? SEMA_CSV_LINE_END
                                                                                        : "\n");
}

static void
append_head (GString *text, gsize dim)
{
  g_string_append (text, "id");
  for (gsize i = 0; i < dim; i++)
    g_string_append_printf (text, ",%zu", i);
  g_string_append (text, SEMA_CSV_LINE_END);
}

/**
 * sema_layer_text_print_rows:
 * @matrix: a matrix
 * @first: the first row
 * @n: how many, at most %SEMA_LAYER_TEXT_MOST_ROWS
 * @ids: (nullable): (n_rows) the ids of all its rows; %NULL: their numbers
 * @as: how
 *
 * Returns: (transfer full): the rows, with all digits
 */
char *
sema_layer_text_print_rows (const SemaMatrix *matrix, guint64 first, guint64 n, const guint64 *ids, SemaLayerTextAs as)
{
  GString          *text = g_string_new (NULL);
  gsize             dim = sema_matrix_get_dim (matrix);
  g_autofree float *space = sema_matrix_new_space (matrix, 1);

  if (as == SEMA_LAYER_TEXT_CSV)
    append_head (text, dim);
  g_string_append (text, as == SEMA_LAYER_TEXT_PYTHON ? "[" : "");
  for (guint64 row = first; row < first + n; row++)
    {
      if (as == SEMA_LAYER_TEXT_PYTHON && row > first)
        g_string_append (text, ",\n ");
      append_row (text, ids != NULL ? ids[row] : row, sema_matrix_read_row (matrix, row, space), dim, as);
    }
  g_string_append (text, as == SEMA_LAYER_TEXT_PYTHON ? "]\n" : "");
  return g_string_free (text, FALSE);
}

/**
 * sema_layer_text_find_row:
 * @content: a layer
 * @text: a token id, or a token where they are known; an id comes first
 * @row: (out): its row
 * @problem: (out) (transfer full): why there is none, one sentence
 *
 * Returns: whether there is one
 */
gboolean
sema_layer_text_find_row (const SemaLayerContent *content, const char *text, guint64 *row, char **problem)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = sema_token_ids_parse (text, sema_layer_content_get_settings (content)->vocab, &error);
  SemaSet           *set = sema_layer_content_get_set (content);

  if (ids != NULL && ids->len == 1)
    {
      *row = g_array_index (ids, guint64, 0);
      return TRUE;
    }
  *row = set != NULL ? sema_vocab_find (sema_set_get_vocab (set), text, -1) : SEMA_VOCAB_NO_ROW;
  if (*row != SEMA_VOCAB_NO_ROW)
    return TRUE;
  if (set != NULL && !g_error_matches (error, SEMA_TOKEN_IDS_ERROR, SEMA_TOKEN_IDS_ERROR_RANGE))
    *problem = g_strdup_printf (_("“%s” is not in this file."), text);
  else
    *problem = g_strdup (error != NULL ? error->message : _("One token id is needed."));
  return FALSE;
}
