/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-points.h"

#include "sema-count.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Of so many rows each has its label, whether it is looked up or not. */
#define MOST_LABELS 40

/* Which rows of a layer are drawn, and how they look: a scatter whose points have no places yet. */

static gboolean
is_usable (const SemaLayerContent *content, guint64 row, SemaVectors kind)
{
  SemaSet *set = sema_layer_content_get_set (content);

  return set == NULL || sema_vectors_is_usable (set, row, kind);
}

static char *
print_label (const SemaLayerContent *content, guint64 row)
{
  SemaSet *set = sema_layer_content_get_set (content);

  return set != NULL ? sema_vocab_dup_label (sema_set_get_vocab (set), row) : g_strdup_printf ("%" PRIu64, row);
}

static void
add_point (SemaScatter *self, const SemaLayerContent *content, guint64 row, gboolean is_looked_up)
{
  gboolean         are_many = sema_layer_content_get_settings (content)->vocab > MOST_LABELS;
  SemaScatterPoint point = {.label = print_label (content, row), .row = row, .cluster = is_looked_up ? 0 : -1, .is_quiet = are_many && !is_looked_up};

  g_array_append_val (self->points, point);
  if (is_looked_up)
    sema_scatter_get_cluster (self, 0)->n_points++;
}

static SemaScatter *
points_new (void)
{
  SemaScatter       *self = sema_scatter_new ();
  SemaScatterCluster looked_up = {.name = g_strdup (_("Looked up")), .has_no_hull = TRUE};

  self->is_of_rows = TRUE;
  g_array_append_val (self->clusters, looked_up);
  return self;
}

static void
take_remarks (SemaScatter *self, guint64 n_first, guint64 n_all, guint64 n_left_out)
{
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();
  g_autofree char         *first = g_strdup_printf (_("the first %s of %s"), SEMA_COUNT (n_first), SEMA_COUNT (n_all));
  g_autofree char         *left_out = g_strdup_printf (ngettext ("%s without a direction left out", "%s without a direction left out", n_left_out), SEMA_COUNT (n_left_out));

  if (n_first < n_all)
    g_strv_builder_add (remarks, first);
  if (n_left_out > 0)
    g_strv_builder_add (remarks, left_out);
  self->remarks = g_strv_builder_end (remarks);
}

/**
 * sema_layer_points_new_first:
 * @content: a layer
 * @input: (nullable): what is looked up in it
 * @kind: how the rows are shown: what has no direction as such is left out
 *
 * The rows from the first on, at most %SEMA_LAYER_POINTS_MOST of them, and as many of those that are looked up: these have a colour, and labels where not all have them.
 *
 * Returns: (transfer full): points without places
 */
SemaScatter *
sema_layer_points_new_first (const SemaLayerContent *content, const SemaLayerInput *input, SemaVectors kind)
{
  SemaScatter *self = points_new ();
  guint64      n_all = sema_layer_content_get_settings (content)->vocab;
  guint64      n_first = MIN (n_all, SEMA_LAYER_POINTS_MOST), n_left_out = 0;
  gsize        n_lit = input != NULL ? MIN (input->n_lit, SEMA_LAYER_POINTS_MOST) : 0, lit = 0;

  for (guint64 row = 0; row < n_first || lit < n_lit; row++)
    {
      gboolean is_looked_up;

      if (row >= n_first)
        row = input->lit[lit];
      is_looked_up = lit < n_lit && input->lit[lit] == row;
      lit += is_looked_up;
      if (is_usable (content, row, kind))
        add_point (self, content, row, is_looked_up);
      else
        n_left_out++;
    }
  take_remarks (self, n_first, n_all, n_left_out);
  return self;
}

/**
 * sema_layer_points_new_looked_up:
 * @content: a layer
 * @input: (nullable): what is looked up in it
 * @kind: how the rows are shown: what has no direction as such is left out
 *
 * The rows that are looked up, each once and at most %SEMA_LAYER_POINTS_MOST of them, and no others.
 *
 * Returns: (transfer full): points without places
 */
SemaScatter *
sema_layer_points_new_looked_up (const SemaLayerContent *content, const SemaLayerInput *input, SemaVectors kind)
{
  SemaScatter *self = points_new ();
  guint64      n_all = input != NULL ? input->n_lit : 0;
  guint64      n_first = MIN (n_all, SEMA_LAYER_POINTS_MOST), n_left_out = 0;

  for (guint64 i = 0; i < n_first; i++)
    if (is_usable (content, input->lit[i], kind))
      add_point (self, content, input->lit[i], TRUE);
    else
      n_left_out++;
  take_remarks (self, n_first, n_all, n_left_out);
  return self;
}

/**
 * sema_layer_points_new_words:
 * @map: the map of words of the vectors that are the layer's weight
 *
 * The rows of the words on the map, with its clusters and analogies.
 *
 * Returns: (transfer full): points that are to get other places
 */
SemaScatter *
sema_layer_points_new_words (const SemaScatter *map)
{
  SemaScatter *self = sema_scatter_new_like (map);

  self->is_of_rows = TRUE;
  return self;
}
