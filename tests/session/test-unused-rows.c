/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-unused-rows.h"

#include <string.h>

#include "sema-diagnosis.h"
#include "sema-error.h"
#include "sema-memory.h"
#include "sema-set-builder.h"

#define BIT(name) SEMA_FINDING_BIT (SEMA_FINDING_##name)

/* Of one number each. */
static SemaSet *
new_set (const char *format, const char *const *words, const float *values, guint n)
{
  g_autoptr (SemaSetBuilder) builder = sema_set_builder_new (2, n);

  for (guint row = 0; row < n; row++)
    {
      float *place = sema_set_builder_add (builder, words[row], strlen (words[row]), NULL);

      place[0] = values[row];
      place[1] = values[row] > 4 ? 1 : values[row];
    }
  return sema_set_builder_finish (builder, "small", format, "none", NULL, NULL);
}

static void
assert_marks (const char *format, const char *const *words, const float *values, guint n, const guint16 *expected)
{
  g_autoptr (SemaSet)      set = new_set (format, words, values, n);
  g_autoptr (SemaRowCheck) check = sema_row_check_new (sema_set_get_matrix (set), NULL, NULL);
  g_autofree guint16      *findings = g_new0 (guint16, n);

  g_assert_true (sema_unused_rows_mark (set, NULL, check, findings, NULL, NULL));
  for (guint row = 0; row < n; row++)
    g_assert_cmpuint (findings[row], ==, expected[row]);
}

static void
test_tokens (void)
{
  static const char *const words[] = {"a", "[1]", "[unused3]", "b", "\xf5", "[5]", "[6]"};
  const float              values[] = {5, 6, 7, 8, 9, 10, 11};
  const guint16            model[] = {0, BIT (NO_TOKEN), BIT (RESERVED), 0, BIT (RESERVED), BIT (NO_TOKEN) | BIT (PADDING), BIT (NO_TOKEN) | BIT (PADDING)};
  const guint16            words_only[] = {0, 0, BIT (RESERVED), 0, BIT (RESERVED), 0, 0};

  assert_marks ("tensors", words, values, 7, model);
  assert_marks ("text", words, values, 7, words_only);
}

/* Without any token, padding is what is blank or the same at the end, and two at least where it is only the same. */
static void
test_nameless (void)
{
  static const char *const words[] = {"[0]", "[1]", "[2]", "[3]", "[4]", "[5]"};
  const float              blank[] = {5, 0, 6, 2, 0, 0}, same[] = {7, 5, 7, 7, 7, 7}, none[] = {5, 6, 7, 0, 8, 9};
  const guint16            first[] = {0, 0, 0, BIT (PADDING), BIT (PADDING), BIT (PADDING)};
  const guint16            second[] = {0, 0, BIT (PADDING), BIT (PADDING), BIT (PADDING), BIT (PADDING)};
  const guint16            third[6] = {0};

  assert_marks ("tensors", words, blank, 6, first);
  assert_marks ("tensors", words, same, 6, second);
  assert_marks ("tensors", words, none, 6, third);
}

static void
test_list (void)
{
  const guint16 findings[] = {0, BIT (PADDING), BIT (RESERVED) | BIT (ZERO), BIT (UNREACHABLE), BIT (NO_TOKEN) | BIT (NAN), BIT (RESERVED), BIT (DUPLICATE)};
  const guint32 expected[] = {1, 5};
  guint32       n;
  guint32      *rows = sema_unused_rows_list (findings, 7, &n, NULL);

  g_assert_cmpmem (rows, n * sizeof *rows, expected, sizeof expected);
  sema_memory_free (rows);
  rows = sema_unused_rows_list (findings + 2, 2, &n, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (rows[0], ==, 1);
  sema_memory_free (rows);
  rows = sema_unused_rows_list (findings, 1, &n, NULL);
  g_assert_cmpuint (n, ==, 0);
  sema_memory_free (rows);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unused-rows/tokens", test_tokens);
  g_test_add_func ("/unused-rows/nameless", test_nameless);
  g_test_add_func ("/unused-rows/list", test_list);
  return g_test_run ();
}
