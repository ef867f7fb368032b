/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-faults.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "sema-formats.h"

#define MAX_LISTED 20
#define MAX_HARMLESS 20    /* so many lines may be bad in any file */
#define JUDGED_LINES 10000 /* the first ones tell what the file is */
#define MAX_SHARE 100      /* one line in so many of these may be bad */

/**
 * sema_text_faults_init:
 * @self: the list
 *
 * Starts an empty list.
 */
void
sema_text_faults_init (SemaTextFaults *self)
{
  self->n_lines = 0;
  self->list = g_string_new (NULL);
}

/**
 * sema_text_faults_clear:
 * @self: the list
 *
 * Frees what the list holds.
 */
void
sema_text_faults_clear (SemaTextFaults *self)
{
  g_string_free (self->list, TRUE);
  self->list = NULL;
}

static char *
describe_line (const SemaLine *line, const SemaTextRow *row)
{
  switch (row->fault)
    {
    case SEMA_TEXT_FAULT_SHORT:
    case SEMA_TEXT_FAULT_LONG:
      return g_strdup_printf (ngettext ("line %" PRIu64 " (%zu number)",
                                        "line %" PRIu64 " (%zu numbers)", row->n_found),
                              line->number, row->n_found);
    case SEMA_TEXT_FAULT_TOO_LONG:
      return g_strdup_printf (_ ("line %" PRIu64 " (too long)"), line->number);
    case SEMA_TEXT_FAULT_NO_NUMBER:
    case SEMA_TEXT_FAULT_NONE:
    default:
      return g_strdup_printf (_ ("line %" PRIu64 " (number %zu is none)"), line->number, row->n_found);
    }
}

/**
 * sema_text_faults_add:
 * @self: the list
 * @line: a line that is no row
 * @row: why
 *
 * Counts the line, and keeps the number and the fault of the first twenty.
 */
void
sema_text_faults_add (SemaTextFaults *self, const SemaLine *line, const SemaTextRow *row)
{
  self->n_lines++;
  if (self->n_lines <= MAX_LISTED)
    {
      g_autofree char *text = describe_line (line, row);

      g_string_append_printf (self->list, "%s%s", self->list->len > 0 ? ", " : "", text);
    }
  else if (self->n_lines == MAX_LISTED + 1)
    {
      g_string_append (self->list, "…");
    }
}

/**
 * sema_text_faults_check:
 * @self: the list
 * @n_rows: rows that were good
 * @is_end: whether the file is read
 * @dim: how many numbers a row should have
 * @label: name of the file for messages
 * @error: return location
 *
 * A file is refused when more than 20 lines and more than 1 % of its first 10,000 are no rows, or when the good rows are under
 * half. Costs next to nothing: to be called after every line.
 *
 * Returns: whether to go on; if not, %FALSE with SEMA_FORMAT_ERROR_DAMAGED
 */
gboolean
sema_text_faults_check (const SemaTextFaults *self, guint64 n_rows, gboolean is_end, gsize dim, const char *label, GError **error)
{
  guint64 n_lines = n_rows + self->n_lines;

  if (self->n_lines == 0 || (!is_end && n_lines != JUDGED_LINES))
    return TRUE;
  if (n_rows >= self->n_lines &&
      (self->n_lines <= MAX_HARMLESS || n_lines > JUDGED_LINES || self->n_lines * MAX_SHARE <= n_lines))
    return TRUE;

  g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
               ngettext ("“%s” is damaged: of its first %" PRIu64 " lines %" PRIu64 " do not hold a word and %zu number: %s.",
                         "“%s” is damaged: of its first %" PRIu64 " lines %" PRIu64 " do not hold a word and %zu numbers: %s.", dim),
               label, n_lines, self->n_lines, dim, self->list->str);
  return FALSE;
}

/**
 * sema_text_faults_describe:
 * @self: the list
 * @dim: how many numbers a row should have
 *
 * Returns: (transfer full) (nullable): a sentence about the lines left out; %NULL when there are none
 */
char *
sema_text_faults_describe (const SemaTextFaults *self, gsize dim)
{
  if (self->n_lines == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%" PRIu64 " line was left out, as it does not hold a word and the %zu numbers of the others: %s.",
                                    "%" PRIu64 " lines were left out, as they do not hold a word and the %zu numbers of the others: %s.", self->n_lines),
                          self->n_lines, dim, self->list->str);
}
