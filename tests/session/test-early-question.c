/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-early-question.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sema-analogy.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "small-set.h"

#define DIM 100
#define N_WORDS 3000

/* A file that is large enough to be mapped. */
static char *
write_file (void)
{
  g_autoptr (GString) file = g_string_new (NULL);
  SemaRandom          random;
  char               *path;

  sema_random_init (&random, 3);
  g_string_append_printf (file, "%d %d\n", N_WORDS, DIM);
  for (guint i = 0; i < N_WORDS; i++)
    {
      float values[DIM];

      for (guint k = 0; k < DIM; k++)
        values[k] = (float)small_set_draw (&random);
      g_string_append_printf (file, "w%u ", i);
      g_string_append_len (file, (const char *)values, sizeof values);
    }
  g_close (g_file_open_tmp ("semascope-early-XXXXXX", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, file->str, (gssize)file->len, NULL));
  return path;
}

static SemaSet *
load (const char *path, const SemaEarlyQuestion *question)
{
  SemaFormatsOptions options = {.ask = question != NULL ? sema_early_question_ask : NULL, .ask_data = (gpointer)question};
  g_autoptr (GError) error = NULL;
  SemaSet           *set = sema_formats_load_with (path, &options, NULL, &error);

  g_assert_no_error (error);
  return set;
}

static GArray *
find (SemaSet *set, const guint64 *plus, gsize n_plus, const guint64 *minus, gsize n_minus)
{
  g_autoptr (GError) error = NULL;
  GArray            *found = sema_analogy_find (set, NULL, plus, n_plus, minus, n_minus, 20, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static const char *const plus_words[] = {"w2999", "w7", NULL};
static const char *const minus_words[] = {"w1234", NULL};
static const guint64     plus_rows[] = {2999, 7};
static const guint64     minus_rows[] = {1234};

/* The vector that the question comes to is the one that is looked for, and the answer has the same bits. */
static void
test_same_answer (void)
{
  g_autofree char        *path = write_file ();
  const SemaEarlyQuestion questions[] = {{plus_words + 1, NULL}, {plus_words, minus_words}};
  g_autoptr (SemaSet)     plain = load (path, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      const guint64      *plus = i == 0 ? plus_rows + 1 : plus_rows;
      g_autoptr (SemaSet) set = load (path, &questions[i]);
      g_autoptr (GArray)  expected = find (plain, plus, i + 1, minus_rows, i);
      g_autoptr (GArray)  found = find (set, plus, i + 1, minus_rows, i);
      double             *query = sema_early_question_ask (plain, (gpointer)&questions[i]);

      g_assert_nonnull (sema_set_get_products (set, query));
      g_assert_null (sema_set_get_products (plain, query));
      g_assert_cmpuint (found->len, ==, 20);
      g_assert_cmpmem (found->data, found->len * sizeof (SemaNeighbour), expected->data, expected->len * sizeof (SemaNeighbour));
      sema_memory_free (query);
    }
  g_unlink (path);
}

/* What is not known yet is asked in the usual way. */
static void
test_not_yet (void)
{
  g_autofree char        *path = write_file ();
  const char *const       unknown[] = {"w7", "w3000", NULL};
  const char *const       twice[] = {"w7", NULL};
  const SemaEarlyQuestion questions[] = {{unknown, NULL}, {twice, twice}, {NULL, NULL}};
  g_autoptr (SemaSet)     set = load (path, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (SemaSet) opened = load (path, &questions[i]);

      g_assert_null (sema_early_question_ask (set, (gpointer)&questions[i]));
      g_assert_cmpuint (sema_set_get_n_rows (opened), ==, N_WORDS);
    }
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/early-question/same-answer", test_same_answer);
  g_test_add_func ("/early-question/not-yet", test_not_yet);
  return g_test_run ();
}
