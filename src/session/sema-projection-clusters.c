/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projection-private.h"

#include <string.h>

#include "sema-word.h"

#define AUTO_MAX 12 /* more clusters than that are not seen as clusters any more */
#define SEED 1      /* the same words give the same clusters */

static gboolean
has_the_same_clusters (const SemaProjection *self, const SemaProjection *previous)
{
  return previous != NULL && previous->kmeans != NULL &&
         previous->recipe->clusters == self->recipe->clusters &&
         previous->recipe->vectors == self->recipe->vectors &&
         previous->rows->len == self->rows->len &&
         memcmp (previous->rows->data, self->rows->data, self->rows->len * sizeof (guint64)) == 0;
}

/* The clusters of the vectors shown: those of @previous where nothing that they depend on has changed. */
gboolean
sema_projection_find_clusters (SemaProjection *self, SemaProjection *previous, SemaProgress *progress, GError **error)
{
  const int k = self->recipe->clusters;
  gsize     n = self->rows->len;
  gsize     dim = sema_set_get_dim (self->set);

  if (self->recipe->colour_by != SEMA_COLOUR_BY_CLUSTERS || k == SEMA_CLUSTERS_NONE || n == 0)
    return TRUE;
  if (has_the_same_clusters (self, previous))
    self->kmeans = sema_kmeans_ref (previous->kmeans);
  else if (k == SEMA_CLUSTERS_AUTO)
    self->kmeans = sema_kmeans_new_auto (self->vectors, n, dim, AUTO_MAX, SEED, progress, error);
  else
    self->kmeans = sema_kmeans_new (self->vectors, n, dim, (gsize)k, SEED, progress, error);
  return self->kmeans != NULL;
}

static const SemaProjectionWord *
word_of_point (const SemaProjection *self, gsize point)
{
  return sema_projection_get_word (self, (gsize)sema_projection_find_point (self, point));
}

/* The name given by hand to the cluster, by the first of the words it holds that a name was given to. */
static const char *
given_name (const SemaProjection *self, gsize cluster)
{
  for (gsize i = 0; i < self->recipe->names->len; i++)
    {
      const SemaRecipeName *name = &g_array_index (self->recipe->names, SemaRecipeName, i);
      gssize                at = sema_projection_find_word (self, name->anchor);
      gssize                point = at < 0 ? -1 : sema_projection_get_word (self, (gsize)at)->point;

      if (point >= 0 && self->kmeans->labels[point] == cluster)
        return name->name;
    }
  return NULL;
}

static void
add_cluster (SemaProjection *self, char *name)
{
  SemaScatterCluster cluster = {.name = name};

  g_array_append_val (self->scatter->clusters, cluster);
}

static void
put_point (SemaProjection *self, gsize point, int cluster)
{
  sema_scatter_get_point (self->scatter, point)->cluster = cluster;
  if (cluster >= 0)
    sema_scatter_get_cluster (self->scatter, (gsize)cluster)->n_points++;
}

static void
draw_kmeans (SemaProjection *self)
{
  for (gsize c = 0; c < self->kmeans->k; c++)
    {
      const char *given = given_name (self, c);
      const char *word = sema_projection_get_cluster_anchor (self, c);

      add_cluster (self, given != NULL ? g_strdup (given) : sema_word_to_label (word, strlen (word)));
    }
  for (gsize i = 0; i < self->rows->len; i++)
    put_point (self, i, (int)self->kmeans->labels[i]);
}

static void
draw_groups (SemaProjection *self)
{
  for (int i = 0; i < (int)self->recipe->groups->len; i++)
    add_cluster (self, g_strdup (sema_recipe_get_group (self->recipe, i)));
  for (gsize i = 0; i < self->words->len; i++)
    {
      const SemaProjectionWord *word = sema_projection_peek_word (self, i);

      if (word->point >= 0 && word->chosen >= 0)
        put_point (self, (gsize)word->point, g_array_index (self->recipe->words, SemaRecipeWord, word->chosen).group);
    }
}

/* Gives the scatter its clusters: those found, or the groups made by hand. */
void
sema_projection_draw_clusters (SemaProjection *self)
{
  if (self->kmeans != NULL)
    draw_kmeans (self);
  else if (self->recipe->colour_by == SEMA_COLOUR_BY_GROUPS)
    draw_groups (self);
  else
    sema_projection_draw_column (self);
}

/**
 * sema_projection_get_cluster_anchor:
 * @self: a projection
 * @cluster: index of a cluster of the scatter
 *
 * Returns: (transfer none) (nullable): the word nearest to the cluster's centre, to hold a name given by hand; %NULL
 *   where the scatter's clusters are groups
 */
const char *
sema_projection_get_cluster_anchor (const SemaProjection *self, gsize cluster)
{
  if (self->kmeans == NULL)
    return NULL;
  g_return_val_if_fail (cluster < self->kmeans->k, NULL);

  return word_of_point (self, self->kmeans->nearest[cluster])->word;
}
