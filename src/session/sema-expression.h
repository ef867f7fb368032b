/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEMA_EXPRESSION_BLANKS " \t\r\n\v\f" /* what words stand between */

/**
 * SemaExpressionTerm:
 * @word: its bytes, ended by a NUL
 * @weight: how often it is added; negative: it is subtracted
 * @start: where it stands in the text, in characters from 0
 * @end: where it ends
 */
typedef struct
{
  char  *word;
  double weight;
  gsize  start;
  gsize  end;
} SemaExpressionTerm;

/**
 * SemaExpressionError:
 * @SEMA_EXPRESSION_ERROR_SYNTAX: the text is no expression; the message says what is wrong and where
 */
typedef enum {
  SEMA_EXPRESSION_ERROR_SYNTAX,
} SemaExpressionError;

#define SEMA_EXPRESSION_ERROR (sema_expression_error_quark ())
GQuark sema_expression_error_quark (void);

GArray  *sema_expression_parse (const char *text, gsize *error_at, GError **error);
char    *sema_expression_quote (const char *word);
gboolean sema_expression_is_sign (const char *text);
gboolean sema_expression_is_number (const char *text);

G_END_DECLS
