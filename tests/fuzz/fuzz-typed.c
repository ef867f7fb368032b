/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sema-expression.h"
#include "sema-fuzz.h"
#include "sema-question-text.h"
#include "sema-token-ids.h"

/* What is typed, or comes by the clipboard: questions, rulers and ids. */
void
sema_fuzz_read (const guint8 *data, gsize size)
{
  g_autofree char             *text = g_strndup ((const char *)data, size);
  gsize                        place = 0;
  g_autoptr (GError)           error = NULL, ids_error = NULL;
  g_autoptr (GArray)           terms = NULL, ids = NULL;
  g_autoptr (SemaQuestionText) question = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return;
  terms = sema_expression_parse (text, &place, &error);
  g_assert_true ((terms != NULL) == (error == NULL) && place <= strlen (text));
  question = sema_question_text_parse (text);
  ids = sema_token_ids_parse (text, 1000, &ids_error);
  sema_fuzz_check (ids != NULL, &ids_error);
}
