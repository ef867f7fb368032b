/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-pair-text.h"

#include <math.h>
#include <string.h>

#include "sema-error.h"
#include "sema-memory.h"
#include "small-set.h"

static const guint32 order[] = {2, 0, 1};

static SemaPairList *
make_list (void)
{
  static const char *const words[] = {"king", "say \"hi\"", "b\ta"};
  static const float       values[] = {3, 4, 4, 3, 0, 2};
  static const guint64     rows[] = {0, 1, 2};
  g_autoptr (SemaSet)      set = small_set_new (words, values, 3, 2);

  return sema_pair_list_new (set, rows, sema_pairs_new (set, rows, 3, NULL, NULL), NULL);
}

/* As semascope-cli compare --csv prints it, which is compared with numpy's numbers. */
static void
test_csv (void)
{
  g_autoptr (SemaPairList) list = make_list ();
  g_autoptr (GBytes)       bytes = sema_pair_text_print_csv (list, order, NULL, NULL);
  gsize                    size;
  const char              *data = g_bytes_get_data (bytes, &size);
  g_autofree char         *text = g_strndup (data, size);
  g_auto (GStrv)           lines = g_strsplit (text, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_cmpstr (lines[0], ==, "a,b,cosine,dot,distance,angle");
  g_assert_true (g_str_has_prefix (lines[1], "\"say \"\"hi\"\"\",b\ta,0.6"));
  g_assert_true (g_str_has_prefix (lines[2], "king,\"say \"\"hi\"\"\",0.96"));
  g_assert_true (g_str_has_prefix (lines[3], "king,b\ta,0.8"));
  g_assert_nonnull (strstr (lines[3], ",8,3.605551275463989,"));
  g_assert_cmpstr (lines[4], ==, "");
}

/* A tab in a word makes no column. */
static void
test_text (void)
{
  g_autoptr (SemaPairList) list = make_list ();
  g_autoptr (GBytes)       bytes = sema_pair_text_print (list, order, NULL, NULL);
  gsize                    size;
  const char              *data = g_bytes_get_data (bytes, &size);
  g_autofree char         *text = g_strndup (data, size);
  g_auto (GStrv)           lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0], "Word 1\tWord 2\tCosine\t"));
  g_assert_cmpstr (lines[2], ==, "king\tsay \"hi\"\t0.960000\t24.000000\t1.414214\t16.26\t5.000000\t5.000000");
  for (gsize i = 0; i < 4; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (columns), ==, 8);
    }
}

static void
test_cells (void)
{
  static const char *const expected[SEMA_N_PAIR_COLUMNS] = {"–", "-0.5000", "2.0000", "41.3°", NULL, NULL, "3.0000", "4.1235"};
  const SemaPair           pair = {0, 1, NAN, -0.5, 2, 41.34, 3, 4.12346};

  for (SemaPairColumn column = 0; column < SEMA_N_PAIR_COLUMNS; column++)
    {
      g_autofree char *text = sema_pair_text_is_word (column) ? NULL : sema_pair_text_print_cell (&pair, column);

      g_assert_cmpstr (text, ==, expected[column]);
      g_assert_cmpint (*sema_pair_text_get_title (column), !=, '\0');
    }
}

static void
test_failures (void)
{
  g_autoptr (SemaPairList) list = make_list ();
  g_autoptr (SemaProgress) progress = sema_progress_new ();
  g_autoptr (GError)       error = NULL;

  sema_progress_cancel (progress);
  g_assert_null (sema_pair_text_print (list, order, progress, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
  g_clear_error (&error);
  sema_memory_fail_at (1);
  g_assert_null (sema_pair_text_print_csv (list, order, NULL, &error));
  g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
  sema_memory_fail_at (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-text/csv", test_csv);
  g_test_add_func ("/pair-text/text", test_text);
  g_test_add_func ("/pair-text/cells", test_cells);
  g_test_add_func ("/pair-text/failures", test_failures);
  return g_test_run ();
}
