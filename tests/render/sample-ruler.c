/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-ruler.h"

#include <math.h>

static SemaRuler *
create (gsize n, const char *caption)
{
  SemaRuler *ruler = sema_ruler_new (n, NULL);

  ruler->question = (SemaQuestionAxis) {g_strdup ("edible"), g_strdup ("food, fruit, delicious"), g_strdup ("metal, stone, machine")};
  ruler->caption = g_strsplit (caption, ";", -1);
  return ruler;
}

/* With crowds, words that define the question, one without a place and one that is too long. */
SemaRuler *
sample_ruler_new_words (void)
{
  const struct
  {
    const char *label;
    double      value;
    guint8      is_marked;
  } words[] = {
    {"metal", -0.49, 1},
    {"stone", -0.44, 1},
    {"machine", -0.41, 1},
    {"tower", -0.37, 0},
    {"man", -0.17, 0},
    {"king", -0.108, 0},
    {"boy", -0.108, 0},
    {"queen", -0.09, 0},
    {"woman", -0.08, 0},
    {"girl", -0.05, 0},
    {"größe", -0.04, 0},
    {"zero", NAN, 0},
    {"prince", 0.004, 0},
    {"dog", 0.057, 0},
    {"cat", 0.058, 0},
    {"puppy", 0.15, 0},
    {"apple", 0.17, 0},
    {"mango", 0.389, 0},
    {"grape", 0.39, 0},
    {"food", 0.392, 1},
    {"a word that is much too long for the end of any ruler", 0.5, 0},
  };
  SemaRuler *ruler = create (G_N_ELEMENTS (words), "21 words;1 of them has no direction;framed = defines the question;right on 5 of 6 of its own words, each left out in turn;GloVe 6B 100d");

  for (gsize i = 0; i < ruler->n; i++)
    {
      ruler->labels[i] = g_strdup (words[i].label);
      ruler->values[i] = words[i].value;
      ruler->marked[i] = words[i].is_marked;
    }
  ruler->title = g_strdup ("Is it edible?");
  return ruler;
}

SemaRuler *
sample_ruler_new_many (void)
{
  SemaRuler *ruler = create (2000, "2000 words;GloVe 6B 100d");

  for (gsize i = 0; i < ruler->n; i++)
    {
      double angle = 2.4 * (double)i;

      ruler->labels[i] = g_strdup_printf ("word%zu", i);
      ruler->values[i] = 0.4 * sin (angle) * fabs (cos (1.7 * angle));
    }
  return ruler;
}
