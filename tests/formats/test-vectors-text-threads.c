/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-parallel.h"
#include "sema-test-files.h"
#include "sema-test-tries.h"

/* Text of vectors read by several threads: rows, warnings and errors are those that one thread finds. */

static const guint thread_counts[] = {2, 3, 5};

/* How odd a text is: one line in so many is. */
typedef struct
{
  guint    n_lines;
  guint    dim;
  guint    odd;
  guint    header; /* 0: none; 1: a true one; 2: too few words; 3: too many; 4: no words, 5: other numbers */
  gboolean is_open;
  gboolean has_returns;
} Oddity;

static void
append_numbers (GString *text, GRand *rand, guint n)
{
  static const char *const numbers[] = {"1e-3", "+.5", "7", "nan", "-inf", "0.1234567890123456789", "3.4028236e38", "-0"};

  for (guint i = 0; i < n; i++)
    {
      if (g_rand_int_range (rand, 0, 50) == 0)
        g_string_append_printf (text, " %s", numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))]);
      else
        g_string_append_printf (text, "%s%d.%06d", g_rand_int_range (rand, 0, 30) == 0 ? " \t" : " ", g_rand_int_range (rand, -3, 3), g_rand_int_range (rand, 0, 1000000));
    }
}

static void
append_odd_line (GString *text, GRand *rand, guint dim)
{
  g_autofree char *letters = g_strnfill (300000, 'w');

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      return;
    case 1:
      g_string_append (text, " \t ");
      return;
    case 2:
      g_string_append (text, "short");
      append_numbers (text, rand, dim - 1);
      return;
    case 3:
      g_string_append (text, "7 8");
      append_numbers (text, rand, dim);
      return;
    case 4:
      g_string_append (text, "no number");
      append_numbers (text, rand, dim - 1);
      g_string_append (text, " 1x");
      return;
    case 5:
      g_string_append (text, "new york city");
      break;
    case 6:
      g_string_append (text, g_rand_boolean (rand) ? "word" : "<unk>");
      break;
    case 7:
      g_string_append_len (text, letters, g_rand_int_range (rand, 1, 300000));
      break;
    default:
      g_string_append_len (text, "n\0l\r", 4);
      break;
    }
  append_numbers (text, rand, dim);
}

static void
append_header (GString *text, const Oddity *oddity)
{
  guint n_words = oddity->n_lines;

  if (oddity->header == 0)
    return;
  if (oddity->header == 2)
    n_words = n_words / 2;
  else if (oddity->header == 3)
    n_words += 100;
  else if (oddity->header == 4)
    n_words = 0;
  g_string_append_printf (text, "\n%u %u\n", n_words, oddity->dim + (oddity->header == 5));
}

static GString *
make_text (const Oddity *oddity, guint32 seed)
{
  GRand   *rand = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  append_header (text, oddity);
  for (guint i = 0; i < oddity->n_lines; i++)
    {
      if (oddity->odd > 0 && i > 20 && g_rand_int_range (rand, 0, (int)oddity->odd) == 0)
        {
          append_odd_line (text, rand, oddity->dim);
        }
      else
        {
          g_string_append_printf (text, "w%u", i);
          append_numbers (text, rand, oddity->dim);
        }
      if (!oddity->is_open || i + 1 < oddity->n_lines)
        g_string_append (text, oddity->has_returns ? "\r\n" : "\n");
    }
  g_rand_free (rand);
  return text;
}

/* All there is to see of a set, to the last bit, or the error. */
static char *
describe (SemaSet *set, const GError *error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char      *warnings = NULL;

  if (set == NULL)
    return g_strdup_printf ("%s %d %s", g_quark_to_string (error->domain), error->code, error->message);
  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    {
      gsize       length;
      const char *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);

      g_checksum_update (sum, (const guchar *)&length, sizeof length);
      g_checksum_update (sum, (const guchar *)word, (gssize)length);
      g_checksum_update (sum, (const guchar *)sema_set_get_row (set, row), (gssize)(sema_set_get_dim (set) * sizeof (float)));
    }
  warnings = g_strjoinv ("|", (char **)sema_set_get_warnings (set));
  return g_strdup_printf ("%s %" G_GUINT64_FORMAT " × %" G_GSIZE_FORMAT " %s %s", sema_set_get_format (set), sema_set_get_n_rows (set),
                          sema_set_get_dim (set), g_checksum_get_string (sum), warnings);
}

static char *
load_and_describe (const char *path, guint n_threads)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = NULL;

  sema_parallel_set_threads (n_threads);
  set = sema_formats_load (path, NULL, &error);
  return describe (set, error);
}

/* Returns what the file gives, whatever the number of threads. */
static char *
assert_same (const char *path)
{
  char *expected = load_and_describe (path, 1);

  for (guint i = 0; i < G_N_ELEMENTS (thread_counts); i++)
    {
      g_autofree char *found = load_and_describe (path, thread_counts[i]);

      g_assert_cmpstr (found, ==, expected);
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
  return expected;
}

static char *
write_text (const GString *text, gboolean is_packed)
{
  g_autoptr (GByteArray) packed = NULL;

  if (!is_packed)
    return sema_test_files_write ("text", text->str, text->len);
  packed = sema_test_gzip (text->str, text->len);
  return sema_test_files_write ("text", packed->data, packed->len);
}

/* Every oddity, plain and packed. */
static void
test_oddities (void)
{
  static const Oddity oddities[] = {
    {.n_lines = 12000, .dim = 12},
    {.n_lines = 12000, .dim = 12, .odd = 200, .is_open = TRUE},
    {.n_lines = 11000, .dim = 9, .odd = 150, .header = 1, .has_returns = TRUE},
    {.n_lines = 11000, .dim = 9, .odd = 300, .header = 2},
    {.n_lines = 11000, .dim = 9, .odd = 300, .header = 3, .is_open = TRUE},
    {.n_lines = 9000, .dim = 9, .odd = 300, .header = 4},
    {.n_lines = 9000, .dim = 9, .odd = 300, .header = 5},
    {.n_lines = 400, .dim = 2000, .odd = 50},
    {.n_lines = 60000, .dim = 1, .odd = 2000},
  };

  for (guint i = 0; i < G_N_ELEMENTS (oddities); i += SEMA_TEST_TRIES (1, 1, 3))
    {
      g_autoptr (GString) text = make_text (&oddities[i], 100 + i);
      g_autofree char    *plain = NULL;
      g_autofree char    *packed = NULL;
      g_autofree char    *path = write_text (text, FALSE);

      plain = assert_same (path);
      g_free (path);
      path = write_text (text, TRUE);
      packed = assert_same (path);
      g_test_message ("%u: %s", i, plain);
      g_assert_cmpstr (plain, ==, packed);
    }
}

/* Too many bad lines: refused by the first ten thousand, with the same words. */
static void
test_refusals (void)
{
  for (guint32 seed = 0; seed < 4; seed += SEMA_TEST_TRIES (1, 1, 2))
    {
      Oddity              oddity = {.n_lines = seed < 2 ? 20000 : 6000, .dim = 10, .odd = 12, .header = seed % 2};
      g_autoptr (GString) text = make_text (&oddity, seed);
      g_autofree char    *path = write_text (text, FALSE);
      g_autofree char    *found = assert_same (path);

      g_assert_nonnull (strstr (found, "is damaged: of its first"));
      if (seed < 2)
        g_assert_nonnull (strstr (found, "first 10000 lines"));
    }
}

/* Cut and broken gzip files, of one member and of several. */
static void
test_damaged_gzip (void)
{
  Oddity                 oddity = {.n_lines = 9000, .dim = 10, .odd = 500};
  g_autoptr (GString)    text = make_text (&oddity, 9);
  g_autoptr (GByteArray) packed = sema_test_gzip (text->str, text->len / 2);
  g_autoptr (GByteArray) second = sema_test_gzip (text->str + text->len / 2, text->len - text->len / 2);

  sema_test_append (packed, second->data, second->len);
  g_assert_cmpuint (packed->len, >, 300000);
  for (guint i = 1; i < 7; i++)
    {
      gsize            place = packed->len / 7 * i;
      g_autofree char *cut_path = sema_test_files_write ("text", packed->data, place);
      g_autofree char *cut = assert_same (cut_path);
      g_autofree char *broken_path = NULL;
      g_autofree char *broken = NULL;

      g_assert_nonnull (strstr (cut, "ends early"));
      packed->data[place] ^= 0x10;
      broken_path = sema_test_files_write ("text", packed->data, packed->len);
      broken = assert_same (broken_path);
      packed->data[place] ^= 0x10;
      g_test_message ("%s", broken);
    }
}

static gpointer
cancel_soon (gpointer progress)
{
  g_usleep ((gulong)g_random_int_range (0, 12000));
  sema_progress_cancel (progress);
  return NULL;
}

/* Cancelled at any moment: nothing, or all that there is. */
static void
test_cancel (void)
{
  Oddity              oddity = {.n_lines = 12000, .dim = 12, .odd = 500};
  g_autoptr (GString) text = make_text (&oddity, 3);
  guint               n_cancelled = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char         *path = i % 30 == 0 ? write_text (text, i >= 30) : g_build_filename (sema_test_files_folder (), "text", NULL);
      g_autoptr (SemaProgress) progress = sema_progress_new ();
      g_autoptr (GError)       error = NULL;
      g_autoptr (SemaSet)      set = NULL;
      GThread                 *thread;

      sema_parallel_set_threads (1 + i % 4);
      thread = g_thread_new ("cancel", cancel_soon, progress);
      set = sema_formats_load (path, progress, &error);
      g_thread_join (thread);
      if (set == NULL)
        {
          g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_CANCELLED);
          g_assert_cmpuint (sema_memory_get_used (), ==, 0);
          n_cancelled++;
        }
    }
  g_assert_cmpuint (n_cancelled, >, 10);
}

/* Whichever allocation fails, in whatever thread. */
static void
test_allocation_failures (void)
{
  Oddity              oddity = {.n_lines = 3500, .dim = 12, .odd = 500};
  g_autoptr (GString) text = make_text (&oddity, 4);

  for (guint is_packed = 0; is_packed < 2; is_packed++)
    {
      g_autofree char *path = write_text (text, is_packed == 1);
      g_autofree char *good = load_and_describe (path, 3);
      guint            n_failed = 0;

      for (guint nth = 1; nth <= 70; nth++)
        {
          g_autoptr (GError)  error = NULL;
          g_autoptr (SemaSet) set = NULL;
          g_autofree char    *found = NULL;

          sema_memory_fail_at (nth);
          set = sema_formats_load (path, NULL, &error);
          sema_memory_fail_at (0);
          found = describe (set, error);
          if (set != NULL)
            g_assert_cmpstr (found, ==, good);
          else
            g_assert_error (error, SEMA_CORE_ERROR, SEMA_CORE_ERROR_NO_MEMORY);
          n_failed += set == NULL;
          g_clear_pointer (&set, sema_set_unref);
          g_assert_cmpuint (sema_memory_get_used (), ==, 0);
        }
      g_assert_cmpuint (n_failed, >=, 5);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/vectors-text-threads/oddities", test_oddities);
  g_test_add_func ("/formats/vectors-text-threads/refusals", test_refusals);
  g_test_add_func ("/formats/vectors-text-threads/damaged-gzip", test_damaged_gzip);
  g_test_add_func ("/formats/vectors-text-threads/cancel", test_cancel);
  g_test_add_func ("/formats/vectors-text-threads/allocation-failures", test_allocation_failures);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
