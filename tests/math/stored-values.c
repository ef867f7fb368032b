/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stored-values.h"

#include <math.h>

#include "sema-formats.h"

/* (transfer full): the sample that ships. */
SemaSet *
stored_load_sample (void)
{
  g_autoptr (GError) error = NULL;
  SemaSet           *set = sema_formats_load (g_getenv ("SEMA_SAMPLE"), NULL, &error);

  g_assert_no_error (error);
  return set;
}

/* (transfer full): the lines of a table, without their ends. */
char **
stored_read_lines (const char *folder, const char *name)
{
  g_autofree char   *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "reference", folder, name, NULL);
  g_autofree char   *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

/* Nothing is NaN. */
double
stored_parse (const char *text)
{
  return *text != '\0' ? g_ascii_strtod (text, NULL) : NAN;
}

guint64
stored_find_row (const SemaSet *set, const char *word)
{
  guint64 row = sema_vocab_find (sema_set_get_vocab (set), word, -1);

  g_assert_cmpuint (row, !=, SEMA_VOCAB_NO_ROW);
  return row;
}

/* @words: with blanks between them. Returns how many there are. */
gsize
stored_find_rows (const SemaSet *set, const char *words, guint64 rows[STORED_MOST_ROWS])
{
  g_auto (GStrv) split = g_strsplit (words, " ", STORED_MOST_ROWS);
  gsize          n = 0;

  for (; split[n] != NULL; n++)
    rows[n] = stored_find_row (set, split[n]);
  return n;
}
