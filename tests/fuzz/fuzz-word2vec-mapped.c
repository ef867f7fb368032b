/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-fuzz.h"
#include "sema-parallel.h"
#include "sema-word2vec-map.h"

static void
assert_same (SemaSet *set, SemaSet *other)
{
  g_autofree char *warnings = g_strjoinv ("\n", (char **)sema_set_get_warnings (set));
  g_autofree char *other_warnings = g_strjoinv ("\n", (char **)sema_set_get_warnings (other));

  g_assert_cmpstr (warnings, ==, other_warnings);
  g_assert_cmpuint (sema_set_get_n_rows (set), ==, sema_set_get_n_rows (other));
  g_assert_cmpuint (sema_set_get_dim (set), ==, sema_set_get_dim (other));
  for (guint64 row = 0; row < sema_set_get_n_rows (set); row++)
    {
      gsize       length, other_length;
      gsize       n_bytes = sema_set_get_dim (set) * sizeof (float);
      const char *word = sema_vocab_get_word (sema_set_get_vocab (set), row, &length);
      const char *other_word = sema_vocab_get_word (sema_set_get_vocab (other), row, &other_length);

      g_assert_cmpmem (word, length, other_word, other_length);
      g_assert_cmpmem (sema_set_get_row (set, row), n_bytes, sema_set_get_row (other, row), n_bytes);
    }
}

static SemaSet *
load (const char *path, guint64 smallest, guint64 segment, gboolean is_asked, GError **error)
{
  static const char *const plus[] = {"king", NULL};
  SemaFormatsOptions       options = {.plus = is_asked ? plus : NULL};
  SemaSet                 *set;

  sema_word2vec_map_set_sizes (smallest, segment);
  set = sema_formats_load_with (path, &options, NULL, error);
  sema_fuzz_check (set != NULL, error);
  if (set != NULL)
    sema_fuzz_use_set (set);
  return set;
}

/* Large files are mapped, and walked over in segments by several threads: so is every file here, in segments of a few bytes, and what
 * comes out is what comes out of reading it. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  const char         *path = sema_fuzz_write ("a.bin", data, size);
  g_autoptr (GError)  error = NULL, other_error = NULL;
  g_autoptr (SemaSet) set = load (path, G_MAXUINT64, 0, FALSE, &error);
  g_autoptr (SemaSet) other = NULL;

  sema_parallel_set_threads (1 + size % 3);
  other = load (path, 1, 7 + size % 60, size % 2 == 0, &other_error);
  sema_parallel_set_threads (0);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, other_error != NULL ? other_error->message : NULL);
  if (set != NULL)
    assert_same (set, other);
}
