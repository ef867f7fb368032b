/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-kmeans.h"
#include "sema-pca.h"
#include "sema-plane.h"
#include "sema-projection.h"
#include "sema-whole-map.h"

G_BEGIN_DECLS

/* The steps of making a projection, each in its own file. */

struct _SemaProjection
{
  gatomicrefcount ref_count;
  SemaSet        *set;
  SemaRecipe     *recipe;
  GArray         *words;      /* SemaProjectionWord */
  GHashTable     *index;      /* word -> its index in words + 1 */
  GArray         *rows;       /* guint64, the row of each point */
  GArray         *analogies;  /* SemaProjectionAnalogy */
  double         *vectors;    /* (points, dim), sema-memory */
  SemaWholeMap   *whole;      /* NULL as long as nobody asked for all words of this file */
  double         *directions; /* (2, dim) of the questions that are the axes; NULL where these are the principal components */
  SemaPlane      *plane;      /* NULL without directions, */
  SemaPca        *pca;        /* and NULL with them */
  char           *axes_problem;
  guint           unasked; /* the axis whose question is the problem */
  gsize           n_axis_words_missing;
  gsize           n_axis_words_unusable;
  SemaKmeans     *kmeans; /* NULL without clusters */
  SemaScatter    *scatter;
};

SemaProjectionWord    *sema_projection_peek_word (SemaProjection *self, gsize index);
SemaProjectionAnalogy *sema_projection_peek_analogy (SemaProjection *self, gsize index);
SemaProjectionWord    *sema_projection_take_in (SemaProjection *self, const char *word, gssize chosen);

gboolean      sema_projection_find_directions (SemaProjection *self, GError **error);
gboolean      sema_projection_find_plane (SemaProjection *self, SemaProjection *previous, SemaProgress *progress, GError **error);
const double *sema_projection_get_scores (const SemaProjection *self);
const double *sema_projection_get_quality (const SemaProjection *self);
void          sema_projection_place (const SemaProjection *self, const double *vector, double place[2]);
gboolean      sema_projection_has_axes_of (const SemaProjection *self, const SemaProjection *other);
void          sema_projection_describe_plane (SemaProjection *self);

gboolean sema_projection_answer_analogies (SemaProjection *self, const SemaProjection *previous, SemaProgress *progress, GError **error);
void     sema_projection_draw_analogies (SemaProjection *self);
gboolean sema_projection_find_clusters (SemaProjection *self, SemaProjection *previous, SemaProgress *progress, GError **error);
void     sema_projection_draw_clusters (SemaProjection *self);
void     sema_projection_draw_column (SemaProjection *self);
char    *sema_projection_describe_column (const SemaProjection *self);
gboolean sema_projection_find_trust (SemaProjection *self, const SemaProjection *previous, SemaProgress *progress, GError **error);

G_END_DECLS
