/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-faults.h"

#include <string.h>

#include "sema-formats.h"

static void
add (SemaTextFaults *faults, guint64 number, SemaTextFault fault, gsize n_found)
{
  SemaLine    line = {.number = number};
  SemaTextRow row = {.fault = fault, .n_found = n_found};

  sema_text_faults_add (faults, &line, &row);
}

static void
test_describe (void)
{
  g_auto (SemaTextFaults) faults;
  g_autofree char        *none = NULL;
  g_autofree char        *one = NULL;
  g_autofree char        *all = NULL;

  sema_text_faults_init (&faults);
  none = sema_text_faults_describe (&faults, 5);
  g_assert_null (none);
  add (&faults, 3, SEMA_TEXT_FAULT_SHORT, 2);
  one = sema_text_faults_describe (&faults, 5);
  g_assert_cmpstr (one, ==, "1 line was left out, as it does not hold a word and the 5 numbers of the others: line 3 (2 numbers).");
  add (&faults, 17, SEMA_TEXT_FAULT_NO_NUMBER, 4);
  add (&faults, 18, SEMA_TEXT_FAULT_LONG, 6);
  add (&faults, 19, SEMA_TEXT_FAULT_TOO_LONG, 0);
  all = sema_text_faults_describe (&faults, 5);
  g_assert_nonnull (strstr (all, "4 lines were left out"));
  g_assert_nonnull (strstr (all, "line 3 (2 numbers), line 17 (number 4 is none), line 18 (6 numbers), line 19 (too long)."));
}

static void
test_list_is_short (void)
{
  g_auto (SemaTextFaults) faults;
  g_autofree char        *all = NULL;

  sema_text_faults_init (&faults);
  for (guint i = 1; i <= 1000; i++)
    add (&faults, i, SEMA_TEXT_FAULT_SHORT, 1);
  all = sema_text_faults_describe (&faults, 5);
  g_assert_nonnull (strstr (all, "1000 lines"));
  g_assert_nonnull (strstr (all, "line 20 (1 number)…."));
  g_assert_null (strstr (all, "line 21"));
}

static gboolean
is_refused (guint64 n_bad, guint64 n_rows, gboolean is_end)
{
  g_auto (SemaTextFaults) faults;
  g_autoptr (GError)      error = NULL;
  gboolean                fine;

  sema_text_faults_init (&faults);
  for (guint i = 1; i <= n_bad; i++)
    add (&faults, i, SEMA_TEXT_FAULT_SHORT, 1);
  fine = sema_text_faults_check (&faults, n_rows, is_end, 5, "x.txt", &error);
  if (!fine)
    g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  return !fine;
}

static void
test_limits (void)
{
  g_assert_false (is_refused (0, 0, TRUE));
  g_assert_false (is_refused (1, 1, TRUE));
  g_assert_true (is_refused (2, 1, TRUE));
  g_assert_false (is_refused (2, 1, FALSE));
  /* Twenty are harmless, one more is not when it is more than one in a hundred. */
  g_assert_false (is_refused (20, 30, TRUE));
  g_assert_true (is_refused (21, 30, TRUE));
  g_assert_false (is_refused (21, 2079, TRUE));
  g_assert_true (is_refused (21, 2078, TRUE));
  /* Only the first ten thousand lines tell. */
  g_assert_false (is_refused (100, 9900, FALSE));
  g_assert_true (is_refused (101, 9899, FALSE));
  g_assert_false (is_refused (101, 9900, FALSE));
  g_assert_false (is_refused (5000, 9900, TRUE));
  g_assert_true (is_refused (9901, 9900, TRUE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/text-faults/describe", test_describe);
  g_test_add_func ("/formats/text-faults/list-is-short", test_list_is_short);
  g_test_add_func ("/formats/text-faults/limits", test_limits);
  return g_test_run ();
}
