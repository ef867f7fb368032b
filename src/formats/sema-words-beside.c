/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-words-beside.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-file-name.h"
#include "sema-formats.h"
#include "sema-line-scanner.h"
#include "sema-text-row.h"
#include "sema-words-array.h"

#define SUFFIX ".npy"
#define ROWS_LOOKED_AT 10 /* lines that end with numbers, before a text is taken for vectors */

/**
 * Kind:
 * @ending: of its name, in place of “.npy”
 * @is_ours: whether a file of such a name can hardly be anything else, so that one that does not fit is told
 */
typedef struct
{
  const char *ending;
  gboolean    is_ours;
} Kind;

/* In the order in which they are looked for. The first is the one that is written. */
static const Kind kinds[] = {
  {".vocab", TRUE},
  {".words", TRUE},
  {".words.txt", TRUE},
  {".labels.tsv", TRUE},
  {".txt", FALSE},
};

/* The same as arrays of NumPy; the last is in the folder, whatever the array of numbers is called. */
static const Kind array_kinds[] = {
  {"_words.npy", TRUE},
  {".words.npy", TRUE},
  {NULL, FALSE},
};

static char *
build_path (const char *path, const char *ending)
{
  gsize length = strlen (path);
  gsize n = strlen (SUFFIX);

  if (length > n && g_ascii_strcasecmp (path + length - n, SUFFIX) == 0)
    length -= n;
  return g_strdup_printf ("%.*s%s", (int)length, path, ending);
}

/**
 * sema_words_beside_build_path:
 * @path: file name of an array
 *
 * Returns: (transfer full): the name under which its words are written: “x.vocab” of “x.npy”
 */
char *
sema_words_beside_build_path (const char *path)
{
  return build_path (path, kinds[0].ending);
}

static gboolean
add_word (SemaTensorsWords *words, const SemaLine *line, GError **error)
{
  char    *place = sema_buffer_append (&words->words, line->length + 1, error);
  guint64 *start = place != NULL ? sema_buffer_append (&words->starts, sizeof *start, error) : NULL;

  if (start == NULL)
    return FALSE;
  memcpy (place, line->text, line->length);
  place[line->length] = 0;
  *start = words->words.n_bytes;
  words->n++;
  return TRUE;
}

/* Skips a byte order mark. */
static gboolean
begin (SemaTensorsWords *words, SemaSource *source, GError **error)
{
  gsize         available;
  const guint8 *bytes = sema_source_peek (source, 3, &available, error);
  guint64      *start = bytes != NULL ? sema_buffer_append (&words->starts, sizeof *start, error) : NULL;

  if (start == NULL)
    return FALSE;
  *start = 0;
  if (available >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    sema_source_skip (source, 3);
  return TRUE;
}

/* Whether a text that may be anything is seen not to be the words, so that no large one is read to its end in vain. */
static gboolean
is_other (const Kind *kind, guint64 n_lines, guint64 n_rows, gboolean are_rows)
{
  return !kind->is_ours && (n_lines > n_rows || (are_rows && n_lines >= ROWS_LOOKED_AT));
}

/* As many words as there are rows; how many lines there are in all, without empty ones that come after all rows. */
static gboolean
read_lines (SemaTensorsWords *words, SemaSource *source, const Kind *kind, guint64 n_rows, guint64 *n_lines, gboolean *are_rows, GError **error)
{
  SemaLineScanner scanner;
  SemaLine        line;
  gboolean        found;

  *n_lines = 0;
  *are_rows = TRUE;
  sema_line_scanner_init (&scanner, source);
  for (;;)
    {
      if (!sema_line_scanner_next (&scanner, &line, &found, error))
        return FALSE;
      if (!found || is_other (kind, *n_lines, n_rows, *are_rows))
        return TRUE;
      if (*n_lines >= n_rows && line.length == 0)
        continue;
      *are_rows = *are_rows && sema_text_row_count_numbers (line.text, line.length, 2) > 1;
      if ((*n_lines)++ < n_rows && !add_word (words, &line, error))
        return FALSE;
    }
}

static gboolean
read_file (const char *path, const Kind *kind, guint64 n_rows, SemaTensorsWords *words, gboolean *found, GPtrArray *warnings, SemaProgress *progress, GError **error)
{
  g_autofree char         *label = sema_file_name_to_label (path);
  g_autoptr (SemaProgress) step = sema_progress_new_step (progress);
  g_autoptr (SemaSource)   source = sema_source_open (path, step, error);
  guint64                  n_lines;
  gboolean                 are_rows;

  if (source == NULL || !begin (words, source, error) || !read_lines (words, source, kind, n_rows, &n_lines, &are_rows, error))
    return FALSE;
  *found = n_lines == n_rows && (kind->is_ours || !are_rows);
  if (n_lines != n_rows && kind->is_ours)
    g_ptr_array_add (warnings, g_strdup_printf (_ ("“%s” has %" PRIu64 " words for %" PRIu64 " rows and was not used: nobody knows which word belongs to which row."), label, n_lines, n_rows));
  return TRUE;
}

/* A file that is there but cannot be read is told, and the rows go without words; FALSE where it is no fault of the file. */
static gboolean
pass_over (GError **problem, GPtrArray *warnings, GError **error)
{
  if ((*problem)->domain != SEMA_FORMAT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (problem));
      return FALSE;
    }
  g_ptr_array_add (warnings, g_strdup ((*problem)->message));
  return TRUE;
}

static gboolean
try_file (const char *path, const Kind *kind, guint64 n_rows, SemaTensorsWords *words, gboolean *found, GPtrArray *warnings, SemaProgress *progress, GError **error)
{
  g_autofree char   *beside = build_path (path, kind->ending);
  g_autoptr (GError) problem = NULL;

  if (!g_file_test (beside, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  return read_file (beside, kind, n_rows, words, found, warnings, progress, &problem) || pass_over (&problem, warnings, error);
}

static char *
build_array_path (const char *path, const Kind *kind)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return kind->ending != NULL ? build_path (path, kind->ending) : g_build_filename (folder, "words.npy", NULL);
}

/* The same of an array. */
static gboolean
try_array (const char *path, const Kind *kind, guint64 n_rows, SemaTensorsWords *words, gboolean *found, GPtrArray *warnings, SemaProgress *progress, GError **error)
{
  g_autofree char         *beside = build_array_path (path, kind);
  g_autoptr (SemaProgress) step = sema_progress_new_step (progress);
  g_autoptr (GError)       problem = NULL;

  if (g_str_equal (beside, path) || !g_file_test (beside, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  return sema_words_array_read (beside, n_rows, kind->is_ours, words, found, warnings, step, &problem) || pass_over (&problem, warnings, error);
}

static void
begin_anew (SemaTensorsWords *words)
{
  sema_tensors_words_clear (words);
  words->n = 0;
}

/**
 * sema_words_beside_read:
 * @path: file name of an array
 * @n_rows: how many rows it has
 * @words: (inout): all zeros; gets the words where there are any, to be cleared by the caller also otherwise
 * @found: (out): whether there are
 * @warnings: (element-type utf8): gets a sentence where a file of words does not fit
 * @progress: (nullable): cancels
 * @error: return location
 *
 * Looks for the words of an array in a file of the same name that ends in .vocab, .words, .words.txt, .labels.tsv or .txt instead of .npy: a line for each
 * row, without its line feed and one carriage return before that. A .txt whose lines end with numbers is no list of words. Else, of x.npy, looks
 * for an array of words in x_words.npy, x.words.npy or words.npy.
 *
 * Returns: %FALSE with %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_words_beside_read (const char *path, guint64 n_rows, SemaTensorsWords *words, gboolean *found, GPtrArray *warnings, SemaProgress *progress, GError **error)
{
  *found = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && !*found; i++)
    {
      begin_anew (words);
      if (!try_file (path, &kinds[i], n_rows, words, found, warnings, progress, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (array_kinds) && !*found; i++)
    {
      begin_anew (words);
      if (!try_array (path, &array_kinds[i], n_rows, words, found, warnings, progress, error))
        return FALSE;
    }
  return TRUE;
}
