/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-scatter.h"

#include <math.h>

typedef struct
{
  const char *word;
  double      x;
  double      y;
  double      quality;
  int         cluster;
} Place;

/* Near where 26 words of a course on embeddings fall. */
static const Place words[] = {
  {"king", -0.98, 0.52, 0.34, 0},
  {"queen", -0.77, 0.84, 0.32, 0},
  {"prince", -1.77, 0.84, 0.41, 0},
  {"princess", -0.35, 1.12, 0.42, 0},
  {"lion", 0.75, 0.85, 0.36, 0},
  {"man", 0.06, 1.42, 0.55, 1},
  {"woman", 0.46, 1.70, 0.60, 1},
  {"girl", 1.52, 1.99, 0.81, 1},
  {"boy", 1.71, 1.91, 0.77, 1},
  {"cat", 2.88, 1.20, 0.62, 2},
  {"dog", 2.73, 1.07, 0.57, 2},
  {"kitten", 3.56, 1.44, 0.60, 2},
  {"puppy", 4.15, 0.98, 0.64, 2},
  {"apple", 2.42, -2.20, 0.80, 3},
  {"orange", 1.73, -1.53, 0.55, 3},
  {"banana", 2.97, -2.57, 0.85, 3},
  {"grape", 2.96, -2.79, 0.82, 3},
  {"mango", 3.95, -2.77, 0.95, 3},
  {"france", -3.55, -0.83, 0.58, 4},
  {"paris", -3.99, -0.34, 0.64, 4},
  {"germany", -4.09, -0.90, 0.66, 4},
  {"berlin", -4.43, -0.61, 0.70, 4},
  {"england", -2.38, -0.18, 0.33, 4},
  {"london", -3.61, -0.02, 0.55, 4},
  {"japan", -2.49, -0.75, NAN, 5},
  {"tokyo", -3.36, -0.41, 0.52, 5},
};

static const char *names[] = {"king", "woman", "dog", "banana", "berlin", "tokyo"};

static void
add_place (SemaScatter *scatter, const Place *place)
{
  SemaScatterPoint point = {g_strdup (place->word), scatter->points->len, place->x, place->y, place->quality, place->cluster};

  g_array_append_val (scatter->points, point);
  if (place->cluster >= 0)
    sema_scatter_get_cluster (scatter, (gsize)place->cluster)->n_points++;
}

static void
add_cluster (SemaScatter *scatter, const char *name)
{
  SemaScatterCluster cluster = {g_strdup (name), 0};

  g_array_append_val (scatter->clusters, cluster);
}

static SemaScatter *
create (const char *title)
{
  SemaScatter *scatter = sema_scatter_new ();

  scatter->ratios[0] = 0.23;
  scatter->ratios[1] = 0.16;
  scatter->title = g_strdup (title);
  g_free (scatter->source);
  scatter->source = g_strdup ("GloVe 6B 100d (unit vectors)");
  return scatter;
}

/* As if the plane lacked one dimension, in which every cluster has a place of its own. */
static void
measure_trust (SemaScatter *scatter)
{
  gsize              n = scatter->points->len;
  g_autofree double *vectors = g_new (double, 3 * n), *places = g_new (double, 2 * n);

  for (gsize i = 0; i < n; i++)
    {
      const SemaScatterPoint *point = sema_scatter_get_point (scatter, i);

      places[2 * i] = vectors[3 * i] = point->x;
      places[2 * i + 1] = vectors[3 * i + 1] = point->y;
      vectors[3 * i + 2] = 2 * point->cluster;
    }
  scatter->trust = sema_trust_new (vectors, n, 3, places, NULL, NULL);
}

SemaScatter *
sample_scatter_new_words (void)
{
  SemaScatter *scatter = create ("Royals, animals, fruit and capitals");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add_cluster (scatter, names[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    add_place (scatter, &words[i]);
  measure_trust (scatter);
  return scatter;
}

static void
add_analogy (SemaScatter *scatter, gsize a, gsize b, gsize c, gssize answer, double miss_x, double miss_y)
{
  const SemaScatterPoint *pa = sema_scatter_get_point (scatter, a);
  const SemaScatterPoint *pb = sema_scatter_get_point (scatter, b);
  const SemaScatterPoint *pc = sema_scatter_get_point (scatter, c);
  SemaScatterAnalogy      analogy = {a, b, c, answer, pb->x - pa->x + pc->x, pb->y - pa->y + pc->y, NULL};

  analogy.target_label = g_strdup_printf ("%s − %s + %s", pb->label, pa->label, pc->label);
  if (answer >= 0)
    {
      sema_scatter_get_point (scatter, (gsize)answer)->x = analogy.target_x + miss_x;
      sema_scatter_get_point (scatter, (gsize)answer)->y = analogy.target_y + miss_y;
    }
  g_array_append_val (scatter->analogies, analogy);
}

SemaScatter *
sample_scatter_new_analogies (void)
{
  const Place places[] = {
    {"man", 0.0, 0.0, 0.6, -1},
    {"king", 2.1, 0.5, 0.5, -1},
    {"woman", 0.3, 1.3, 0.7, -1},
    {"queen", 0, 0, 0.5, -1},
    {"france", -1.8, -1.0, 0.8, -1},
    {"paris", -1.2, -2.0, 0.8, -1},
    {"germany", 0.6, -1.2, 0.9, -1},
    {"berlin", 0, 0, 0.9, -1},
  };
  SemaScatter *scatter = create ("Two analogies");

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    add_place (scatter, &places[i]);
  add_analogy (scatter, 0, 1, 2, 3, -0.5, -0.3);
  add_analogy (scatter, 4, 5, 6, 7, 0.45, 0.1);
  return scatter;
}

/* Blobs round a circle, by a small generator of its own. */
SemaScatter *
sample_scatter_new_clusters (gsize n_points, gsize n_clusters)
{
  SemaScatter *scatter = create (NULL);
  guint32      state = 7;

  for (gsize i = 0; i < n_clusters; i++)
    {
      g_autofree char *name = g_strdup_printf ("word%u", (guint)i);

      add_cluster (scatter, name);
    }
  for (gsize i = 0; i < n_points; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%u", (guint)i);
      gsize            cluster = n_clusters > 0 ? i % n_clusters : 0;
      double           angle = n_clusters > 0 ? 2 * G_PI * (double)cluster / (double)n_clusters : 0;
      double           noise[3];
      Place            place;

      for (int j = 0; j < 3; j++)
        {
          state = state * 1664525 + 1013904223;
          noise[j] = (state >> 8) / 16777216.0;
        }
      place = (Place) {word, 3 * cos (angle) + noise[0], 3 * sin (angle) + noise[1], noise[2], n_clusters > 0 ? (int)cluster : -1};
      add_place (scatter, &place);
    }
  return scatter;
}

SemaScatter *
sample_scatter_new_odd_words (void)
{
  const Place places[] = {
    {"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", -1, 0.5, 0.9, 0},
    {"<b>bold</b> &amp; more", 0.4, 0.9, 0.9, 0},
    {"größe", -0.6, -0.2, 0.9, 0},
    {"Ελλάδα", 0.9, 0.2, 0.9, 0},
    {"слово", 0.2, -0.4, 0.9, 1},
    {"a", 0.22, -0.41, 0.9, 1},
    {"https://example.org/a/rather/long/address?with=parts", 1, -0.8, 0.9, 1},
    {"\xef\xbf\xbd\xef\xbf\xbd", -0.9, -0.9, 0.1, 1},
  };
  SemaScatter *scatter = create ("Words that are long, or odd, under a title that is itself much longer than the page is wide");

  add_cluster (scatter, "a name that is far too long to be shown in a legend");
  add_cluster (scatter, "слово");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    add_place (scatter, &places[i]);
  return scatter;
}

SemaScatter *
sample_scatter_new_two (void)
{
  const Place  places[] = {{"hot", -1.5, 0, 1, -1}, {"cold", 1.5, 0, 1, -1}};
  SemaScatter *scatter = create (NULL);

  scatter->ratios[0] = 1;
  scatter->ratios[1] = 0;
  add_place (scatter, &places[0]);
  add_place (scatter, &places[1]);
  return scatter;
}

/* On the axes of two questions, of which one has many words and the other an odd name. */
SemaScatter *
sample_scatter_new_questions (void)
{
  SemaQuestionAxis axes[] = {{"edible", "food, fruit, delicious, tasty, sweet, juicy, ripe, cooked, baked, fried", "metal, stone, machine"},
                             {"größer als ein Brotkasten", "house, tower", "crumb"}};
  const char      *remarks[] = {"2 words of the questions are not in this file", NULL};
  SemaScatter     *scatter = sample_scatter_new_words ();

  scatter->questions = sema_question_axes_new (axes, 71.3, 0.12);
  scatter->remarks = g_strdupv ((char **)remarks);
  for (gsize i = 0; i < scatter->points->len; i++)
    {
      sema_scatter_get_point (scatter, i)->x *= 0.1;
      sema_scatter_get_point (scatter, i)->y *= 0.1;
    }
  return scatter;
}
