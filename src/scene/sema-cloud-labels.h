/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-camera.h"
#include "sema-cloud.h"
#include "sema-scene.h"

G_BEGIN_DECLS

/**
 * SemaCloudLabels:
 * @cloud: the words
 * @camera: where one stands, of a scale over 0
 * @frame: where the data is shown
 * @text_scale: 1 is normal
 * @clearance: how far labels keep off the middles of their dots, logical units
 * @measure: how large texts are
 * @skipped: (nullable) (element-type guint): a set of the rows + 1 of words that are labelled otherwise
 *
 * What labels of a cloud go by.
 */
typedef struct
{
  const SemaCloud   *cloud;
  const SemaCamera  *camera;
  const SemaFrame   *frame;
  double             text_scale;
  double             clearance;
  const SemaMeasure *measure;
  GHashTable        *skipped;
} SemaCloudLabels;

#define SEMA_CLOUD_MOST_LABELS 400

gsize sema_cloud_labels_add (const SemaCloudLabels *self, SemaScene *scene);

G_END_DECLS
