/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-word2vec-check.h"

#include <string.h>

#include "sema-formats.h"
#include "sema-test-files.h"

/* A check of a file of which nothing was read yet, that promises so many words of one number. */
static void
begin (SemaWord2vecCheck *check, guint64 n_promised, guint64 most_rows)
{
  g_autofree char *path = sema_test_files_write ("check.bin", "12345678", 8);

  *check = (SemaWord2vecCheck) {.most_rows = most_rows};
  check->source = sema_source_open (path, NULL, NULL);
  check->header.n_words = n_promised;
  check->header.dim = 1;
  check->builder = sema_set_builder_new (1, 0);
}

static void
add_rows (SemaWord2vecCheck *check, guint n)
{
  for (guint i = 0; i < n; i++)
    *sema_set_builder_add (check->builder, "w", 1, NULL) = 1;
}

static SemaSet *
end (SemaWord2vecCheck *check)
{
  SemaSet *set = sema_set_builder_finish (check->builder, NULL, NULL, NULL, NULL, NULL);

  sema_set_builder_free (check->builder);
  sema_source_close (check->source);
  return set;
}

/* Words that come one by one, and the same where plain ones are counted only: refused at the third odd one of eight. */
static void
test_shift (void)
{
  static const char *const patterns[] = {"x.x.x", "xxx", "x......xx", "x.......xx", "xx.......xx", "x......x.x", "x.......................xxx"};
  static const gboolean    is_refused[] = {TRUE, TRUE, FALSE, FALSE, FALSE, FALSE, TRUE};

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    for (guint counted = 0; counted <= 1; counted++)
      {
        SemaWord2vecCheck   check;
        g_autoptr (GError)  error = NULL;
        g_autoptr (SemaSet) set = NULL;
        gboolean            fine = TRUE;
        const char         *at = patterns[i];

        begin (&check, 9, 9);
        while (*at != '\0' && fine)
          {
            gsize n_plain = strspn (at, ".");

            if (*at == 'x')
              fine = sema_word2vec_check_word (&check, "a\1", 2, (guint64)(at - patterns[i]), &error);
            else if (counted)
              sema_word2vec_check_plain_words (&check, n_plain);
            else
              fine = sema_word2vec_check_word (&check, "plain", 5, 0, &error);
            at += *at != 'x' && counted ? n_plain : 1;
          }
        g_test_message ("%s", patterns[i]);
        g_assert_cmpint (fine, ==, !is_refused[i]);
        if (!fine)
          g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
        g_assert_cmpuint (check.odd_at, ==, 0);
        set = end (&check);
      }
}

static void
test_shortage (void)
{
  SemaWord2vecCheck   check;
  g_autoptr (SemaSet) set = NULL;

  begin (&check, 5, 5);
  add_rows (&check, 3);
  g_assert_true (sema_word2vec_check_end (&check, SEMA_WORD2VEC_RECORD_CUT, 77, NULL));
  g_assert_true (sema_word2vec_check_finish (&check, NULL));
  g_assert_false (sema_word2vec_check_wants_rest (&check));
  set = end (&check);
  sema_test_assert_warning (set, "Line 1 promises 5 words; the file has 3 whole ones.");
  sema_test_assert_warning (set, "starts at byte 77");
}

/* Who asked for three words gets no warning that there are not five. */
static void
test_part (void)
{
  SemaWord2vecCheck   check;
  g_autoptr (SemaSet) set = NULL;

  begin (&check, 5, 3);
  add_rows (&check, 3);
  g_assert_true (sema_word2vec_check_finish (&check, NULL));
  g_assert_false (sema_word2vec_check_wants_rest (&check));
  set = end (&check);
  g_assert_false (sema_test_has_warning (set, "promises"));
}

static void
test_nothing (void)
{
  SemaWord2vecCheck   check;
  g_autoptr (GError)  error = NULL;
  g_autoptr (GError)  endless = NULL;
  g_autoptr (SemaSet) set = NULL;

  begin (&check, 5, 5);
  g_assert_false (sema_word2vec_check_end (&check, SEMA_WORD2VEC_RECORD_ENDLESS, 7, &endless));
  g_assert_error (endless, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  g_assert_false (sema_word2vec_check_finish (&check, &error));
  g_assert_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED);
  set = end (&check);
}

static void
test_rest (void)
{
  static const struct
  {
    guint64     n_records, n_left;
    gboolean    is_records;
    const char *warning;
  } rests[] = {{0, 0, TRUE, NULL}, {2, 10, TRUE, "2 more follow them"}, {2, 11, FALSE, "at least 11 bytes follow them"}};

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    {
      SemaWord2vecCheck   check;
      g_autoptr (SemaSet) set = NULL;

      begin (&check, 3, 3);
      add_rows (&check, 3);
      g_assert_true (sema_word2vec_check_wants_rest (&check));
      sema_word2vec_check_rest (&check, rests[i].n_records, rests[i].n_left, rests[i].is_records);
      set = end (&check);
      if (rests[i].warning != NULL)
        sema_test_assert_warning (set, rests[i].warning);
      else
        g_assert_false (sema_test_has_warning (set, "follow"));
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/word2vec-check/shift", test_shift);
  g_test_add_func ("/formats/word2vec-check/shortage", test_shortage);
  g_test_add_func ("/formats/word2vec-check/part", test_part);
  g_test_add_func ("/formats/word2vec-check/nothing", test_nothing);
  g_test_add_func ("/formats/word2vec-check/rest", test_rest);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
