/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation-kind.h"

#include <glib/gi18n-lib.h>

#include "sema-formats.h"
#include "sema-pair-line.h"
#include "sema-question-line.h"

/* Whether a line decides: a question does not, as four words may also be the heading of a table of pairs. Without a section before it
 * it is no question either, but then that is what the reader of questions says best. */
static gboolean
decide (const SemaLine *line, SemaEvaluationKind *kind, gboolean *is_likely)
{
  SemaQuestionLine question;
  SemaPairLine     pair;
  SemaQuestionKind question_kind = sema_question_line_parse (line->text, line->length, &question);

  *kind = SEMA_EVALUATION_QUESTIONS;
  if (question_kind == SEMA_QUESTION_SECTION)
    return TRUE;
  if (sema_pair_line_parse (line->text, line->length, &pair) == SEMA_PAIR_WORDS)
    {
      *kind = SEMA_EVALUATION_PAIRS;
      return TRUE;
    }
  *is_likely |= question_kind == SEMA_QUESTION_WORDS;
  return FALSE;
}

/**
 * sema_evaluation_kind_find:
 * @path: a file, plain or gzip
 * @kind: (out): what its lines are
 * @progress: (nullable): cancels
 * @error: as sema_evaluation_file_open(), and %SEMA_FORMAT_ERROR_DAMAGED where none of the first %SEMA_EVALUATION_KIND_LINES lines
 *   is a section, a question or a pair
 *
 * Tells a file of analogies from one of word pairs by the first line that is a section of the former, or a pair of the latter.
 *
 * Returns: whether it is known
 */
gboolean
sema_evaluation_kind_find (const char *path, SemaEvaluationKind *kind, SemaProgress *progress, GError **error)
{
  g_autoptr (SemaEvaluationFile) file = sema_evaluation_file_open (path, SEMA_EVALUATION_PAIRS, progress, error);
  gboolean                       is_likely = FALSE, found = TRUE;

  if (file == NULL)
    return FALSE;
  for (gsize i = 0; i < SEMA_EVALUATION_KIND_LINES; i++)
    {
      SemaLine line;

      if (!sema_evaluation_file_next (file, &line, &found, error))
        return FALSE;
      if (!found)
        break;
      if (decide (&line, kind, &is_likely))
        return TRUE;
    }
  *kind = SEMA_EVALUATION_QUESTIONS;
  if (!is_likely)
    g_set_error (error, SEMA_FORMAT_ERROR, SEMA_FORMAT_ERROR_DAMAGED,
                 _ ("“%s” has neither analogies, four words a line, nor word pairs, two words and a number a line with tabs between them."),
                    sema_evaluation_file_get_label (file));
  return is_likely;
}
