/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-draw.h"

/* A small black picture to draw marks on, for tests that look at pixels. One pixel is one unit. */
typedef struct
{
  cairo_surface_t *surface;
  SemaCanvas       canvas;
} Picture;

void    picture_init (Picture *self, int width, int height, SemaRims rims);
void    picture_clear (Picture *self);
guint32 picture_get (const Picture *self, int x, int y);
gsize   picture_count (const Picture *self, guint32 rgb);
void    picture_get_ink (const Picture *self, int *left, int *top, int *right, int *bottom);
int     picture_compare (const Picture *self, const Picture *other);
guint32 picture_pack (SemaColour colour);

void picture_pin_fonts (void);

GArray *picture_collect (gconstpointer marks, gsize size, guint n);
