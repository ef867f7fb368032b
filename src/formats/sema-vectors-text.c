/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-format.h"
#include "sema-formats.h"
#include "sema-line-scanner.h"
#include "sema-text-faults.h"
#include "sema-text-row.h"
#include "sema-text-shape.h"

/* One text being read. */
typedef struct
{
  SemaSource     *source;
  SemaTextShape   shape;
  SemaSetBuilder *builder;
  SemaTextFaults  faults;
  guint64         n_extra;   /* lines after the last word that the header promises */
  guint64         cut_line;  /* the line that the file ends in, when it was left out; 0: none */
  guint64         open_line; /* the last line, when it is whole but has no line feed; 0: none */
} Text;

static gboolean
is_unknown_word (const SemaLine *line, const SemaTextRow *row)
{
  return row->word_length == strlen ("<unk>") && memcmp (line->text, "<unk>", row->word_length) == 0;
}

/* Whether all the words that the header promises were seen. */
static gboolean
has_promised (const Text *self)
{
  return self->shape.has_header && self->shape.header.n_words > 0 &&
         sema_set_builder_get_n_rows (self->builder) + self->faults.n_lines >= self->shape.header.n_words;
}

/* Decides what becomes of a row that was just added. */
static void
keep_or_drop (Text *self, const SemaLine *line, const SemaTextRow *row, gboolean is_extra)
{
  if (!line->is_ended && sema_source_is_cut (self->source))
    {
      self->cut_line = line->number;
      sema_set_builder_drop_last (self->builder);
    }
  /* GloVe does not count its row for unknown words, which is the last. */
  else if (is_extra && (self->n_extra > 0 || !is_unknown_word (line, row)))
    {
      self->n_extra++;
      sema_set_builder_drop_last (self->builder);
    }
  else if (!line->is_ended)
    {
      self->open_line = line->number;
    }
}

static void
leave_out (Text *self, const SemaLine *line, const SemaTextRow *row)
{
  if (!line->is_ended)
    self->cut_line = line->number;
  else
    sema_text_faults_add (&self->faults, line, row);
}

typedef gboolean (*SplitFunc) (const char *line, gsize length, gsize dim, SemaTextRow *row);

/* Adds a row when the line is one by this way to split it. FALSE: no memory. */
static gboolean
add_row (Text *self, const SemaLine *line, SplitFunc split, SemaTextRow *row, gboolean *is_row, GError **error)
{
  gsize  dim = self->shape.dim;
  float *values;

  *is_row = FALSE;
  if (!split (line->text, line->length, dim, row))
    return TRUE;
  values = sema_set_builder_add (self->builder, line->text, row->word_length, error);
  if (values == NULL)
    return FALSE;
  *is_row = sema_text_row_parse (line->text, line->length, dim, row, values);
  if (!*is_row)
    sema_set_builder_drop_last (self->builder);
  return TRUE;
}

/* Makes a row of a line that is not blank. FALSE: no memory. */
static gboolean
take_line (Text *self, const SemaLine *line, GError **error)
{
  gboolean    is_extra = has_promised (self);
  gboolean    is_row = FALSE;
  SemaTextRow row = {.fault = SEMA_TEXT_FAULT_TOO_LONG};

  if (!line->is_too_long && !add_row (self, line, sema_text_row_split_simply, &row, &is_row, error))
    return FALSE;
  if (!line->is_too_long && !is_row && !add_row (self, line, sema_text_row_split, &row, &is_row, error))
    return FALSE;

  if (is_row)
    keep_or_drop (self, line, &row, is_extra);
  else if (is_extra)
    self->n_extra++;
  else
    leave_out (self, line, &row);
  return TRUE;
}

static gboolean
check_faults (const Text *self, gboolean is_end, GError **error)
{
  return sema_text_faults_check (&self->faults, sema_set_builder_get_n_rows (self->builder), is_end, self->shape.dim,
                                 sema_source_get_label (self->source), error);
}

static gboolean
take_lines (Text *self, GError **error)
{
  SemaLineScanner scanner;
  gboolean        is_header_next = self->shape.has_header;

  sema_line_scanner_init (&scanner, self->source);
  for (;;)
    {
      SemaLine line;
      gboolean found;

      if (!sema_line_scanner_next (&scanner, &line, &found, error))
        return FALSE;
      if (!found)
        return check_faults (self, TRUE, error);
      if (!line.is_too_long && sema_text_row_is_blank (line.text, line.length))
        continue;
      if (is_header_next)
        is_header_next = FALSE;
      else if (!take_line (self, &line, error) || !check_faults (self, FALSE, error))
        return FALSE;
    }
}

/* What the header says against what there is. */
static void
warn_of_header (Text *self)
{
  const SemaWord2vecHeader *header = &self->shape.header;
  guint64                   n_rows = sema_set_builder_get_n_rows (self->builder);

  if (!self->shape.has_header)
    return;
  if (header->dim != self->shape.dim)
    sema_set_builder_warn (self->builder, _ ("Line 1 promises vectors of %" PRIu64 " numbers; they have %zu."), header->dim, self->shape.dim);
  if (self->n_extra > 0)
    sema_set_builder_warn (self->builder,
                           ngettext ("Line 1 promises %" PRIu64 " words; %" PRIu64 " more line follows them and was left out.",
                                     "Line 1 promises %" PRIu64 " words; %" PRIu64 " more lines follow them and were left out.", self->n_extra),
                           header->n_words, self->n_extra);
  else if (header->n_words == 0 || n_rows + self->faults.n_lines < header->n_words)
    sema_set_builder_warn (self->builder,
                           ngettext ("Line 1 promises %" PRIu64 " words; the file has %" PRIu64 " whole one.",
                                     "Line 1 promises %" PRIu64 " words; the file has %" PRIu64 " whole ones.", n_rows),
                           header->n_words, n_rows);
}

static void
warn_of_lines (Text *self)
{
  g_autofree char *faults = sema_text_faults_describe (&self->faults, self->shape.dim);

  if (faults != NULL)
    sema_set_builder_warn (self->builder, "%s", faults);
  if (self->cut_line > 0)
    sema_set_builder_warn (self->builder, _ ("The file ends inside line %" PRIu64 ", which was left out."), self->cut_line);
  if (self->open_line > 0)
    sema_set_builder_warn (self->builder, _ ("Nothing ends the last line, number %" PRIu64 ": it may be cut, and its last number wrong."), self->open_line);
}

static gboolean
check_any (const Text *self, GError **error)
{
  if (sema_set_builder_get_n_rows (self->builder) > 0)
    return TRUE;
  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               ngettext ("“%s” holds no whole line of a word and %zu number.",
                         "“%s” holds no whole line of a word and %zu numbers.", self->shape.dim),
               sema_source_get_label (self->source), self->shape.dim);
  return FALSE;
}

/* Reads all lines and says what was odd. */
static gboolean
read_text (Text *self, GError **error)
{
  if (!take_lines (self, error) || !check_any (self, error))
    return FALSE;
  warn_of_header (self);
  warn_of_lines (self);
  return TRUE;
}

/* The text with and the one without a header have one grammar. */
static SemaSetBuilder *
load (SemaSource *source, GError **error)
{
  Text     self = {.source = source};
  guint64  max_rows;
  gboolean fine;

  if (!sema_text_shape_guess (source, &self.shape, error))
    return NULL;
  /* A row has a blank and a digit for each number at the least. */
  max_rows = sema_source_get_max_size (source) / (2 * self.shape.dim);
  self.builder = sema_set_builder_new (self.shape.dim, self.shape.has_header ? MIN (max_rows, self.shape.header.n_words) : 0);
  sema_text_faults_init (&self.faults);
  fine = read_text (&self, error);
  sema_text_faults_clear (&self.faults);
  if (!fine)
    g_clear_pointer (&self.builder, sema_set_builder_free);
  return self.builder;
}

static SemaVerdict
sniff (SemaSource *source, gboolean with_header, GError **error)
{
  SemaTextShape shape;

  if (!sema_text_shape_guess (source, &shape, error))
    return SEMA_VERDICT_FAILED;
  return shape.dim > 0 && shape.has_header == with_header ? SEMA_VERDICT_MINE : SEMA_VERDICT_OTHER;
}

static SemaVerdict
sniff_with_header (SemaSource *source, GError **error)
{
  return sniff (source, TRUE, error);
}

static SemaVerdict
sniff_without_header (SemaSource *source, GError **error)
{
  return sniff (source, FALSE, error);
}

const SemaFormat sema_format_word2vec_text = {
  .id = "word2vec-text",
  .sniff = sniff_with_header,
  .load = load,
};

const SemaFormat sema_format_glove_text = {
  .id = "glove-text",
  .sniff = sniff_without_header,
  .load = load,
};
