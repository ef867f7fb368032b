/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-cloud.h"
#include "sema-palette.h"
#include "sema-question-axes.h"
#include "sema-trust.h"

G_BEGIN_DECLS

/**
 * SemaScatterPoint:
 * @label: (owned) the word as it is shown: UTF-8, one line
 * @row: the word's row; the smaller, the earlier it gets a label
 * @x: PCA score on the first component, units of the vectors; or how far the vector goes in the direction of a question
 * @y: the same of the second component or question
 * @quality: cos² of the centred vector in the plane, 0 to 1; NaN at the mean
 * @cluster: index in the scatter's clusters, or -1
 * @is_quiet: whether it has a label only while it is selected or pointed at
 * @is_odd: whether a diagnosis found something about the word's row
 */
typedef struct
{
  char   *label;
  guint64 row;
  double  x;
  double  y;
  double  quality;
  int     cluster;
  guint   is_quiet : 1;
  guint   is_odd : 1;
} SemaScatterPoint;

/**
 * SemaScatterCluster:
 * @name: (owned)
 * @n_points: how many points are in it
 * @has_no_hull: whether its points have nothing in common that an outline would show
 */
typedef struct
{
  char *name;
  gsize n_points;
  guint has_no_hull : 1;
} SemaScatterCluster;

/**
 * SemaScatterAnalogy:
 * @a: index of the point a; a is to b as c is to the answer
 * @b: index of the point b
 * @c: index of the point c
 * @answer: index of the answer's point, or -1
 * @target_x: b - a + c of the vectors shown, projected like the points
 * @target_y: its second coordinate
 * @target_label: (owned) such as "king − man + woman"
 */
typedef struct
{
  gsize  a;
  gsize  b;
  gsize  c;
  gssize answer;
  double target_x;
  double target_y;
  char  *target_label;
} SemaScatterAnalogy;

/**
 * SemaScatter:
 * @points: (element-type SemaScatterPoint)
 * @clusters: (element-type SemaScatterCluster) cluster i has palette style i
 * @analogies: (element-type SemaScatterAnalogy)
 * @cloud: (owned) (nullable): all words of the file, projected like the points, under which they lie
 * @trust: (owned) (nullable): what the plane does to the neighbourhoods of the points, in their order
 * @questions: (owned) (nullable): what the axes mean where they are not the principal components
 * @ratios: explained variance ratio of x and y, 0 to 1, where these are principal components; NaN: the plane is on its way between two
 * @is_turned: whether the plane of the components was turned in itself, so that its axes are no components any more
 * @has_steps: whether the clusters are steps of numbers, from small to large
 * @is_of_rows: whether the points are rows of a matrix, which need not be words
 * @title: (owned) (nullable)
 * @source: (owned) the vectors shown, such as "GloVe (unit vectors)"
 * @remarks: (owned) (nullable) (array zero-terminated=1): what else the caption has to say
 *
 * What a scatter plot of words says, in data units, before it has a place on any page. Filled by its maker, then read
 * only and shared by reference.
 */
typedef struct
{
  GArray           *points;
  GArray           *clusters;
  GArray           *analogies;
  SemaCloud        *cloud;
  SemaTrust        *trust;
  SemaQuestionAxes *questions;
  double            ratios[2];
  gboolean          is_turned;
  gboolean          has_steps;
  gboolean          is_of_rows;
  char             *title;
  char             *source;
  char            **remarks;
  gint              ref_count;
} SemaScatter;

SemaScatter *sema_scatter_new (void);
SemaScatter *sema_scatter_new_like (const SemaScatter *other);
SemaScatter *sema_scatter_ref (SemaScatter *self);
void         sema_scatter_unref (SemaScatter *self);

void     sema_scatter_aim_analogies (SemaScatter *self);
gboolean sema_scatter_is_empty (const SemaScatter *self);

SemaScatterPoint   *sema_scatter_get_point (const SemaScatter *self, gsize index);
SemaScatterCluster *sema_scatter_get_cluster (const SemaScatter *self, gsize index);
SemaScatterAnalogy *sema_scatter_get_analogy (const SemaScatter *self, gsize index);

SemaStyle sema_scatter_get_style (const SemaScatter *self, gssize cluster);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaScatter, sema_scatter_unref)

G_END_DECLS
