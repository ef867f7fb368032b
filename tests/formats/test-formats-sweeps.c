/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-error.h"
#include "sema-formats.h"
#include "sema-memory.h"
#include "sema-test-files.h"

/* Every length and every byte of small good files: an error, or rows that are those of the good file, or a warning that says
 * that they may not be. */

static const char *const files[] = {"small.bin", "small-feeds.bin", "small.vec", "small.txt", "small.bin.gz", "small-feeds.bin.members.gz", "small.vec.gz", "small.txt.gz"};

static SemaSet *
load_good (const char *name)
{
  g_autofree char *path = sema_test_files_data (name);
  SemaSet         *set = sema_formats_load (path, NULL, NULL);

  g_assert_nonnull (set);
  return set;
}

static gboolean
are_rows_equal (SemaSet *set, guint64 row, SemaSet *other, guint64 other_row)
{
  gsize       length, other_length;
  const char *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);
  const char *other_word = sema_vocab_get_word (sema_set_get_vocab (other), other_row, &other_length);

  return length == other_length && memcmp (word, other_word, length) == 0 && sema_set_get_dim (set) == sema_set_get_dim (other) &&
         memcmp (sema_set_get_row (set, row), sema_set_get_row (other, other_row), sema_set_get_dim (set) * sizeof (float)) == 0;
}

/* How many rows of @set are not in the good one, the order kept. */
static guint64
count_strange_rows (SemaSet *set, SemaSet *good)
{
  guint64 n_strange = 0;
  guint64 from = 0;

  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    {
      guint64 other = from;

      while (other < sema_set_get_n_rows (good) && !are_rows_equal (set, row, good, other))
        other++;
      if (other < sema_set_get_n_rows (good))
        from = other + 1;
      else
        n_strange++;
    }
  return n_strange;
}

static void
assert_error_is_ours (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == SEMA_FORMAT_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static gboolean
has_warnings (SemaSet *set)
{
  return sema_set_get_warnings (set)[0] != NULL;
}

static void
test_lengths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GByteArray) bytes = sema_test_files_read (files[i]);
      g_autoptr (SemaSet)    good = load_good (files[i]);

      for (gsize length = 0; length < bytes->len; length++)
        {
          g_autoptr (GError)  error = NULL;
          g_autoptr (SemaSet) set = sema_test_load (files[i], bytes->data, length, &error);

          g_test_message ("%s cut at %" G_GSIZE_FORMAT, files[i], length);
          if (set == NULL)
            {
              assert_error_is_ours (error);
              continue;
            }
          /* Only a last line that nothing ends may have lost digits. A text without header may end after any line, and a record
           * without the line feed after it is whole. */
          g_assert_cmpuint (count_strange_rows (set, good), <=, sema_test_has_warning (set, "it may be cut") ? 1 : 0);
          if (!has_warnings (set))
            g_assert_true (bytes->data[length - 1] == '\n' || bytes->data[length] == '\n');
          if (!has_warnings (set) && strstr (files[i], "small.txt") == NULL)
            g_assert_cmpuint (sema_set_get_n_rows (set), ==, sema_set_get_n_rows (good));
        }
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

static void
check_changed (const char *name, const GByteArray *bytes, gsize place, guint8 old, SemaSet *good)
{
  gboolean            moves_blank = old == ' ' || bytes->data[place] == ' ';
  g_autoptr (GError)  error = NULL;
  g_autoptr (SemaSet) set = sema_test_load (name, bytes->data, bytes->len, &error);

  g_test_message ("%s, byte %" G_GSIZE_FORMAT " is %02x", name, place, bytes->data[place]);
  if (set == NULL)
    {
      assert_error_is_ours (error);
      return;
    }
  /* A blank put into a word of a binary file, or taken away, makes this row and the next strange; nothing may tell it. */
  if (!has_warnings (set))
    g_assert_cmpuint (count_strange_rows (set, good), <=, moves_blank && strstr (name, ".bin") != NULL ? 2 : 1);
}

static void
test_bytes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GByteArray) bytes = sema_test_files_read (files[i]);
      g_autoptr (SemaSet)    good = load_good (files[i]);

      for (gsize place = 0; place < bytes->len; place++)
        {
          const guint8 old = bytes->data[place];
          const guint8 others[] = {0x00, 0xff, old ^ 0x80, (guint8)(old + 1), ' ', '\n'};

          for (guint k = 0; k < G_N_ELEMENTS (others); k++)
            {
              bytes->data[place] = others[k];
              if (others[k] != old)
                check_changed (files[i], bytes, place, old, good);
            }
          bytes->data[place] = old;
        }
    }
  g_assert_cmpuint (sema_memory_get_used (), ==, 0);
}

/* Something after the end of each file: the rows are the same, and it is told, unless it is a line or a member of its own. */
static void
test_tails (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GByteArray) bytes = sema_test_files_read (files[i]);
      g_autoptr (SemaSet)    good = load_good (files[i]);
      g_autoptr (SemaSet)    set = NULL;
      g_autoptr (GError)     error = NULL;

      sema_test_append (bytes, "\0\xffjunk\n", 7);
      set = sema_test_load (files[i], bytes->data, bytes->len, &error);
      g_assert_no_error (error);
      g_test_message ("%s", files[i]);
      g_assert_cmpuint (sema_set_get_n_rows (set), ==, sema_set_get_n_rows (good));
      g_assert_cmpuint (count_strange_rows (set, good), ==, 0);
      g_assert_true (has_warnings (set));
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/sweeps/lengths", test_lengths);
  g_test_add_func ("/formats/sweeps/bytes", test_bytes);
  g_test_add_func ("/formats/sweeps/tails", test_tails);
  result = g_test_run ();
  sema_test_files_remove ();
  return result;
}
