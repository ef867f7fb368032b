/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scene.h"

#define STRINGS_BLOCK 1024

/**
 * sema_scene_new:
 * @width: of the page, logical units
 * @height: of the page
 *
 * Returns: (transfer full): an empty page
 */
SemaScene *
sema_scene_new (double width, double height)
{
  SemaScene *self = g_new0 (SemaScene, 1);

  self->width = width;
  self->height = height;
  self->grids = g_array_new (FALSE, TRUE, sizeof (SemaGridMark));
  self->hulls = g_array_new (FALSE, TRUE, sizeof (SemaHullMark));
  self->lines = g_array_new (FALSE, TRUE, sizeof (SemaLineMark));
  self->points = g_array_new (FALSE, TRUE, sizeof (SemaPointMark));
  self->stars = g_array_new (FALSE, TRUE, sizeof (SemaStarMark));
  self->markers = g_array_new (FALSE, TRUE, sizeof (SemaPointMark));
  self->bars = g_array_new (FALSE, TRUE, sizeof (SemaBarMark));
  self->texts = g_array_new (FALSE, TRUE, sizeof (SemaTextMark));
  self->strings = g_string_chunk_new (STRINGS_BLOCK);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * sema_scene_free:
 * @self: (nullable) (transfer full): what is no longer needed
 */
void
sema_scene_free (SemaScene *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->grids);
  g_array_unref (self->hulls);
  g_array_unref (self->lines);
  g_array_unref (self->points);
  g_array_unref (self->stars);
  g_array_unref (self->markers);
  g_array_unref (self->bars);
  g_array_unref (self->texts);
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * sema_scene_add_text:
 * @self: a scene in the making
 * @mark: the text; its string is copied
 */
void
sema_scene_add_text (SemaScene *self, const SemaTextMark *mark)
{
  SemaTextMark text = *mark;

  text.text = g_string_chunk_insert (self->strings, mark->text);
  g_array_append_val (self->texts, text);
}

/**
 * sema_scene_add_corners:
 * @self: a scene in the making
 * @n_corners: of a hull
 *
 * Returns: (transfer none): (n_corners, 2) room for them, which lives as long as the scene
 */
double *
sema_scene_add_corners (SemaScene *self, gsize n_corners)
{
  return sema_scene_add_numbers (self, 2 * n_corners);
}

/**
 * sema_scene_add_numbers:
 * @self: a scene in the making
 * @n: how many; few, for there is no way to fail
 *
 * Returns: (transfer none): (n) zeros, which live as long as the scene
 */
double *
sema_scene_add_numbers (SemaScene *self, gsize n)
{
  double *numbers = g_new0 (double, n + 1);

  g_ptr_array_add (self->blocks, numbers);
  return numbers;
}
