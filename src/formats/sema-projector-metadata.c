/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projector-metadata.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-file-name.h"
#include "sema-formats.h"
#include "sema-line-scanner.h"

#define SUFFIX ".tsv"
#define METADATA "metadata.tsv"

/* What the lines of a file are like. */
typedef struct
{
  guint64  n_lines;   /* without blank ones at the end */
  guint64  n_blank;   /* among them */
  guint64  n_pending; /* blank lines since the last that is not */
  guint    n_columns; /* of the first */
  guint64  short_at;  /* the first line with fewer columns; 0: none */
  guint64  long_at;   /* the first with more */
  gboolean has_header;
  gboolean keeps_blank; /* a blank line is an empty word */
} Survey;

typedef gboolean (*LineFunc) (const SemaLine *line, gpointer data, GError **error);

/* Bytes of the name without the ending of a file of tensors. */
static gsize
measure_stem (const char *base)
{
  static const char *const suffixes[] = {SUFFIX, ".bytes"};
  gsize                    length = strlen (base);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize n = strlen (suffixes[i]);

      if (length > n && g_ascii_strcasecmp (base + length - n, suffixes[i]) == 0)
        return length - n;
    }
  return length;
}

/* “x_tensors.tsv” gives “x_”, “x.tsv” gives “x_”, “tensors.tsv” nothing. */
static char *
find_prefix (const char *base)
{
  static const char *const names[] = {"tensors", "vectors", "tensor", "vector"};
  gsize                    length = measure_stem (base);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize n = strlen (names[i]);

      if (length >= n && g_ascii_strncasecmp (base + length - n, names[i], n) == 0)
        return g_strndup (base, length - n);
    }
  return g_strdup_printf ("%.*s_", (int)length, base);
}

/**
 * sema_projector_metadata_build_path:
 * @path: file name of tensors
 *
 * Returns: (transfer full): the name under which their metadata are written: “metadata.tsv” of “tensors.tsv”, “x_metadata.tsv” of “x_tensors.tsv” and of “x.tsv”
 */
char *
sema_projector_metadata_build_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = find_prefix (base);
  g_autofree char *name = g_strconcat (prefix, METADATA, NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * sema_projector_metadata_find:
 * @path: file name of tensors
 *
 * Returns: (transfer full) (nullable): the file in the same folder that is named as their metadata, or else “metadata.tsv”, if it is there
 */
char *
sema_projector_metadata_find (const char *path)
{
  g_autofree char *own = sema_projector_metadata_build_path (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *general = g_build_filename (folder, METADATA, NULL);

  if (g_file_test (own, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&own);
  return g_file_test (general, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&general) : NULL;
}

static guint64
count_cells (const SemaLine *line)
{
  guint64 n = 1;

  for (gsize i = 0; i < line->length; i++)
    n += line->text[i] == '\t';
  return n;
}

static gboolean
survey_line (const SemaLine *line, gpointer data, GError **error)
{
  Survey *self = data;
  guint64 n = count_cells (line);

  if (line->number == 1)
    self->n_columns = (guint)MIN (n, SEMA_COLUMNS_MOST);
  if (line->length == 0)
    {
      self->n_pending++;
      return TRUE;
    }
  self->n_blank += self->n_pending;
  self->n_pending = 0;
  self->n_lines = line->number;
  if (self->short_at == 0 && n < self->n_columns)
    self->short_at = line->number;
  if (self->long_at == 0 && line->number > 1 && n > self->n_columns)
    self->long_at = line->number;
  return TRUE;
}

/* Goes through the lines, without a byte order mark. */
static gboolean
scan (const char *path, LineFunc func, gpointer data, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaProgress) step = sema_progress_new_step (progress);
  g_autoptr (SemaSource)   source = sema_source_open (path, step, error);
  gsize                    available;
  const guint8            *start = source != NULL ? sema_source_peek (source, 3, &available, error) : NULL;
  SemaLineScanner          scanner;
  gboolean                 found = TRUE;

  if (start == NULL)
    return FALSE;
  if (available >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    sema_source_skip (source, 3);
  sema_line_scanner_init (&scanner, source);
  while (found)
    {
      SemaLine line;

      if (!sema_line_scanner_next (&scanner, &line, &found, error) || (found && !func (&line, data, error)))
        return FALSE;
    }
  return TRUE;
}

static void
warn_of_mismatch (const Survey *self, const char *label, guint64 n_lines, guint64 n_expected, GPtrArray *warnings)
{
  g_autofree char *reason = NULL;

  if (self->short_at > 0)
    reason = g_strdup_printf (_ ("; line %" PRIu64 " has fewer columns than the first, as after a line feed in a word"), self->short_at);
  else if (n_lines + 1 == n_expected)
    reason = g_strdup (_ ("; it has one line too few, of which the last may have been cut off"));
  g_ptr_array_add (warnings, g_strdup_printf (_ ("“%s” was not used, for nobody knows which word belongs to which vector: its number of words is %" PRIu64 ", that of vectors %" PRIu64 "%s."),
                                                 label, n_lines, n_expected, reason != NULL ? reason : ""));
}

/* Decides whether line 1 is a header: as the Projector does by a tab in it, unless the number of lines tells that it is not so. */
static gboolean
decide (Survey *self, const char *label, guint64 n_expected, GPtrArray *warnings)
{
  guint64 n_lines = self->n_lines - self->n_blank;

  self->has_header = self->n_columns > 1;
  if (n_lines - self->has_header == n_expected)
    return TRUE;
  if (self->n_lines - self->has_header == n_expected)
    {
      self->keeps_blank = TRUE;
      return TRUE;
    }
  if (self->has_header && n_lines == n_expected)
    g_ptr_array_add (warnings, g_strdup_printf (_ ("“%s” has a line for each vector and none for the names of its columns, so its first line was taken for a word."), label));
  else if (!self->has_header && n_lines == n_expected + 1)
    g_ptr_array_add (warnings, g_strdup_printf (_ ("“%s” has one line more than there are vectors, so its first line was taken for a heading."), label));
  else
    {
      warn_of_mismatch (self, label, n_lines - self->has_header, n_expected, warnings);
      return FALSE;
    }
  self->has_header = !self->has_header;
  return TRUE;
}

/**
 * sema_projector_metadata_count:
 * @path: file name of metadata
 * @counts: (out): of how many vectors it may be the metadata: with line 1 taken as the Projector does, and otherwise; 0: of none
 * @progress: (nullable): cancels
 * @error: as sema_source_open() and sema_line_scanner_next()
 *
 * Returns: whether the file could be read
 */
gboolean
sema_projector_metadata_count (const char *path, guint64 counts[2], SemaProgress *progress, GError **error)
{
  Survey   survey = {0};
  guint64  n_lines;
  gboolean has_header;

  if (!scan (path, survey_line, &survey, progress, error))
    return FALSE;
  n_lines = survey.n_lines - survey.n_blank;
  has_header = survey.n_columns > 1;
  counts[0] = n_lines - MIN (n_lines, (guint64)has_header);
  counts[1] = n_lines - MIN (n_lines, (guint64)!has_header);
  return TRUE;
}

typedef struct
{
  SemaProjectorMetadata *metadata;
  const Survey          *survey;
  guint64                n_left; /* lines that are wanted still */
  gboolean               is_header_next;
} Read;

/**
 * sema_projector_metadata_add_word:
 * @self: metadata
 * @word: (array length=length): any bytes
 * @length: how many
 * @error: %SEMA_CORE_ERROR_NO_MEMORY
 *
 * Returns: whether there was memory for one word more
 */
gboolean
sema_projector_metadata_add_word (SemaProjectorMetadata *self, const char *word, gsize length, GError **error)
{
  gboolean is_first = self->starts.n_bytes == 0;
  guint64 *start = sema_buffer_append (&self->starts, is_first ? 2 * sizeof *start : sizeof *start, error);
  char    *place = start != NULL ? sema_buffer_append (&self->words, length + 1, error) : NULL;

  if (place == NULL)
    return FALSE;
  if (length > 0)
    memcpy (place, word, length);
  place[length] = 0;
  if (is_first)
    *start++ = 0;
  *start = self->words.n_bytes;
  return TRUE;
}

/* Cells that a line has not are empty; those that it has too many are left out. */
static gboolean
take_cells (Read *self, const SemaLine *line, GError **error)
{
  const char *at = line->text, *end = line->text + line->length;

  for (guint i = 0; i < self->survey->n_columns; i++)
    {
      const char *tab = at < end ? memchr (at, '\t', (gsize)(end - at)) : NULL;
      const char *cell_end = tab != NULL ? tab : end;
      gsize       length = (gsize)(cell_end - at);

      if (self->is_header_next)
        sema_columns_set_name (self->metadata->columns, i, at, length);
      else if (!sema_columns_add_cell (self->metadata->columns, i, at, length, error))
        return FALSE;
      at = tab != NULL ? tab + 1 : end;
    }
  return TRUE;
}

static gboolean
take_line (const SemaLine *line, gpointer data, GError **error)
{
  Read    *self = data;
  gboolean is_header = self->is_header_next;
  gboolean fine = TRUE;

  if ((line->length == 0 && !self->survey->keeps_blank) || (!is_header && self->n_left == 0))
    return TRUE;
  if (self->metadata->columns != NULL)
    fine = take_cells (self, line, error);
  else if (!is_header)
    fine = sema_projector_metadata_add_word (self->metadata, line->text, line->length, error);
  self->is_header_next = FALSE;
  if (!is_header)
    self->n_left--;
  return fine;
}

/**
 * sema_projector_metadata_choose:
 * @columns: columns
 *
 * Returns: which has the words: as in the Projector the first that is not all numbers, or else the first
 */
guint
sema_projector_metadata_choose (const SemaColumns *columns)
{
  for (guint i = 0; i < sema_columns_get_n (columns); i++)
    {
      SemaColumn info;

      sema_columns_get (columns, i, &info);
      if (info.kind == SEMA_COLUMN_CATEGORIES)
        return i;
    }
  return 0;
}

static void
name_columns (SemaColumns *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf (_ ("column %u"), i + 1);

      sema_columns_set_name (columns, i, name, strlen (name));
    }
}

static gboolean
take_words (SemaProjectorMetadata *self, GError **error)
{
  guint column = sema_projector_metadata_choose (self->columns);

  for (guint64 row = 0; row < sema_columns_get_n_rows (self->columns); row++)
    {
      gsize       length;
      const char *word = sema_columns_get_cell (self->columns, column, row, &length);

      if (!sema_projector_metadata_add_word (self, word, length, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_lines (SemaProjectorMetadata *self, const char *path, const Survey *survey, guint64 n_rows, SemaProgress *progress, GError **error)
{
  Read read = {self, survey, n_rows, survey->has_header};

  if (survey->n_columns > 1)
    {
      self->columns = sema_columns_new (survey->n_columns);
      name_columns (self->columns, survey->n_columns);
    }
  if (!scan (path, take_line, &read, progress, error))
    return FALSE;
  if (read.n_left > 0)
    {
      g_autofree char *label = sema_file_name_to_label (path);

      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_IO, _ ("“%s” was changed while it was read."), label);
      return FALSE;
    }
  return self->columns == NULL || (sema_columns_finish (self->columns, error) && take_words (self, error));
}

static gboolean
read_file (SemaProjectorMetadata *self, const char *path, guint64 n_rows, guint64 n_expected, GPtrArray *warnings, SemaProgress *progress, GError **error)
{
  g_autofree char *label = sema_file_name_to_label (path);
  Survey           survey = {0};

  if (!scan (path, survey_line, &survey, progress, error))
    return FALSE;
  if (!decide (&survey, label, n_expected, warnings))
    return TRUE;
  if (survey.long_at > 0)
    g_ptr_array_add (warnings, g_strdup_printf (_ ("Line %" PRIu64 " of “%s” has more columns than the first; they were left out."), survey.long_at, label));
  return read_lines (self, path, &survey, n_rows, progress, error);
}

/**
 * sema_projector_metadata_read:
 * @self: all zeros; to be cleared in any case
 * @path: file name of the metadata
 * @n_rows: how many words are wanted, from the first on; 1 or more
 * @n_expected: how many vectors there are in all
 * @warnings: (element-type utf8): gets sentences: what was guessed, and why the file was not used
 * @progress: (nullable): cancels
 * @error: return location
 *
 * Reads labels: a line for each vector, blank lines left out. A file with tabs in its first line has several columns, whose names that line
 * is; cells that are missing are empty. Where the number of lines does not fit, but does with line 1 taken otherwise, it is, with a warning;
 * else the file is not used, and @self stays without words. A file that cannot be read is a warning, too.
 *
 * Returns: %FALSE with %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_projector_metadata_read (SemaProjectorMetadata *self, const char *path, guint64 n_rows, guint64 n_expected, GPtrArray *warnings, SemaProgress *progress, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (read_file (self, path, n_rows, n_expected, warnings, progress, &problem))
    return TRUE;
  sema_projector_metadata_clear (self);
  if (problem->domain != SEMA_FORMAT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  g_ptr_array_add (warnings, g_strdup (problem->message));
  return TRUE;
}

/**
 * sema_projector_metadata_clear:
 * @self: metadata
 *
 * Frees what was read.
 */
void
sema_projector_metadata_clear (SemaProjectorMetadata *self)
{
  sema_buffer_clear (&self->words);
  sema_buffer_clear (&self->starts);
  g_clear_pointer (&self->columns, sema_columns_unref);
}
