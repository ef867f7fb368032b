/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-page.h"

#include <math.h>

#include "sema-label-placement.h"
#include "sema-text-fit.h"

/* Logical units at text scale 1. */
#define LEADER_WIDTH 1.0
#define RIM 2.0      /* round points and stars */
#define RING 3.0     /* round the rim of selected points */
#define TIGHT 0.84   /* of a line's height is where letters are; labels one below the other may share the rest */
#define WIDEST 260.0 /* longer words are cut */

/* The most important ranks first; those before RANK_OTHER go before all others wherever there is room. */
typedef enum {
  RANK_ASKED,
  RANK_SELECTED,
  RANK_ANALOGY,
  RANK_TARGET,
  RANK_HOVERED,
  RANK_OTHER,
} Rank;

typedef struct
{
  Rank         rank;
  guint64      row;
  gssize       point; /* or -1 */
  const char  *text;
  SemaTextRole role;
  double       x;
  double       y;
  double       clearance;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->point < y->point ? -1 : x->point > y->point;
}

static void
mark_point (guint8 *marks, gsize n, gssize point)
{
  if (point >= 0 && (gsize)point < n)
    marks[point] = 1;
}

/* Which points are part of an analogy. */
static guint8 *
mark_analogies (const SemaScatter *scatter)
{
  gsize   n = scatter->points->len;
  guint8 *marks = g_new0 (guint8, n + 1);

  for (gsize i = 0; i < scatter->analogies->len; i++)
    {
      const SemaScatterAnalogy *analogy = sema_scatter_get_analogy (scatter, i);

      mark_point (marks, n, (gssize)analogy->a);
      mark_point (marks, n, (gssize)analogy->b);
      mark_point (marks, n, (gssize)analogy->c);
      mark_point (marks, n, analogy->answer);
    }
  return marks;
}

/* How far labels keep off the middle of a point. */
static double
get_clearance (const SemaScatterPage *self, gsize point)
{
  double ring = sema_scatter_page_is_selected (self, point) ? RING : 0;

  return sema_scatter_page_get_radius (self, point) + RIM * self->size + ring;
}

static void
add_point_entry (const SemaScatterPage *self, GArray *entries, gsize index, gboolean in_analogy)
{
  const SemaScatterPoint *point = sema_scatter_get_point (self->scatter, index);
  gboolean                selected = sema_scatter_page_is_selected (self, index);
  gboolean                hovered = self->view->hovered == (gssize)index;
  Entry                   entry = {.rank = selected ? RANK_SELECTED : in_analogy ? RANK_ANALOGY
                                                                    : hovered    ? RANK_HOVERED
                                                                                 : RANK_OTHER,
                                   .row = point->row,
                                   .point = (gssize)index,
                                   .text = point->label,
                                   .role = selected || hovered ? SEMA_TEXT_LABEL_STRONG : SEMA_TEXT_LABEL,
                                   .x = self->places[2 * index],
                                   .y = self->places[2 * index + 1],
                                   .clearance = get_clearance (self, index)};

  g_array_append_val (entries, entry);
}

static void
add_target_entry (const SemaScatterPage *self, GArray *entries, gsize index)
{
  const SemaScatterAnalogy *analogy = sema_scatter_get_analogy (self->scatter, index);
  Entry                     entry = {.rank = RANK_TARGET,
                                     .row = index,
                                     .point = -1,
                                     .text = analogy->target_label,
                                     .role = SEMA_TEXT_ANALOGY,
                                     .clearance = sema_scatter_page_get_star_radius (self) + RIM * self->size};

  if (sema_scatter_page_get_target (self, index, &entry.x, &entry.y) && entry.text != NULL)
    g_array_append_val (entries, entry);
}

static void
add_asked_entry (const SemaScatterPage *self, GArray *entries, const SemaScatterPlace *place, const char *text, SemaTextRole role)
{
  Entry entry = {.rank = RANK_ASKED, .row = entries->len, .point = -1, .text = text, .role = role, .x = place->x, .y = place->y};

  entry.clearance = place->radius + RIM * self->size;
  if (text != NULL)
    g_array_append_val (entries, entry);
}

static void
add_asked (const SemaScatterPage *self, GArray *entries)
{
  const SemaScatterTarget *target = self->view->target;
  SemaScatterPlace         place;

  if (target == NULL)
    return;
  if (sema_scatter_page_get_aim (self, &place))
    add_asked_entry (self, entries, &place, target->label, SEMA_TEXT_ANALOGY);
  for (gsize i = 0; i < target->n_ends; i++)
    if (sema_scatter_page_get_guest (self, i, &place))
      add_asked_entry (self, entries, &place, target->ends[i].label, SEMA_TEXT_GUEST);
}

/* What wants a label, the most important first. */
static GArray *
collect_entries (const SemaScatterPage *self)
{
  GArray            *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autofree guint8 *in_analogy = mark_analogies (self->scatter);

  for (gsize i = 0; i < self->scatter->points->len; i++)
    if (sema_scatter_page_is_shown (self, i) && !sema_scatter_page_is_quiet (self, i))
      add_point_entry (self, entries, i, in_analogy[i]);
  for (gsize i = 0; i < self->scatter->analogies->len; i++)
    add_target_entry (self, entries, i);
  add_asked (self, entries);
  g_array_sort (entries, compare_entries);
  return entries;
}

/* All that is on the plot so far. */
static void
avoid_marks (const SemaScatterPage *self, SemaLabelPlacement *placement)
{
  const SemaScene *scene = self->scene;

  for (guint i = 0; i < scene->points->len; i++)
    {
      const SemaPointMark *point = &g_array_index (scene->points, SemaPointMark, i);

      if (!sema_scatter_page_is_quiet (self, point->index))
        sema_label_placement_avoid_disc (placement, point->x, point->y, get_clearance (self, point->index));
    }
  for (guint i = 0; i < scene->stars->len; i++)
    {
      const SemaStarMark *star = &g_array_index (scene->stars, SemaStarMark, i);

      sema_label_placement_avoid_disc (placement, star->x, star->y, star->radius + RIM * self->size);
    }
  for (guint i = 0; i < scene->markers->len; i++)
    {
      const SemaPointMark *guest = &g_array_index (scene->markers, SemaPointMark, i);

      sema_label_placement_avoid_disc (placement, guest->x, guest->y, guest->radius + RIM * self->size);
    }
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const SemaTextMark *text = &g_array_index (scene->texts, SemaTextMark, i);
      SemaFrame           box = {text->x, text->y, text->width, text->height};

      sema_label_placement_avoid_box (placement, &box);
    }
}

static void
spare_lines (const SemaScatterPage *self, SemaLabelPlacement *placement)
{
  for (guint i = 0; i < self->scene->lines->len; i++)
    {
      const SemaLineMark *line = &g_array_index (self->scene->lines, SemaLineMark, i);
      SemaSegment         segment = {line->x0, line->y0, line->x1, line->y1};

      if (line->role != SEMA_LINE_AXIS)
        sema_label_placement_spare_line (placement, &segment);
    }
}

static SemaTextMark
measure_entry (const SemaScatterPage *self, const Entry *entry)
{
  SemaTextMark mark = {.text = entry->text, .role = entry->role, .scale = self->layout.scale, .halo = TRUE, .index = entry->point};

  self->measure->measure (self->measure->data, entry->text, entry->role, mark.scale, &mark.width, &mark.height);
  if (mark.width > WIDEST * mark.scale && entry->point >= 0)
    {
      g_autofree char *shorter = sema_text_fit (self->measure, entry->text, entry->role, mark.scale, WIDEST * mark.scale);

      mark.text = g_string_chunk_insert (self->scene->strings, shorter);
      self->measure->measure (self->measure->data, mark.text, entry->role, mark.scale, &mark.width, &mark.height);
    }
  return mark;
}

static void
add_leader (SemaScatterPage *self, const SemaSegment *leader)
{
  SemaLineMark line = {leader->x0, leader->y0, leader->x1, leader->y1, SEMA_LINE_LEADER, LEADER_WIDTH * sqrt (self->layout.scale), FALSE};

  g_array_append_val (self->scene->lines, line);
}

static void
add_label (SemaScatterPage *self, SemaTextMark *mark, const SemaLabelPlace *place)
{
  mark->x = place->box.x;
  mark->y = place->box.y - (mark->height - place->box.height) / 2;
  sema_scene_add_text (self->scene, mark);
  if (place->led)
    add_leader (self, &place->leader);
}

/**
 * sema_scatter_page_add_labels:
 * @self: a page with all its other marks inside the plot
 *
 * Labels the points that the plot shows, the targets of the analogies and what is asked about: this first, then selected points,
 * those of analogies, their targets, the hovered point, then by row. Labels overlap neither each other nor points that are not quiet, stars and texts; those
 * without a place are left out, and counted. O(n log n).
 */
void
sema_scatter_page_add_labels (SemaScatterPage *self)
{
  g_autoptr (GArray)             entries = collect_entries (self);
  g_autoptr (SemaLabelPlacement) placement = sema_label_placement_new (&self->layout.frame, self->layout.scale);
  g_autofree SemaLabelRequest   *requests = g_new (SemaLabelRequest, entries->len + 1);
  g_autofree SemaLabelPlace     *places = g_new (SemaLabelPlace, entries->len + 1);
  g_autofree SemaTextMark       *marks = g_new (SemaTextMark, entries->len + 1);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      marks[i] = measure_entry (self, entry);
      requests[i] = (SemaLabelRequest) {entry->x, entry->y, entry->clearance, marks[i].width, TIGHT * marks[i].height, entry->rank < RANK_OTHER};
    }
  avoid_marks (self, placement);
  spare_lines (self, placement);
  sema_label_placement_run (placement, requests, entries->len, places);
  for (guint i = 0; i < entries->len; i++)
    {
      gboolean is_word = marks[i].index >= 0;

      self->scene->n_points += is_word ? 1 : 0;
      self->scene->n_labels += is_word && places[i].shown ? 1 : 0;
      if (places[i].shown)
        add_label (self, &marks[i], &places[i]);
    }
}
