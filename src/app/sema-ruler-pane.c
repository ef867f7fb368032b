/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-ruler-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sema-number.h"
#include "sema-renderer.h"
#include "sema-ruler-scene.h"

#define DECIMALS 4
#define REACH 5.0 /* round a point that has no label, logical units */

/**
 * Places:
 * @scene: of the picture, to find words in
 * @frames: of the words, logical units; width 0 for a word that has no place
 * @order: (element-type gsize): the words that have a place, from the least answer on
 *
 * Where the words are on the screen.
 */
typedef struct
{
  SemaScene *scene;
  SemaFrame *frames;
  GArray    *order;
} Places;

static void
places_free (gpointer data)
{
  Places *places = data;

  sema_scene_free (places->scene);
  g_free (places->frames);
  g_array_unref (places->order);
  g_free (places);
}

/**
 * SemaRulerPane:
 *
 * Shows words along a question: the one under the pointer or the keyboard says what it answers, a click selects it.
 */
struct _SemaRulerPane
{
  SemaPictureView parent_instance;

  Places *places; /* NULL before there is a picture */
  gssize  word;   /* under the pointer or the keyboard, or -1 */
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

static GArray *
find_order (const SemaRuler *ruler)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize i = 0; i < ruler->n; i++)
    if (isfinite (ruler->values[i]))
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_values, ruler->values);
  return order;
}

/* The label of each word, or where it has none, its point. */
static SemaFrame *
find_frames (const SemaRuler *ruler, const SemaScene *scene)
{
  SemaFrame *frames = g_new0 (SemaFrame, ruler->n + 1);

  for (guint i = 0; i < scene->points->len; i++)
    {
      const SemaPointMark *point = &g_array_index (scene->points, SemaPointMark, i);

      frames[point->index] = (SemaFrame) {point->x - REACH, point->y - REACH, 2 * REACH, 2 * REACH};
    }
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const SemaTextMark *text = &g_array_index (scene->texts, SemaTextMark, i);

      if (text->index >= 0)
        frames[text->index] = (SemaFrame) {text->x - 2, text->y, text->width + 4, text->height};
    }
  return frames;
}

static gpointer
sema_ruler_pane_prepare (const SemaPlacePicture *picture, const SemaExportOptions *options)
{
  const SemaRuler         *ruler = sema_place_picture_get_ruler (picture);
  SemaPageView             looked_at;
  g_autoptr (SemaRenderer) renderer = sema_renderer_new ();
  SemaMeasure              measure = sema_renderer_get_measure (renderer);
  Places                  *places = g_new (Places, 1);

  sema_export_options_get_view (options, &looked_at);
  places->scene = sema_ruler_compose (ruler, &looked_at, &measure);
  places->frames = find_frames (ruler, places->scene);
  places->order = find_order (ruler);
  return places;
}

static void
sema_ruler_pane_took (SemaPictureView *view, gboolean is_new, gpointer prepared)
{
  SemaRulerPane *self = SEMA_RULER_PANE (view);

  if (is_new)
    self->word = -1;
  g_clear_pointer (&self->places, places_free);
  self->places = prepared;
  say_word (self);
}

static void
outline (SemaRulerPane *self, GtkSnapshot *snapshot, gssize word, gboolean is_selected)
{
  if (word >= 0)
    sema_picture_view_outline (SEMA_PICTURE_VIEW (self), snapshot, &self->places->frames[word], is_selected);
}

static void
sema_ruler_pane_outline_word (SemaPictureView *view, GtkSnapshot *snapshot, const char *word)
{
  outline (SEMA_RULER_PANE (view), snapshot, sema_place_picture_find_word (sema_picture_view_get_picture (view), word), TRUE);
}

static void
sema_ruler_pane_outline_spot (SemaPictureView *view, GtkSnapshot *snapshot)
{
  outline (SEMA_RULER_PANE (view), snapshot, SEMA_RULER_PANE (view)->word, FALSE);
}

static void
sema_ruler_pane_point (SemaPictureView *view, double x, double y)
{
  SemaRulerPane *self = SEMA_RULER_PANE (view);

  go_to (self, sema_ruler_pick (self->places->scene, x, y));
}

/* To the next word along the ruler. */
static void
sema_ruler_pane_step (SemaPictureView *view, int right, int down)
{
  SemaRulerPane *self = SEMA_RULER_PANE (view);
  gssize         at = right + down > 0 ? -1 : (gssize)self->places->order->len;

  for (guint i = 0; i < self->places->order->len; i++)
    if ((gssize)g_array_index (self->places->order, gsize, i) == self->word)
      at = i;
  at = CLAMP (at + right + down, 0, (gssize)self->places->order->len - 1);
  if (self->places->order->len > 0)
    go_to (self, (gssize)g_array_index (self->places->order, gsize, at));
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

  g_clear_pointer (&self->places, places_free);
  G_OBJECT_CLASS (sema_ruler_pane_parent_class)->finalize (object);
}

static void
sema_ruler_pane_class_init (SemaRulerPaneClass *klass)
{
  SemaPictureViewClass *view_class = SEMA_PICTURE_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sema_ruler_pane_finalize;
  view_class->can_show = sema_ruler_pane_can_show;
  view_class->prepare = sema_ruler_pane_prepare;
  view_class->forget_prepared = places_free;
  view_class->took = sema_ruler_pane_took;
  view_class->outline_word = sema_ruler_pane_outline_word;
  view_class->outline_spot = sema_ruler_pane_outline_spot;
  view_class->describe = sema_ruler_pane_describe;
  view_class->point = sema_ruler_pane_point;
  view_class->step = sema_ruler_pane_step;
  view_class->activate = sema_ruler_pane_activate;
}

static void
sema_ruler_pane_init (SemaRulerPane *self)
{
  self->word = -1;
}
