/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scatter-fixture.h"

#include <string.h>

#include "sema-random.h"

/* Heights of the fonts, at scale 1. */
double
fixture_get_font (SemaTextRole role)
{
  switch (role)
    {
    case SEMA_TEXT_TITLE:
      return 20;
    case SEMA_TEXT_AXIS:
      return 11.5;
    case SEMA_TEXT_LEGEND:
      return 13;
    case SEMA_TEXT_CLOUD:
      return 12;
    case SEMA_TEXT_CAPTION:
    case SEMA_TEXT_GUEST:
    case SEMA_TEXT_CELL:
      return 12.5;
    case SEMA_TEXT_LABEL:
    case SEMA_TEXT_LABEL_STRONG:
    case SEMA_TEXT_ANALOGY:
    default:
      return 14;
    }
}

/* All letters are equally wide, so that a test can say how wide a text is. */
static void
measure (gpointer data, const char *text, SemaTextRole role, double scale, double *width, double *height)
{
  *width = g_utf8_strlen (text, -1) * FIXTURE_LETTER * fixture_get_font (role) * scale;
  *height = FIXTURE_LINE * fixture_get_font (role) * scale;
}

SemaMeasure
fixture_get_measure (void)
{
  return (SemaMeasure) {measure, NULL};
}

/* Points get their rows in the order they are added. */
void
fixture_add_point (SemaScatter *scatter, const char *label, double x, double y, int cluster)
{
  SemaScatterPoint point = {g_strdup (label), scatter->points->len, x, y, 0.5, cluster};

  g_array_append_val (scatter->points, point);
  if (cluster >= 0)
    sema_scatter_get_cluster (scatter, (gsize)cluster)->n_points++;
}

void
fixture_add_cluster (SemaScatter *scatter, const char *name)
{
  SemaScatterCluster cluster = {g_strdup (name), 0};

  g_array_append_val (scatter->clusters, cluster);
}

/* The target closes the parallelogram. */
void
fixture_add_analogy (SemaScatter *scatter, gsize a, gsize b, gsize c, gssize answer)
{
  const SemaScatterPoint *from = sema_scatter_get_point (scatter, a);
  const SemaScatterPoint *to = sema_scatter_get_point (scatter, b);
  const SemaScatterPoint *start = sema_scatter_get_point (scatter, c);
  SemaScatterAnalogy      analogy = {a, b, c, answer, to->x - from->x + start->x, to->y - from->y + start->y, NULL};

  analogy.target_label = g_strdup_printf ("%s − %s + %s", to->label, from->label, start->label);
  g_array_append_val (scatter->analogies, analogy);
}

/* About normal: the sum of uniform numbers. */
static double
draw_normal (SemaRandom *random)
{
  double sum = 0;

  for (int i = 0; i < 6; i++)
    sum += sema_random_uniform (random) - 0.5;
  return sum;
}

SemaScatter *
fixture_make_scatter (gsize n, gsize n_clusters, guint64 seed)
{
  SemaScatter *scatter = sema_scatter_new ();
  SemaRandom   random;

  sema_random_init (&random, seed);
  for (gsize i = 0; i < n_clusters; i++)
    {
      g_autofree char *name = g_strdup_printf ("cluster%" G_GSIZE_FORMAT, i);

      fixture_add_cluster (scatter, name);
    }
  for (gsize i = 0; i < n; i++)
    {
      char   label[16] = "abcdefghijklmno";
      double x = draw_normal (&random);
      double y = draw_normal (&random) * 0.6;
      int    cluster = n_clusters > 0 ? (int)sema_random_below (&random, n_clusters) : -1;

      label[2 + sema_random_below (&random, 10)] = '\0';
      fixture_add_point (scatter, label, x, y, cluster);
      sema_scatter_get_point (scatter, i)->quality = sema_random_uniform (&random);
    }
  scatter->ratios[0] = 0.231;
  scatter->ratios[1] = 0.158;
  scatter->source = g_strdup ("Vectors (unit vectors)");
  return scatter;
}

const SemaTextMark *
fixture_find_text (const SemaScene *scene, const char *text)
{
  for (guint i = 0; i < scene->texts->len; i++)
    if (strcmp (g_array_index (scene->texts, SemaTextMark, i).text, text) == 0)
      return &g_array_index (scene->texts, SemaTextMark, i);
  return NULL;
}

const SemaTextMark *
fixture_find_label (const SemaScene *scene, gssize point)
{
  for (guint i = 0; i < scene->texts->len; i++)
    if (g_array_index (scene->texts, SemaTextMark, i).index == point)
      return &g_array_index (scene->texts, SemaTextMark, i);
  return NULL;
}

guint
fixture_count_texts (const SemaScene *scene, SemaTextRole role)
{
  guint n = 0;

  for (guint i = 0; i < scene->texts->len; i++)
    n += g_array_index (scene->texts, SemaTextMark, i).role == role;
  return n;
}

guint
fixture_count_lines (const SemaScene *scene, SemaLineRole role)
{
  guint n = 0;

  for (guint i = 0; i < scene->lines->len; i++)
    n += g_array_index (scene->lines, SemaLineMark, i).role == role;
  return n;
}

const SemaLineMark *
fixture_find_line (const SemaScene *scene, SemaLineRole role)
{
  for (guint i = 0; i < scene->lines->len; i++)
    if (g_array_index (scene->lines, SemaLineMark, i).role == role)
      return &g_array_index (scene->lines, SemaLineMark, i);
  return NULL;
}
