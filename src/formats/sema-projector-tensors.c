/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-projector-tensors.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-line-scanner.h"
#include "sema-number.h"
#include "sema-tensor-bytes.h"
#include "sema-text-row.h"
#include "sema-word2vec-header.h"

#define FIRST_LOOK (64 * 1024) /* bytes that nearly always tell that it is something else */
#define LOOK (1024 * 1024)     /* bytes that tell what a text is */
#define MOSTLY 4               /* times as many lines that are numbers as lines that are not */

/**
 * sema_projector_tensors_init:
 * @self: (out caller-allocates): no numbers yet
 */
void
sema_projector_tensors_init (SemaProjectorTensors *self)
{
  *self = (SemaProjectorTensors) {.warnings = g_ptr_array_new_with_free_func (g_free)};
}

/**
 * sema_projector_tensors_clear:
 * @self: numbers
 *
 * Frees what was read.
 */
void
sema_projector_tensors_clear (SemaProjectorTensors *self)
{
  sema_buffer_clear (&self->values);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
}

/* How many numbers a line is, with tabs between them and nothing else; 0: it is something else. */
static gsize
count_numbers (const char *line, gsize length, gboolean *has_point)
{
  const char *at = line, *end = line + length;
  gsize       n = 0;

  for (;;)
    {
      const char *tab = memchr (at, '\t', (gsize)(end - at));
      const char *cell_end = tab != NULL ? tab : end;
      float       value;

      if (!sema_number_parse_float (at, (gsize)(cell_end - at), &value))
        return 0;
      if (n++ == 0)
        *has_point = *has_point || memchr (at, '.', (gsize)(cell_end - at)) != NULL;
      if (tab == NULL)
        return n;
      at = tab + 1;
    }
}

/* The same of all lines; @is_all: whether a last one that nothing ends is whole. */
static gsize
judge (const char *at, gsize n_bytes, gboolean is_all, gboolean *has_point)
{
  const char *end = at + n_bytes;
  gsize       dim = 0;

  while (at < end)
    {
      const char *feed = memchr (at, '\n', (gsize)(end - at));
      gsize       length = sema_line_measure (at, (gsize)((feed != NULL ? feed : end) - at));
      gsize       n;

      if (feed == NULL && (dim > 0 || !is_all))
        break;
      n = length > 0 ? count_numbers (at, length, has_point) : dim;
      if (length > 0 && (n < 2 || n > SEMA_WORD2VEC_MAX_DIM || (dim > 0 && n != dim)))
        return 0;
      dim = n;
      at = feed != NULL ? feed + 1 : end;
    }
  return dim;
}

/**
 * sema_projector_tensors_look:
 * @source: at its first byte; nothing is taken
 * @dim: (out): how many numbers each line of its first MiB is, with tabs between them; 0: it is no such text
 * @has_point: (out): whether a first number of these has a point, so that it can hardly be a label
 * @error: return location
 *
 * A last line that is not ended, as in a file that was cut, does not count unless it is the only one.
 *
 * Returns: %FALSE with %SEMA_FORMAT_ERROR_IO, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_projector_tensors_look (SemaSource *source, gsize *dim, gboolean *has_point, GError **error)
{
  for (gsize wanted = FIRST_LOOK;; wanted = LOOK)
    {
      gsize       available;
      const char *bytes = (const char *)sema_source_peek (source, wanted, &available, error);

      *dim = 0;
      *has_point = FALSE;
      if (bytes == NULL)
        return FALSE;
      *dim = judge (bytes, MIN (available, wanted), available < wanted, has_point);
      if (available < wanted || wanted == LOOK || (*dim == 0 && memchr (bytes, '\n', wanted) != NULL))
        return TRUE;
    }
}

/* Of lines that are as many numbers as most the count, and the first that is not. */
typedef struct
{
  gsize   dim;
  guint64 n_good;
  guint64 n_odd;
  guint64 first_odd; /* number of the line */
} Tally;

static Tally
tally_lines (const char *at, gsize n_bytes, gboolean *has_point)
{
  const char *end = at + n_bytes;
  const char *feed;
  Tally       tally = {0};

  for (guint64 number = 1; (feed = memchr (at, '\n', (gsize)(end - at))) != NULL; number++)
    {
      gsize length = sema_line_measure (at, (gsize)(feed - at));
      gsize n = length > 0 ? count_numbers (at, length, has_point) : tally.dim;

      if (tally.dim == 0 && n >= 2)
        tally.dim = n;
      if (length > 0 && n == tally.dim && n > 0)
        tally.n_good++;
      else if (length > 0 && tally.n_odd++ == 0)
        tally.first_odd = number;
      at = feed + 1;
    }
  return tally;
}

/**
 * sema_projector_tensors_check_lines:
 * @source: at its first byte, for which sema_projector_tensors_look() found nothing; nothing is taken
 * @error: %SEMA_FORMAT_ERROR_DAMAGED, or as sema_projector_tensors_look()
 *
 * Refuses a text that is numbers with tabs between them but for a few lines, and whose first numbers have points: another reader would take
 * the first number of each line for a word.
 *
 * Returns: whether it is anything else
 */
gboolean
sema_projector_tensors_check_lines (SemaSource *source, GError **error)
{
  gsize       available;
  gboolean    has_point = FALSE;
  const char *bytes = (const char *)sema_source_peek (source, LOOK, &available, error);
  Tally       tally;

  if (bytes == NULL)
    return FALSE;
  tally = tally_lines (bytes, MIN (available, LOOK), &has_point);
  if (!has_point || tally.n_odd == 0 || tally.n_good < MOSTLY * tally.n_odd)
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               _ ("Line %" PRIu64 " of “%s” is not %zu numbers with tabs between them, as the others are: take it out, or put the words into “metadata.tsv” beside it."),
                  tally.first_odd, sema_source_get_label (source), tally.dim);
  return FALSE;
}

/* How many of the numbers of a line could be read, up to one more than there should be. */
static gsize
parse_line (const char *line, gsize length, gsize dim, float *values)
{
  const char *at = line, *end = line + length;
  const char *token, *token_end;
  gsize       n = 0;

  while ((token = sema_text_token_first (at, end, &token_end)) != NULL)
    {
      float value;

      if (n == dim)
        return n + 1;
      if (!sema_number_parse_float (token, (gsize)(token_end - token), &value))
        return n;
      values[n++] = value;
      at = token_end;
    }
  return n;
}

static gboolean
refuse_line (const SemaLine *line, gsize n, gsize dim, const char *label, GError **error)
{
  if (n > dim)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("Line %" PRIu64 " of “%s” has more than the %zu numbers of the first line."), line->number, label, dim);
  else
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("Line %" PRIu64 " of “%s” has %zu numbers, and the first line has %zu."), line->number, label, n, dim);
  return FALSE;
}

/* A line that is not blank. One that the file ends in may be cut. */
static gboolean
take_line (SemaProjectorTensors *self, const SemaLine *line, SemaSource *source, guint64 most_rows, GError **error)
{
  gsize  size = self->dim * sizeof (float);
  float *values;
  gsize  n;

  self->n_all++;
  if (self->n_rows >= most_rows)
    return TRUE;
  values = sema_buffer_append (&self->values, size, error);
  if (values == NULL)
    return FALSE;
  n = line->is_too_long ? 0 : parse_line (line->text, line->length, self->dim, values);
  if (n == self->dim && (line->is_ended || !sema_source_is_cut (source)))
    {
      self->n_rows++;
      if (!line->is_ended)
        g_ptr_array_add (self->warnings, g_strdup_printf (_ ("Nothing ends the last line, number %" PRIu64 ": it may be cut, and its last number wrong."), line->number));
      return TRUE;
    }
  self->values.n_bytes -= size;
  if (line->is_ended)
    return refuse_line (line, n, self->dim, sema_source_get_label (source), error);
  g_ptr_array_add (self->warnings, g_strdup_printf (_ ("The file ends inside line %" PRIu64 ", which was left out."), line->number));
  return TRUE;
}

/**
 * sema_projector_tensors_read_text:
 * @self: no numbers yet
 * @source: at its first byte, with what sema_projector_tensors_look() found in it
 * @most_rows: how many are wanted
 * @error: return location
 *
 * Reads rows, a line each, blank lines left out; counts those that are not wanted. A line with fewer or more numbers than the first is
 * refused, for then nobody knows which label belongs to the rows after it.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_projector_tensors_read_text (SemaProjectorTensors *self, SemaSource *source, guint64 most_rows, GError **error)
{
  SemaLineScanner scanner;
  gboolean        found = TRUE, has_point;

  if (!sema_projector_tensors_look (source, &self->dim, &has_point, error))
    return FALSE;
  sema_line_scanner_init (&scanner, source);
  while (self->dim > 0 && found)
    {
      SemaLine line;

      if (!sema_line_scanner_next (&scanner, &line, &found, error))
        return FALSE;
      if (found && (line.length > 0 || line.is_too_long) && !take_line (self, &line, source, most_rows, error))
        return FALSE;
    }
  if (self->n_rows > 0)
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has no whole line of numbers with tabs between them."), sema_source_get_label (source));
  return FALSE;
}

static void
swap_bytes (float *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      guint32 bits;

      memcpy (&bits, &values[i], sizeof bits);
      bits = GUINT32_FROM_LE (bits);
      memcpy (&values[i], &bits, sizeof bits);
    }
}

/* How many rows there are of those that the shape promises. */
static gboolean
count_rows (SemaProjectorTensors *self, SemaTensorBytes *bytes, const guint64 shape[2], guint64 most_rows, GError **error)
{
  const char *label = sema_tensor_bytes_get_label (bytes);
  guint64     size = sema_tensor_bytes_get_size (bytes), row_size, n_whole;

  if (shape[0] == 0 || shape[1] == 0 || shape[1] > SEMA_WORD2VEC_MAX_DIM)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("The configuration does not tell how many rows and numbers “%s” has: give it a “tensorShape”, as [6, 4] for 6 rows of 4 numbers."), label);
      return FALSE;
    }
  self->dim = (gsize)shape[1];
  row_size = self->dim * sizeof (float);
  n_whole = size / row_size;
  self->n_all = shape[0];
  self->n_rows = MIN (MIN (n_whole, shape[0]), most_rows);
  if (self->n_rows == 0)
    {
      g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED, _ ("“%s” has %" PRIu64 " bytes, fewer than one row of %zu numbers; fetch or save it again."), label, size, self->dim);
      return FALSE;
    }
  if (n_whole < shape[0])
    g_ptr_array_add (self->warnings, g_strdup_printf (_ ("The configuration says %" PRIu64 " rows, “%s” has %" PRIu64 " that are whole; fetch or save it again."), shape[0], label, n_whole));
  else if (size != shape[0] * row_size)
    g_ptr_array_add (self->warnings, g_strdup_printf (_ ("“%s” has more bytes than the configuration says; those after the last row were left out."), label));
  return TRUE;
}

/**
 * sema_projector_tensors_read_bytes:
 * @self: no numbers yet
 * @path: file of float32 numbers, the lowest byte first, and nothing else
 * @shape: rows and numbers of each, as a configuration tells them
 * @most_rows: how many are wanted
 * @progress: (nullable): cancels
 * @error: return location
 *
 * Reads the rows that are whole.
 *
 * Returns: %FALSE with a #SemaFormatError, %SEMA_CORE_ERROR_NO_MEMORY or %SEMA_CORE_ERROR_CANCELLED
 */
gboolean
sema_projector_tensors_read_bytes (SemaProjectorTensors *self, const char *path, const guint64 shape[2], guint64 most_rows, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaTensorBytes) bytes = sema_tensor_bytes_open (path, progress, error);
  gsize                       n_bytes;
  float                      *values;

  if (bytes == NULL || !count_rows (self, bytes, shape, most_rows, error))
    return FALSE;
  n_bytes = (gsize)(self->n_rows * self->dim) * sizeof *values; /* no more than the file has */
  values = sema_buffer_append (&self->values, n_bytes, error);
  if (values == NULL || !sema_tensor_bytes_read (bytes, 0, (guint8 *)values, n_bytes, error))
    return FALSE;
  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    swap_bytes (values, n_bytes / sizeof *values);
  return TRUE;
}
