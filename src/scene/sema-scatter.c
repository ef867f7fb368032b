/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter.h"

static void
clear_point (gpointer data)
{
  g_free (((SemaScatterPoint *)data)->label);
}

static void
clear_cluster (gpointer data)
{
  g_free (((SemaScatterCluster *)data)->name);
}

static void
clear_analogy (gpointer data)
{
  g_free (((SemaScatterAnalogy *)data)->target_label);
}

static GArray *
create_array (guint element_size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, element_size);

  g_array_set_clear_func (array, clear);
  return array;
}

/**
 * sema_scatter_new:
 *
 * Returns: (transfer full): a scatter without points
 */
SemaScatter *
sema_scatter_new (void)
{
  SemaScatter *self = g_new0 (SemaScatter, 1);

  self->points = create_array (sizeof (SemaScatterPoint), clear_point);
  self->clusters = create_array (sizeof (SemaScatterCluster), clear_cluster);
  self->analogies = create_array (sizeof (SemaScatterAnalogy), clear_analogy);
  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

static void
copy_points (const SemaScatter *from, SemaScatter *to)
{
  for (gsize i = 0; i < from->points->len; i++)
    {
      SemaScatterPoint point = *sema_scatter_get_point (from, i);

      point.label = g_strdup (point.label);
      g_array_append_val (to->points, point);
    }
}

static void
copy_clusters (const SemaScatter *from, SemaScatter *to)
{
  for (gsize i = 0; i < from->clusters->len; i++)
    {
      SemaScatterCluster cluster = *sema_scatter_get_cluster (from, i);

      cluster.name = g_strdup (cluster.name);
      g_array_append_val (to->clusters, cluster);
    }
}

static void
copy_analogies (const SemaScatter *from, SemaScatter *to)
{
  for (gsize i = 0; i < from->analogies->len; i++)
    {
      SemaScatterAnalogy analogy = *sema_scatter_get_analogy (from, i);

      analogy.target_label = g_strdup (analogy.target_label);
      g_array_append_val (to->analogies, analogy);
    }
}

/**
 * sema_scatter_new_like:
 * @other: a scatter
 *
 * Returns: (transfer full): a scatter of its own with the points, clusters and analogies of @other, and nothing else of it
 */
SemaScatter *
sema_scatter_new_like (const SemaScatter *other)
{
  SemaScatter *self = sema_scatter_new ();

  copy_points (other, self);
  copy_clusters (other, self);
  copy_analogies (other, self);
  return self;
}

/**
 * sema_scatter_aim_analogies:
 * @self: a scatter whose points have moved
 *
 * Puts the target of each analogy at the fourth corner of the parallelogram: where b − a + c is in a plane of the vectors themselves.
 */
void
sema_scatter_aim_analogies (SemaScatter *self)
{
  for (gsize i = 0; i < self->analogies->len; i++)
    {
      SemaScatterAnalogy     *analogy = sema_scatter_get_analogy (self, i);
      const SemaScatterPoint *a = sema_scatter_get_point (self, analogy->a);
      const SemaScatterPoint *b = sema_scatter_get_point (self, analogy->b);
      const SemaScatterPoint *c = sema_scatter_get_point (self, analogy->c);

      analogy->target_x = b->x - a->x + c->x;
      analogy->target_y = b->y - a->y + c->y;
    }
}

/**
 * sema_scatter_ref:
 * @self: a scatter
 *
 * Returns: (transfer full): @self
 */
SemaScatter *
sema_scatter_ref (SemaScatter *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sema_scatter_unref:
 * @self: (transfer full): what is no longer needed; its labels, names, titles and its hold on the cloud, the trust and the questions go with the last reference
 */
void
sema_scatter_unref (SemaScatter *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->points);
  g_array_unref (self->clusters);
  g_array_unref (self->analogies);
  g_clear_pointer (&self->cloud, sema_cloud_unref);
  g_clear_pointer (&self->trust, sema_trust_unref);
  g_clear_pointer (&self->questions, sema_question_axes_unref);
  g_free (self->title);
  g_free (self->source);
  g_strfreev (self->remarks);
  g_free (self);
}

/**
 * sema_scatter_is_empty:
 * @self: a scatter
 *
 * Returns: whether there is nothing to show: no point, and no cloud with a place
 */
gboolean
sema_scatter_is_empty (const SemaScatter *self)
{
  return self->points->len == 0 && (self->cloud == NULL || self->cloud->n_placed == 0);
}

/**
 * sema_scatter_get_point:
 * @self: a scatter
 * @index: less than the number of its points
 *
 * Returns: (transfer none): the point, valid until points are added
 */
SemaScatterPoint *
sema_scatter_get_point (const SemaScatter *self, gsize index)
{
  g_return_val_if_fail (index < self->points->len, NULL);

  return &g_array_index (self->points, SemaScatterPoint, index);
}

/**
 * sema_scatter_get_cluster:
 * @self: a scatter
 * @index: less than the number of its clusters
 *
 * Returns: (transfer none): the cluster, valid until clusters are added
 */
SemaScatterCluster *
sema_scatter_get_cluster (const SemaScatter *self, gsize index)
{
  g_return_val_if_fail (index < self->clusters->len, NULL);

  return &g_array_index (self->clusters, SemaScatterCluster, index);
}

/**
 * sema_scatter_get_analogy:
 * @self: a scatter
 * @index: less than the number of its analogies
 *
 * Returns: (transfer none): the analogy, valid until analogies are added
 */
SemaScatterAnalogy *
sema_scatter_get_analogy (const SemaScatter *self, gsize index)
{
  g_return_val_if_fail (index < self->analogies->len, NULL);

  return &g_array_index (self->analogies, SemaScatterAnalogy, index);
}

/**
 * sema_scatter_get_style:
 * @self: a scatter
 * @cluster: index of one of its clusters, or less for none
 *
 * Returns: how the points of the cluster look
 */
SemaStyle
sema_scatter_get_style (const SemaScatter *self, gssize cluster)
{
  return self->has_steps ? sema_palette_get_step (cluster) : sema_palette_get_style (cluster);
}
