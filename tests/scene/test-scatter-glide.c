/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-scatter-glide.h"

#include "cloud-fixture.h"
#include "scatter-fixture.h"

/* Old: rows 0, 1, 2. New: rows 2, 0 in one cluster, then row 8 in it and row 9 in none. */
static SemaScatter *
make_old (void)
{
  SemaScatter *old = sema_scatter_new ();

  fixture_add_point (old, "a", 0, 0, -1);
  fixture_add_point (old, "b", 5, 5, -1);
  fixture_add_point (old, "c", 4, 2, -1);
  return old;
}

static SemaScatter *
make_new (void)
{
  SemaScatter *new = sema_scatter_new ();
  const guint64 rows[] = {2, 0, 8, 9};

  fixture_add_cluster (new, "letters");
  fixture_add_point (new, "c", 8, 2, 0);
  fixture_add_point (new, "a", 0, 4, 0);
  fixture_add_point (new, "i", 6, 7, 0);
  fixture_add_point (new, "j", -4, -8, -1);
  for (gsize i = 0; i < 4; i++)
    sema_scatter_get_point (new, i)->row = rows[i];
  fixture_add_analogy (new, 0, 1, 2, 3);
  new->title = g_strdup ("letters");
  return new;
}

static void
assert_point (const SemaScatter *scatter, gsize index, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (sema_scatter_get_point (scatter, index)->x, x, 1e-12);
  g_assert_cmpfloat_with_epsilon (sema_scatter_get_point (scatter, index)->y, y, 1e-12);
}

static void
test_start (void)
{
  g_autoptr (SemaScatter) old = make_old ();
  g_autoptr (SemaScatter) new = make_new ();
  g_autoptr (SemaScatter) between = sema_scatter_glide (old, new, 0);

  g_assert_cmpuint (between->points->len, ==, 4);
  assert_point (between, 0, 4, 2);
  assert_point (between, 1, 0, 0);
  /* A new one of the cluster starts from the mean of a and c; one of none from the origin. */
  assert_point (between, 2, 2, 1);
  assert_point (between, 3, 0, 0);
}

/* What is said of the plane is said from the start, or the caption would come and go. */
static void
test_trust (void)
{
  const double            places[] = {8, 2, 0, 4, 6, 7, -4, -8};
  g_autoptr (SemaScatter) old = make_old ();
  g_autoptr (SemaScatter) new = make_new ();
  g_autoptr (SemaScatter) between = NULL;

  new->trust = sema_trust_new (places, 4, 2, places, NULL, NULL);
  between = sema_scatter_glide (old, new, 0.5);
  g_assert_true (between->trust == new->trust);
}

static void
test_half (void)
{
  g_autoptr (SemaScatter) old = make_old ();
  g_autoptr (SemaScatter) new = make_new ();
  g_autoptr (SemaScatter) between = sema_scatter_glide (old, new, 0.5);

  assert_point (between, 0, 6, 2);
  assert_point (between, 1, 0, 2);
  assert_point (between, 2, 4, 4);
  assert_point (between, 3, -2, -4);
  g_assert_cmpstr (sema_scatter_get_point (between, 2)->label, ==, "i");
  g_assert_cmpuint (sema_scatter_get_point (between, 2)->row, ==, 8);
  g_assert_cmpstr (sema_scatter_get_cluster (between, 0)->name, ==, "letters");
  g_assert_cmpuint (sema_scatter_get_cluster (between, 0)->n_points, ==, 3);
  g_assert_cmpstr (between->title, ==, "letters");
}

static void
test_parallelogram (void)
{
  g_autoptr (SemaScatter) old = make_old ();
  g_autoptr (SemaScatter) new = make_new ();
  g_autoptr (SemaScatter)   between = sema_scatter_glide (old, new, 0.25);
  const SemaScatterAnalogy *analogy = sema_scatter_get_analogy (between, 0);

  g_assert_cmpfloat_with_epsilon (analogy->target_x, sema_scatter_get_point (between, 1)->x - sema_scatter_get_point (between, 0)->x + sema_scatter_get_point (between, 2)->x, 1e-12);
  g_assert_cmpint (analogy->answer, ==, 3);
}

static void
test_end (void)
{
  g_autoptr (SemaScatter) old = make_old ();
  g_autoptr (SemaScatter) new = make_new ();
  g_autoptr (SemaScatter) end = sema_scatter_glide (old, new, 1);

  g_assert_true (end == new);
}

static void
test_from_nothing (void)
{
  g_autoptr (SemaScatter) none = sema_scatter_new ();
  g_autoptr (SemaScatter) new = make_new ();
  g_autoptr (SemaScatter) between = sema_scatter_glide (none, new, 0.5);

  assert_point (between, 0, 4, 1);
  g_assert_null (between->source);
}

/* The cloud of the end is there from the start. */
static void
test_cloud (void)
{
  g_autoptr (SemaScatter) old = fixture_make_scatter (5, 0, 1);
  g_autoptr (SemaScatter) new = fixture_make_scatter (5, 0, 2);
  g_autoptr (SemaScatter) between = NULL;

  new->cloud = fixture_make_cloud (10, 1);
  between = sema_scatter_glide (old, new, 0.1);
  g_assert_true (between->cloud == new->cloud);
}

/* The new axes are there from the start. */
static void
test_questions (void)
{
  SemaQuestionAxis        axes[] = {{"edible", "food", "metal"}, {"alive", "dog", "stone"}};
  g_autoptr (SemaScatter) old = make_old ();
  g_autoptr (SemaScatter) new = make_new ();
  g_autoptr (SemaScatter) between = NULL;

  new->questions = sema_question_axes_new (axes, 80, 0.1);
  new->remarks = g_strsplit ("a remark", ";", -1);
  between = sema_scatter_glide (old, new, 0.1);
  g_assert_true (between->questions == new->questions);
  g_assert_cmpstr (between->remarks[0], ==, "a remark");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/scatter-glide/start", test_start);
  g_test_add_func ("/scene/scatter-glide/half", test_half);
  g_test_add_func ("/scene/scatter-glide/parallelogram", test_parallelogram);
  g_test_add_func ("/scene/scatter-glide/end", test_end);
  g_test_add_func ("/scene/scatter-glide/from-nothing", test_from_nothing);
  g_test_add_func ("/scene/scatter-glide/cloud", test_cloud);
  g_test_add_func ("/scene/scatter-glide/trust", test_trust);
  g_test_add_func ("/scatter-glide/questions", test_questions);
  return g_test_run ();
}
