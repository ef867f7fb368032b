/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-cloud-dots.h"

#include <math.h>

#include "sema-cloud-cells.h"

/* Logical units at text scale 1: as large as the points of a map of few words, where there are as few. */
#define LARGEST_RADIUS 6.0
#define CROWD 120.0
#define CROWD_POWER 0.25
#define FEW 1000.0       /* words in sight, which may be looked at one by one */
#define LEAST_PIXELS 0.5 /* a dot's radius is never less, or words would vanish */

/* One word is seen on a projector; where it is a dot of a pixel and where it is a disc. */
#define FAINTEST_PIXEL 0.55
#define FAINTEST_DISC 0.8
#define STRONGEST 1.0

/* Somewhat denser than round a typical place is as dense as one can tell. */
#define DENSEST 4.0
#define LEAST_MOST 8.0

static guint64
count_shown (const SemaCloud *cloud, const SemaCamera *camera, const SemaFrame *frame)
{
  SemaCloudBox box;

  sema_cloud_cells_find_box (camera, frame, frame, &box);
  return sema_cloud_cells_count (cloud, &box);
}

/**
 * sema_cloud_dots_find:
 * @self: (out): how words are drawn
 * @cloud: the words
 * @camera: where one stands, of a scale over 0
 * @frame: where the data is shown
 * @text_scale: sizes follow its root, as those of a map's points do
 * @pixels: for one logical unit, over 0
 *
 * Goes by how many words there would be in the frame were they everywhere as many as round a typical word: dots keep their
 * look while one pans, and a word far outside changes nothing. Only where no more than some hundred are in sight these
 * count themselves, with a smooth way from the one to the other.
 * The more there are the smaller the dots; the more lie over each other in a typical place, the more it takes to be as
 * strong as can be. Cost as sema_cloud_cells_count().
 */
void
sema_cloud_dots_find (SemaCloudDots *self, const SemaCloud *cloud, const SemaCamera *camera, const SemaFrame *frame, double text_scale, double pixels)
{
  double size = LARGEST_RADIUS * sqrt (text_scale);
  double density = cloud->crowding / camera->scale / camera->scale; /* words for one square unit of the page */
  double shown = (double)count_shown (cloud, camera, frame);
  double drawn, n, crowd;

  n = MIN (density * frame->width * frame->height, shown * MAX (shown / FEW, 1));
  crowd = pow (CROWD / MAX (n, CROWD), CROWD_POWER);
  self->radius = size * crowd;
  drawn = MAX (self->radius, LEAST_PIXELS / pixels);
  self->faintest = FAINTEST_PIXEL + (FAINTEST_DISC - FAINTEST_PIXEL) * MIN (self->radius / size, 1);
  self->most = MAX (DENSEST * density * G_PI * drawn * drawn, LEAST_MOST);
  if (!isfinite (self->most))
    self->most = LEAST_MOST;
}

/**
 * sema_cloud_dots_get_opacity:
 * @self: how words are drawn
 * @n: dots that lie over each other, also in part, 0 or more
 *
 * Up to one dot the opacity grows evenly, from there on by the logarithm: twice as many words add the same everywhere, so
 * that single words are seen and dense parts can still be told apart.
 *
 * Returns: 0 to 1
 */
double
sema_cloud_dots_get_opacity (const SemaCloudDots *self, double n)
{
  if (n <= 1)
    return self->faintest * n;
  return self->faintest + (STRONGEST - self->faintest) * MIN (log (n) / log (self->most), 1);
}
