/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-source.h"
#include "sema-word2vec-header.h"

G_BEGIN_DECLS

/**
 * SemaTextShape:
 * @dim: how many numbers a row has; 0: this is no text of vectors
 * @has_header: whether line 1 says how many words and numbers there are
 * @header: what it says
 * @has_decimal_commas: whether the numbers are written as 0,5; @dim is then 0
 *
 * What the first lines of a text tell about all of it.
 */
typedef struct
{
  gsize              dim;
  gboolean           has_header;
  SemaWord2vecHeader header;
  gboolean           has_decimal_commas;
} SemaTextShape;

gboolean sema_text_shape_guess (SemaSource *source, SemaTextShape *shape, GError **error);

G_END_DECLS
