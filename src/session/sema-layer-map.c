/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-layer-map.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "sema-layer-rows.h"
#include "sema-memory.h"
#include "sema-pca.h"
#include "sema-procrustes.h"
#include "sema-scatter-glide.h"

static guint64 *
list_rows (const SemaScatter *points)
{
  guint64 *rows = g_new (guint64, points->points->len + 1);

  for (gsize i = 0; i < points->points->len; i++)
    rows[i] = sema_scatter_get_point (points, i)->row;
  return rows;
}

static void
make_unit (double *vector, gsize dim)
{
  double norm = sema_vectors_norm (vector, dim);

  for (gsize d = 0; d < dim; d++)
    vector[d] /= norm;
}

/* (n, dim) in double; @rows may be NULL: the first n. Free with sema_memory_free(). */
static double *
gather (const SemaMatrix *matrix, const guint64 *rows, gsize n, SemaVectors kind, GError **error)
{
  gsize             dim = sema_matrix_get_dim (matrix);
  double           *vectors = sema_memory_alloc_n (n, dim * sizeof *vectors, error);
  g_autofree float *space = sema_matrix_new_space (matrix, 1);

  for (gsize i = 0; vectors != NULL && i < n; i++)
    {
      const SemaFloat *row = sema_matrix_read_row (matrix, rows != NULL ? rows[i] : i, space);

      for (gsize d = 0; d < dim; d++)
        vectors[i * dim + d] = row[d];
      if (kind == SEMA_VECTORS_UNIT)
        make_unit (vectors + i * dim, dim);
    }
  return vectors;
}

static void
place_points (SemaScatter *self, const SemaPca *pca)
{
  for (gsize i = 0; i < pca->n; i++)
    {
      SemaScatterPoint *point = sema_scatter_get_point (self, i);

      point->x = pca->scores[2 * i];
      point->y = pca->scores[2 * i + 1];
      point->quality = pca->quality[i];
    }
  self->ratios[0] = pca->ratios[0];
  self->ratios[1] = pca->ratios[1];
  sema_scatter_aim_analogies (self);
}

/* Like the points, but where the rows of a matrix are. */
static SemaScatter *
place (const SemaScatter *points, const SemaPca *pca)
{
  SemaScatter *self = sema_scatter_new_like (points);

  self->is_of_rows = TRUE;
  self->remarks = points->remarks != NULL ? g_strdupv (points->remarks) : g_new0 (char *, 1);
  place_points (self, pca);
  return self;
}

/* How far the target is from the answer is known of the vectors that the map of words shows, and of no others. */
static void
name_targets (SemaScatter *self)
{
  for (gsize i = 0; i < self->analogies->len; i++)
    {
      SemaScatterAnalogy *analogy = sema_scatter_get_analogy (self, i);

      g_free (analogy->target_label);
      analogy->target_label = g_strdup_printf ("%s − %s + %s", sema_scatter_get_point (self, analogy->b)->label, sema_scatter_get_point (self, analogy->a)->label,
                                               sema_scatter_get_point (self, analogy->c)->label);
    }
}

static char *
describe (const SemaLayerContent *content, SemaVectors kind)
{
  SemaSet         *set = sema_layer_content_get_set (content);
  g_autofree char *seed = NULL;

  if (set == NULL)
    seed = g_strdup_printf ("%" PRIu64, sema_layer_content_get_settings (content)->seed);
  if (set == NULL)
    return g_strdup_printf (_("new layer, seed %s"), seed);
  return kind == SEMA_VECTORS_UNIT ? g_strdup_printf (_("%s (unit vectors)"), sema_set_get_name (set)) : g_strdup_printf (_("%s (raw vectors)"), sema_set_get_name (set));
}

static void
add_remark (SemaScatter *self, const char *remark)
{
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();

  g_strv_builder_addv (remarks, (const char **)self->remarks);
  g_strv_builder_add (remarks, remark);
  g_strfreev (self->remarks);
  self->remarks = g_strv_builder_end (remarks);
}

static SemaPca *
analyse (const SemaMatrix *matrix, const guint64 *rows, gsize n, SemaVectors kind, GError **error)
{
  double  *vectors = gather (matrix, rows, n, kind, error);
  SemaPca *pca = vectors != NULL ? sema_pca_new (vectors, n, sema_matrix_get_dim (matrix), 2, error) : NULL;

  sema_memory_free (vectors);
  return pca;
}

/* As torch.nn.Embedding begins with the seed. */
static SemaScatter *
make_random (const SemaLayerContent *content, const SemaScatter *points, const SemaPca *weight, SemaVectors kind, guint64 seed, SemaProgress *progress, GError **error)
{
  g_autofree guint64    *rows = list_rows (points);
  SemaLayerSettings      settings = *sema_layer_content_get_settings (content);
  g_autoptr (SemaMatrix) matrix = NULL;
  g_autoptr (SemaPca)    pca = NULL;
  SemaScatter           *self;
  double                 rotation[4];

  settings.seed = seed;
  settings.initialiser = SEMA_INITIALISER_NORMAL;
  matrix = sema_layer_make_rows (&settings, rows, points->points->len, progress, error);
  pca = matrix != NULL ? analyse (matrix, NULL, points->points->len, kind, error) : NULL;
  if (pca == NULL || !sema_procrustes_find (pca->scores, weight->scores, pca->n, 2, rotation, error))
    return NULL;
  sema_procrustes_turn (pca->scores, pca->n, 2, rotation);
  self = place (points, pca);
  self->is_turned = TRUE;
  name_targets (self);
  self->source = g_strdup_printf (_("torch.nn.Embedding, seed %" PRIu64), seed);
  /* Translators: in the caption of a map of random rows, beside that of the trained rows; Procrustes is the name of the method */
  add_remark (self, _("turned to lie nearest (Procrustes)"));
  return self;
}

/**
 * sema_layer_map_new:
 * @content: a layer
 * @points: which of its rows are drawn, all usable as @kind; their places do not matter
 * @kind: how they are shown
 * @seed: (nullable): of a random layer of the same size that is drawn as well, on the way to which the slider goes
 * @progress: (nullable): cancels
 * @error: %SEMA_CORE_ERROR_NO_MEMORY, %SEMA_CORE_ERROR_CANCELLED, %SEMA_CORE_ERROR_LOST, or of the PCA
 *
 * Each matrix is seen on the plane of its own principal components, where it is spread most. The random plane is turned, and mirrored
 * where need be, in itself: distances stay, and with one angle to choose no structure can be fitted into it, as a rotation in all
 * dimensions would do. O(n dim min (n, dim)), and the random numbers.
 *
 * Returns: (transfer full) (nullable): the map
 */
SemaLayerMap *
sema_layer_map_new (const SemaLayerContent *content, const SemaScatter *points, SemaVectors kind, const guint64 *seed, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaLayerMap) self = g_new0 (SemaLayerMap, 1);
  g_autofree guint64      *rows = list_rows (points);
  g_autoptr (SemaPca)      pca = analyse (sema_layer_content_get_weight (content), rows, points->points->len, kind, error);
  SemaSet                 *set = sema_layer_content_get_set (content);

  if (pca == NULL || (set != NULL && !sema_set_check_lost (set, error)))
    return NULL;
  self->weight = place (points, pca);
  self->weight->source = describe (content, kind);
  if (seed == NULL)
    return g_steal_pointer (&self);
  self->random = make_random (content, points, pca, kind, *seed, progress, error);
  return self->random != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * sema_layer_map_free:
 * @self: (transfer full): a map
 */
void
sema_layer_map_free (SemaLayerMap *self)
{
  g_clear_pointer (&self->weight, sema_scatter_unref);
  g_clear_pointer (&self->random, sema_scatter_unref);
  g_free (self);
}

static double
mix (double from, double to, double t)
{
  return from + t * (to - from);
}

/**
 * sema_layer_map_mix:
 * @self: a map
 * @t: 0: the random rows, 1: the weight; between them, points are on a straight way, and the picture is a plane of neither
 *
 * Returns: (transfer full): the picture; without random rows always the weight
 */
SemaScatter *
sema_layer_map_mix (const SemaLayerMap *self, double t)
{
  g_autofree char *remark = NULL;
  SemaScatter     *between;

  if (self->random == NULL || t >= 1)
    return sema_scatter_ref (self->weight);
  if (t <= 0)
    return sema_scatter_ref (self->random);
  between = sema_scatter_glide (self->random, self->weight, t);
  for (gsize i = 0; i < between->points->len; i++)
    sema_scatter_get_point (between, i)->quality = mix (sema_scatter_get_point (self->random, i)->quality, sema_scatter_get_point (self->weight, i)->quality, t);
  between->is_of_rows = TRUE;
  name_targets (between);
  between->ratios[0] = between->ratios[1] = NAN;
  /* Translators: in the caption of a map whose points move from random places to trained ones */
  remark = g_strdup_printf (_("%d %% of the way from random to trained"), (int)(100 * t));
  add_remark (between, remark);
  return between;
}
