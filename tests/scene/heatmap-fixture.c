/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "heatmap-fixture.h"

/* Cell (r, c) says (r - c) / 100. */
SemaHeatmap *
fixture_make_heatmap (gsize n_rows, gsize n_columns)
{
  SemaHeatmap *heatmap = sema_heatmap_new (n_rows, n_columns, NULL);

  for (gsize row = 0; row < n_rows; row++)
    for (gsize column = 0; column < n_columns; column++)
      heatmap->values[row * n_columns + column] = ((double)row - (double)column) / 100;
  for (gsize row = 0; row < n_rows; row++)
    heatmap->row_labels[row] = g_strdup_printf ("row %zu", row);
  for (gsize column = 0; column < n_columns; column++)
    heatmap->column_labels[column] = g_strdup_printf ("column %zu", column);
  heatmap->title = g_strdup ("Title");
  heatmap->caption = g_strdup ("Caption");
  return heatmap;
}

/* Each item joins those before it, at its number; the last is the first leaf. */
void
fixture_add_trees (SemaHeatmap *heatmap)
{
  gsize              n = heatmap->n_rows;
  g_autofree double *distances = g_new0 (double, n *n);

  for (gsize i = 0; i < n; i++)
    for (gsize j = 0; j < n; j++)
      distances[i * n + j] = i == j ? 0 : (double)MAX (i, j);
  heatmap->row_tree = sema_linkage_new (distances, n, NULL, NULL);
  heatmap->column_tree = heatmap->row_tree;
}

/* Columns have numbers from 1, and the last row stands apart. */
SemaHeatmap *
fixture_make_strips (gsize n_rows, gsize n_columns)
{
  SemaHeatmap *heatmap = fixture_make_heatmap (n_rows, n_columns);

  for (gsize column = 0; column < n_columns; column++)
    {
      g_free (heatmap->column_labels[column]);
      heatmap->column_labels[column] = g_strdup_printf ("%zu", column + 1);
    }
  heatmap->is_strips = TRUE;
  heatmap->n_apart = 1;
  return heatmap;
}

static SemaPageView
make_view (double width, double height)
{
  return (SemaPageView) {width, height, 1, TRUE, TRUE, TRUE};
}

SemaScene *
fixture_compose (const SemaHeatmap *heatmap, double width, double height)
{
  SemaMeasure  measure = fixture_get_measure ();
  SemaPageView view = make_view (width, height);

  return sema_heatmap_compose (heatmap, &view, &measure);
}

void
fixture_find_layout (const SemaHeatmap *heatmap, double width, double height, SemaHeatmapLayout *layout)
{
  SemaPageView view = make_view (width, height);

  sema_heatmap_layout_find (heatmap, &view, layout);
}

gboolean
fixture_overlap (const SemaTextMark *a, const SemaTextMark *b)
{
  return a->x + a->width > b->x + 1e-6 && b->x + b->width > a->x + 1e-6 && a->y + a->height > b->y + 1e-6 && b->y + b->height > a->y + 1e-6;
}
