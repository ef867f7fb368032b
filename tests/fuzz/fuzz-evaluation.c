/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-evaluation-kind.h"
#include "sema-fuzz.h"
#include "sema-pair-line.h"
#include "sema-question-line.h"

static void
use_line (SemaEvaluationFile *file, SemaEvaluationKind kind, const SemaLine *line)
{
  SemaQuestionLine question;
  SemaPairLine     pair;

  if (kind == SEMA_EVALUATION_QUESTIONS && sema_question_line_parse (line->text, line->length, &question) == SEMA_QUESTION_OTHER)
    sema_evaluation_file_pass_over (file, line->number);
  if (kind == SEMA_EVALUATION_PAIRS && sema_pair_line_parse (line->text, line->length, &pair) == SEMA_PAIR_OTHER)
    sema_evaluation_file_pass_over (file, line->number);
}

static void
read_lines (const char *path, SemaEvaluationKind kind)
{
  g_autoptr (GError)             error = NULL;
  g_autoptr (SemaEvaluationFile) file = sema_evaluation_file_open (path, kind, NULL, &error);
  g_auto (GStrv)                 warnings = NULL;
  SemaLine                       line;
  gboolean                       found = file != NULL;

  sema_fuzz_check (file != NULL, &error);
  while (found && sema_evaluation_file_next (file, &line, &found, &error))
    if (found)
      use_line (file, kind, &line);
  sema_fuzz_check (error == NULL, &error);
  warnings = file != NULL ? sema_evaluation_file_dup_warnings (file) : NULL;
  if (warnings != NULL)
    sema_fuzz_check_sentences ((const char *const *)warnings);
}

void
sema_fuzz_read (const guint8 *data, gsize size)
{
  const char        *path = sema_fuzz_write ("a.txt", data, size);
  g_autoptr (GError) error = NULL;
  SemaEvaluationKind kind;

  sema_fuzz_check (sema_evaluation_kind_find (path, &kind, NULL, &error), &error);
  read_lines (path, SEMA_EVALUATION_QUESTIONS);
  read_lines (path, SEMA_EVALUATION_PAIRS);
}
