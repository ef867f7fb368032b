/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-layer-input.h"

G_BEGIN_DECLS

#define SEMA_LAYER_TEXT_MOST_ROWS 10000 /* that are printed at once */

/**
 * SemaLayerTextAs:
 * @SEMA_LAYER_TEXT_PLAIN: numbers with tabs between them
 * @SEMA_LAYER_TEXT_CSV: the id, then the numbers, with a head
 * @SEMA_LAYER_TEXT_PYTHON: a list of lists
 */
typedef enum {
  SEMA_LAYER_TEXT_PLAIN,
  SEMA_LAYER_TEXT_CSV,
  SEMA_LAYER_TEXT_PYTHON,
} SemaLayerTextAs;

char    *sema_layer_text_describe (const SemaLayerContent *content);
char    *sema_layer_text_describe_row (const SemaLayerContent *content, guint64 row);
char    *sema_layer_text_describe_column (const SemaLayerContent *content, gsize column);
char    *sema_layer_text_compare (const SemaLayerInput *input, const SemaLayerContent *content);
char    *sema_layer_text_print_rows (const SemaMatrix *matrix, guint64 first, guint64 n, const guint64 *ids, SemaLayerTextAs as);
gboolean sema_layer_text_find_row (const SemaLayerContent *content, const char *text, guint64 *row, char **problem);

G_END_DECLS
