/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "sema-number.h"
#include "sema-renderer.h"
#include "sema-ruler-scene.h"

#define DECIMALS 4
#define REACH 5.0 /* round a point that has no label, logical units */

/**
 * SemaRulerPane:
 *
 * Shows words along a question: the one under the pointer or the keyboard says what it answers, a click selects it.
 */
struct _SemaRulerPane
{
  SemaPictureView parent_instance;

  SemaRenderer *renderer; /* for the sizes of texts */
  SemaScene    *scene;    /* of the picture, to find words in */
  GArray       *order;    /* gsize: the words that have a place, from the least answer on */
  gssize        word;     /* under the pointer or the keyboard, or -1 */
};

G_DEFINE_FINAL_TYPE (SemaRulerPane, sema_ruler_pane, SEMA_TYPE_PICTURE_VIEW)

static const SemaRuler *
get_ruler (SemaRulerPane *self)
{
  return sema_place_picture_get_ruler (sema_picture_view_get_picture (SEMA_PICTURE_VIEW (self)));
}

static char *
sema_ruler_pane_describe (SemaPictureView *view)
{
  SemaRulerPane   *self = SEMA_RULER_PANE (view);
  const SemaRuler *ruler;
  char             number[SEMA_NUMBER_SIZE];

  if (self->word < 0)
    return NULL;
  ruler = get_ruler (self);
  sema_number_print_fixed (ruler->values[self->word], DECIMALS, number);
  return g_strdup_printf ("%s, %s: %s", ruler->labels[self->word], ruler->question.name, number);
}

static void
say_word (SemaRulerPane *self)
{
  const SemaRuler *ruler = get_ruler (self);
  g_autofree char *label = g_strdup_printf (ngettext ("Ruler of “%s” with %zu word", "Ruler of “%s” with %zu words", (gulong)ruler->n), ruler->question.name, ruler->n);

  sema_picture_view_say (SEMA_PICTURE_VIEW (self), label);
}

static void
go_to (SemaRulerPane *self, gssize word)
{
  if (word == self->word)
    return;
  self->word = word;
  say_word (self);
}

static gboolean
sema_ruler_pane_can_show (const SemaPlacePicture *picture)
{
  return sema_place_picture_get_ruler (picture) != NULL;
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *values = data;
  double        left = values[*(const gsize *)a];
  double        right = values[*(const gsize *)b];

  return (left > right) - (left < right);
}

static void
find_order (SemaRulerPane *self, const SemaRuler *ruler)
{
  g_array_set_size (self->order, 0);
  for (gsize i = 0; i < ruler->n; i++)
    if (isfinite (ruler->values[i]))
      g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_values, ruler->values);
}

static void
sema_ruler_pane_took (SemaPictureView *view, gboolean is_new)
{
  SemaRulerPane           *self = SEMA_RULER_PANE (view);
  const SemaExportOptions *options = sema_picture_view_get_options (view);
  SemaRulerView            looked_at = {options->width, options->height, options->text_scale, options->title, options->legend, options->caption};
  SemaMeasure              measure = sema_renderer_get_measure (self->renderer);

  if (is_new)
    self->word = -1;
  g_clear_pointer (&self->scene, sema_scene_free);
  self->scene = sema_ruler_compose (get_ruler (self), &looked_at, &measure);
  find_order (self, get_ruler (self));
  say_word (self);
}

/* The label of a word, or where it has none, its point. */
static void
find_frame (SemaRulerPane *self, gssize word, SemaFrame *frame)
{
  *frame = (SemaFrame) {0, 0, 0, 0};
  for (guint i = 0; i < self->scene->points->len; i++)
    {
      const SemaPointMark *point = &g_array_index (self->scene->points, SemaPointMark, i);

      if ((gssize)point->index == word)
        *frame = (SemaFrame) {point->x - REACH, point->y - REACH, 2 * REACH, 2 * REACH};
    }
  for (guint i = 0; i < self->scene->texts->len; i++)
    {
      const SemaTextMark *text = &g_array_index (self->scene->texts, SemaTextMark, i);

      if (text->index == word)
        *frame = (SemaFrame) {text->x - 2, text->y, text->width + 4, text->height};
    }
}

static void
outline (SemaRulerPane *self, GtkSnapshot *snapshot, gssize word, gboolean is_selected)
{
  SemaFrame frame;

  find_frame (self, word, &frame);
  if (word >= 0)
    sema_picture_view_outline (SEMA_PICTURE_VIEW (self), snapshot, &frame, is_selected);
}

static void
sema_ruler_pane_snapshot_over (SemaPictureView *view, GtkSnapshot *snapshot)
{
  SemaRulerPane     *self = SEMA_RULER_PANE (view);
  const char *const *words = sema_session_get_selected (sema_picture_view_get_session (view));

  for (; *words != NULL; words++)
    outline (self, snapshot, sema_place_picture_find_word (sema_picture_view_get_picture (view), *words), TRUE);
  outline (self, snapshot, self->word, FALSE);
}

static void
sema_ruler_pane_point (SemaPictureView *view, double x, double y)
{
  SemaRulerPane *self = SEMA_RULER_PANE (view);

  go_to (self, sema_ruler_pick (self->scene, x, y));
}

/* To the next word along the ruler. */
static void
sema_ruler_pane_step (SemaPictureView *view, int right, int down)
{
  SemaRulerPane *self = SEMA_RULER_PANE (view);
  gssize         at = right + down > 0 ? -1 : (gssize)self->order->len;

  for (guint i = 0; i < self->order->len; i++)
    if ((gssize)g_array_index (self->order, gsize, i) == self->word)
      at = i;
  at = CLAMP (at + right + down, 0, (gssize)self->order->len - 1);
  if (self->order->len > 0)
    go_to (self, (gssize)g_array_index (self->order, gsize, at));
}

static void
sema_ruler_pane_activate (SemaPictureView *view)
{
  SemaRulerPane *self = SEMA_RULER_PANE (view);

  if (self->word >= 0)
    sema_session_select (sema_picture_view_get_session (view), NULL, sema_place_picture_get_word (sema_picture_view_get_picture (view), (gsize)self->word));
}

static void
sema_ruler_pane_finalize (GObject *object)
{
  SemaRulerPane *self = SEMA_RULER_PANE (object);

  g_clear_pointer (&self->scene, sema_scene_free);
  g_array_unref (self->order);
  sema_renderer_free (self->renderer);
  G_OBJECT_CLASS (sema_ruler_pane_parent_class)->finalize (object);
}

static void
sema_ruler_pane_class_init (SemaRulerPaneClass *klass)
{
  SemaPictureViewClass *view_class = SEMA_PICTURE_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sema_ruler_pane_finalize;
  view_class->can_show = sema_ruler_pane_can_show;
  view_class->took = sema_ruler_pane_took;
  view_class->snapshot_over = sema_ruler_pane_snapshot_over;
  view_class->describe = sema_ruler_pane_describe;
  view_class->point = sema_ruler_pane_point;
  view_class->step = sema_ruler_pane_step;
  view_class->activate = sema_ruler_pane_activate;
}

static void
sema_ruler_pane_init (SemaRulerPane *self)
{
  self->renderer = sema_renderer_new ();
  self->order = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->word = -1;
}
