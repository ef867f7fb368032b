/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

#include "sema-cloud-cells.h"
#include "sema-cloud-dots.h"
#include "sema-cloud-labels.h"

/* The words that are points of their own have labels of their own, or none; so have those that an answer is made of. */
static GHashTable *
collect_rows (const SemaScatter *scatter, const SemaScatterTarget *target)
{
  GHashTable *rows = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < scatter->points->len; i++)
    g_hash_table_add (rows, GUINT_TO_POINTER ((guint)sema_scatter_get_point (scatter, i)->row + 1));
  for (gsize i = 0; target != NULL && i < target->n_ends; i++)
    g_hash_table_add (rows, GUINT_TO_POINTER ((guint)target->ends[i].row + 1));
  return rows;
}

static guint64
count_shown (const SemaScatterPage *self)
{
  const SemaFrame *frame = &self->layout.frame;
  SemaCloudBox     box;

  sema_cloud_cells_find_box (&self->camera, frame, frame, &box);
  return sema_cloud_cells_count (self->scatter->cloud, &box);
}

/**
 * sema_scatter_page_add_cloud_labels:
 * @self: a page with all its other marks inside the plot
 *
 * Labels words of the cloud, where there is one, and counts the cloud's words instead of the points, which are among them.
 */
void
sema_scatter_page_add_cloud_labels (SemaScatterPage *self)
{
  g_autoptr (GHashTable) skipped = NULL;
  SemaCloudLabels        labels = {self->scatter->cloud, &self->camera, &self->layout.frame, self->layout.scale, 0, self->measure};
  SemaCloudDots          dots;

  if (self->scatter->cloud == NULL)
    return;
  skipped = collect_rows (self->scatter, self->view->target);
  sema_cloud_dots_find (&dots, self->scatter->cloud, &self->camera, &self->layout.frame, self->layout.scale, 1);
  labels.skipped = skipped;
  labels.clearance = dots.radius;
  self->scene->n_points = count_shown (self);
  self->scene->n_labels += sema_cloud_labels_add (&labels, self->scene);
}
