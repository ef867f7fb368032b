/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sema-token-pieces.h"
#include "sema-tokenizer.h"

G_BEGIN_DECLS

#define SEMA_TEXT_CUT_MOST (16 * 1024) /* bytes of a text that is shown in pieces */

/**
 * SemaTextCut:
 * @markup: the pieces in colours, blanks visible, each with its id, as Pango takes it
 * @ids: the ids, as sema_token_ids_parse() reads them
 * @n_pieces: how many pieces there are
 * @n_unknown: how many of them have no id
 * @pieces: they
 * @seen_ends: (array length=n_pieces): where each ends in what is seen of @markup, in bytes
 * @text: the part of the text that was cut
 *
 * A text in the pieces that a tokenizer makes of it.
 */
typedef struct
{
  char   *markup;
  char   *ids;
  guint64 n_pieces;
  guint64 n_unknown;

  SemaTokenPieces pieces;
  gsize          *seen_ends;
  char           *text;
} SemaTextCut;

gboolean sema_text_cut_make (SemaTextCut *self, const SemaTokenizer *tokenizer, const char *text, GError **error);
char    *sema_text_cut_describe (const SemaTextCut *self, gsize seen);
void     sema_text_cut_clear (SemaTextCut *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SemaTextCut, sema_text_cut_clear)

G_END_DECLS
