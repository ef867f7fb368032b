/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sema-text-cut.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "sema-word.h"

#define GAP "  "
#define MOST_BYTES 32 /* of a piece that are told */

/* By turns, so that neighbours differ; behind light and dark text. */
static const char *const colours[] = {"#0072b2", "#e69f00", "#009e73", "#cc79a7"};

/* Blanks are to be seen, and bytes that are half a character. */
static char *
show (const char *bytes, gsize length)
{
  g_autofree char *label = sema_word_to_label (bytes, length);
  g_auto (GStrv)   parts = g_strsplit (label, " ", -1);

  return g_strjoinv (SEMA_WORD_BLANK, parts);
}

/* Returns how many bytes of it are seen. */
static gsize
append_piece (GString *markup, const char *text, const SemaTokenPiece *piece, guint64 i)
{
  g_autofree char *seen = show (text + piece->start, piece->end - piece->start);
  g_autofree char *escaped = g_markup_escape_text (seen, -1);
  g_autofree char *id = piece->id == SEMA_TOKEN_NO_ID ? g_strdup ("?") : g_strdup_printf ("%" PRIu64, piece->id);
  const char      *gap = i > 0 ? GAP : "";

  if (piece->id == SEMA_TOKEN_NO_ID)
    g_string_append_printf (markup, "%s<span underline=\"error\">%s</span>", gap, escaped);
  else
    g_string_append_printf (markup, "%s<span background=\"%s\" background_alpha=\"30%%\">%s</span>", gap, colours[i % G_N_ELEMENTS (colours)], escaped);
  g_string_append_printf (markup, " <span size=\"smaller\" alpha=\"65%%\">%s</span>", id);
  return strlen (gap) + strlen (seen) + 1 + strlen (id);
}

/* Not within a character. */
static gsize
find_length (const char *text)
{
  gsize length = strlen (text);

  if (length <= SEMA_TEXT_CUT_MOST)
    return length;
  for (length = SEMA_TEXT_CUT_MOST; length > 0 && ((guchar)text[length] & 0xc0) == 0x80; length--)
    ;
  return length;
}

static void
tell_the_rest (GString *markup)
{
  g_autofree char *size = g_format_size_full (SEMA_TEXT_CUT_MOST, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *rest = g_strdup_printf (_("Only the first %s of the text are cut here."), size);
  g_autofree char *escaped = g_markup_escape_text (rest, -1);

  g_string_append_printf (markup, "\n%s", escaped);
}

/**
 * sema_text_cut_make:
 * @self: (out caller-allocates): the pieces; to be cleared
 * @tokenizer: what cuts
 * @text: a text, UTF-8; of a longer one the first %SEMA_TEXT_CUT_MOST bytes are cut, and the markup says so
 * @error: as sema_tokenizer_split()
 *
 * Returns: whether nothing failed
 */
gboolean
sema_text_cut_make (SemaTextCut *self, const SemaTokenizer *tokenizer, const char *text, GError **error)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (GString) ids = g_string_new (NULL);
  gsize               length = find_length (text), seen = 0;

  *self = (SemaTextCut) {0};
  if (!sema_tokenizer_split (tokenizer, text, length, &self->pieces, NULL, error))
    return FALSE;
  self->text = g_strndup (text, length);
  self->n_pieces = sema_token_pieces_get_n (&self->pieces);
  self->seen_ends = g_new (gsize, self->n_pieces);
  for (guint64 i = 0; i < self->n_pieces; i++)
    {
      const SemaTokenPiece *piece = &sema_token_pieces_peek (&self->pieces)[i];

      seen += append_piece (markup, text, piece, i);
      self->seen_ends[i] = seen;
      self->n_unknown += piece->id == SEMA_TOKEN_NO_ID;
      if (piece->id != SEMA_TOKEN_NO_ID)
        g_string_append_printf (ids, "%s%" PRIu64, ids->len > 0 ? ", " : "", piece->id);
    }
  if (text[length] != 0)
    tell_the_rest (markup);
  self->markup = g_strdup (markup->str);
  self->ids = g_strdup (ids->str);
  return TRUE;
}

/**
 * sema_text_cut_describe:
 * @self: pieces
 * @seen: a byte of what is seen of the markup, without its tags
 *
 * Returns: (transfer full) (nullable): the piece there in words: its id, its place in the text and its bytes in hexadecimal; %NULL where
 *   there is none
 */
char *
sema_text_cut_describe (const SemaTextCut *self, gsize seen)
{
  const SemaTokenPiece *piece;
  g_autoptr (GString)   bytes = g_string_new (NULL);
  g_autofree char      *id = NULL;
  guint64               i = 0;

  while (i < self->n_pieces && seen >= self->seen_ends[i])
    i++;
  if (i == self->n_pieces)
    return NULL;
  piece = &sema_token_pieces_peek (&self->pieces)[i];
  for (guint64 byte = piece->start; byte < MIN (piece->end, piece->start + MOST_BYTES); byte++)
    g_string_append_printf (bytes, " %02x", (guchar)self->text[byte]);
  if (piece->end - piece->start > MOST_BYTES)
    g_string_append (bytes, " …");
  id = piece->id == SEMA_TOKEN_NO_ID ? g_strdup (_("No token")) : g_strdup_printf (_("Token id %" PRIu64), piece->id);
  if (piece->end - piece->start <= 1)
    return g_strdup_printf (_("%s, byte %" PRIu64 " of the text:%s"), id, piece->start, bytes->str);
  /* Translators: a token id, where its piece begins in the text and where it ends, in bytes; then the bytes themselves. */
  return g_strdup_printf (_("%s, bytes %" PRIu64 " to %" PRIu64 " of the text:%s"), id, piece->start, piece->end - 1, bytes->str);
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
  g_clear_pointer (&self->seen_ends, g_free);
  g_clear_pointer (&self->text, g_free);
  sema_token_pieces_clear (&self->pieces);
  self->n_pieces = 0;
}
