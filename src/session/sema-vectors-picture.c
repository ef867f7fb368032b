/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-vectors-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-memory.h"
#include "sema-order.h"

#define MINUS "−"

/* (n + 1, dim): the vectors, and under them the difference of two; NULL on error. */
static double *
gather (const SemaSet *set, const guint64 *rows, gsize n, const SemaVectorsView *view, GError **error)
{
  gsize   dim = sema_set_get_dim (set);
  double *values = sema_memory_alloc_n (n + 1, MAX (dim, 1) * sizeof *values, error);

  if (values == NULL)
    return NULL;
  for (gsize i = 0; i < n; i++)
    sema_vectors_get (set, rows[i], view->vectors, values + i * dim);
  for (gsize d = 0; d < dim; d++)
    values[n * dim + d] = values[view->a * dim + d] - values[view->b * dim + d];
  return values;
}

/* (dim): which dimension each column shows, by what separates the two words; the largest first. */
static guint32 *
order_by_difference (const double *difference, gsize dim, GError **error)
{
  double  *sizes = sema_memory_alloc_n (MAX (dim, 1), sizeof *sizes, error);
  guint32 *order;

  for (gsize d = 0; sizes != NULL && d < dim; d++)
    sizes[d] = fabs (difference[d]);
  order = sizes != NULL ? sema_order_new (sizes, (guint32)dim, TRUE, NULL, error) : NULL;
  sema_memory_free (sizes);
  return order;
}

/* @order: (nullable) */
static void
fill (SemaHeatmap *self, const double *values, const guint32 *order)
{
  gsize dim = self->n_columns;

  for (gsize column = 0; column < dim; column++)
    self->column_labels[column] = g_strdup_printf ("%zu", (order != NULL ? order[column] : column) + 1);
  for (gsize row = 0; row < self->n_rows; row++)
    for (gsize column = 0; column < dim; column++)
      self->values[row * dim + column] = values[row * dim + (order != NULL ? order[column] : column)];
}

static void
name_rows (SemaHeatmap *self, const SemaSet *set, const guint64 *rows, const SemaVectorsView *view)
{
  gsize n = self->n_rows - 1;

  for (gsize i = 0; i < n; i++)
    self->row_labels[i] = sema_vocab_dup_label (sema_set_get_vocab (set), rows[i]);
  self->row_labels[n] = g_strconcat (self->row_labels[view->a], " " MINUS " ", self->row_labels[view->b], NULL);
}

static char *
make_caption (const SemaHeatmap *self, const SemaSet *set, const SemaVectorsView *view)
{
  gsize            n = self->n_rows - 1;
  g_autofree char *words = g_strdup_printf (ngettext ("%zu word", "%zu words", n), n);
  /* Translators: part of the caption of a picture of vectors, in as few words as possible; of 1 to a number */
  g_autofree char *numbered = g_strdup_printf (_ ("dimensions 1 to %zu"), self->n_columns);
  g_autofree char *ordered = view->by_difference ? g_strdup_printf (_ ("largest |%s| first"), self->row_labels[n]) : NULL;
  const char      *parts[] = {words, sema_set_get_name (set), view->vectors == SEMA_VECTORS_UNIT ? _ ("unit vectors") : _ ("raw vectors"), numbered, ordered, NULL};

  return g_strjoinv (" · ", (char **)parts);
}

static gboolean
show (SemaHeatmap *self, const SemaSet *set, const guint64 *rows, const SemaVectorsView *view, GError **error)
{
  gsize    dim = self->n_columns;
  gsize    n = self->n_rows - 1;
  double  *values = gather (set, rows, n, view, error);
  guint32 *order = NULL;
  gboolean fine = values != NULL;

  if (fine && view->by_difference)
    {
      order = order_by_difference (values + n * dim, dim, error);
      fine = order != NULL;
    }
  if (fine)
    fill (self, values, order);
  sema_memory_free (order);
  sema_memory_free (values);
  return fine;
}

/**
 * sema_vectors_picture_new:
 * @set: a set
 * @rows: (n): words of it
 * @n: how many, 2 or more
 * @view: how they are shown
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Makes strips of the numbers of some words, one under the other, and apart from them one of the difference of two. The colours
 * end at the largest magnitude of all of them. Dimensions have numbers from 1. O(n dim).
 *
 * Returns: (transfer full) (nullable): the heat map, n + 1 rows, without a title
 */
SemaHeatmap *
sema_vectors_picture_new (const SemaSet *set, const guint64 *rows, gsize n, const SemaVectorsView *view, GError **error)
{
  g_autoptr (SemaHeatmap) self = sema_heatmap_new (n + 1, sema_set_get_dim (set), error);

  if (self == NULL || !show (self, set, rows, view, error))
    return NULL;
  name_rows (self, set, rows, view);
  self->caption = make_caption (self, set, view);
  self->is_strips = TRUE;
  self->n_apart = 1;
  self->limit = sema_heatmap_find_largest (self);
  if (!(self->limit > 0))
    self->limit = 1;
  return g_steal_pointer (&self);
}
