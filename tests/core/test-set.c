/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-set.h"

#include "sema-memory.h"
#include "sema-set-private.h"
#include "word-rows.h"

static SemaSet *
new_set (void)
{
  const char *const words[] = {"king", "queen", NULL};
  float            *values = sema_memory_alloc_n (4, sizeof (float), NULL);
  double           *norms = sema_memory_alloc_n (2, sizeof (double), NULL);
  char            **warnings = g_strsplit ("one warning|another", "|", -1);

  for (guint i = 0; i < 4; i++)
    values[i] = (float)i;
  norms[0] = 1.0;
  norms[1] = 3.5;
  return sema_set_new_take (sema_matrix_new_take (values, 2, 2), word_rows_new (words), norms, warnings);
}

static void
test_getters (void)
{
  g_autoptr (SemaSet) set = new_set ();

  g_assert_cmpuint (sema_set_get_n_rows (set), ==, 2);
  g_assert_cmpuint (sema_set_get_dim (set), ==, 2);
  g_assert_cmpfloat (sema_set_get_row (set, 1)[0], ==, 2.0f);
  g_assert_true (sema_set_get_row (set, 0) == sema_matrix_get_row (sema_set_get_matrix (set), 0));
  g_assert_cmpstr (sema_vocab_get_word (sema_set_get_vocab (set), 1, NULL), ==, "queen");
  g_assert_cmpfloat (sema_set_get_norm (set, 1), ==, 3.5);
  g_assert_cmpfloat (sema_set_get_norms (set)[0], ==, 1.0);
  g_assert_cmpuint (g_strv_length ((char **)sema_set_get_warnings (set)), ==, 2);
  g_assert_cmpstr (sema_set_get_warnings (set)[1], ==, "another");
}

static void
test_description (void)
{
  g_autoptr (SemaSet) set = new_set ();
  char                name[] = "vectors";

  g_assert_null (sema_set_get_name (set));
  sema_set_describe (set, name, "word2vec", NULL);
  name[0] = '?';
  g_assert_cmpstr (sema_set_get_name (set), ==, "vectors");
  g_assert_cmpstr (sema_set_get_format (set), ==, "word2vec");
  g_assert_null (sema_set_get_compression (set));
}

static void
test_owners (void)
{
  SemaSet *set = new_set ();

  g_assert_true (sema_set_ref (set) == set);
  sema_set_unref (set);
  g_assert_cmpuint (sema_memory_get_used (), >, 0);
  sema_set_unref (set);
  sema_set_unref (NULL);
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/set/getters", test_getters);
  g_test_add_func ("/set/description", test_description);
  g_test_add_func ("/set/owners", test_owners);
  return g_test_run ();
}
