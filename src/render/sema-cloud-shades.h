/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-cloud-dots.h"
#include "sema-theme.h"

G_BEGIN_DECLS

/* Counts up to here have a shade each; of larger ones only the first eight binary digits count. */
#define SEMA_CLOUD_N_EXACT 512
#define SEMA_CLOUD_N_SHADES (SEMA_CLOUD_N_EXACT + 23 * 256)

/**
 * SemaCloudShades: the premultiplied ARGB of each count of 1/64 dots.
 */
typedef struct
{
  guint32 pixels[SEMA_CLOUD_N_SHADES];
} SemaCloudShades;

void sema_cloud_shades_init (SemaCloudShades *self, const SemaCloudDots *dots, SemaColour colour);
void sema_cloud_shades_apply (const SemaCloudShades *self, guint32 *pixels, gsize n);

G_END_DECLS
