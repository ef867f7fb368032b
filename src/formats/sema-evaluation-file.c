/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation-file.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

struct _SemaEvaluationFile
{
  SemaEvaluationKind kind;
  SemaSource        *source;
  SemaLineScanner    scanner;
  SemaLine           rest; /* of a line with carriage returns in it, what comes after the first */
  gboolean           has_rest;
  guint64            n_lines;
  guint64            n_passed_over;
  guint64            first_passed_over;
};

static gboolean
skip_byte_order_mark (SemaSource *source, GError **error)
{
  gsize         available;
  const guint8 *bytes = sema_source_peek (source, 3, &available, error);

  if (bytes != NULL && available >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    sema_source_skip (source, 3);
  return bytes != NULL;
}

/**
 * sema_evaluation_file_open:
 * @path: path in the encoding of the file system
 * @kind: what its lines are
 * @progress: (nullable): told how much of it is read; cancels the reading
 * @error: as sema_source_open()
 *
 * Opens a file, plain or gzip, and takes a byte order mark.
 *
 * Returns: (transfer full) (nullable): the file, to be closed with sema_evaluation_file_close()
 */
SemaEvaluationFile *
sema_evaluation_file_open (const char *path, SemaEvaluationKind kind, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaEvaluationFile) self = g_new0 (SemaEvaluationFile, 1);

  self->kind = kind;
  self->source = sema_source_open (path, progress, error);
  if (self->source == NULL || !skip_byte_order_mark (self->source, error))
    return NULL;
  sema_line_scanner_init (&self->scanner, self->source);
  return g_steal_pointer (&self);
}

/**
 * sema_evaluation_file_close:
 * @self: (transfer full) (nullable): the file
 */
void
sema_evaluation_file_close (SemaEvaluationFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->source, sema_source_close);
  g_free (self);
}

/* Leaves of @line what stands before its first carriage return. */
static void
cut_at_return (SemaEvaluationFile *self, SemaLine *line)
{
  const char *end = memchr (line->text, '\r', line->length);

  self->has_rest = end != NULL;
  if (end == NULL)
    return;
  self->rest = *line;
  self->rest.text = end + 1;
  self->rest.length = line->length - (gsize)(end + 1 - line->text);
  line->length = (gsize)(end - line->text);
}

/**
 * sema_evaluation_file_next:
 * @self: the file
 * @line: (out caller-allocates): the next line; its bytes are valid until the next call
 * @found: (out): %FALSE when there is no more
 * @error: as sema_line_scanner_next()
 *
 * Reads the next line; one of more than %SEMA_EVALUATION_LINE_MAX bytes is too long. A line feed ends a line, and in a file of pairs a
 * carriage return does so too: so gensim reads them. Those who look at many lines look at cancel themselves.
 *
 * Returns: %FALSE with the error
 */
gboolean
sema_evaluation_file_next (SemaEvaluationFile *self, SemaLine *line, gboolean *found, GError **error)
{
  *found = self->has_rest;
  *line = self->rest;
  if (!self->has_rest && !sema_line_scanner_next (&self->scanner, line, found, error))
    return FALSE;
  self->has_rest = FALSE;
  if (!*found)
    return TRUE;
  if (self->kind == SEMA_EVALUATION_PAIRS)
    cut_at_return (self, line);
  line->number = ++self->n_lines;
  if (line->is_too_long || line->length > SEMA_EVALUATION_LINE_MAX)
    *line = (SemaLine) {.text = "", .number = line->number, .is_ended = line->is_ended, .is_too_long = TRUE};
  return TRUE;
}

/**
 * sema_evaluation_file_pass_over:
 * @self: the file
 * @number: of a line, counted from 1
 *
 * Notes that a line is not what it should be.
 */
void
sema_evaluation_file_pass_over (SemaEvaluationFile *self, guint64 number)
{
  if (self->n_passed_over++ == 0)
    self->first_passed_over = number;
}

/**
 * sema_evaluation_file_get_label:
 * @self: the file
 *
 * Returns: its base name for messages; owned by the file
 */
const char *
sema_evaluation_file_get_label (const SemaEvaluationFile *self)
{
  return sema_source_get_label (self->source);
}

static char *
describe_passed_over (const SemaEvaluationFile *self)
{
  const char *label = sema_evaluation_file_get_label (self);

  if (self->n_passed_over == 1 && self->kind == SEMA_EVALUATION_QUESTIONS)
    return g_strdup_printf (_ ("Line %" PRIu64 " of “%s” has not four words; it was passed over."), self->first_passed_over, label);
  if (self->n_passed_over == 1)
    return g_strdup_printf (_ ("Line %" PRIu64 " of “%s” is not two words and a number with tabs between them; it was passed over."), self->first_passed_over, label);
  if (self->kind == SEMA_EVALUATION_QUESTIONS)
    return g_strdup_printf (_ ("%" PRIu64 " lines of “%s” have not four words, the first of them line %" PRIu64 "; they were passed over."), self->n_passed_over, label, self->first_passed_over);
  return g_strdup_printf (_ ("%" PRIu64 " lines of “%s” are not two words and a number with tabs between them, the first of them line %" PRIu64 "; they were passed over."), self->n_passed_over, label, self->first_passed_over);
}

/**
 * sema_evaluation_file_dup_warnings:
 * @self: the file, when all its lines were read
 *
 * Returns: (transfer full) (array zero-terminated=1): sentences that say what was passed over, and what is wrong with the compression
 */
GStrv
sema_evaluation_file_dup_warnings (const SemaEvaluationFile *self)
{
  g_autoptr (GPtrArray) damage = sema_source_dup_damage (self->source);
  GStrvBuilder         *warnings = g_strv_builder_new ();
  g_autofree char      *passed_over = self->n_passed_over > 0 ? describe_passed_over (self) : NULL;
  GStrv                 sentences;

  if (passed_over != NULL)
    g_strv_builder_add (warnings, passed_over);
  for (guint i = 0; i < damage->len; i++)
    g_strv_builder_add (warnings, damage->pdata[i]);
  sentences = g_strv_builder_end (warnings);
  g_strv_builder_unref (warnings);
  return sentences;
}
