/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sema-format.h"
#include "sema-formats.h"
#include "sema-parallel.h"
#include "sema-text-blocks.h"
#include "sema-text-faults.h"
#include "sema-text-lines.h"
#include "sema-text-shape.h"

/* Blocks for each thread that reads lines: the one it reads, and some ahead of it. */
#define BLOCKS_PER_THREAD 4

/* Bytes of a number with the blank before it. */
#define MIN_NUMBER 2
#define USUAL_NUMBER 9

/* One text being read: by several threads, of which one at a time takes the lines, in their order. */
typedef struct
{
  SemaSource     *source;
  SemaTextShape   shape;
  SemaSetBuilder *builder;
  guint64         most_rows; /* that are wanted */
  SemaPipe       *blocks;
  GError         *error;   /* why the lines taken so far are all */
  guint64         n_lines; /* in the blocks before */
  gboolean        is_header_next;
  gboolean        is_cut; /* whether the compressed data end early */
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

static gboolean
add_row (Text *self, const SemaLine *line, const SemaTextRow *row, const float *values, GError **error)
{
  float *place = sema_set_builder_add (self->builder, line->text, row->word_length, error);

  if (place == NULL)
    return FALSE;
  memcpy (place, values, self->shape.dim * sizeof *values);
  if (!line->is_ended)
    self->open_line = line->number;
  return TRUE;
}

/* Adds a row, unless there is a reason not to. */
static gboolean
take_row (Text *self, const SemaLine *line, const SemaTextRow *row, const float *values, gboolean is_extra, GError **error)
{
  if (!line->is_ended && self->is_cut)
    self->cut_line = line->number;
  /* GloVe does not count its row for unknown words, which is the last. */
  else if (is_extra && (self->n_extra > 0 || !is_unknown_word (line, row)))
    self->n_extra++;
  else
    return add_row (self, line, row, values, error);
  return TRUE;
}

/* Counts a line that is no row. */
static void
leave_out (Text *self, const SemaLine *line, const SemaTextRow *row, gboolean is_extra)
{
  if (is_extra)
    self->n_extra++;
  else if (!line->is_ended)
    self->cut_line = line->number;
  else
    sema_text_faults_add (&self->faults, line, row);
}

static gboolean
check_faults (const Text *self, gboolean is_end, GError **error)
{
  return sema_text_faults_check (&self->faults, sema_set_builder_get_n_rows (self->builder), is_end, self->shape.dim,
                                 sema_source_get_label (self->source), error);
}

/* Whether the line is the header, which was read before. */
static gboolean
is_header (Text *self)
{
  gboolean is_header_next = self->is_header_next;

  self->is_header_next = FALSE;
  return is_header_next;
}

/* Takes a line that is not blank; @values are its numbers if it is a row. */
static gboolean
take_line (Text *self, const SemaTextLine *text, const float *values, GError **error)
{
  SemaLine line = text->line;
  gboolean is_extra = has_promised (self);

  line.number += self->n_lines;
  if (is_header (self))
    return TRUE;
  if (!text->is_row)
    leave_out (self, &line, &text->row, is_extra);
  else if (!take_row (self, &line, &text->row, values, is_extra, error))
    return FALSE;
  return check_faults (self, FALSE, error);
}

/* Takes the line that is too long to be in the block before it. */
static gboolean
take_too_long (Text *self, gboolean is_ended, GError **error)
{
  SemaLine    line = {.text = "", .number = ++self->n_lines, .is_ended = is_ended, .is_too_long = TRUE};
  SemaTextRow row = {.fault = SEMA_TEXT_FAULT_TOO_LONG};

  if (is_header (self))
    return TRUE;
  leave_out (self, &line, &row, has_promised (self));
  return check_faults (self, FALSE, error);
}

static gboolean
has_enough (const Text *self)
{
  return sema_set_builder_get_n_rows (self->builder) >= self->most_rows;
}

/* Takes the lines of a block, as far as they are wanted. */
static gboolean
take_block (Text *self, const SemaTextLines *lines, const SemaTextBlockNote *note, GError **error)
{
  const SemaTextLine *texts = (const SemaTextLine *)lines->lines.data;
  const float        *values = (const float *)lines->values.data;
  gsize               n_texts = lines->lines.n_bytes / sizeof *texts;

  self->is_cut = note->is_cut;
  for (gsize i = 0; i < n_texts && !has_enough (self); i++)
    {
      if (!take_line (self, &texts[i], values, error))
        return FALSE;
      if (texts[i].is_row)
        values += self->shape.dim;
    }
  if (has_enough (self))
    return TRUE;
  self->n_lines += lines->n_lines;
  return !note->has_too_long || take_too_long (self, note->is_ended, error);
}

/* One thread: reads blocks as they come, and takes each when those before it are taken. */
static void
read_blocks (guint64 first, guint64 end, guint64 chunk, gpointer data)
{
  Text                  *self = data;
  g_auto (SemaTextLines) lines = {0};
  SemaPipeBlock         *block;

  while ((block = sema_pipe_take (self->blocks, NULL)) != NULL)
    {
      g_autoptr (GError) error = NULL;

      sema_text_lines_read (&lines, block->bytes.data, block->bytes.n_bytes, self->shape.dim, &error);
      if (!sema_pipe_await_turn (self->blocks, block))
        return;
      if (error != NULL || !take_block (self, &lines, block->note, &error) || has_enough (self))
        {
          self->error = g_steal_pointer (&error);
          sema_pipe_stop (self->blocks);
          return;
        }
      sema_pipe_give_back (self->blocks, block);
    }
}

/* Inflating takes longer than reading the lines, so one thread for these is enough. */
static guint
count_threads (const SemaSource *source)
{
  guint64 n_blocks = sema_source_get_max_size (source) / SEMA_TEXT_BLOCK;

  return sema_source_is_compressed (source) ? 1 : (guint)CLAMP (n_blocks, 1, sema_parallel_get_threads ());
}

static gboolean
take_lines (Text *self, GError **error)
{
  guint n_threads = count_threads (self->source);

  self->is_header_next = self->shape.has_header;
  self->blocks = sema_text_blocks_new (self->source, n_threads > 1 ? BLOCKS_PER_THREAD * n_threads : 1);
  sema_parallel_rows (n_threads, 1, NULL, read_blocks, self);
  if (self->error == NULL && !has_enough (self))
    sema_pipe_take (self->blocks, &self->error);
  g_clear_pointer (&self->blocks, sema_pipe_free);
  if (self->error == NULL)
    return check_faults (self, TRUE, error);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
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
  else if (!has_enough (self) && (header->n_words == 0 || n_rows + self->faults.n_lines < header->n_words))
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

/* How many rows may be expected: what the header says, as far as it can be true, or else by the size of a plain file. Only
 * spares memory some growing. */
static guint64
guess_rows (const SemaSource *source, const SemaTextShape *shape)
{
  guint64 max_size = sema_source_get_max_size (source);

  if (shape->has_header)
    return MIN (shape->header.n_words, max_size / (MIN_NUMBER * shape->dim));
  return sema_source_is_compressed (source) ? 0 : max_size / (USUAL_NUMBER * shape->dim);
}

/* The text with and the one without a header have one grammar. */
static SemaSetBuilder *
load (SemaSource *source, const SemaFormatsOptions *options, GError **error)
{
  Text     self = {.source = source, .most_rows = sema_formats_limit (options, G_MAXUINT64)};
  gboolean fine;

  if (!sema_text_shape_guess (source, &self.shape, error))
    return NULL;
  self.builder = sema_set_builder_new (self.shape.dim, MIN (guess_rows (source, &self.shape), self.most_rows));
  sema_text_faults_init (&self.faults);
  fine = read_text (&self, error);
  sema_text_faults_clear (&self.faults);
  if (fine)
    return self.builder;
  sema_set_builder_note_fitting (self.builder, error);
  sema_set_builder_free (self.builder);
  return NULL;
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
