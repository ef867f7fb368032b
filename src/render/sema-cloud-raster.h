/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "sema-camera.h"
#include "sema-cloud.h"
#include "sema-theme.h"

G_BEGIN_DECLS

/**
 * SemaCloudView:
 * @camera: where one stands, of a scale over 0
 * @frame: where on the page the data is shown, logical units
 * @margin: logical units round the frame that the image has too, so that one may pan before the next is there; 0 or more
 * @text_scale: 1 is normal; dots follow its root
 * @pixels: for one logical unit, over 0
 *
 * How a cloud is looked at.
 */
typedef struct
{
  SemaCamera camera;
  SemaFrame  frame;
  double     margin;
  double     text_scale;
  double     pixels;
} SemaCloudView;

/**
 * SemaCloudImage:
 * @view: where it was seen from
 * @left: pixels of the page left of the image
 * @top: pixels of the page above it
 * @surface: (owned): the dots, ARGB32; nobody writes into it any more
 *
 * All words of a cloud as pixels. Made by one thread, it may be painted by another.
 */
typedef struct
{
  SemaCloudView    view;
  int              left;
  int              top;
  cairo_surface_t *surface;
} SemaCloudImage;

SemaCloudImage *sema_cloud_image_new (const SemaCloud *cloud, const SemaCloudView *view, const SemaTheme *theme, SemaProgress *progress, GError **error);
void            sema_cloud_image_free (SemaCloudImage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SemaCloudImage, sema_cloud_image_free)

G_END_DECLS
