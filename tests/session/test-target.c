/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-target.h"

#include <math.h>
#include <string.h>

#include "sema-math-error.h"
#include "small-set.h"

/* Of the first four the mean is 0 and the axes are those of x and y: a place is x and y as they are. */
static const char *const words[] = {"east", "west", "north", "south", "up", "zero", "northeast"};
static const float       values[] = {3, 0, 0, -3, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0.5f, 4, 0, 0, 0, 3, 1, 0};

enum {
  EAST,
  WEST,
  NORTH,
  SOUTH,
  UP,
  ZERO,
  NORTHEAST,
};

static const SemaQueryKind raw = {SEMA_METRIC_COSINE, SEMA_METHOD_ADD, SEMA_VECTORS_RAW};
static const SemaQueryKind unit = {SEMA_METRIC_COSINE, SEMA_METHOD_ADD, SEMA_VECTORS_UNIT};

static SemaSet *
make_set (void)
{
  return small_set_new (words, values, G_N_ELEMENTS (words), 3);
}

/* Whether a word is more like one row's or the next one's. */
static void
put_question (SemaRecipe *recipe, const char *name, SemaSet *set, guint64 row)
{
  gsize                        length;
  const char                  *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);
  g_autofree char             *yes = g_strndup (word, length);
  g_autofree char             *no = NULL;
  g_autofree char             *text = NULL;
  g_autoptr (SemaQuestionText) question = NULL;

  no = g_strndup (sema_vocab_get_word (sema_set_get_vocab (set), row + 1, &length), length);
  text = g_strdup_printf ("%s: %s / %s", name, yes, no);
  question = sema_question_text_parse (text);
  g_assert_true (sema_recipe_put_question (recipe, -1, question));
}

/* Of the rows whose words are their names or numbers, from 0 to @n. */
static SemaProjection *
project_by (SemaSet *set, gsize n, SemaVectors vectors, gboolean all_words, gboolean by_questions)
{
  g_autoptr (SemaRecipe) recipe = sema_recipe_new ();
  g_autoptr (GError)     error = NULL;
  SemaProjection        *projection;

  for (gsize i = 0; i < n; i++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (set), i, &length);

      sema_recipe_add_word (recipe, word, SEMA_NO_GROUP);
    }
  recipe->vectors = vectors;
  recipe->all_words = all_words;
  if (by_questions)
    {
      put_question (recipe, "across", set, 1);
      put_question (recipe, "up", set, 3);
      g_assert_true (sema_recipe_set_axes (recipe, "across", "up"));
    }
  projection = sema_projection_new (set, recipe, NULL, NULL, &error);
  g_assert_no_error (error);
  return projection;
}

static SemaProjection *
project (SemaSet *set, gsize n, SemaVectors vectors, gboolean all_words)
{
  return project_by (set, n, vectors, all_words, FALSE);
}

static SemaTarget *
aim (SemaSet *set, const SemaTerm *terms, gsize n_terms, const SemaQueryKind *kind, const guint64 *rows, gsize n_rows, SemaProjection *projection)
{
  g_autoptr (GError) error = NULL;
  SemaTarget        *target = sema_target_new (set, terms, n_terms, kind, rows, n_rows, projection, &error);

  g_assert_no_error (error);
  return target;
}

static const SemaScatterPoint *
get_point (const SemaProjection *projection, gsize index)
{
  return sema_scatter_get_point (sema_projection_get_scatter (projection), index);
}

/* What one word comes to lies on its point, on any plane. */
static void
test_one_word (void)
{
  g_autoptr (SemaSet) set = small_set_new_random (60, 9, 3);

  for (int i = 0; i < 8; i++)
    {
      SemaVectors                vectors = i % 2 == 0 ? SEMA_VECTORS_RAW : SEMA_VECTORS_UNIT;
      g_autoptr (SemaProjection) projection = project_by (set, 40, vectors, i % 4 >= 2, i >= 4);

      for (guint64 row = 0; row < 40; row++)
        {
          const SemaTerm         term = {row, 1};
          g_autoptr (SemaTarget) target = aim (set, &term, 1, &unit, &row, 1, projection);

          g_assert_true (target->projection == projection);
          g_assert_cmpfloat_with_epsilon (target->over.x, get_point (projection, row)->x, 1e-9);
          g_assert_cmpfloat_with_epsilon (target->over.y, get_point (projection, row)->y, 1e-9);
          g_assert_cmpint (target->over.ends[0].point, ==, (gssize)row);
          g_assert_cmpfloat_with_epsilon (target->distances[0], 0, 1e-12);
        }
    }
}

/* Weights that add up to 1 weigh the points themselves, for projecting is affine. */
static void
test_combination (void)
{
  g_autoptr (SemaSet)        set = small_set_new_random (60, 9, 3);
  g_autoptr (SemaProjection) projection = project (set, 40, SEMA_VECTORS_RAW, FALSE);
  const SemaScatterPoint    *a = get_point (projection, 7), *b = get_point (projection, 21), *c = get_point (projection, 33);
  const SemaTerm             plain[] = {{7, 1}, {21, -1}, {33, 1}}, weighted[] = {{7, 2.5}, {21, -2}, {33, 0.5}};
  g_autoptr (SemaTarget)     corner = aim (set, plain, 3, &raw, NULL, 0, projection), other = aim (set, weighted, 3, &raw, NULL, 0, projection);

  g_assert_cmpfloat_with_epsilon (corner->over.x, a->x - b->x + c->x, 1e-9);
  g_assert_cmpfloat_with_epsilon (corner->over.y, a->y - b->y + c->y, 1e-9);
  g_assert_cmpfloat_with_epsilon (other->over.x, 2.5 * a->x - 2 * b->x + 0.5 * c->x, 1e-9);
  g_assert_cmpfloat_with_epsilon (other->over.y, 2.5 * a->y - 2 * b->y + 0.5 * c->y, 1e-9);
}

/* Any weights, where the plane is known: 2 east - 0.5 north is (6, -0.5, 0). */
static void
test_numbers (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaProjection) projection = project (set, 4, SEMA_VECTORS_RAW, FALSE);
  const SemaTerm             terms[] = {{EAST, 2}, {NORTH, -0.5}};
  const guint64              rows[] = {NORTHEAST, SOUTH, WEST};
  g_autoptr (SemaTarget)     target = aim (set, terms, 2, &raw, rows, 3, projection);
  g_autofree char           *csv = sema_target_to_csv (target);

  g_assert_cmpint (target->vectors, ==, SEMA_VECTORS_RAW);
  g_assert_cmpstr (csv, ==, "6,-0.5,0");
  g_assert_cmpfloat_with_epsilon (target->norm, sqrt (36.25), 1e-12);
  g_assert_cmpuint (target->n_ends, ==, 2);
  g_assert_cmpstr (target->labels[0], ==, "northeast");
  g_assert_cmpstr (target->labels[1], ==, "south");
  g_assert_cmpfloat_with_epsilon (target->distances[0], sqrt (9 + 2.25), 1e-12);
  g_assert_cmpfloat_with_epsilon (target->distances[1], sqrt (36 + 0.25), 1e-12);
  g_assert_cmpfloat_with_epsilon (target->over.x, 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (target->over.y, -0.5, 1e-9);
  g_assert_cmpstr (target->over.label, ==, "3.35 from northeast, 6.02 from south");
}

/* A word that is not on the map has a place there too, but no point. */
static void
test_guest (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaProjection) projection = project (set, 4, SEMA_VECTORS_RAW, FALSE);
  const SemaTerm             terms[] = {{EAST, 1}, {NORTH, 1}};
  const guint64              rows[] = {NORTHEAST, NORTH};
  g_autoptr (SemaTarget)     target = aim (set, terms, 2, &raw, rows, 2, projection);

  g_assert_cmpuint (target->over.n_ends, ==, 2);
  g_assert_cmpint (target->over.ends[0].point, ==, -1);
  g_assert_cmpstr (target->over.ends[0].label, ==, "northeast");
  g_assert_cmpfloat_with_epsilon (target->over.ends[0].x, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (target->over.ends[0].y, 1, 1e-9);
  g_assert_cmpint (target->over.ends[1].point, ==, NORTH);
}

/* The numbers are of the vectors that the question adds up; the map has its own sum, of those that it shows. */
static void
test_other_vectors (void)
{
  g_autoptr (SemaSet)        set = make_set ();
  g_autoptr (SemaProjection) shows_raw = project (set, 4, SEMA_VECTORS_RAW, FALSE), shows_unit = project (set, 5, SEMA_VECTORS_UNIT, FALSE);
  const SemaTerm             terms[] = {{EAST, 1}, {NORTH, 1}};
  const guint64              row = EAST;
  g_autoptr (SemaTarget)     target = aim (set, terms, 2, &unit, &row, 1, shows_raw), other = NULL;

  g_assert_cmpint (target->vectors, ==, SEMA_VECTORS_UNIT);
  g_assert_cmpfloat_with_epsilon (target->norm, G_SQRT2, 1e-12);
  g_assert_cmpfloat_with_epsilon (target->distances[0], 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (target->over.x, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (target->over.y, 1, 1e-9);
  g_assert_cmpint (target->shown, ==, SEMA_VECTORS_RAW);
  g_assert_cmpstr (target->over.label, ==, "1.00 from east");
  other = aim (set, (const SemaTerm[]) {{EAST, 1}, {UP, 1}}, 2, &(SemaQueryKind) {SEMA_METRIC_EUCLID, SEMA_METHOD_ADD, SEMA_VECTORS_UNIT}, &row, 1, shows_unit);
  g_assert_cmpint (other->vectors, ==, SEMA_VECTORS_RAW);
  g_assert_cmpfloat_with_epsilon (other->distances[0], sqrt (16.25), 1e-12);
  g_assert_cmpstr (other->over.label, ==, "1.00 from east");
}

/* One word or none makes no plane, another file's is another; and what the map cannot show has no place there. */
static void
test_no_place (void)
{
  g_autoptr (SemaSet)        set = make_set (), other = make_set ();
  g_autoptr (SemaProjection) none = project (set, 0, SEMA_VECTORS_RAW, FALSE), one = project (set, 1, SEMA_VECTORS_RAW, FALSE);
  g_autoptr (SemaProjection) foreign = project (other, 4, SEMA_VECTORS_RAW, FALSE), shows_unit = project (set, 4, SEMA_VECTORS_UNIT, FALSE);
  SemaProjection            *projections[] = {NULL, none, one, foreign, shows_unit};
  const SemaTerm             terms[] = {{EAST, 1}, {ZERO, 1}};

  for (guint i = 0; i < G_N_ELEMENTS (projections); i++)
    {
      SemaQueryKind          distance = {SEMA_METRIC_EUCLID, SEMA_METHOD_ADD, SEMA_VECTORS_UNIT};
      g_autoptr (SemaTarget) target = aim (set, terms, 2, &distance, NULL, 0, projections[i]);

      g_assert_null (target->projection);
      g_assert_cmpfloat (target->norm, ==, 3);
    }
}

static void
test_undefined (void)
{
  g_autoptr (SemaSet)    set = make_set ();
  g_autoptr (GError)     error = NULL;
  g_autoptr (SemaTarget) target = sema_target_new (set, (const SemaTerm[]) {{EAST, 1}, {EAST, -1}}, 2, &raw, NULL, 0, NULL, &error);

  g_assert_null (target);
  g_assert_error (error, SEMA_MATH_ERROR, SEMA_MATH_ERROR_UNDEFINED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target/one-word", test_one_word);
  g_test_add_func ("/target/combination", test_combination);
  g_test_add_func ("/target/numbers", test_numbers);
  g_test_add_func ("/target/guest", test_guest);
  g_test_add_func ("/target/other-vectors", test_other_vectors);
  g_test_add_func ("/target/no-place", test_no_place);
  g_test_add_func ("/target/undefined", test_undefined);
  return g_test_run ();
}
