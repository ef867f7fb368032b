/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ruler-fixture.h"

#include "sema-random.h"

/* Words w0, w1, … with answers from -0.3 to 0.5, none of them twice. */
SemaRuler *
ruler_fixture_new (gsize n, guint64 seed)
{
  SemaRuler *ruler = sema_ruler_new (n, NULL);
  SemaRandom random;

  sema_random_init (&random, seed);
  for (gsize i = 0; i < n; i++)
    {
      ruler->labels[i] = g_strdup_printf ("w%zu", i);
      ruler->values[i] = 0.8 * sema_random_uniform (&random) - 0.3;
    }
  ruler->question = (SemaQuestionAxis) {g_strdup ("edible"), g_strdup ("food, fruit"), g_strdup ("metal")};
  ruler->title = g_strdup ("Is it edible?");
  ruler->caption = g_strsplit ("one part;another part", ";", -1);
  return ruler;
}
