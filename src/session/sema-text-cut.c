/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-cut.h"

#include <inttypes.h>
#include <string.h>

#include "sema-token-pieces.h"
#include "sema-word.h"

#define BLANK "·"

/* By turns, so that neighbours differ; behind light and dark text. */
static const char *const colours[] = {"#0072b2", "#e69f00", "#009e73", "#cc79a7"};

/* Blanks are to be seen, and bytes that are half a character. */
static char *
show (const char *bytes, gsize length)
{
  g_autofree char *label = sema_word_to_label (bytes, length);
  g_auto (GStrv)   parts = g_strsplit (label, " ", -1);
  g_autofree char *seen = g_strjoinv (BLANK, parts);

  return g_markup_escape_text (seen, -1);
}

static void
append_piece (GString *markup, const char *text, const SemaTokenPiece *piece, guint64 i)
{
  g_autofree char *seen = show (text + piece->start, piece->end - piece->start);

  if (piece->id == SEMA_TOKEN_NO_ID)
    g_string_append_printf (markup, "%s<span underline=\"error\">%s</span> <span size=\"smaller\" alpha=\"65%%\">?</span>", i > 0 ? "  " : "", seen);
  else
    g_string_append_printf (markup, "%s<span background=\"%s\" background_alpha=\"30%%\">%s</span> <span size=\"smaller\" alpha=\"65%%\">%" PRIu64 "</span>",
                            i > 0 ? "  " : "", colours[i % G_N_ELEMENTS (colours)], seen, piece->id);
}

/**
 * sema_text_cut_make:
 * @self: (out caller-allocates): the pieces; to be cleared
 * @tokenizer: what cuts
 * @text: a text, UTF-8; of a longer one the first %SEMA_TEXT_CUT_MOST bytes are cut
 * @error: as sema_tokenizer_split()
 *
 * Returns: whether nothing failed
 */
gboolean
sema_text_cut_make (SemaTextCut *self, const SemaTokenizer *tokenizer, const char *text, GError **error)
{
  g_auto (SemaTokenPieces) pieces = {0};
  g_autoptr (GString)      markup = g_string_new (NULL);
  g_autoptr (GString)      ids = g_string_new (NULL);

  *self = (SemaTextCut) {0};
  if (!sema_tokenizer_split (tokenizer, text, MIN (strlen (text), SEMA_TEXT_CUT_MOST), &pieces, NULL, error))
    return FALSE;
  self->n_pieces = sema_token_pieces_get_n (&pieces);
  for (guint64 i = 0; i < self->n_pieces; i++)
    {
      const SemaTokenPiece *piece = &sema_token_pieces_peek (&pieces)[i];

      append_piece (markup, text, piece, i);
      self->n_unknown += piece->id == SEMA_TOKEN_NO_ID;
      if (piece->id != SEMA_TOKEN_NO_ID)
        g_string_append_printf (ids, "%s%" PRIu64, ids->len > 0 ? ", " : "", piece->id);
    }
  self->markup = g_strdup (markup->str);
  self->ids = g_strdup (ids->str);
  return TRUE;
}

/**
 * sema_text_cut_clear:
 * @self: pieces
 */
void
sema_text_cut_clear (SemaTextCut *self)
{
  g_clear_pointer (&self->markup, g_free);
  g_clear_pointer (&self->ids, g_free);
}
